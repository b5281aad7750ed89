"""Codes in pieces, lists of codes, boxes whose id is called a code; heads of another kind."""

from datetime import datetime

import pytest

from kinerja.impor.tajuk_tafsir import tafsir
from tests.kinerja.tabel_uji import N, baca, kode, lembar, tabel

NAMA = ["Rehabilitasi", "Dasar", "Permakanan"]
POTONG = [("1", "06", "04", N, N), ("1", "06", "04", "2.01", N), ("1", "06", "04", "2.01", "0001")]
KODE = ["1.06.04", "1.06.04.2.01", "1.06.04.2.01.0001"]
TINGKAT = ["program", "kegiatan", "sub_kegiatan"]
SUB = ["Urusan", "Bidang Urusan", "Program", "Kegiatan", "Sub Kegiatan"]


def test_pieces_of_the_code_below_one_head():
    kepala = ["KODE REKENING", N, N, N, N, "URAIAN", "INDIKATOR", "TARGET", "SATUAN", "PAGU"]
    baris = [[*p, n, "Jumlah", 1, "Dok", N] for p, n in zip(POTONG, NAMA, strict=True)]
    gabung = ["A1:E1", *(f"{c}1:{c}2" for c in "FGHIJ")]

    hasil = tabel(lembar(kepala, SUB, *baris, gabung=gabung))

    assert [(s.level, s.kode) for s in hasil.simpul] == list(zip(TINGKAT, KODE, strict=True))


def test_pieces_that_a_spreadsheet_keeps_as_numbers():
    potong = [(1, 6, 4, N, N), (1, 6, 4, 2.01, N), (1, 6, 4, 2.01, 1)]
    baris = [[*p, n, "Dokumen"] for p, n in zip(potong, NAMA, strict=True)]

    hasil = tabel(lembar([*SUB, "Nomenklatur", "Satuan"], *baris))

    assert hasil.jenis == "nomenklatur"
    assert [s.kode for s in hasil.simpul] == KODE


def test_a_list_of_codes_and_names_only():
    hasil = tabel(lembar(["KODE PROGRAM", "NAMA PROGRAM"], ["1.06.04", "A"], ["1.06.02", "B"]))

    assert (hasil.jenis, hasil.jumlah) == ("nomenklatur", {"program": 2})


def test_codes_beside_the_names_of_each_level():
    kepala = [f"{k} {j}" for j in ("PROGRAM", "KEGIATAN", "SUB KEGIATAN") for k in ("KODE", "NAMA")]
    baris = [x for pasangan in zip(KODE, NAMA, strict=True) for x in pasangan]

    hasil = tabel(lembar([*kepala, "SATUAN"], [*baris, "Orang"]))

    assert hasil.jenis == "nomenklatur"
    assert [s.kode for s in hasil.simpul] == KODE


def test_values_of_the_lowest_level_beside_bare_names():
    kepala = ["Kode", "Uraian", "Kinerja Sub Kegiatan", "Indikator Sub Kegiatan"]
    baris = [[k, n, N, N] for k, n in zip(KODE, NAMA, strict=True)]
    baris[2][2:] = ["Tersedianya permakanan", "Jumlah orang"]

    hasil = tabel(lembar(kepala, *baris))

    assert [s.level for s in hasil.simpul] == TINGKAT
    assert hasil.simpul[2].kinerja == "Tersedianya permakanan"


def test_the_code_of_a_box_is_its_id():
    kepala = ["Kode", "Kode Induk", "Kondisi", "Indikator"]

    hasil = tabel(lembar(kepala, ["A", N, "Stunting turun", "I"], ["A1", "A", "Gizi baik", "J"]))

    assert [(s.id, s.induk) for s in hasil.simpul] == [("A", None), ("A1", "A")]


def test_a_superior_may_be_named():
    kepala = ["No", "Jabatan", "Atasan", "Kinerja Utama"]

    hasil = tabel(
        lembar(kepala, ["1", "Kepala Dinas", N, "A"], ["2", "Kabid", "KEPALA DINAS", "B"])
    )

    assert [s.induk for s in hasil.simpul] == [None, hasil.simpul[0].id]


def test_a_number_that_became_a_date_is_said():
    kepala = ["No", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Target", "Satuan", "Pagu"]
    nomor = ["1", datetime(2025, 1, 1), "1.1.1"]
    baris = [[no, n, "Jumlah", 1, "Dok", N] for no, n in zip(nomor, NAMA, strict=True)]

    hasil = baca(lembar(kepala, *baris))

    assert [s.level for s in hasil.tabel[0].simpul] == TINGKAT
    assert ("A3", "NOMOR_BUKAN_TEKS") in kode(hasil)


def test_what_was_achieved_is_neither_target_nor_money():
    kepala = ["No", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Realisasi Target 2024",
              "Target 2025", "Satuan", "Realisasi Anggaran 2024", "Pagu 2025"]  # fmt: skip

    (hasil,) = baca(lembar(kepala, ["1", "A", "I", 7, 9, "Dok", 5_000_000, 90_000_000])).tabel

    assert hasil.jenis == "renja_garis_besar"
    assert {k: str(n.bacaan.rupiah) for k, n in hasil.simpul[0].pagu.items()} == {
        "2025": "90000000"
    }


@pytest.mark.parametrize(
    ("jalur", "medan"),
    [
        (("Output/Outcome",), "indikator"),
        (("Hasil Kegiatan",), "indikator"),
        (("Kriteria Keberhasilan",), "indikator"),
        (("Indikator", "Kinerja"), "indikator"),
        (("Target Triwulan",), "berkala"),
        (("Realisasi", "Rp"), "realisasi"),
        (("Program (Outcome)",), "nama"),
    ],
)
def test_heads_of_outcomes_and_of_what_was_achieved(jalur, medan):
    assert tafsir(jalur).medan == medan
