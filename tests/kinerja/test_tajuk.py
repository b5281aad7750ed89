"""Tables are found by their heads, whatever stands around them."""

import pytest

from kinerja.impor.tajuk import cari_tabel
from tests.kinerja.tabel_uji import KEPALA_GARIS, KEPALA_LEBAR, N, garis, lembar

ISI = [garis("1", "Program A", 50_000_000), garis("1.1", "Kegiatan A", 50_000_000)]
NOMOR = ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]


def satu(*baris, **isi):
    (tabel,) = cari_tabel(lembar(*baris, **isi))
    return tabel


def baris_judul(tabel):
    return [r + 1 for r in tabel.baris_judul]


def baris_data(tabel):
    return [r + 1 for r in tabel.batas.data]


def test_a_head_in_the_first_row():
    tabel = satu(KEPALA_GARIS, *ISI)

    assert baris_judul(tabel) == [1]
    assert list(tabel.kunci().values()) == [
        "no", "nama", "kinerja", "indikator", "target", "satuan", "pagu"
    ]  # fmt: skip


@pytest.mark.parametrize("atas", [0, 5, 20, 38])
def test_a_head_stands_anywhere_in_the_first_forty_rows(atas):
    tabel = satu(*[[f"Surat ke-{i}", N, N] for i in range(atas)], KEPALA_GARIS, *ISI)

    assert baris_judul(tabel) == [atas + 1]


def test_letterhead_words_are_no_head():
    kop = [
        ["PEMERINTAH KABUPATEN CONTOH"],
        ["Lampiran : 1 (satu) berkas"],
        ["Perihal : Target dan Pagu Program Tahun 2025"],
        ["No: 000/xx/DINSOS/2025"],
        [],
    ]

    tabel = satu(*kop, KEPALA_GARIS, [], *ISI)

    assert baris_judul(tabel) == [6]
    assert baris_data(tabel) == [8, 9]
    assert (tabel.tahun, tabel.sel_tahun) == (2025, "A3")


def test_group_heads_over_two_rows_merged():
    tabel = satu(
        ["No", "Program", N, N, "Kegiatan", N, N],
        [N, "Nama", "Sasaran", "Pagu", "Nama", "Indikator", "Target"],
        NOMOR,
        [1, "A", "B", 50_000_000, "C", "D", "5 Dok"],
        gabung=["A1:A2", "B1:D1", "E1:G1"],
    )

    assert baris_judul(tabel) == [1, 2]
    assert list(tabel.kunci().values()) == [
        "no", "program_nama", "program_kinerja", "program_pagu",
        "kegiatan_nama", "kegiatan_indikator", "kegiatan_target",
    ]  # fmt: skip


def test_group_heads_that_were_not_merged():
    tabel = satu(
        ["No", "Program / Kegiatan", "Indikator", "Rencana Tahun 2026", N, N],
        [N, N, N, "Target", "Satuan", "Pagu (Rp)"],
        ["1", "Program A", "I", 5, "Dok", 50_000_000],
    )

    assert list(tabel.kunci().values())[3:] == ["target", "satuan", "pagu"]
    assert tabel.tahun == 2026


def test_four_head_rows():
    tabel = satu(
        ["Program / Kegiatan", "Indikator", "Rencana Kerja", N, N],
        [N, N, "Tahun 2025", N, N],
        [N, N, "Kinerja", N, "Pagu"],
        [N, N, "Target", "Satuan", N],
        ["Program A", "I", 5, "Dok", 50_000_000],
        gabung=["A1:A4", "B1:B4", "C1:E1", "C2:E2", "C3:D3", "E3:E4"],
    )

    assert baris_judul(tabel) == [1, 2, 3, 4]
    assert list(tabel.kunci().values()) == ["nama", "indikator", "target", "satuan", "pagu"]


def test_years_under_a_wide_head_are_columns_of_their_own():
    tabel = satu(
        ["NO", "INDIKATOR", "SATUAN", "BASE LINE TAHUN 2024", "TARGET TAHUN", N],
        [N, N, N, N, 2025, "Th. 2026"],
        [1, "Indeks", "Indeks", "5", "6", "7"],
        gabung=["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"],
    )

    assert list(tabel.kunci().values())[3:] == ["baseline_2024", "target_2025", "target_2026"]


def test_bare_heads_belong_to_the_level_before_them():
    tabel = satu(
        ["Program", "Indikator", "Target", "Kegiatan", "Indikator", "Target Keg.", "Satuan"],
        ["A", "I", "5", "B", "J", "6", "Dok"],
    )

    assert list(tabel.kunci().values()) == [
        "program_nama", "program_indikator", "program_target",
        "kegiatan_nama", "kegiatan_indikator", "kegiatan_target", "kegiatan_satuan",
    ]  # fmt: skip


def test_mirrored_columns_belong_to_the_name_behind_them():
    tabel = satu(
        ["Pagu", "Target", "Sub Kegiatan", "Pagu", "Target", "Kegiatan", "Pagu Program", "Program"],
        [50_000, 1, "S", 50_000, 2, "K", 50_000, "P"],
    )

    assert list(tabel.kunci().values()) == [
        "sub_kegiatan_pagu", "sub_kegiatan_target", "sub_kegiatan_nama",
        "kegiatan_pagu", "kegiatan_target", "kegiatan_nama", "program_pagu", "program_nama",
    ]  # fmt: skip


def test_value_columns_that_name_no_level_keep_bare_keys():
    assert list(satu(KEPALA_LEBAR, [1, "P", "K", "S", "I", 1, "Dok", 50_000]).kunci().values()) == [
        "no", "program_nama", "kegiatan_nama", "sub_kegiatan_nama", "sub_kegiatan_indikator",
        "target", "satuan", "pagu",
    ]  # fmt: skip


def test_next_years_estimate_is_another_year():
    tabel = satu(
        [
            "Program / Kegiatan",
            "Indikator",
            "Rencana Tahun 2025",
            N,
            "Prakiraan Maju Tahun 2026",
            N,
        ],
        [N, N, "Target", "Pagu", "Target", "Pagu"],
        ["Program A", "I", "5 Dok", 50_000_000, "6 Dok", 60_000_000],
        gabung=["A1:A2", "B1:B2", "C1:D1", "E1:F1"],
    )

    assert list(tabel.kunci().values())[2:] == ["target", "pagu", "target_2026", "pagu_2026"]


def test_hidden_columns_are_known_but_not_loaded():
    tabel = satu(KEPALA_GARIS, *ISI, kolom_tersembunyi={2})

    assert "kinerja" not in tabel.kunci().values()
    assert [k.medan for k in tabel.tersembunyi] == ["kinerja"]


def test_several_tables_on_a_sheet():
    kedua = ["No", "Indikator", "Satuan", "Target 2025", "Target 2026"]

    daftar = cari_tabel(
        lembar(["Tabel 1"], KEPALA_GARIS, *ISI, [], ["Tabel 2"], kedua, [1, "Indeks", "%", 5, 6])
    )

    assert [baris_judul(t) for t in daftar] == [[2], [7]]
    assert [baris_data(t) for t in daftar] == [[3, 4], [8]]
    assert daftar[1].judul == "Tabel 2"


def test_a_head_without_data_is_a_table_without_rows():
    assert baris_data(satu([], [], KEPALA_GARIS)) == []


def test_prose_is_no_table():
    assert cari_tabel(lembar(["Kata pengantar"], ["Puji syukur, program ini", "target"])) == []
