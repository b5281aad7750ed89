"""Which rows below a head are data."""

import pytest

from kinerja.impor import tajuk_batas
from kinerja.impor.tajuk import cari_tabel
from tests.kinerja.tabel_uji import KEPALA_GARIS, N, garis, lembar

A = garis("1", "Program A", 50_000_000)
B = garis("1.1", "Kegiatan A", 50_000_000)
C = garis("1.1.1", "Sub A", 50_000_000)


def batas(*baris):
    (tabel,) = cari_tabel(lembar(KEPALA_GARIS, *baris))
    return [r + 1 for r in tabel.batas.data], [r + 1 for r in tabel.batas.jumlah]


@pytest.mark.parametrize(
    "nomor",
    [
        [1, 2, 3, 4, 5, 6, 7],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["1", "2", "3", "4", "5=4+3", "6", "6"],
        [1, 2, 3, 4, 5, 6, 6],
        ["a", "b", "c", "d", "e", "f", "g"],
    ],
)
def test_the_row_of_column_numbers_is_no_data(nomor):
    assert batas(nomor, A, B) == ([3, 4], [])


def test_blank_spacers_are_skipped():
    assert batas([], A, [N, "\xa0"], B, [], C) == ([3, 5, 7], [])


@pytest.mark.parametrize(
    "teks", ["JUMLAH", "Total", "J U M L A H", "Jumlah Total (Rp)", "TOTAL ANGGARAN", "Grand Total"]
)
def test_a_total_row_is_no_data(teks):
    assert batas(A, B, [N, teks, N, N, N, N, 50_000_000]) == ([2, 3], [4])


def test_a_subtotal_in_words_holds_only_money():
    assert batas(A, B, [N, "Jumlah Program Rehabilitasi", N, N, N, N, 5]) == ([2, 3], [4])


def test_a_name_that_begins_with_jumlah_is_data():
    assert batas(A, [N, "Jumlah penduduk miskin", N, "Indikator", 5, "Orang", 1]) == ([2, 3], [])


@pytest.mark.parametrize(
    "ttd",
    [
        [[], [N, N, N, N, "Sampit, 2 Januari 2025"], [N, N, N, N, "Kepala Dinas Sosial"]],
        [[], [N, "Mengetahui,"], [N, "Plt. Kepala Dinas"], [], [N, "NIP. 19700101"]],
        [[], [N, N, N, N, N, N, "................, ....................... 2025"]],
        [[], [N, N, "KEPALA DINAS,"], [], [N, N, "Dr. Seseorang"], [N, N, "NIP. 1970"]],
    ],
)
def test_a_signature_block_ends_the_table(ttd):
    assert batas(A, B, *ttd) == ([2, 3], [])


def test_a_note_below_the_total_is_no_data():
    assert batas(A, [N, "JUMLAH", N, N, N, N, 5], [N, "Keterangan: angka sementara"]) == ([2], [3])


@pytest.mark.parametrize(
    "teks", ["*) Belum termasuk DAK", "Catatan:", "Sumber: DPA", "Keterangan : diolah", "Ket: -"]
)
def test_notes_right_below_the_rows_are_no_data(teks):
    assert batas(A, B, [N, teks], [N, "1. angka sementara"]) == ([2, 3], [])


def test_rows_go_on_below_a_note():
    assert batas(A, [N, "*) sampai Juli"], B) == ([2, 4], [])


def test_a_head_repeated_on_the_next_page_is_skipped():
    nomor = [1, 2, 3, 4, 5, 6, 7]

    halaman_kedua = [[], ["Lanjutan tabel 1"], KEPALA_GARIS, C]

    assert batas(nomor, A, KEPALA_GARIS, nomor, B, *halaman_kedua) == ([3, 6, 10], [])


def test_the_same_head_below_a_title_is_another_table():
    daftar = cari_tabel(lembar(KEPALA_GARIS, A, B, [], ["Tabel kedua"], [], KEPALA_GARIS, A))

    assert [[r + 1 for r in t.batas.data] for t in daftar] == [[2, 3], [8]]


def test_the_same_head_below_a_total_is_another_table():
    jumlah = [N, "JUMLAH", N, N, N, N, 50_000_000]

    daftar = cari_tabel(lembar(KEPALA_GARIS, A, jumlah, KEPALA_GARIS, A, jumlah))

    assert [len(t.batas.data) for t in daftar] == [1, 1]


def test_heads_without_end_below_each_other_are_not_walked_to_the_end(monkeypatch):
    langkah = []
    asli = tajuk_batas._Penelusur.selesai
    monkeypatch.setattr(
        tajuk_batas._Penelusur, "selesai", lambda *isi: langkah.append(1) or asli(*isi)
    )

    tabel = cari_tabel(lembar(*[KEPALA_GARIS] * 5_000))

    assert all(t.batas.data == [] for t in tabel)
    assert len(langkah) < 5_000


def test_a_last_row_of_one_cell_stays_data_above_a_note():
    akhir = [N, N, N, "Indikator kedua"]

    assert batas(A, B, C, [], akhir, ["Catatan: angka sementara"])[0] == [2, 3, 4, 6]
