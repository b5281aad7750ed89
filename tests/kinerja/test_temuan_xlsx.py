"""The findings workbook: written anew, readable, and nothing in it runs."""

import io

import openpyxl
import pytest

from kinerja.impor import sesi as langkah
from kinerja.impor.temuan_xlsx import temuan_xlsx
from kinerja.impor.terapkan import terapkan
from tests.factories import PADA
from tests.kinerja.impor_uji import KECIL, LEMBAR, USUL, buku, mulai, putuskan_semua

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
    assert rusak[8] == "13.2918.000"
    assert rusak[9].startswith("H62 angka tidak terbaca: ")


@pytest.mark.parametrize(
    ("mentah", "satuan", "tercetak"),
    [("93,59 %", "%", "93,59 %"), ("55", "Paket", "55 Paket"), ("20 orang", "Orang", "20 orang")],
)
def test_a_unit_typed_with_its_number_is_printed_once(dinas, perencana, mentah, satuan, tercetak):
    baris = ("1", "Program Bencana", "Persentase korban", mentah, satuan, "30.000.000")
    wb = buka(mulai(dinas, perencana, buku(baris)))

    assert isi(wb.worksheets[1])[1][7] == tercetak


def test_decisions_have_a_sheet_that_names_who_applied_them(dinas, perencana):
    sesi = mulai(dinas, perencana)
    assert "Keputusan" not in buka(sesi).sheetnames
    putuskan_semua(sesi)
    langkah.putuskan(sesi, alamat=f"{LEMBAR}!H42", aksi="BIARKAN")
    langkah.putuskan(sesi, alamat=f"{LEMBAR}!H42", aksi="BATAL")
    terapkan(sesi, oleh=perencana, pada=PADA)

    _, *baris = isi(buka(sesi)["Keputusan"])

    assert (LEMBAR, "H62", "13.2918.000", "13.298.000", str(perencana)) in baris
    assert {b[1] for b in baris} == set(USUL)


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
