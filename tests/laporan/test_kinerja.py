"""Rencana aksi, pengukuran and E.81 as files: the numbers of the screen, the pages planned."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from cascading.baca_laporan import baca_laporan
from cascading.models import CatatanEvaluasi, RencanaAksi
from kinerja.models import Pekerjaan, Pengaturan, Realisasi
from kinerja.models.hitung_capaian import beda_dari_aturan
from kinerja.pilihan import CaraKetik, JenisPohon
from kinerja.ringkasan_ukur import ringkasan_ukur
from laporan.naskah_kinerja import PesananKinerja, cetakan_kinerja, naskah_kinerja
from laporan.pdf.cascading import Dokumen
from tests.factories import PADA, buat_dinas, buat_pohon
from tests.kinerja.ukur_uji import buat_terukur, langkah, ukur


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def terukur(pohon, jalur, perencana, siapa):
    """Two quarters of a sum typed cumulatively, with money, notes and an action."""
    indikator = buat_terukur(pohon, jalur, perencana)
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000.000", tahun=2025, **siapa)
    Pengaturan.objects.update_or_create(
        pemda=pohon.perangkat_daerah.pemda, defaults={"cara_ketik": CaraKetik.KUMULATIF}
    )
    for triwulan, nilai, uang in ((1, "20", "100.000"), (2, "45", "300.000")):
        masa = {"triwulan": triwulan, "oleh": perencana}
        ukur(pohon, indikator, nilai, **masa)
        ukur(pohon, indikator, f"Hujan {triwulan}", medan="hambatan", **masa)
        ukur(pohon, jalur["SUB_KEGIATAN"], uang, medan="anggaran", **masa)
    RencanaAksi(perangkat_daerah=pohon.perangkat_daerah, simpul_uid=jalur["PROGRAM"].uid,
                tahun=2025, uraian="Pendataan penerima").daftarkan(**siapa)  # fmt: skip
    return pohon


def pesan(pohon, laporan, triwulan=0):
    return PesananKinerja(pohon, laporan, 2025, triwulan)


def isi_buku(pesanan):
    berkas = cetakan_kinerja(pesanan, kertas="A3", akhiran="xlsx", pada=PADA.date()).buat()
    return [[c for c in b if c is not None] for b in
            load_workbook(berkas).worksheets[0].iter_rows(values_only=True)]  # fmt: skip


def baris(isi, kata):
    return next(b for b in isi if any(kata in str(c) for c in b))


def test_what_was_typed_cumulatively_is_read_per_quarter(terukur, jalur):
    isi = baca_laporan(terukur, 2025)
    program = next(k for k in isi.kotak if k.jenjang == "PROGRAM")

    assert program.uang == {2025: {1: 100_000, 2: 200_000}}
    assert program.indikator[0].triwulanan(2025)[2].angka == 25
    assert isi.akar.terpakai(2025, 1) == 100_000
    tersimpan = Realisasi.objects.get(triwulan=2)
    assert program.indikator[0].capaian_sampai(2025, 2, isi.aturan).nilai == tersimpan.capaian
    assert beda_dari_aturan(terukur) == []


def test_reading_costs_the_same_at_any_size(terukur, jalur, siapa, django_assert_max_num_queries):
    for ke in range(8):
        terukur.tambah(induk=jalur["KEGIATAN"], jenjang="SUB_KEGIATAN", nama=f"Sub {ke}", **siapa)

    with django_assert_max_num_queries(16):
        baca_laporan(terukur, 2025)


def test_the_workbook_of_a_quarter_says_what_the_screen_says(terukur):
    isi = isi_buku(pesan(terukur, "pengukuran", 2))
    aturan = baca_laporan(terukur, 2025).aturan
    ringkasan = ringkasan_ukur(terukur, tahun=2025, triwulan=2, aturan=aturan)

    penuh = baris(isi, "Jumlah orang terlayani")
    awal = penuh.index("Jumlah orang terlayani")
    assert penuh[awal : awal + 17] == [
        "Jumlah orang terlayani", "Orang", "100", "25", "25", "100%", "50", "45", "90%", "Tinggi",
        1_000_000, 200_000, 300_000, "30%", "-", "Hujan 2", "-",
    ]  # fmt: skip
    assert baris(isi, "Rata-rata capaian")[1].startswith(ringkasan.rata_tampil)
    assert baris(isi, "Serapan anggaran")[1] == ringkasan.serapan.rumus


def test_the_action_plan_prints_targets_and_actions(terukur):
    isi = isi_buku(pesan(terukur, "renaksi"))

    b = baris(isi, "Jumlah orang terlayani")
    awal = b.index("Jumlah orang terlayani")
    assert b[awal : awal + 12] == ["Jumlah orang terlayani", "Orang", "100", "25", "25", "25", "25",
                         "Pendataan penerima", "-", "-", "-", "-"]  # fmt: skip
    assert 1_000_000 in b


def test_e81_has_sixteen_numbers_two_signatures_and_the_typed_foot(terukur, siapa):
    dinas = terukur.perangkat_daerah
    buat_dinas(dinas.pemda, "Badan Perencanaan Pembangunan Daerah", "5.01")
    CatatanEvaluasi(perangkat_daerah=dinas, tahun=2025, triwulan=2,
                    tindak_lanjut_renja="Tambah petugas").daftarkan(**siapa)  # fmt: skip

    isi = isi_buku(pesan(terukur, "e81", 2))
    naskah = naskah_kinerja(pesan(terukur, "e81", 2), pada=PADA.date())

    assert baris(isi, "(16)") == [f"({n})" for n in range(1, 17)]
    b = baris(isi, "Jumlah orang terlayani")
    assert b[b.index("20 Orang") + 1 : b.index("20 Orang") + 4] == [100_000, "25 Orang", 200_000]
    assert baris(isi, "Renja PD berikutnya")[1] == "Tambah petugas"
    assert baris(isi, "penghambat")[1] == "Hujan 2"
    assert (naskah.kiri.pembuka.strip(), naskah.kanan.pembuka) == ("Disusun,", "Dievaluasi,")


@pytest.mark.lambat
@pytest.mark.parametrize("laporan", ["renaksi", "pengukuran", "e81"])
@pytest.mark.parametrize("kertas", ["A3", "F4"])
def test_planned_pages_are_the_real_pages(terukur, laporan, kertas, siapa):
    CatatanEvaluasi(perangkat_daerah=terukur.perangkat_daerah, tahun=2025, triwulan=2,
                    faktor_pendorong="panjang sekali " * 130, faktor_penghambat="a\n" * 11 + "∑",
                    ).daftarkan(**siapa)  # fmt: skip
    naskah = naskah_kinerja(pesan(terukur, laporan, 2), pada=PADA.date())
    rencana = Dokumen.siapkan(naskah, kertas).jumlah_halaman

    cetakan = cetakan_kinerja(pesan(terukur, laporan, 2), kertas=kertas, akhiran="pdf",
                              pada=PADA.date())  # fmt: skip
    pdf = PdfReader(io.BytesIO(cetakan.buat().read_bytes()))

    assert len(pdf.pages) == rencana
    teks = " ".join(" ".join(h.extract_text() for h in pdf.pages).split())
    assert "Jumlah orang terlayani" in teks
    assert "KONSEP" in teks
    if laporan == "e81":
        assert "(16)" in teks
        assert "Dievaluasi," in teks


def test_a_verified_quarter_is_no_draft_any_more(terukur, perencana):
    assert naskah_kinerja(pesan(terukur, "pengukuran", 1), pada=PADA.date()).konsep
    langkah(terukur, "ajukan", oleh=perencana)
    langkah(terukur, "verifikasi", oleh=perencana)

    naskah = naskah_kinerja(pesan(terukur, "pengukuran", 1), pada=PADA.date())

    assert not naskah.konsep
    assert "status Diverifikasi · angka per" in naskah.kaki


def test_the_command_prints_each_and_says_what_is_wrong(terukur, tmp_path, capsys):
    for perintah, kolom in (("renaksi", 20), ("pengukuran", 24), ("e81", 26)):
        keluaran = tmp_path / f"{perintah}.xlsx"
        call_command("cetak", perintah, "--pohon", str(terukur.pk), "--tahun", "2025",
                     "--keluaran", str(keluaran))  # fmt: skip
        assert f"{kolom} kolom." in capsys.readouterr().out
    with pytest.raises(CommandError, match="di luar periode"):
        call_command("cetak", "e81", "--pohon", str(terukur.pk), "--tahun", "2019",
                     "--keluaran", str(tmp_path / "a.xlsx"))  # fmt: skip


def test_the_page_offers_them_and_answers_with_a_job(client, terukur, evaluator, perencana_lain):
    client.force_login(evaluator)
    halaman = reverse("laporan-kinerja", args=[terukur.pk])
    alamat = reverse("laporan-kinerja-berkas", args=[terukur.pk])
    ukuran = client.get(reverse("pengukuran", args=[terukur.pk]), {"tahun": 2025}).text
    assert f"{halaman}?tahun=2025" in ukuran
    assert client.get(halaman, {"tahun": 2025, "triwulan": 2}).text.count(alamat) >= 4
    minta = {"laporan": "e81", "tahun": 2025, "triwulan": 2, "format": "pdf"}

    jawab = client.get(alamat, minta)

    assert jawab.url == reverse("pekerjaan", args=[Pekerjaan.objects.get().uid])
    assert client.get(alamat, minta | {"laporan": "lain"}).status_code == 422
    client.force_login(perencana_lain)
    assert client.get(alamat, minta).status_code == 404


def test_only_a_cascading_is_reported(client, dinas, perencana):
    lain = buat_pohon(dinas, perencana, jenis=JenisPohon.POHON_KINERJA)
    client.force_login(perencana)

    jawab = client.get(
        reverse("laporan-kinerja-berkas", args=[lain.pk]),
        {"laporan": "renaksi", "tahun": 2025, "format": "xlsx"},
    )

    assert jawab.status_code == 422
    assert "dibuat dari dokumen cascading" in jawab.text
