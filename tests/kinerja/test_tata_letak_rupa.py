"""Levels that nothing tells but the looks of the names, and numbers that start anew."""

import pytest
import xlsxwriter

from kinerja.impor.bacaan import PilihanImpor
from kinerja.impor.bacakan import baca_berkas
from tests.kinerja.tabel_uji import KEPALA_GARIS, N, baca, garis, kode, lembar, pohon, tabel

JENJANG = ["program", "kegiatan", "sub_kegiatan", "sub_kegiatan"] * 2
NAMA = [f"Nama {n}" for n in range(8)]
RUPA = {
    "tebal dan miring": ["tebal", "miring", ""],
    "latar": ["latar 92D050", "latar FFFF00", ""],
    "ukuran": ["ukuran 14", "ukuran 12", "ukuran 9"],
    "bertumpuk": ["tebal, latar FFFF00", "tebal", ""],
}


def berupa(rupa: list[str], nomor: list[object] | None = None):
    """The eight rows with a look per level."""
    urut = ["program", "kegiatan", "sub_kegiatan"]
    nomor = nomor or [N] * 8
    baris = [garis(no, nama, N) for no, nama in zip(nomor, NAMA, strict=True)]
    isi = {(r, 1): g for r, j in enumerate(JENJANG, 1) if (g := rupa[urut.index(j)])}
    return lembar(KEPALA_GARIS, *baris, rupa=isi)


@pytest.mark.parametrize("rupa", RUPA.values(), ids=RUPA.keys())
def test_levels_from_looks_alone_and_said(rupa):
    hasil = baca(berupa(rupa))

    assert [s.level for s in hasil.tabel[0].simpul] == JENJANG
    (satu,) = [t for t in hasil.temuan if t.kode == "JENJANG_DITAFSIRKAN"]
    assert "= program (2)" in satu.pesan
    assert "= sub kegiatan (4)" in satu.pesan


def test_numbers_that_say_nothing_leave_it_to_the_looks():
    hasil = baca(berupa(["tebal", "miring", ""], [1, 1, 1, 2, 2, 1, 1, 2]))

    assert [s.level for s in hasil.tabel[0].simpul] == JENJANG


def test_numbers_win_over_looks():
    satu = berupa(
        ["", "tebal", "miring"], ["1", "1.1", "1.1.1", "1.1.2", "2", "2.1", "2.1.1", "2.1.2"]
    )

    hasil = baca(satu)

    assert [s.level for s in hasil.tabel[0].simpul] == JENJANG
    assert "JENJANG_DITAFSIRKAN" not in {k for _, k in kode(hasil)}


def test_two_prominent_rows_that_follow_each_other_are_parent_and_child():
    hasil = baca(berupa(["tebal", "tebal", ""]))

    assert [s.level for s in hasil.tabel[0].simpul] == JENJANG


def test_looks_that_do_not_nest_tell_nothing():
    satu = berupa(["tebal", "miring", ""])
    satu.rupa[3, 1] = satu.rupa[4, 1] = "tebal"

    hasil = baca(satu)

    assert {s.level for s in hasil.tabel[0].simpul} == {None}
    assert "JENJANG_TIDAK_DIKENAL" in {k for _, k in kode(hasil)}


def test_the_guard_tells_the_looks_of_texts(tmp_path):
    jalur = tmp_path / "tebal.xlsx"
    with xlsxwriter.Workbook(jalur) as buku:
        ws = buku.add_worksheet("RENJA")
        ws.write_row(0, 0, KEPALA_GARIS)
        gaya = {
            "program": buku.add_format({"bold": True, "bg_color": "#92D050"}),
            "kegiatan": buku.add_format({"bold": True}),
            "sub_kegiatan": None,
        }
        for r, (nama, j) in enumerate(zip(NAMA, JENJANG, strict=True), 1):
            ws.write_row(r, 1, garis(N, nama, 1)[1:], gaya[j])

    hasil = baca_berkas(jalur, "tebal.xlsx", PilihanImpor(tahun=2025))

    assert [s.level for s in hasil.tabel[0].simpul] == JENJANG
    (satu,) = [t for t in hasil.temuan if t.kode == "JENJANG_DITAFSIRKAN"]
    assert satu.letak.sel == "B2"
    assert "latar 92D050 = program (2)" in satu.pesan


MULAI_LAGI = {
    "bare numbers": ["1", "1.1", "1", "2", "2", "2.1", "1", "2"],
    "as numbers of the sheet": [1, "1.1", 1, 2, 2, "2.1", 1, 2],
    "small letters": ["1", "1.1", "a", "b", "2", "2.1", "a", "b"],
    "brackets": ["1", "1.1", "1)", "2)", "2", "2.1", "1)", "2)"],
    "bullets": ["1", "1.1", "\u2022", "\u2022", "2", "2.1", "\u2022", "\u2022"],
    "dashes": ["1", "1.1", "-", "-", "2", "2.1", "-", "-"],
    "letter before the dot": ["A", "A.1", "A.1.1", "A.1.2", "B", "B.1", "B.1.1", "B.1.2"],
    "small roman": ["1", "a", "i", "ii", "2", "a", "i", "ii"],
    "wide dots": ["1", "1 . 1", "1 . 1 . 1", "1 . 1 . 2", "2", "2 . 1", "2 . 1 . 1", "2 . 1 . 2"],
}


@pytest.mark.parametrize("nomor", MULAI_LAGI.values(), ids=MULAI_LAGI.keys())
def test_numbers_that_start_anew_below_a_kegiatan(nomor):
    hasil = baca(berupa(["", "", ""], nomor))

    assert [s.level for s in hasil.tabel[0].simpul] == JENJANG
    assert "NOMOR_GANDA" not in {k for _, k in kode(hasil)}


def test_the_second_of_a_kegiatan_is_not_program_2():
    nomor = ["2", "2.1", "1", "2", "2.2", "1", "3", "3.1"]
    level = ["program", "kegiatan", "sub_kegiatan", "sub_kegiatan", "kegiatan", "sub_kegiatan"]

    hasil = tabel(berupa(["", "", ""], nomor))

    assert [s.level for s in hasil.simpul] == [*level, "program", "kegiatan"]


def test_numbers_of_the_next_unit_are_programs_again():
    nomor = ["1", "1.1", "1.1.1", "1.1.2", "1", "1.1", "1.1.1", "1.1.2"]

    assert [s.level for s in tabel(berupa(["", "", ""], nomor)).simpul] == JENJANG


def test_the_ninth_letter_is_no_roman_number():
    nomor = [x for n in "ABCDEFGHIJ" for x in (n, "1")]
    baris = [garis(no, f"Nama {i}", N) for i, no in enumerate(nomor)]

    hasil = tabel(lembar(KEPALA_GARIS, *baris))

    assert [s.level for s in hasil.simpul] == ["program", "kegiatan"] * 10


def test_numbers_step_through_columns_below_one_head():
    kepala = ["No", N, N, *KEPALA_GARIS[1:]]
    nomor = [["I", N, N], [N, "A", N], [N, N, 1], [N, N, 2]]
    baris = [[*no, *garis(N, nama, N)[1:]] for no, nama in zip(nomor, NAMA, strict=False)]

    hasil = tabel(lembar(kepala, *baris, gabung=["A1:C1"]))

    assert pohon(hasil.simpul) == [
        ("P1", "program", NAMA[0]),
        ("P1.1", "kegiatan", NAMA[1]),
        ("P1.1.1", "sub_kegiatan", NAMA[2]),
        ("P1.1.2", "sub_kegiatan", NAMA[3]),
    ]


@pytest.mark.parametrize("judul", [N, "#"])
def test_a_number_column_needs_no_head(judul):
    nomor = ["1", "1.1", "1.1.1", "1.1.2", "2", "2.1", "2.1.1", "2.1.2"]
    satu = berupa(["", "", ""], nomor)
    satu.baris[0] = [judul, *KEPALA_GARIS[1:]]

    hasil = tabel(satu)

    assert [s.level for s in hasil.simpul] == JENJANG
    assert hasil.kolom["A"] == "no"
