"""Values of a table in their place: money, targets, units, formulas, hidden things, years."""

import datetime as dt

from kinerja.aturan.temuan import Tingkat
from tests.kinerja.tabel_uji import KEPALA_GARIS, KEPALA_LEBAR, N, baca, garis, kode, lembar

A, B = garis("1", "Program", 60_000_000), garis("1.1", "Kegiatan", 60_000_000)


def dengan(**isi):
    """Findings of one sub kegiatan below a program and its kegiatan (row 4)."""
    pagu = isi.pop("pagu", 60_000_000)
    return kode(baca(lembar(KEPALA_GARIS, A, B, garis("1.1.1", "Sub", pagu, **isi))))


def test_a_clean_table_has_no_findings():
    assert dengan() == set()


def test_units():
    assert dengan(target="5 Orang") == {("E4", "SATUAN_DALAM_NILAI")}
    assert dengan(target="90%", satuan=N) == set()
    assert dengan(target=5, satuan=N) == {("F4", "SATUAN_KOSONG")}


def test_a_unit_inside_the_value_is_fine_where_no_column_holds_it():
    kepala = ["Program", "Kegiatan", "Sub Kegiatan", "Indikator", "Target", "Pagu"]

    hasil = baca(lembar(kepala, ["P", "K", "S", "J", "33 Orang / Bulan", 60_000_000]))

    assert kode(hasil) == set()
    assert hasil.tabel[0].simpul[-1].indikator[0].satuan == "Orang / Bulan"


def test_a_value_without_unit_where_no_column_holds_it():
    kepala = ["Program", "Kegiatan", "Sub Kegiatan", "Indikator", "Target", "Pagu"]

    assert kode(baca(lembar(kepala, ["P", "K", "S", "J", "1", 60_000_000]))) == {
        ("E2", "SATUAN_KOSONG")
    }


def test_empty_cells():
    assert dengan(target=N) == {("E4", "TARGET_KOSONG")}
    assert ("G4", "PAGU_KOSONG") in dengan(pagu=N)
    assert dengan(indikator=N) == {("D4", "INDIKATOR_KOSONG")}


def test_an_empty_amount_above_the_lowest_level_is_nobodys_fault():
    hasil = baca(
        lembar(KEPALA_GARIS, garis("1", "P", N), garis("1.1", "K", N), garis("1.1.1", "S", 0))
    )

    assert kode(hasil) == set()


def test_a_date_in_a_number_cell():
    assert dengan(target=dt.date(2025, 5, 1)) == {("E4", "TANGGAL_DI_ANGKA")}


def test_texts_too_long_for_their_field():
    assert dengan(indikator="x" * 4001) == {("D4", "TEKS_TERLALU_PANJANG")}


def test_formulas_and_errors():
    sub = garis("1.1.1", "Sub", N)
    isi = lembar(
        KEPALA_GARIS, A, B, sub,
        rumus={(1, 6): "=G3", (2, 6): "='[1]DPA'!A1", (3, 6): "=G9"}, tanpa_nilai={(3, 6)},
        galat={(3, 4): "#REF!"},
    )  # fmt: skip
    isi.baris[3][4] = "#REF!"

    assert kode(baca(isi)) >= {
        ("G2", "RUMUS_DIPAKAI_NILAI"),
        ("G3", "RUMUS_TAUTAN_LUAR"),
        ("G4", "RUMUS_TANPA_NILAI"),
        ("E4", "SEL_GALAT"),
    }


def test_hidden_rows_and_columns_are_said_and_not_loaded():
    sub = [garis("1.1.1", "Sub 1", 40_000_000), garis("1.1.2", "Sub 2", 20_000_000)]
    isi = lembar(KEPALA_GARIS, A, B, *sub, baris_tersembunyi={4}, kolom_tersembunyi={2})

    hasil = baca(isi)

    assert [s.nama for s in hasil.tabel[0].simpul] == ["Program", "Kegiatan", "Sub 1"]
    assert kode(hasil) == {
        ("C1", "KOLOM_TERSEMBUNYI"), ("A5", "BARIS_TERSEMBUNYI"), ("G3", "PAGU_TIDAK_COCOK")
    }  # fmt: skip


def test_a_sum_beside_hidden_rows_proves_nothing():
    sub = [garis("1.1.1", "Sub 1", 600_000_000), garis("1.1.2", "Sub 2", 20_000_000)]

    hasil = baca(lembar(KEPALA_GARIS, A, B, *sub, baris_tersembunyi={4}))

    assert [t.usul for t in hasil.temuan if t.kode == "PAGU_TIDAK_COCOK"] == [()]


def test_hidden_things_are_loaded_when_asked_for():
    sub = garis("1.1.1", "Sub", 60_000_000)

    hasil = baca(lembar(KEPALA_GARIS, A, B, sub, kolom_tersembunyi={2}), dengan_tersembunyi=True)

    assert hasil.tabel[0].simpul[0].kinerja == "Terlaksananya"


def test_children_of_a_hidden_parent_stand_at_the_top():
    hasil = baca(lembar(KEPALA_GARIS, A, B, baris_tersembunyi={1}))

    assert [(s.nama, s.induk) for s in hasil.tabel[0].simpul] == [("Kegiatan", None)]


def test_the_year_is_the_chosen_one_else_the_printed_one():
    isi = ["Renja Tahun 2026"], KEPALA_GARIS, A, B

    dipilih, tercetak = baca(lembar(*isi), tahun=2025), baca(lembar(*isi), tahun=None)

    assert list(dipilih.tabel[0].simpul[0].pagu) == ["2025"]
    assert ("A1", "TAHUN_BERBEDA") in kode(dipilih)
    assert list(tercetak.tabel[0].simpul[0].pagu) == ["2026"]
    assert kode(tercetak) == set()


def test_without_any_year_the_periode_or_nothing_decides():
    isi = lembar(KEPALA_GARIS, A, B)

    assert list(baca(isi, tahun=None, tahun_awal=2027).tabel[0].simpul[0].pagu) == ["2027"]
    assert list(baca(isi, tahun=None).tabel[0].simpul[0].pagu) == [""]


def test_findings_of_wide_tables_stand_at_their_cells():
    baris = [1, "P", "K", "S", "J", "BB", "Persen", "32.400.0000"]

    hasil = baca(lembar(KEPALA_LEBAR, baris))

    assert kode(hasil) == {("F2", "NILAI_HURUF"), ("H2", "ANGKA_TIDAK_TERBACA")}
    assert [t.tingkat for t in hasil.temuan if t.letak.sel == "H2"] == [Tingkat.GALAT]
