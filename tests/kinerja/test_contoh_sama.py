"""Our renja samples against the workbooks they retell, where those are at hand."""

import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string

AKAR = Path(__file__).resolve().parents[2]
CONTOH = AKAR / "fixtures" / "contoh"
ASLI = AKAR.parent / "shared" / "data" / "xlsx"
PASANGAN = {
    "renja-kotim-2025.xlsx": "kotim-2025-renja.xlsx",
    "renja-kotim-2025-lebar.xlsx": "kotim-2025-renja-lebar.xlsx",
}
pytestmark = pytest.mark.skipif(not ASLI.exists(), reason="../shared/data is not at hand")


@pytest.fixture(params=sorted(PASANGAN))
def sepasang(request):
    kami = openpyxl.load_workbook(CONTOH / request.param)
    asli = openpyxl.load_workbook(ASLI / PASANGAN[request.param])
    return kami, asli


def _lembar(sepasang):
    kami, asli = sepasang
    return kami.worksheets[0], asli.worksheets[0]


def _semua_sel(lembar):
    return {sel.coordinate: sel for baris in lembar.iter_rows() for sel in baris}


def _isi(sel):
    return (sel.value, sel.data_type, sel.number_format)


def _rupa(sel):
    warna = sel.fill.fgColor.rgb[2:] if sel.fill.patternType else ""
    rata = sel.alignment
    return (
        bool(sel.font.b),
        bool(sel.font.i),
        warna,
        rata.horizontal,
        rata.vertical,
        bool(rata.wrap_text),
        rata.indent,
        sel.border.top.style,
    )


def test_every_cell_holds_the_same_value(sepasang):
    kami, asli = (_semua_sel(lembar) for lembar in _lembar(sepasang))

    beda = {
        alamat: (_isi(kami[alamat]), _isi(sel))
        for alamat, sel in asli.items()
        if alamat not in kami or _isi(kami[alamat]) != _isi(sel)
    }

    assert beda == {}
    assert kami.keys() == asli.keys()


def test_every_filled_cell_looks_the_same(sepasang):
    kami, asli = (_semua_sel(lembar) for lembar in _lembar(sepasang))

    beda = {
        alamat: (_rupa(kami[alamat]), _rupa(sel))
        for alamat, sel in asli.items()
        if sel.value is not None and _rupa(kami[alamat]) != _rupa(sel)
    }

    assert beda == {}


def test_sheet_names_and_merges_are_the_same(sepasang):
    kami, asli = _lembar(sepasang)

    assert kami.title == asli.title
    assert {str(r) for r in kami.merged_cells.ranges} == {str(r) for r in asli.merged_cells.ranges}


def test_panes_titles_and_paper_are_the_same(sepasang):
    kami, asli = _lembar(sepasang)

    assert kami.freeze_panes == asli.freeze_panes
    assert re.sub(r"\W", "", kami.print_title_rows or "") == re.sub(
        r"\W", "", asli.print_title_rows or ""
    )
    assert kami.page_setup.orientation == asli.page_setup.orientation
    assert kami.page_setup.paperSize == asli.page_setup.paperSize


def test_rows_are_as_high_within_one_line_of_text(sepasang):
    kami, asli = _lembar(sepasang)

    for nomor, baris in asli.row_dimensions.items():
        if baris.height:
            assert kami.row_dimensions[nomor].height == pytest.approx(baris.height, abs=15), nomor


def test_columns_are_as_wide_but_for_rounding(sepasang):
    kami, asli = _lembar(sepasang)
    lebar = {
        nomor: kolom.width
        for kolom in kami.column_dimensions.values()
        for nomor in range(kolom.min, kolom.max + 1)
    }

    for huruf, kolom in asli.column_dimensions.items():
        assert lebar[column_index_from_string(huruf)] == pytest.approx(kolom.width, abs=0.75)
