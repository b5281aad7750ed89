"""Cascading per jabatan on paper, as a picture and as the workbook that comes back."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from kinerja.contoh.peta_jabatan import muat_peta_jabatan
from kinerja.models import Jabatan, KotakJabatan, PetaJabatan
from laporan.ekspor.jabatan import cetak_xlsx
from laporan.naskah_jabatan import naskah_peta, naskah_tugas
from laporan.pdf.naskah_jabatan import baca_naskah
from tests.factories import PADA, buat_periode
from tests.kinerja.impor_uji import mulai

HARI = PADA.date()


@pytest.fixture
def peta(dinas, perencana):
    return muat_peta_jabatan(dinas, buat_periode(), oleh=perencana, pada=PADA)


def teks(jalur):
    return " ".join(" ".join(h.extract_text() for h in PdfReader(jalur).pages).split())


def cetak(tmp_path, nama, **pilihan):
    jalur, keluaran = tmp_path / nama, StringIO()
    argumen = [f"--{k}={v}" for k, v in pilihan.items()]
    call_command("cetak", "jabatan", *argumen, f"--keluaran={jalur}", stdout=keluaran)
    return jalur, keluaran.getvalue()


def test_every_sentence_of_the_map_stands_on_one_a3(peta, tmp_path):
    jalur, kabar = cetak(tmp_path, "peta.pdf", peta=peta.pk)

    isi = teks(jalur)
    rapat = isi.replace(" ", "")  # a line may break after a slash
    assert "10 jabatan." in kabar
    assert len(PdfReader(jalur).pages) == 1
    assert isi.count("Kinerja Utama :") == isi.count("Indikator Kinerja :") == 10
    for kotak in peta.kotak.all():
        for butir in (*kotak.kinerja_utama, *kotak.indikator):
            assert "".join(butir.split()) in rapat
    assert "Kepala Dinas Sosial (dugaan)" in isi
    assert "KONSEP" in isi


def test_lists_are_numbered_and_a_single_item_is_not(peta):
    naskah = naskah_peta(peta, pada=HARI)

    (kepala,) = naskah.diagram.kotak
    assert [len(butir) for _, butir in kepala.daftar] == [1, 1]
    assert [[len(b) for _, b in k.daftar] for k in kepala.anak] == [[3, 3], [3, 4], [4, 6]]
    assert baca_naskah(naskah.ke_json()) == naskah


def test_a_document_prints_who_answers_for_what(pohon, jalur, dinas, perencana, tmp_path):
    siapa = {"oleh": perencana, "pada": PADA}
    kepala = Jabatan.objects.create(
        perangkat_daerah=dinas, jenis="JPT_PRATAMA", nama="Kepala Dinas", kepala=True
    )
    kabid = Jabatan.objects.create(
        perangkat_daerah=dinas, jenis="ADMINISTRATOR", nama="Kepala Bidang", atasan=kepala
    )
    indikator = pohon.tambah_indikator(
        jalur["PROGRAM"], teks="Persentase layanan", satuan="%", **siapa
    )
    pohon.isi_target(indikator, "95", tahun=2025, **siapa)
    pohon.tugaskan(jalur["SASARAN"], kepala, **siapa)
    pohon.tugaskan(jalur["PROGRAM"], kabid, **siapa)
    pohon.tugaskan(jalur["KEGIATAN"], kabid, "PENDUKUNG", **siapa)

    isi = teks(cetak(tmp_path, "tugas.pdf", pohon=pohon.pk, tahun=2025)[0])

    assert "Meningkatnya pelayanan sosial" in isi
    assert "Persentase layanan: 95 %" in isi.replace("\N{NO-BREAK SPACE}", " ")
    assert (
        "Rehabilitasi Sosial Dasar" not in isi
    )  # what one supports is no performance of one's own
    naskah = naskah_tugas(pohon, tahun=2025, tahap="", pada=HARI)
    assert [(b.nama, b.induk) for b in naskah.baris] == [
        ("Kepala Dinas", ""), ("Kepala Bidang", "J1")
    ]  # fmt: skip


def test_pictures_and_unknown_maps(peta, tmp_path):
    svg, _ = cetak(tmp_path, "peta.svg", peta=peta.pk)
    assert "Persentase PSKS baik per orangan" in svg.read_text()
    with pytest.raises(CommandError, match="tidak ada"):
        cetak(tmp_path, "x.pdf", peta=peta.pk + 99)


def test_pages_offer_the_files_to_those_who_see_the_map(
    client, peta, pohon, kepala, perencana_lain
):
    alamat = reverse("berkas-peta-jabatan", args=[peta.pk])
    client.force_login(kepala)
    assert alamat in client.get(reverse("peta-jabatan", args=[peta.pk])).content.decode()
    assert client.get(alamat, {"format": "xlsx"}).status_code == 302
    assert client.get(alamat, {"format": "exe"}).status_code == 404
    assert client.get(alamat, {"kertas": "B9"}).status_code == 404
    assert client.get(reverse("berkas-jabatan", args=[pohon.pk])).status_code == 302
    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404


def test_the_published_map_comes_back_as_it_went_out(peta, dinas, perencana):
    isi = cetak_xlsx(naskah_peta(peta, pada=HARI), "")

    sesi = mulai(dinas, perencana, isi, nama_berkas="peta.xlsx")

    assert sesi.rencana["ringkasan"]["sama"] == 10
    assert sesi.rencana["ringkasan"]["perubahan"] == 0


KATA = ("pelayanan", "sosial", "bagi", "lanjut", "usia", "keluarga", "miskin", "yang", "terpenuhi")
AWAL = ("Meningkatnya", "Meningkatkan", "Persentase", "Jumlah", "Menyelenggarakan")
BUTIR = st.builds(
    lambda awal, kata: f"{awal} {' '.join(kata)}",
    st.sampled_from(AWAL),
    st.lists(st.sampled_from(KATA), min_size=2, max_size=14),
)
DAFTAR = st.lists(BUTIR, min_size=1, max_size=7)
KOTAK = st.tuples(DAFTAR, DAFTAR, st.booleans(), st.booleans(), st.integers(0, 40))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(st.lists(KOTAK, min_size=2, max_size=12))
def test_any_map_comes_back_as_it_went_out(dinas, perencana, daftar):
    KotakJabatan.objects.update(induk=None)
    KotakJabatan.objects.all().delete()
    peta = PetaJabatan.objects.first() or PetaJabatan(
        perangkat_daerah=dinas, periode=buat_periode()
    ).daftarkan(oleh=perencana, pada=PADA)
    kotak = [
        (
            KotakJabatan(
                urutan=n, nomor=f"K{n}", nama=f"Kepala Seksi {n}", tingkat=f"Eselon {min(n, 3)}",
                kinerja_utama=kinerja, indikator=indikator, nama_dugaan=ragu_nama,
                induk_dugaan=ragu_induk and n > 0,
            ),
            di % n if n else None,
        )
        for n, (kinerja, indikator, ragu_nama, ragu_induk, di) in enumerate(daftar)
    ]  # fmt: skip
    peta.muat(kotak, oleh=perencana, pada=PADA, ringkasan="acak")
    isi = cetak_xlsx(naskah_peta(peta, pada=HARI), "")

    sama = mulai(dinas, perencana, isi, nama_berkas="peta.xlsx")
    baru = mulai(dinas, perencana, isi, nama_berkas="peta.xlsx", judul="Lain")

    assert sama.rencana["ringkasan"]["perubahan"] == 0, sama.rencana["baris"]
    assert baru.rencana["ringkasan"]["baru"] == len(kotak)
