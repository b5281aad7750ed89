"""Outlines: the level of each row, its parent, what rows without a name mean."""

import pytest

from tests.kinerja.tabel_uji import KEPALA_GARIS, N, baca, garis, kode, lembar, pohon, tabel

TIGA = [
    ("P1", "program", "Rehabilitasi"),
    ("P1.1", "kegiatan", "Dasar"),
    ("P1.1.1", "sub_kegiatan", "Permakanan"),
    ("P1.1.2", "sub_kegiatan", "Sandang"),
    ("P2", "program", "Pemberdayaan"),
    ("P2.1", "kegiatan", "PSKS"),
    ("P2.1.1", "sub_kegiatan", "Karang Taruna"),
]
NAMA = [nama for _, _, nama in TIGA]
PENOMORAN = {
    "bertitik": ["1", "1.1", "1.1.1", "1.1.2", "2", "2.1", "2.1.1"],
    "bertitik di akhir": ["1.", "1.1.", "1.1.1.", "1.1.2.", "2.", "2.1.", "2.1.1."],
    "romawi": ["I", "A", "1", "2", "II", "A", "1"],
    "berkurung": ["A", "1", "a)", "b)", "B", "1", "a)"],
    "lebih dalam": ["1.1", "1.1.1", "1.1.1.1", "1.1.1.2", "1.2", "1.2.1", "1.2.1.1"],
}
KODE = [
    "1.06.04", "1.06.04.2.01", "1.06.04.2.01.0001", "1.06.04.2.01.0002",
    "1.06.02", "1.06.02.2.03", "1.06.02.2.03.0001",
]  # fmt: skip


@pytest.mark.parametrize("nomor", PENOMORAN.values(), ids=PENOMORAN.keys())
def test_levels_from_numbers(nomor):
    baris = [garis(no, nama, N) for no, nama in zip(nomor, NAMA, strict=True)]

    assert pohon(tabel(lembar(KEPALA_GARIS, *baris)).simpul) == TIGA


def test_levels_from_codes():
    kepala = ["Kode", "Uraian", "Indikator", "Target", "Satuan", "Pagu"]
    baris = [[k, n, "Jumlah", 1, "Dok", N] for k, n in zip(KODE, NAMA, strict=True)]

    hasil = tabel(lembar(kepala, ["1", "URUSAN WAJIB"], ["1.06", "SOSIAL"], *baris))

    assert pohon(hasil.simpul) == TIGA
    assert [s.kode for s in hasil.simpul] == KODE


def test_codes_spread_over_columns():
    kepala = ["Kode", N, N, N, N, "Program / Kegiatan / Sub Kegiatan", "Pagu"]
    baris = [
        [1, "06", "04", N, N, "Rehabilitasi", 50_000_000],
        [1, "06", "04", "2.01", N, "Dasar", 50_000_000],
        [1, "06", "04", "2.01", "0001", "Permakanan", 50_000_000],
    ]

    hasil = tabel(lembar(kepala, *baris, gabung=["A1:E1"]))

    assert pohon(hasil.simpul) == TIGA[:3]
    assert hasil.simpul[2].kode == "1.06.04.2.01.0001"


def test_codes_in_front_of_names():
    kepala = ["Program / Kegiatan / Sub Kegiatan", "Pagu (Rp)", "Ket."]
    baris = [[f"{k} {n}", N] for k, n in zip(KODE, NAMA, strict=True)]

    assert pohon(tabel(lembar(kepala, *baris)).simpul) == TIGA


def test_levels_from_the_words_of_names():
    kepala = ["Uraian", "Indikator", "Target", "Pagu"]
    nama = ["Program Rehabilitasi", "Kegiatan Dasar", "Sub Kegiatan Permakanan"]

    hasil = tabel(lembar(kepala, *[[n, "Jumlah", "1 Dok", N] for n in nama]))

    assert [s.level for s in hasil.simpul] == ["program", "kegiatan", "sub_kegiatan"]


@pytest.mark.parametrize("cara", ["spasi", "gaya"])
def test_levels_from_indentation(cara):
    dalam = [0, 1, 2, 2, 0, 1, 2]
    kepala = ["Program / Kegiatan / Sub Kegiatan", "Indikator", "Target", "Pagu"]
    awal = [d * 4 if cara == "spasi" else 0 for d in dalam]
    baris = [[" " * a + n, "Jumlah", "1 Dok", N] for a, n in zip(awal, NAMA, strict=True)]
    gaya = {(i + 1, 0): d for i, d in enumerate(dalam) if d and cara == "gaya"}

    assert pohon(tabel(lembar(kepala, *baris, indentasi=gaya)).simpul) == TIGA


def test_a_parent_that_is_not_printed_leaves_no_finding():
    hasil = baca(lembar(KEPALA_GARIS, *[garis(f"1.1.{i}", f"Sub {i}", 50_000 + i) for i in (1, 2)]))

    assert [(s.level, s.induk) for s in hasil.tabel[0].simpul] == [("sub_kegiatan", None)] * 2


def test_a_number_below_another_programs_number_has_no_parent_here():
    baris = [garis("1", "Program", N), garis("1.1", "Kegiatan", N), garis("3.1", "Yatim", N)]

    hasil = tabel(lembar(KEPALA_GARIS, *baris))

    assert [s.induk for s in hasil.simpul] == [N, "P1", N]


def test_a_row_without_number_and_name_adds_an_indicator():
    baris = [garis("1", "Program A", N), [N, N, N, "Indikator kedua", 5, "Orang", N]]

    hasil = baca(lembar(KEPALA_GARIS, *baris))

    (satu,) = hasil.tabel[0].simpul
    assert [i.teks for i in satu.indikator] == ["Jumlah", "Indikator kedua"]
    assert ("D3", "INDIKATOR_TAMBAHAN") in kode(hasil)


def test_an_unnumbered_row_among_numbered_ones_is_flagged_and_kept():
    baris = [
        garis("1", "A", N),
        garis("1.1", "B", N),
        garis("1.1.1", "C", 70_000),
        garis(N, "D", 70_000),
    ]

    hasil = baca(lembar(KEPALA_GARIS, *baris))

    assert hasil.tabel[0].simpul[-1].level == "sub_kegiatan"
    assert ("A5", "NOMOR_KOSONG") in kode(hasil)


def test_numbers_typed_as_numbers_are_flagged():
    hasil = baca(lembar(KEPALA_GARIS, garis(1, "A", N), garis(1.1, "B", N), garis(1.2, "C", N)))

    assert {s for s, k in kode(hasil) if k == "NOMOR_BUKAN_TEKS"} == {"A3", "A4"}
    assert [s.level for s in hasil.tabel[0].simpul] == ["program", "kegiatan", "kegiatan"]


def test_repeats_and_double_numbers():
    baris = [
        garis("1", "Program", N),
        garis("1.1", "Kegiatan", N),
        garis("1.1.1", "Sub X", 70_000),
        garis("1.1.1", "Sub X", 70_000),
        garis("1.1.2", "Sub X", 80_000),
        garis("1.1.2", "Sub Y", 80_000),
    ]

    hasil = baca(lembar(KEPALA_GARIS, *baris))

    assert {k for k in kode(hasil) if k[1].startswith(("DUPLIKAT", "NOMOR"))} == {
        ("B5", "DUPLIKAT_PERSIS"), ("B6", "DUPLIKAT_NAMA_BEDA_ISI"), ("A7", "NOMOR_GANDA")
    }  # fmt: skip
    assert [s.nama for s in hasil.tabel[0].simpul[2:]] == ["Sub X", "Sub X", "Sub Y"]


def test_a_sasaran_in_its_own_column_before_the_names_is_a_parent():
    kepala = ["Sasaran", "Kode", "Program / Kegiatan / Sub Kegiatan", "Indikator", "Pagu"]
    baris = [
        ["A" if not i else N, k, n, "J", N] for i, (k, n) in enumerate(zip(KODE, NAMA, strict=True))
    ]
    baris[4][0] = "B"

    hasil = tabel(lembar(kepala, *baris, gabung=["A2:A5", "A6:A8"]))

    assert [(s.level, s.kinerja or s.nama) for s in hasil.simpul if s.induk is None] == [
        ("sasaran", "A"), ("sasaran", "B")
    ]  # fmt: skip
    assert hasil.jumlah["program"] == 2


def test_sub_kegiatan_in_a_column_beside_the_outline():
    kepala = ["No", "Program / Kegiatan", "Sub Kegiatan", "Indikator", "Target", "Pagu"]
    baris = [
        ["1", "Rehabilitasi", N, "J", "1 Dok", N],
        ["1.1", "Dasar", N, "J", "1 Dok", N],
        [N, N, "Permakanan", "J", "1 Dok", N],
        [N, N, "Sandang", "J", "1 Dok", N],
    ]

    assert pohon(tabel(lembar(kepala, *baris)).simpul) == TIGA[:4]


def test_a_ditto_mark_repeats_the_cell_above():
    baris = [garis("1", "Program", N)]
    baris += [garis(f"1.{i}", f"Kegiatan {i}", N, sasaran="idem") for i in range(1, 2000)]

    hasil = tabel(lembar(KEPALA_GARIS, *baris))

    assert {s.kinerja for s in hasil.simpul} == {"Terlaksananya"}


def test_several_indicators_and_targets_in_one_cell():
    baris = garis(
        "1", "A", N, indikator="1. Jumlah C\n2. Jumlah D", target="10\n20", satuan="Orang\nDok"
    )

    (satu,) = tabel(lembar(KEPALA_GARIS, baris)).simpul

    assert [(i.teks, i.satuan, i.target["2025"].bacaan.nilai.mentah) for i in satu.indikator] == [
        ("Jumlah C", "Orang", "10"), ("Jumlah D", "Dok", "20")
    ]  # fmt: skip
