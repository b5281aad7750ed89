"""Layouts that are previewed: IKU, yearly targets, cascading forms, boxes, positions."""

import pytest

from kinerja.impor.koreksi import PilihanTidakSah
from tests.kinerja.tabel_uji import N, baca, kode, lembar, tabel


def test_iku_is_one_holder_with_an_indicator_per_row():
    hasil = baca(
        lembar(
            ["Indikator Kinerja Utama (IKU)"],
            ["NO", "INDIKATOR", "SATUAN", "BASE LINE TAHUN 2024", "TARGET TAHUN", N, "KET"],
            [N, N, N, N, 2025, 2026, N],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            [1, "Indeks A", "Indeks", "Indikat or Baru", "55,33", "56.73", N],
            [2, "Persentase B", "Persen", "93%", 100, "≥ 80", N],
            [N, "Nilai C", "Nilai", "75,15", "75,60", "76,05", N],
            gabung=["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:G3"],
        )
    )

    (isi,) = hasil.tabel
    (satu,) = isi.simpul
    assert (isi.jenis, satu.level, satu.nama) == ("iku", None, "")
    assert isi.jumlah == {"indikator": 3, "nilai_target": 6, "iku": 3}
    assert [str(i.target["2026"].bacaan.nilai.angka) for i in satu.indikator] == [
        "56.73", "None", "76.05"
    ]  # fmt: skip
    assert kode(hasil) == {
        ("D5", "BASELINE_BUKAN_ANGKA"), ("F6", "RENTANG_ATAU_BATAS"), ("A7", "NOMOR_KOSONG")
    }  # fmt: skip


def test_targets_per_year_of_tujuan_and_sasaran():
    isi = tabel(
        lembar(
            ["No", "Tujuan / Sasaran Strategis", "Indikator", "Target", N],
            [N, N, N, "Tahun 2021", "Tahun 2022"],
            ["1", "Tujuan A", "Persentase A", "63,32 %", "69,65 %"],
            ["1.1", "Sasaran B", "Persentase B", "61,37 %", "67,37 %"],
            [N, N, "Persentase C", "70,05 %", "75,05 %"],
            gabung=["A1:A2", "B1:B2", "C1:C2", "D1:E1"],
        )
    )

    assert isi.jenis == "target_tahunan"
    assert isi.jumlah == {"indikator": 3, "nilai_target": 6, "tujuan": 1, "sasaran": 1}


def test_cascading_from_tujuan_down():
    isi = tabel(
        lembar(
            ["CASCADING"],
            ["NO", "TUJUAN", "INDIKATOR TUJUAN", "SASARAN PROGRAM", "PROGRAM", "SUB KEGIATAN"],
            [1, "T", "IT", "SP", "I. Program A;", "S1"],
            [N, N, N, N, N, "S2"],
            [N, N, N, N, "Program B", "S3"],
            gabung=["A3:A5", "B3:B5", "C3:C5", "D3:D5", "E3:E4"],
        )
    )

    assert isi.jenis == "cascading"
    assert [(s.level, s.nama or s.kinerja) for s in isi.simpul] == [
        ("tujuan", "T"), ("program", "Program A;"), ("sub_kegiatan", "S1"), ("sub_kegiatan", "S2"),
        ("program", "Program B"), ("sub_kegiatan", "S3"),
    ]  # fmt: skip
    assert [s.kinerja for s in isi.simpul if s.level == "program"] == ["SP", "SP"]


def test_boxes_keep_their_ids_and_repeats():
    kepala = ["ID Kotak", "ID Induk", "Level", "Kondisi", "Indikator", "Program", "Sub Kegiatan"]
    hasil = baca(
        lembar(
            kepala,
            ["K0", N, 1, "Kemiskinan turun", "Indikator : Persentase A", N, N],
            ["K1", "K0", 2, "Data sahih", "Indikator : Jumlah B", "Program P", "Sub S"],
            ["K2", "K0", 2, "Data sahih", "Indikator : Jumlah B", "Program P", "Sub T"],
            ["K3", "K9", 2, "Yatim", "Jumlah C", N, N],
        )
    )

    (isi,) = hasil.tabel
    assert [(s.id, s.induk, s.level) for s in isi.simpul] == [
        ("K0", N, "kondisi"), ("K1", "K0", "kondisi"), ("K2", "K0", "kondisi"),
        ("K3", N, "kondisi"),
    ]  # fmt: skip
    assert isi.simpul[0].indikator[0].teks == "Persentase A"
    assert isi.jumlah == {"kotak": 4, "kondisi": 4, "program": 1, "sub_kegiatan": 2}
    assert {k for _, k in kode(hasil)} == {"DUPLIKAT_PERSIS", "NOMOR_KOSONG"}


def test_a_circle_of_boxes_is_cut():
    kepala = ["ID", "ID Induk", "Kondisi", "Indikator"]

    isi = tabel(lembar(kepala, ["A", "B", "Satu", "I"], ["B", "A", "Dua", "J"]))

    assert [s.induk for s in isi.simpul].count(None) == 1


def test_positions_with_numbered_lists():
    isi = tabel(
        lembar(
            ["ID", "Atasan", "Level Jabatan", "Jabatan", "Kinerja Utama", "Indikator Kinerja"],
            ["KD", N, "Kepala Dinas", "Kepala Dinas Sosial", "Meningkatnya A", "Persentase A"],
            [
                "B1",
                "KD",
                "Bidang",
                "Kepala Bidang",
                "1. Meningkatkan B\n2. Meningkatkan\nC",
                "1. D\n2. E",
            ],
        )
    )

    assert isi.jumlah == {"kotak": 2, "jabatan": 2, "kinerja_utama": 3, "indikator": 3}
    assert isi.simpul[1].lain["kinerja_utama"] == ["Meningkatkan B", "Meningkatkan C"]
    assert isi.simpul[1].induk == "KD"


def test_a_layout_forced_on_the_wrong_table_is_refused_in_words():
    isi = lembar(["No", "Program / Kegiatan", "Indikator", "Target"], [1, "A", "B", "5 Dok"])

    with pytest.raises(PilihanTidakSah, match="iku"):
        baca(isi, jenis="iku")
    with pytest.raises(PilihanTidakSah, match="tidak dikenal"):
        baca(isi, jenis="entah")
