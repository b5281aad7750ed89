"""A table of positions through the preview into its cascading per jabatan, and back out."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.contoh.fakta import peta_jabatan
from kinerja.impor import sesi as langkah
from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.models import KotakJabatan, PetaJabatan, Pohon, Riwayat
from kinerja.pilihan import StatusSesiImpor
from tests.factories import PADA, buat_periode, buat_pohon
from tests.kinerja.impor_uji import buku, mulai

DAFTAR = ("kinerja_utama", "indikator")
KEPALA = ("ID", "Atasan", "Level Jabatan", "Jabatan", "Kinerja Utama", "Indikator Kinerja")
KECIL = (
    ("KD", "", "Kepala Dinas", "Kepala Dinas", "Meningkatnya kesejahteraan", "Indeks sejahtera"),
    ("B1", "KD", "Kepala Bidang", "Kepala Bidang Satu", "1. Satu\n2. Dua", "1. A\n2. B\n3. C"),
    ("S1", "B1?", "Kepala Seksi", "Kepala Seksi (dugaan)", "Tiga", "Jumlah tiga"),
)  # fmt: skip


def terbit():
    """The published map as a workbook with numbered lists in its cells."""
    return [
        (
            k["nomor"], k["induk"] or "", k["tingkat"], k["nama"],
            *("\n".join(f"{n}. {t}" for n, t in enumerate(k[m], 1)) for m in DAFTAR),
        )
        for k in peta_jabatan()["kotak"]
    ]  # fmt: skip


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


def unggah(dinas, perencana, *baris, **lain):
    isi = buku(*(baris or KECIL), judul="CASCADING", kepala=KEPALA)
    return mulai(dinas, perencana, isi, nama_berkas="jabatan.xlsx", **lain)


def muat(dinas, perencana, *baris, **lain):
    sesi = unggah(dinas, perencana, *baris, **lain)
    terapkan(sesi, oleh=perencana, pada=PADA)
    return sesi


def isi_peta(peta):
    return [
        (k.nomor, k.induk.nomor if k.induk else "", k.nama, k.tingkat, k.kinerja_utama, k.indikator)
        for k, _ in peta.susunan()
    ]


def test_the_published_map_loads_with_its_lists_as_printed(dinas, perencana):
    sesi = unggah(dinas, perencana, *terbit())
    assert sesi.rencana["ringkasan"]["baru"] == 10
    terapkan(sesi, oleh=perencana, pada=PADA)

    peta = PetaJabatan.objects.get()
    isi = {k.nomor: (k.kinerja_utama, k.indikator) for k, _ in peta.susunan()}
    assert isi == {k["nomor"]: tuple(k[m] for m in DAFTAR) for k in peta_jabatan()["kotak"]}
    assert sesi.status == StatusSesiImpor.DITERAPKAN
    assert not Pohon.objects.exists()


def test_lists_parents_and_guesses_are_kept(dinas, perencana):
    muat(dinas, perencana)

    peta = PetaJabatan.objects.get()
    assert isi_peta(peta) == [
        ("KD", "", "Kepala Dinas", "Kepala Dinas", ["Meningkatnya kesejahteraan"],
         ["Indeks sejahtera"]),
        ("B1", "KD", "Kepala Bidang Satu", "Kepala Bidang", ["Satu", "Dua"], ["A", "B", "C"]),
        ("S1", "B1", "Kepala Seksi", "Kepala Seksi", ["Tiga"], ["Jumlah tiga"]),
    ]  # fmt: skip
    ragu = {k.nomor: (k.nama_dugaan, k.induk_dugaan) for k, _ in peta.susunan()}
    assert ragu == {"KD": (False, False), "B1": (False, False), "S1": (True, True)}


def test_the_same_workbook_again_changes_nothing(dinas, perencana, siapa):
    muat(dinas, perencana)

    lagi = unggah(dinas, perencana)

    assert lagi.rencana["ringkasan"]["sama"] == 3
    assert lagi.rencana["ringkasan"]["perubahan"] == 0
    with pytest.raises(AturanDilanggar, match="sudah sama"):
        terapkan(lagi, **siapa)


def test_what_changed_is_listed_and_what_is_empty_stays(dinas, perencana, siapa):
    muat(dinas, perencana)
    baru = (
        ("KD", "", "", "Kepala Dinas Sosial", "", "Indeks baru"),
        ("B1", "KD", "Kepala Bidang", "Kepala Bidang Satu", "1. Satu\n2. Dua", "1. A\n2. B\n3. C"),
        ("S1", "KD", "Kepala Seksi", "Kepala Seksi (dugaan)", "Tiga", "Jumlah tiga"),
    )

    sesi = unggah(dinas, perencana, *baru)

    nasib = {b["nama"]: (b["nasib"], b["beda"]) for b in sesi.rencana["baris"]}
    assert nasib["Kepala Dinas Sosial"] == (
        "BERUBAH",
        [["Nama jabatan", "Kepala Dinas", "Kepala Dinas Sosial"],
         ["Indikator kinerja", "Indeks sejahtera", "Indeks baru"]],
    )  # fmt: skip
    assert nasib["Kepala Bidang Satu"][0] == "SAMA"
    assert nasib["Kepala Seksi"][0] == "DIPINDAH"
    terapkan(sesi, **siapa)
    kepala = KotakJabatan.objects.get(nomor="KD")
    assert kepala.kinerja_utama == ["Meningkatnya kesejahteraan"]
    assert KotakJabatan.objects.get(nomor="S1").induk == kepala


def test_a_doubtful_parent_is_a_question_and_its_answer_settles_it(dinas, perencana, siapa):
    sesi = unggah(dinas, perencana)
    tanya = {t["kode"]: t for t in sesi.rencana["temuan"]}

    atasan = tanya["INDUK_MERAGUKAN"]
    assert [u["nilai"] for u in atasan["usul"]] == ["B1", "KD"]
    assert tanya["NAMA_DUGAAN"]["usul"][0]["nilai"] == "Kepala Seksi"
    langkah.putuskan(sesi, alamat=f"Renja!{atasan['sel']}", aksi="ISI", nilai="KD")
    assert "INDUK_MERAGUKAN" not in {t["kode"] for t in sesi.rencana["temuan"]}
    terapkan(sesi, **siapa)

    seksi = KotakJabatan.objects.get(nomor="S1")
    assert (seksi.induk.nomor, seksi.induk_dugaan) == ("KD", False)


def test_a_parent_that_is_not_written_is_asked_for(dinas, perencana):
    sesi = unggah(
        dinas, perencana, *KECIL[:2],
        ("S1", "", "Kepala Seksi", "Kepala Seksi Satu", "Menyelenggarakan satu", "Jumlah satu"),
    )  # fmt: skip

    (tanya,) = [t for t in sesi.rencana["temuan"] if t["kode"] == "INDUK_MERAGUKAN"]
    assert {u["nilai"] for u in tanya["usul"]} == {"KD", "B1"}


def test_a_head_that_says_dugaan_marks_the_whole_column(dinas, perencana, siapa):
    kepala = ("ID", "Atasan (dugaan)", "Jabatan (dugaan)", "Kinerja Utama", "Indikator Kinerja")
    isi = buku(
        ("KD", "", "Kepala Dinas", "Satu", "A"), ("B1", "KD", "Kepala Bidang", "Dua", "B"),
        judul="CASCADING", kepala=kepala,
    )  # fmt: skip
    sesi = mulai(dinas, perencana, isi, nama_berkas="jabatan.xlsx")
    terapkan(sesi, **siapa)

    ragu = {k.nomor: (k.nama_dugaan, k.induk_dugaan) for k in KotakJabatan.objects.all()}
    assert ragu == {"KD": (True, False), "B1": (True, True)}


def test_an_import_is_undone_once_and_not_over_later_edits(dinas, perencana, siapa):
    sesi = muat(dinas, perencana)
    kotak = KotakJabatan.objects.get(nomor="S1")
    kotak.ubah({"nama": "Diubah"}, **siapa)
    with pytest.raises(AturanDilanggar, match="sudah diubah sesudah itu"):
        batalkan(sesi, **siapa)
    kotak.ubah({"nama": "Kepala Seksi"}, **siapa)

    batalkan(sesi, **siapa)

    assert not KotakJabatan.objects.exists()
    assert Riwayat.objects.filter(kata_kerja="batalkan petajabatan").count() == 1
    with pytest.raises(AturanDilanggar, match="sudah dibatalkan"):
        batalkan(sesi, **siapa)


def test_a_plan_that_somebody_overtook_is_refused(dinas, perencana, siapa):
    muat(dinas, perencana)
    sesi = unggah(dinas, perencana, ("KD", "", "", "Kepala Dinas Baru", "", ""), *KECIL[1:])
    KotakJabatan.objects.get(nomor="B1").ubah({"indikator": ["Lain"]}, **siapa)

    with pytest.raises(AturanDilanggar, match="berubah sesudah pratinjau"):
        terapkan(sesi, **siapa)
    langkah.perbarui(sesi)
    terapkan(sesi, **siapa)


def test_into_the_map_of_a_chosen_document(dinas, perencana, siapa):
    pohon = buat_pohon(dinas, perencana, judul="Belanja Wajib")

    muat(dinas, perencana, pohon=pohon)

    peta = PetaJabatan.objects.get()
    assert (peta.judul, peta.periode) == ("Belanja Wajib", pohon.periode)
    pohon.refresh_from_db()
    assert pohon.versi == 1


def test_the_pages_lead_from_preview_to_map_and_back(client, dinas, perencana):
    sesi = unggah(dinas, perencana)
    client.force_login(perencana)
    pratinjau = client.get(reverse("impor-pratinjau", args=[sesi.pk])).content.decode()
    assert "cascading per jabatan" in pratinjau
    assert "Kepala Bidang Satu" in pratinjau
    assert "induk belum pasti" in pratinjau

    hasil = client.post(reverse("impor-penerapan", args=[sesi.pk]), follow=True).content.decode()

    peta = PetaJabatan.objects.get()
    assert reverse("peta-jabatan", args=[peta.pk]) in hasil
    assert "3 kotak" in hasil
    client.post(reverse("impor-pembatalan", args=[sesi.pk]))
    akhir = client.get(reverse("impor-pratinjau", args=[sesi.pk])).content.decode()
    assert "Dibatalkan" in akhir
    assert not peta.kotak.exists()
    assert client.get(reverse("impor")).status_code == 200


def test_the_command_loads_it_too(dinas, perencana, tmp_path):
    buat_periode()
    keluaran, berkas = StringIO(), tmp_path / "jabatan.xlsx"
    berkas.write_bytes(buku(*terbit(), judul="CASCADING", kepala=KEPALA))

    call_command(
        "impor", str(berkas), baru=dinas.kode, periode="2025-2029", oleh="perencana",
        terapkan=True, json=True, stdout=keluaran,
    )  # fmt: skip

    isi = json.loads(keluaran.getvalue())
    assert isi["peta_jabatan"] == PetaJabatan.objects.get().pk
    assert (isi["pohon"], isi["perubahan"]) == (None, 10)
