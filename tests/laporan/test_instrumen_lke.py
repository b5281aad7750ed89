"""An instrument goes out as a workbook and comes back; what is wrong is told by its cell."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kinerja.models import Riwayat
from kinerja.pilihan import Peran
from laporan.aturan.bawaan_lke import instrumen_bawaan
from laporan.aturan.instrumen_lke import banding_instrumen
from laporan.evaluasi.baca_instrumen import baca_instrumen
from laporan.evaluasi.buku_instrumen import buku_instrumen
from laporan.models import VersiLke
from tests.factories import buat_pengguna
from tests.laporan.lke_uji import buat_lke, buat_versi

DAFTAR = "lke-instrumen"


@pytest.fixture
def versi(dinas, perencana):
    pembuka = "Alinea satu tentang {lembaga}.\nAlinea dua."
    instrumen = replace(instrumen_bawaan(), pembuka=pembuka)
    return buat_versi(dinas.pemda, perencana, instrumen, tahun_sampai=2026, sumber="Ketikan pemda")


def ubah(isi: bytes, **sel) -> bytes:
    """``Kriteria_D2`` is cell D2 of the sheet Kriteria; "_" in its name is a space."""
    buku = openpyxl.load_workbook(BytesIO(isi))
    for nama, nilai in sel.items():
        lembar, _, alamat = nama.rpartition("_")
        buku[lembar.replace("_", " ")][alamat] = nilai
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def baca(isi: bytes):
    return baca_instrumen(isi, "instrumen.xlsx")


def unggah(client, isi, nama="instrumen.xlsx"):
    berkas = SimpleUploadedFile(nama, isi)
    return client.post(reverse("lke-instrumen-pratinjau"), {"berkas": berkas})


def test_what_goes_out_comes_back_without_a_change(versi):
    bacaan = baca(buku_instrumen(versi))

    assert bacaan.temuan == []
    assert bacaan.instrumen == versi.instrumen
    assert banding_instrumen(versi.instrumen, bacaan.instrumen) == []
    assert (bacaan.nama, bacaan.tahun_mulai, bacaan.tahun_sampai, bacaan.sumber) == (
        "Instrumen uji", 2020, 2026, "Ketikan pemda",
    )  # fmt: skip


def test_numbers_typed_as_numbers_are_read_as_typed(versi):
    isi = ubah(buku_instrumen(versi), Kriteria_D18=15.5, Kriteria_D3=6, Kriteria_D10=8.5)

    bacaan = baca(isi)

    assert [s.bobot for s in bacaan.instrumen.komponen[0].sub] == [
        Decimal(6), Decimal("8.5"), Decimal("15.5"),
    ]  # fmt: skip
    assert bacaan.sah


@pytest.mark.parametrize(
    ("sel", "letak", "kode"),
    [
        ({"Kriteria_D2": "31"}, "Kriteria!B2", "BOBOT_TIDAK_SERATUS"),
        ({"Kriteria_D3": "7"}, "Kriteria!B2", "BOBOT_SUB_TIDAK_COCOK"),
        ({"Kriteria_D3": "enam"}, "Kriteria!D3", "BUKAN_ANGKA"),
        ({"Kriteria_A4": "Butir"}, "Kriteria!A4", "JENJANG_ASING"),
        ({"Kriteria_A2": "Kriteria"}, "Kriteria!A2", "TANPA_INDUK"),
        ({"Kriteria_B5": "1.a.1"}, "Kriteria!B5", "NOMOR_GANDA"),
        ({"Kriteria_C4": None}, "Kriteria!B4", "URAIAN_KOSONG"),
        ({"Kriteria_E4": "mungkin"}, "Kriteria!E4", "BUKAN_YA"),
        ({"Kriteria_F4": "LAIN"}, "Kriteria!B4", "PERKIRAAN_ASING"),
        ({"Kriteria_D1": "Berat"}, "Kriteria!A1", "KOLOM_TIDAK_ADA"),
        ({"Skala_nilai_B2": "120"}, "Skala nilai!A2", "NILAI_DI_LUAR"),
        ({"Skala_nilai_E2": "lima"}, "Skala nilai!E2", "BUKAN_TAHUN"),
        ({"Predikat_D8": None}, "Predikat!A8", "DASAR_BOLONG"),
        ({"Instrumen_B1": None}, "Instrumen!B1", "NAMA_KOSONG"),
        ({"Instrumen_B3": "dua ribu"}, "Instrumen!B3", "BUKAN_TAHUN"),
        ({"Instrumen_B6": "Nilai {angka}"}, "Instrumen!B6", "PEUBAH_ASING"),
    ],
)
def test_what_is_wrong_is_told_by_its_cell(versi, sel, letak, kode):
    bacaan = baca(ubah(buku_instrumen(versi), **sel))

    assert (letak, kode) in {(str(t.letak), t.kode) for t in bacaan.temuan}
    assert not bacaan.sah


def test_a_sheet_that_is_missing_is_told(versi):
    buku = openpyxl.load_workbook(BytesIO(buku_instrumen(versi)))
    del buku["Predikat"]
    keluar = BytesIO()
    buku.save(keluar)

    assert "LEMBAR_TIDAK_ADA" in {t.kode for t in baca(keluar.getvalue()).temuan}


def test_a_preview_shows_differences_and_loads_a_new_version(client, evaluator, versi):
    client.force_login(evaluator)
    isi = ubah(buku_instrumen(versi), Instrumen_B1="Instrumen 2025", Kriteria_C4="Renstra berlaku")

    pratinjau = unggah(client, isi)
    kirim = {"kiriman": pratinjau.context["kiriman"]}
    muat = client.post(reverse("lke-instrumen-pemuatan"), kirim)

    assert "1 perubahan" in pratinjau.content.decode()
    assert muat.status_code == 302
    baru = VersiLke.objects.get(nama="Instrumen 2025")
    assert next(baru.instrumen.kriteria).teks == "Renstra berlaku"
    assert Riwayat.objects.filter(kata_kerja="tambah versilke").count() == 2
    assert VersiLke.objects.get(pk=versi.pk).instrumen == versi.instrumen


def test_the_same_workbook_changes_nothing(client, evaluator, versi):
    client.force_login(evaluator)

    pratinjau = unggah(client, buku_instrumen(versi))
    client.post(reverse("lke-instrumen-pemuatan"), {"kiriman": pratinjau.context["kiriman"]})

    assert "0 perubahan" in pratinjau.content.decode()
    assert VersiLke.objects.count() == 1


def test_a_workbook_with_findings_is_not_offered(client, evaluator, versi):
    client.force_login(evaluator)

    jawaban = unggah(client, ubah(buku_instrumen(versi), Kriteria_D2="31"))

    assert jawaban.status_code == 422
    assert "Bobot komponen berjumlah 101" in jawaban.content.decode()
    assert jawaban.context["kiriman"] == ""


@pytest.mark.parametrize("isi", [b"", b"bukan buku kerja", b"PK\x03\x04rusak"])
def test_what_is_no_workbook_is_refused(client, evaluator, versi, isi):
    client.force_login(evaluator)

    assert unggah(client, isi).status_code == 422


def test_only_our_own_preview_is_loaded(client, evaluator, versi):
    client.force_login(evaluator)

    client.post(reverse("lke-instrumen-pemuatan"), {"kiriman": "{}:palsu"})

    assert VersiLke.objects.count() == 1


def test_the_default_is_one_click(client, evaluator, dinas):
    client.force_login(evaluator)

    client.post(reverse("lke-instrumen-pemuatan"), {"bawaan": "1"})
    teks = client.get(reverse(DAFTAR)).content.decode()

    assert VersiLke.objects.get().instrumen == instrumen_bawaan()
    assert "2022–seterusnya" in teks
    assert "Muat instrumen bawaan" not in teks


def test_a_version_in_use_is_given_out_but_not_deleted(client, evaluator, perencana, dinas, versi):
    buat_lke(dinas, perencana, versi=versi)
    client.force_login(evaluator)

    unduh = client.get(reverse("lke-instrumen-unduh", args=[versi.pk]))
    client.post(reverse("lke-instrumen-penghapusan", args=[versi.pk]))

    assert baca(unduh.content).instrumen == versi.instrumen
    assert VersiLke.objects.filter(pk=versi.pk).exists()
    assert "Hapus" not in client.get(reverse(DAFTAR)).content.decode()


def test_who_keeps_instruments(client, dinas, perencana, versi):
    lain = buat_pengguna("org", Peran.BAGIAN_ORGANISASI, di=dinas.pemda)
    di_dinas = buat_pengguna("itko", Peran.INSPEKTORAT, di=dinas)

    for siapa, status in ((perencana, 403), (di_dinas, 403), (lain, 200)):
        client.force_login(siapa)
        assert client.get(reverse(DAFTAR)).status_code == status
    client.logout()
    assert client.get(reverse(DAFTAR)).status_code == 302


def test_another_pemdas_instrument_is_not_there(client, evaluator, perencana):
    from tests.factories import buat_pemda

    asing = buat_versi(buat_pemda("Kabupaten Lain", "62.03"), perencana)
    client.force_login(evaluator)

    for nama in ("unduh", "penghapusan"):
        alamat = reverse(f"lke-instrumen-{nama}", args=[asing.pk])
        cara = client.get if nama == "unduh" else client.post
        assert cara(alamat).status_code == 404
