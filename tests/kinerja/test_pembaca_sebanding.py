"""Our reading agrees with openpyxl, cell by cell, on every workbook at hand."""

import datetime as dt
import re
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from kinerja.aturan import format_sel
from kinerja.impor.pembaca import baca

pytestmark = pytest.mark.lambat

AKAR = Path(__file__).parents[2]
DATA = AKAR.parent / "shared" / "data"
BESAR = 300_000  # bytes; openpyxl needs seconds for these
HARAPAN_TOLAK = ("v12",)


def buku_kerja():
    semua = sorted(DATA.glob("xlsx/*.xlsx")) + sorted(DATA.glob("variants/*.xlsx"))
    semua += sorted((AKAR / "fixtures" / "contoh").glob("renja-*.xlsx"))
    return [
        jalur
        for jalur in semua
        if jalur.stat().st_size < BESAR and not jalur.name.startswith(HARAPAN_TOLAK)
    ]


def tulis_buku(jalur):
    """What offices do to their sheets, written by another library."""
    with xlsxwriter.Workbook(jalur) as buku:
        coret, tebal = buku.add_format({"font_strikeout": True}), buku.add_format({"bold": True})
        persen = buku.add_format({"num_format": "0.00%", "indent": 1})
        tanggal = buku.add_format({"num_format": "dd/mm/yyyy"})
        lembar = buku.add_worksheet("Rencana & anggaran")
        lembar.merge_range("C3:D6", "Program", tebal)
        lembar.write_rich_string("C7", "biasa ", tebal, "tebal", " dan biasa")
        lembar.write_row("C8", ["dicoret", "  spasi  ", "baris\nbaru"], coret)
        lembar.write_row("C9", [0.9359, 1], persen)
        lembar.write_datetime("C10", dt.datetime(2025, 1, 5), tanggal)
        lembar.write_formula("C11", "=SUM(C9:D9)", None, 1.9359)
        lembar.write_row("C12", [True, "372.250.370", 271000, 37.45, "\u201cPelayanan\u201d"])
        lembar.set_row(7, None, None, {"hidden": True})
        lembar.set_column("F:H", None, None, {"hidden": True})
        buku.add_worksheet("Kosong").hide()
        buku.add_worksheet("Sangat tersembunyi").very_hidden()


@pytest.fixture(
    params=[*buku_kerja(), None], ids=lambda jalur: jalur.name if jalur else "xlsxwriter"
)
def pasangan(request, tmp_path):
    """The sheets of a workbook as we read them, each beside openpyxl's."""
    jalur = request.param or tmp_path / "buku.xlsx"
    if request.param is None:
        tulis_buku(jalur)
    buku = baca(jalur, jalur.name)
    banding = openpyxl.load_workbook(jalur, data_only=True)
    rumus = openpyxl.load_workbook(jalur)
    assert [lembar.nama for lembar in buku.lembar] == banding.sheetnames
    return [(lembar, banding[lembar.nama], rumus[lembar.nama]) for lembar in buku.lembar]


def test_values(pasangan):
    for lembar, banding, _ in pasangan:
        for baris in banding.iter_rows():
            for sel in baris:
                kami = lembar.nilai(sel.row - 1, sel.column - 1)
                assert kami == terurai(sel.value), sel.coordinate
        assert len(lembar.baris) <= banding.max_row


def terurai(nilai):
    """openpyxl leaves the escapes of control characters as they are."""
    if isinstance(nilai, str):
        return re.sub(r"_x([0-9A-F]{4})_", lambda kode: chr(int(kode[1], 16)), nilai) or None
    if isinstance(nilai, dt.datetime) and nilai.time() == dt.time():
        return nilai.date()  # openpyxl has no plain dates
    return nilai


def test_merges_hidden_rows_and_columns(pasangan):
    for lembar, banding, _ in pasangan:
        gabungan = {
            (g.min_row - 1, g.min_col - 1, g.max_row - 1, g.max_col - 1)
            for g in banding.merged_cells.ranges
        }
        assert set(lembar.gabungan) == gabungan
        tinggi = banding.row_dimensions
        assert lembar.baris_tersembunyi == {n - 1 for n in tinggi if tinggi[n].hidden}
        kolom = {
            nomor - 1
            for lebar in banding.column_dimensions.values()
            if lebar.hidden
            for nomor in range(lebar.min, lebar.max + 1)
        }
        assert lembar.kolom_tersembunyi == {k for k in kolom if k < banding.max_column}
        assert lembar.tersembunyi == (banding.sheet_state != "visible")


def test_formats_strikes_indents_and_formulas(pasangan):
    for lembar, banding, rumus in pasangan:
        for baris, baris_rumus in zip(banding.iter_rows(), rumus.iter_rows(), strict=True):
            for sel, sel_rumus in zip(baris, baris_rumus, strict=True):
                tempat = (sel.row - 1, sel.column - 1)
                if sel_rumus.value is None:
                    continue
                berarti = format_sel.mengubah_bacaan(sel.number_format)
                assert (tempat in lembar.format) == berarti, sel.coordinate
                assert (tempat in lembar.dicoret) == bool(sel.font.strike), sel.coordinate
                assert lembar.indentasi.get(tempat, 0) == sel.alignment.indent, sel.coordinate
                assert (tempat in lembar.rumus) == (sel_rumus.data_type == "f"), sel.coordinate
