"""The findings workbook: written anew, readable, and nothing in it runs."""

import io

import openpyxl
import pytest

from kinerja.impor.temuan_xlsx import temuan_xlsx
from tests.kinerja.impor_uji import KECIL, buku, mulai

JAHAT = '=HYPERLINK("http://jahat.example","klik")'


def buka(sesi):
    return openpyxl.load_workbook(io.BytesIO(temuan_xlsx(sesi)))


def isi(lembar) -> list[tuple]:
    return list(lembar.iter_rows(values_only=True))


def test_each_finding_stands_with_its_cell_and_proposals(dinas, perencana):
    wb = buka(mulai(dinas, perencana))

    kepala, *baris = isi(wb["Temuan"])
    assert kepala[:4] == ("Lembar", "Sel", "Temuan", "Bobot")
    usul = {(b[1], b[6]) for b in baris}
    assert {("H43", "32.400.000"), ("H62", "13.298.000"), ("H17", "271.000 di H23")} <= usul
    assert {b[1] for b in baris if b[3] == "Galat"} == {"H43", "H62"}


def test_the_values_read_stand_beside_with_their_marks(dinas, perencana):
    wb = buka(mulai(dinas, perencana))

    baris = isi(wb.worksheets[1])
    assert len(baris) == 64
    assert next(b for b in baris if b[0] == "12")[8] == 58_512_960
    rusak = next(b for b in baris if b[0] == "62")
    assert (rusak[8], rusak[9]) == ("13.2918.000", "H62: ANGKA_TIDAK_TERBACA")


def test_no_text_becomes_a_formula_or_a_link(dinas, perencana):
    jahat = ("1.1.1", JAHAT, "+cmd|' /C calc'!A0", "55", "@SUM(1)", "-2+3")
    sesi = mulai(dinas, perencana, buku(*KECIL[:2], jahat))

    wb = buka(sesi)

    sel = [s for ws in wb for b in ws.iter_rows() for s in b]
    assert JAHAT in [s.value for s in sel]
    assert [s.coordinate for s in sel if s.data_type == "f" or s.hyperlink] == []


@pytest.mark.parametrize("lembar", ["Temuan", "A" * 31, "Renja (2025) & [x]"])
def test_any_sheet_name_can_be_repeated(dinas, perencana, lembar):
    nama = lembar.replace("[", "(").replace("]", ")")
    sesi = mulai(dinas, perencana, buku(*KECIL, lembar=nama))
    sesi.rencana["baris"] = [b | {"lembar": lembar} for b in sesi.rencana["baris"]]

    assert len(buka(sesi).sheetnames) == 2


def test_it_is_downloaded_under_a_plain_name(client, dinas, perencana):
    sesi = mulai(dinas, perencana, buku(*KECIL))
    client.force_login(perencana)

    jawaban = client.get(f"/impor/{sesi.pk}/temuan.xlsx")

    assert jawaban["Content-Disposition"] == f'attachment; filename="temuan-impor-{sesi.pk}.xlsx"'
    assert jawaban.content[:2] == b"PK"
