"""The workbook: merges, numbers, notes under sums, nothing that runs."""

import io

import openpyxl

from cascading.matriks import susun
from cascading.set_kolom import BELANJA_WAJIB_24, DINSOS_13, LENGKAP
from laporan.jenis_cetak import DAFTAR
from tests.cascading.contoh import catatan, isi_matriks, matriks, naskah, pohon, simpul


def lembar(m, nama="Cascading"):
    return openpyxl.load_workbook(io.BytesIO(DAFTAR["cascading"].buat(naskah(m), "A3", "xlsx")))[
        nama
    ]


def cari(ws, isi):
    return next(sel for baris in ws.iter_rows() for sel in baris if sel.value == isi)


def nilai(ws) -> list:
    return [sel.value for baris in ws.iter_rows() for sel in baris if sel.value is not None]


def test_parents_are_real_merges():
    ws = lembar(matriks(8, "dinsos-13"))
    tujuan = cari(ws, matriks(8, "dinsos-13").sel[1][0].teks)

    rentang = next(r for r in ws.merged_cells.ranges if tujuan.coordinate in r)
    assert (rentang.size["rows"], rentang.size["columns"]) == (2, 1)


def test_group_heads_span_their_columns():
    ws = lembar(susun(isi_matriks(pohon(2)), BELANJA_WAJIB_24))

    grup = cari(ws, "Esselon II")
    rentang = next(r for r in ws.merged_cells.ranges if grup.coordinate in r)
    assert rentang.size == {"columns": 5, "rows": 1}


def test_amounts_are_numbers_and_the_total_equals_the_page():
    m = matriks(4)
    ws = lembar(m)

    assert {1_000_000, 2_000_000, 3_000_000, 4_000_000, 10_000_000} <= set(nilai(ws))
    assert cari(ws, m.jumlah.angka).number_format == "#,##0"


def test_a_claim_stands_directly_under_the_sum_even_in_a_single_row():
    ws = lembar(susun(isi_matriks(pohon(1), klaim={"K0": 5, "akar": 7}), LENGKAP))

    tertulis = cari(ws, "tertulis 5")
    assert ws.cell(tertulis.row - 1, tertulis.column).value == 1_000_000
    total = cari(ws, "tertulis 7")
    assert ws.cell(total.row - 1, total.column).value == 1_000_000


def test_a_claim_of_a_tall_parent_stands_under_its_first_row():
    ws = lembar(susun(isi_matriks(pohon(8), klaim={"P0": 5}), LENGKAP))

    tertulis = cari(ws, "tertulis 5")
    assert ws.cell(tertulis.row - 1, tertulis.column).value == 36_000_000


def test_text_that_looks_like_a_formula_stays_text():
    jahat = '=HYPERLINK("http://x","y")'
    ws = lembar(susun(isi_matriks([simpul("P", None, "program", nama=jahat)]), DINSOS_13))

    assert cari(ws, jahat).data_type == "s"


def test_status_and_findings_go_along():
    isi = isi_matriks(pohon(1), catatan=catatan(30))

    assert "KONSEP · status Draf" in nilai(lembar(susun(isi, LENGKAP)))
    ws = lembar(susun(isi, LENGKAP), "Catatan pemeriksaan")
    tertulis = [tuple(baris) for baris in ws.iter_rows(min_row=2, min_col=2, values_only=True)]
    assert tertulis == [(c.jenis, c.letak, c.isi) for c in catatan(30)]


def test_an_empty_document_is_a_readable_workbook():
    assert "CASCADING KINERJA" in nilai(lembar(matriks(0)))
