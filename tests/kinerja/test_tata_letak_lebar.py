"""Levels side by side: merged parents, blanks below, repeated names, staircases."""

from tests.kinerja.tabel_uji import KEPALA_LEBAR, N, baca, kode, lembar, pohon, tabel

KEPALA = [
    "No", "Program", "Indikator", "Target", "Pagu", "Kegiatan", "Indikator", "Target", "Pagu",
    "Sub Kegiatan", "Indikator", "Target", "Satuan", "Pagu",
]  # fmt: skip
SATU = [
    1, "Program A", "Persen", "90%", 60_000_000, "Kegiatan A", "Jumlah", "9 Dok", 60_000_000,
    "Sub 1", "Jumlah", 1, "Dok", 60_000_000,
]  # fmt: skip


def sub(nama, pagu=60_000_000, no=N, program=N, kegiatan=N):
    return [no, program, N, N, N, kegiatan, N, N, N, nama, "Jumlah", 1, "Dok", pagu]


def test_merged_parents():
    gabung = ["B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3", "G2:G3", "H2:H3", "I2:I3"]

    hasil = tabel(lembar(KEPALA, SATU, sub("Sub 2", no=2), gabung=gabung))

    assert pohon(hasil.simpul) == [
        ("P1", "program", "Program A"),
        ("P1.1", "kegiatan", "Kegiatan A"),
        ("P1.1.1", "sub_kegiatan", "Sub 1"),
        ("P1.1.2", "sub_kegiatan", "Sub 2"),
    ]
    assert hasil.jumlah == {"program": 1, "kegiatan": 1, "sub_kegiatan": 2}


def test_blanks_below_a_parent_inherit_it():
    assert [s.induk for s in tabel(lembar(KEPALA, SATU, sub("Sub 2"))).simpul] == [
        N, "P1", "P1.1", "P1.1"
    ]  # fmt: skip


def test_inheritance_stops_at_a_newly_printed_parent():
    hasil = tabel(lembar(KEPALA, SATU, sub("Sub 2", program="Program B")))

    assert pohon(hasil.simpul)[3:] == [
        ("P2", "program", "Program B"), ("P2.1", "sub_kegiatan", "Sub 2")
    ]  # fmt: skip


def test_values_beside_a_missing_name_are_said_not_dropped():
    baris = sub("Sub 2", program="Program B")
    baris[8] = 60_000_000

    assert ("I3", "NOMOR_KOSONG") in kode(baca(lembar(KEPALA, SATU, baris)))


def test_names_repeated_on_every_row_are_one_node():
    baris = [
        [i, "Program A", "Kegiatan A", f"Sub {i}", "Jumlah", i, "Dok", 60_000_000]
        for i in (1, 2, 3)
    ]

    assert tabel(lembar(KEPALA_LEBAR, *baris)).jumlah == {
        "program": 1, "kegiatan": 1, "sub_kegiatan": 3
    }  # fmt: skip


def test_a_parent_printed_again_further_down_is_the_same_one():
    baris = [
        [1, "A", "K1", "S1", "J", 1, "Dok", 60_000_000],
        [2, "B", "K1", "S2", "J", 1, "Dok", 60_000_000],
        [3, "A", "K1", "S3", "J", 1, "Dok", 60_000_000],
    ]

    assert pohon(tabel(lembar(KEPALA_LEBAR, *baris)).simpul) == [
        ("P1", "program", "A"), ("P1.1", "kegiatan", "K1"), ("P1.1.1", "sub_kegiatan", "S1"),
        ("P2", "program", "B"), ("P2.1", "kegiatan", "K1"), ("P2.1.1", "sub_kegiatan", "S2"),
        ("P1.1.2", "sub_kegiatan", "S3"),
    ]  # fmt: skip


def test_the_same_name_below_another_parent_is_another_node():
    baris = [
        [1, "A", "K", "Penyediaan Sandang", "J", 1, "Dok", 60_000_000],
        [2, "B", "K", "Penyediaan Sandang", "J", 1, "Dok", 60_000_000],
    ]

    hasil = baca(lembar(KEPALA_LEBAR, *baris))

    assert hasil.tabel[0].jumlah["sub_kegiatan"] == 2
    assert not [k for _, k in kode(hasil) if k.startswith("DUPLIKAT")]


def test_a_staircase_gives_each_row_to_the_level_it_names():
    baris = [
        [1, "A", N, N, "Persen", 90, "%", 60_000_000],
        [N, N, "K", N, "Jumlah", 9, "Dok", 60_000_000],
        [N, N, N, "S", "Jumlah", 1, "Orang", 60_000_000],
    ]

    hasil = tabel(lembar(KEPALA_LEBAR, *baris))

    assert [(s.level, s.indikator[0].satuan, len(s.pagu)) for s in hasil.simpul] == [
        ("program", "%", 1), ("kegiatan", "Dok", 1), ("sub_kegiatan", "Orang", 1)
    ]  # fmt: skip


def test_a_second_indicator_of_a_parent_beside_another_child():
    baris = sub("Sub 2")
    baris[2] = "Persen kedua"

    program = tabel(lembar(KEPALA, SATU, baris)).simpul[0]

    assert [i.teks for i in program.indikator] == ["Persen", "Persen kedua"]


def test_a_row_without_any_name_adds_an_indicator_to_the_leaf():
    hasil = baca(lembar(KEPALA, SATU, [N] * 10 + ["Jumlah lain", 5, "Orang", N]))

    assert [i.teks for i in hasil.tabel[0].simpul[-1].indikator] == ["Jumlah", "Jumlah lain"]
    assert ("K3", "INDIKATOR_TAMBAHAN") in kode(hasil)


def test_a_missing_indicator_is_not_inherited():
    hasil = baca(lembar(KEPALA, SATU, [2, *[N] * 8, "Sub 2", N, 1, "Dok", 60_000_000]))

    assert ("K3", "INDIKATOR_KOSONG") in kode(hasil)


def test_another_amount_for_the_same_parent_needs_a_decision():
    baris = sub("Sub 2", program="Program A", kegiatan="Kegiatan A")
    baris[4] = 70_000_000

    assert ("E3", "DUPLIKAT_NAMA_BEDA_ISI") in kode(baca(lembar(KEPALA, SATU, baris)))


def test_the_same_sub_kegiatan_may_repeat_per_unit():
    kepala = [*KEPALA_LEBAR, "Unit Kerja"]
    baris = [
        [i, "P", "K", "S", "J", 1, "Dok", 60_000_000, unit]
        for i, unit in enumerate(["Kelurahan A", "Kelurahan B", "Kelurahan A"], 1)
    ]

    hasil = baca(lembar(kepala, *baris))

    assert [s.unit for s in hasil.tabel[0].simpul[2:]] == ["Kelurahan A", "Kelurahan B"]
    assert {k for k in kode(hasil) if k[1].startswith("DUPLIKAT")} == {("D4", "DUPLIKAT_PERSIS")}


def test_numbers_glued_to_names_are_taken_off():
    baris = [
        [N, "I. Program A", "1.1 Kegiatan", "1) Sub 1", "J", 1, "Dok", 60_000_000],
        [N, N, N, "2) Sub 2", "J", 1, "Dok", 60_000_000],
    ]

    assert [(s.no, s.nama) for s in tabel(lembar(KEPALA_LEBAR, *baris)).simpul] == [
        ("I", "Program A"), ("1.1", "Kegiatan"), ("1", "Sub 1"), ("2", "Sub 2")
    ]  # fmt: skip


def test_a_remark_across_the_levels_is_no_node():
    catatan = [N, "TH. 2019-2022 program dihapus"]

    hasil = tabel(lembar(KEPALA, SATU, catatan, sub("Sub 2", program="B"), gabung=["B3:J3"]))

    assert [s.nama for s in hasil.simpul if s.level == "program"] == ["Program A", "B"]
