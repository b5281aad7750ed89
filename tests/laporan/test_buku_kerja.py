"""The round-trip workbook as it goes out: sheets, choices, locks, texts as typed."""

import io

import openpyxl
import pytest

from kinerja.models import Pohon, Unit
from kinerja.pilihan import JenisPohon
from laporan.ekspor.buku_kerja import buku_kerja
from tests.factories import PADA, buat_pohon
from tests.laporan.buku_kerja_uji import berisi, unduh, unggah


@pytest.fixture
def isi(pohon, perencana):
    return berisi(pohon, perencana)


@pytest.fixture
def buku(pohon, isi):
    return unduh(pohon)


def test_the_sheets_stand_in_the_order_of_work_and_the_copy_is_hidden(buku):
    nama = buku.buku.sheetnames

    assert nama == ["Pohon", "Indikator", "Target", "Anggaran", "Petunjuk", "Referensi", "_asal"]
    assert buku.buku["_asal"].sheet_state == "veryHidden"


def test_every_cell_is_text_as_it_was_typed(buku):
    kolom = buku.kolom("Anggaran")
    r = buku.baris("Anggaran", sumber_dana="DAK")
    sel = buku.buku["Anggaran"].cell(r, kolom["nilai_2025"])

    assert (sel.value, sel.data_type, sel.number_format) == ("Rp 1.000.000,00", "s", "@")
    assert buku.baris("Target", triwulan="Setahun", target_2026="93,50")
    assert buku.baris("Pohon", nomor="1.10")


def test_text_that_looks_like_a_formula_stays_text(pohon, isi, perencana):
    pohon.ubah(isi["KEDUA"], {"nama": "=1+1"}, oleh=perencana, pada=PADA)

    buku = unduh(pohon)
    sel = buku.buku["Pohon"].cell(buku.baris("Pohon", nama="=1+1"), buku.kolom("Pohon")["nama"])

    assert (sel.data_type, sel.quotePrefix) == ("s", True)


def test_keys_are_locked_and_hidden_and_the_rest_may_be_written(buku):
    lembar, kolom = buku.buku["Pohon"], buku.kolom("Pohon")

    def terkunci(kunci):
        return lembar.cell(3, kolom[kunci]).protection.locked

    assert lembar.protection.sheet
    assert not lembar.protection.password
    assert [terkunci(k) for k in ("uid", "versi", "id")] == [True, True, True]
    assert [terkunci(k) for k in ("jenjang", "induk", "nama")] == [False, False, False]
    rentang = [(d.min, d.max) for d in lembar.column_dimensions.values() if d.hidden]
    assert {c for awal, akhir in rentang for c in range(awal, akhir + 1)} == {1, 2, 3}
    assert lembar.row_dimensions[1].hidden
    assert lembar.freeze_panes == "G3"


def test_choices_are_offered_as_lists(pohon, isi, dinas):
    Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama="Bidang Rehabilitasi")

    buku = unduh(pohon)

    daftar = list(buku.buku["Pohon"].data_validations.dataValidation)
    assert {d.formula1.partition("!")[0] for d in daftar} == {"'Referensi'", "'Pohon'"}
    isi_referensi = [[sel.value for sel in kolom] for kolom in buku.buku["Referensi"].columns]
    pilihan = {k[0]: [v for v in k[1:] if v] for k in isi_referensi}
    assert pilihan["Unit"] == ["Bidang Rehabilitasi"]
    assert pilihan["Sumber dana"] == ["APBD", "DAK"]
    assert pilihan["Arah"][0] == "Makin tinggi makin baik"
    assert "Kondisi" not in pilihan["Jenjang"]


def test_heads_explain_themselves(buku):
    kepala = buku.buku["Pohon"].cell(2, buku.kolom("Pohon")["induk"])

    assert kepala.value == "Induk"
    assert "memindahkan" in kepala.comment.text


def test_the_same_document_gives_the_same_bytes(pohon, isi):
    satu = Pohon.objects.get(pk=pohon.pk)

    assert buku_kerja(satu) == buku_kerja(satu)


@pytest.mark.parametrize("jenis", list(JenisPohon))
def test_an_empty_document_of_any_kind_gives_a_form_to_fill_in(dinas, perencana, jenis):
    pohon = buat_pohon(dinas, perencana, jenis)

    buku = unduh(pohon)
    sesi = unggah(pohon, perencana, buku)

    assert buku.buku["Pohon"].max_row == 2
    assert buku.kolom("Target")["target_2029"]
    assert sesi.rencana["ringkasan"]["perubahan"] == 0
    assert sesi.rencana["temuan"] == []


def test_the_status_is_written_in_words(pohon, isi):
    petunjuk = openpyxl.load_workbook(io.BytesIO(buku_kerja(pohon)))["Petunjuk"]

    assert "Status Draf." in petunjuk["A2"].value
