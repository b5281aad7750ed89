"""The cascading forms: whose unit, whose number, which goal, what replaced what."""

from collections import Counter
from functools import cache
from itertools import accumulate
from random import Random

import pytest

from kinerja.impor.bacaan import PilihanImpor
from kinerja.impor.bacakan import baca_berkas
from tests.kinerja.impor_uji import CONTOH
from tests.kinerja.tabel_uji import N, baca, kode, lembar, pohon, tabel

ESELON = [
    "Tujuan RPJMD", "Sasaran RPJMD", "Tujuan Renstra", "Indikator Tujuan", "Sasaran ESS II",
    "Indikator ESS II", "Sasaran ESS III", "Indikator", "Sasaran ESS IV/JF", "Indikator",
    "Sasaran Pelaksana", "Indikator",
]  # fmt: skip
KEPALA = ["Program", "Indikator Program", "Kegiatan", "Indikator Kegiatan", "Dinas Pengampu"]


@cache
def contoh(nama):
    jalur = CONTOH / f"cascading-{nama}.xlsx"
    return baca_berkas(jalur, jalur.name, PilihanImpor()).tabel[0].simpul


def di(nama, level):
    return [s for s in contoh(nama) if s.level == level]


def test_units_beside_a_merged_indicator_are_the_sub_kegiatans_own():
    kegiatan, *_ = di("belanja-wajib-2026", "kegiatan")
    sub = di("belanja-wajib-2026", "sub_kegiatan")

    assert [i.satuan for i in kegiatan.indikator] == ["", "", ""]
    assert [s.indikator[0].satuan for s in sub[:3]] == ["Jumlah", "Orang", "Orang"]
    assert sub[1].indikator[0].teks.startswith("Jumlah Orang yang Mendapatkan Pakaian")
    assert Counter(s.indikator[0].satuan for s in sub) == {
        "Orang": 15, "Jumlah": 2, "KPM": 2, "orang": 1, "jumlah": 1
    }  # fmt: skip


def test_a_unit_that_no_indicator_takes_is_said_at_its_cell():
    kepala = ["Program", "Sasaran Kegiatan", "Indikator Kegiatan", "Satuan", "Sub Kegiatan"]
    baris = ["A", "K", "Persentase K", "Orang", "S1"], [N, N, N, "Paket", "S2"]

    hasil = baca(lembar(kepala, *baris, gabung=["A2:A3", "B2:B3", "C2:C3"]))

    assert kode(hasil) == {("D2", "INDIKATOR_KOSONG"), ("D3", "INDIKATOR_KOSONG")}
    assert not [t for t in hasil.temuan if t.menghalangi]


def test_a_unit_in_each_row_of_an_indicator_of_its_own_stays_with_it():
    assert Counter(s.indikator[0].satuan for s in di("belanja-dasar-2026", "kegiatan")) == {
        "Laporan": 8, "Dokumen": 5, "Unit": 4, "Paket": 2, "Berita Acara": 1, "Orang/ Bulan": 1
    }  # fmt: skip


def test_kegiatan_without_a_printed_name_have_their_sentence_only():
    for nama, banyak in (("belanja-dasar-2026", 21), ("belanja-wajib-2026", 17)):
        kegiatan = di(nama, "kegiatan")
        assert (len(kegiatan), {s.nama for s in kegiatan}) == (banyak, {""})
        assert all(s.kinerja for s in kegiatan)


def test_one_sentence_over_two_programs_is_that_of_both():
    dua = di("belanja-dasar-2026", "program")

    assert [s.no for s in dua] == ["I", ""]
    assert {s.kinerja for s in dua} == {"meningkatnya kualitas tata kelola pemerintahan"}
    assert [[i.teks for i in s.indikator] for s in dua] == [["NILAI AKIP OPD"]] * 2


def test_a_missing_indicator_is_missing():
    kosong = [s for s in di("belanja-wajib-2026", "kegiatan") if not s.indikator]

    assert [s.baris for s in kosong] == [22]
    assert sum(len(s.indikator) for s in di("belanja-wajib-2026", "kegiatan")) == 18


def test_the_goals_of_the_region_stand_above_those_of_the_agency():
    atas = di("belanja-wajib-2026", "tujuan_daerah")[0]
    milik = {s.id: s for s in contoh("belanja-wajib-2026")}
    tujuan = di("belanja-wajib-2026", "tujuan")[0]

    assert atas.indikator[0].teks == "Rasio Gini"
    assert atas.lain["pengampu"] == "Setda (Asisten Pemerintahan dan Kesejahteraan Rakyat)"
    assert milik[milik[tujuan.induk].induk] is atas
    assert tujuan.indikator == []


def test_unggulan_are_labels_of_what_they_stand_beside():
    satu, dua = di("belanja-wajib-2026", "sasaran_daerah")

    assert [nama.split()[0] for _, nama in satu.lain["label"]] == ["PETARUNG"]
    assert {jenis for jenis, _ in satu.lain["label"]} == {"Program Unggulan Bupati"}
    assert [nama.split()[0] for _, nama in dua.lain["label"]] == [
        "DIDINGKLIK", "NGALANGKAH", "LEMBUR"
    ]  # fmt: skip
    assert satu.lain["opd"] == "Dinas Sosial"


def test_bullets_and_blank_lines_part_indicators_and_formulas():
    program = di("belanja-wajib-2026", "program")

    assert [(len(s.indikator), [len(i.formulasi) for i in s.indikator]) for s in program] == [
        (1, [1]), (1, [2]), (2, [1, 1]), (1, [1])
    ]  # fmt: skip
    assert program[2].indikator[1].teks == "Persentase PMKS yang terpenuhi kebutuhan dasarnya"


def test_numbers_begin_anew_under_each_indicator_of_a_program():
    program = next(s for s in di("dinsos-2019", "program") if s.baris == 16)
    kegiatan = [s for s in contoh("dinsos-2019") if s.induk == program.id]

    assert [i.nomor for i in program.indikator] == ["1", "2"]
    assert [(s.no, s.lain["indikator_induk"]) for s in kegiatan] == [
        ("1", 0), ("2", 0), ("1", 1), ("2", 1), ("3", 1)
    ]  # fmt: skip


def test_children_serve_the_indicator_that_is_merged_beside_them():
    sub = di("belanja-wajib-2026", "sub_kegiatan")

    assert [s.lain.get("indikator_induk") for s in sub[:6]] == [0, 0, 1, 1, 2, N]


def test_struck_out_programs_gave_way_to_those_below_the_remark():
    program = di("dinsos-2019", "program")
    lama, baru = program[:4], program[4:]

    assert {(s.lain["dicoret"], s.lain["tahun_sampai"]) for s in lama} == {(True, 2018)}
    assert {(s.lain["tahun_mulai"], s.lain["tahun_sampai"]) for s in baru} == {(2019, 2022)}
    assert all(s.lain["menggantikan"] == lama for s in baru)


def test_the_counts_of_the_replaced_and_the_new():
    banyak = Counter(s.level for s in contoh("dinsos-2019"))
    kegiatan = di("dinsos-2019", "kegiatan")

    assert banyak == {"tujuan": 1, "sasaran": 1, "program": 7, "kegiatan": 22}
    assert sum(len(s.indikator) for s in kegiatan) == 25
    assert sum(len(s.indikator) for s in di("dinsos-2019", "program")) == 4
    assert {s.no for s in (*di("dinsos-2019", "tujuan"), *di("dinsos-2019", "sasaran"))} == {"1"}


def test_what_each_echelon_answers_for():
    baris = ["TR", "SR", "T", "IT", "S", "IS", "P", "IP", "K", "IK", "SK", "ISK"]

    hasil = tabel(lembar(ESELON, baris, [*[N] * 10, "SK2", "ISK2"]))

    assert [(s.level, s.kinerja) for s in hasil.simpul] == [
        ("tujuan_daerah", "TR"), ("sasaran_daerah", "SR"), ("tujuan", "T"), ("sasaran", "S"),
        ("program", "P"), ("kegiatan", "K"), ("sub_kegiatan", "SK"), ("sub_kegiatan", "SK2"),
    ]  # fmt: skip


def test_echelons_as_group_heads():
    grup = ["RPJMD", N, "Renstra", N, "ESS II", N, "ESS III", N, "ESS IV", N, "Pelaksana", N]
    bawah = ["Tujuan", "Sasaran", "Tujuan", *["Indikator", "Sasaran"] * 4, "Indikator"]
    gabung = [f"{a}1:{b}1" for a, b in ("AB", "CD", "EF", "GH", "IJ", "KL")]
    baris = ["TR", "SR", "T", "IT", "S", "IS", "P", "IP", "K", "IK", "SK", "ISK"]

    hasil = tabel(lembar(grup, bawah, baris, gabung=gabung))

    assert [s.level for s in hasil.simpul] == [
        "tujuan_daerah", "sasaran_daerah", "tujuan", "sasaran", "program", "kegiatan",
        "sub_kegiatan",
    ]  # fmt: skip


KELOMPOK = {
    "Visi": [""],
    "Tujuan dan Indikator": ["Tujuan", "Indikator", "OPD Penanggung Jawab"],
    "Sasaran dan Indikator": ["Sasaran", "Indikator"],
    "Program Unggulan Bupati": [""],
    "Esselon II": ["Tujuan", "Sasaran", "Indikator Kinerja Sasaran Strategis", "Satuan"],
    "Esselon III": ["Sasaran Program", "Indikator Kinerja Program", "Satuan", "Penjelasan"],
    "Program": [""],
    "Esselon IV": ["Sasaran Kegiatan", "Indikator Kinerja Kegiatan", "Satuan", "Sub Kegiatan"],
}


@pytest.mark.parametrize("gabung", [True, False])
@pytest.mark.parametrize("bernomor", [True, False])
@pytest.mark.parametrize("acak", range(6))
def test_groups_and_the_columns_below_them_may_stand_in_any_order(acak, bernomor, gabung):
    acak = Random(acak)
    urut = [(g, acak.sample(isi, len(isi))) for g, isi in KELOMPOK.items()]
    acak.shuffle(urut)
    atas = [teks for g, isi in urut for teks in (g, *[N] * (len(isi) - 1))]
    bawah = [teks or N for _, isi in urut for teks in isi]
    awal = [(c, len(isi)) for c, (g, isi) in zip(_mulai(urut), urut, strict=True)]
    rentang = [f"{chr(65 + c)}1:{chr(64 + c + n)}1" for c, n in awal if n > 1]
    nomor = [list(range(1, len(atas) + 1))] if bernomor else []
    isi = {(g, teks): f"Isi {n}" for n, (g, teks) in enumerate(_sel(KELOMPOK.items()), 1)}
    baris = [isi[sel] for sel in _sel(urut)]

    simpul = tabel(lembar(atas, bawah, *nomor, baris, gabung=rentang if gabung else ())).simpul

    assert [(s.level, s.kinerja, [(i.teks, i.satuan) for i in s.indikator]) for s in simpul] == [
        ("visi", "Isi 1", []),
        ("tujuan_daerah", "Isi 2", [("Isi 3", "")]),
        ("sasaran_daerah", "Isi 5", [("Isi 6", "")]),
        ("tujuan", "Isi 8", []),
        ("sasaran", "Isi 9", [("Isi 10", "Isi 11")]),
        ("program", "Isi 12", [("Isi 13", "Isi 14")]),
        ("kegiatan", "Isi 17", [("Isi 18", "Isi 19")]),
        ("sub_kegiatan", "", []),
    ]
    assert [s.nama for s in simpul[5:]] == ["Isi 16", "", "Isi 20"]
    assert simpul[5].indikator[0].formulasi == ["Isi 15"]
    assert simpul[1].lain["pengampu"] == "Isi 4"
    label = [s.lain["label"] for s in simpul if "label" in s.lain]
    assert label == [[("Program Unggulan Bupati", "Isi 7")]]


def _sel(kelompok):
    return [(g, teks) for g, isi in kelompok for teks in isi]


def _mulai(urut):
    """The first column of each group."""
    return [0, *accumulate(len(isi) for _, isi in urut)][:-1]


def test_who_answers_for_a_whole_program_is_said_of_the_program():
    baris = [["A", "Persen", "K1", "Jumlah", "Bidang A"], [N, N, "K2", "Jumlah", N]]
    gabung = ["A2:A3", "B2:B3", "E2:E3"]

    satu = tabel(lembar(KEPALA, *baris, ["B", "Persen", "K3", "Jumlah", "Bidang B"], gabung=gabung))

    pengampu = {s.nama: s.lain.get("pengampu") for s in satu.simpul}
    assert pengampu == {"A": "Bidang A", "K1": N, "K2": N, "B": N, "K3": "Bidang B"}


def test_a_program_of_the_same_name_may_replace_a_struck_out_one():
    baris = [["A", N, "K1", "Jumlah", N], ["TH. 2021-2023 program diganti yg bawah", *[N] * 4],
             ["A", "Persen", "K1", "Jumlah", N]]  # fmt: skip

    hasil = baca(lembar(KEPALA, *baris, dicoret={(1, 0), (1, 2)}))

    assert pohon(hasil.tabel[0].simpul) == [
        ("P1", "program", "A"), ("P1.1", "kegiatan", "K1"),
        ("P2", "program", "A"), ("P2.1", "kegiatan", "K1"),
    ]  # fmt: skip
    assert not [k for _, k in kode(hasil) if k.startswith("DUPLIKAT")]
