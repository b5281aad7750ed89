"""Grades, values and predicates at their exact boundaries; instruments that do not hold."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.aturan.bawaan_lke import PREDIKAT, SKALA, instrumen_bawaan
from laporan.aturan.instrumen_lke import (
    banding_instrumen,
    dari_json,
    ke_json,
    periksa_instrumen,
)
from laporan.aturan.lke import (
    Kriteria,
    bertahan_berlaku,
    grade_dari,
    nilai_lke,
    predikat_dari,
    tahun_bertahan,
)
from laporan.aturan.tangga_lke import periksa_final, periksa_pengajuan

BAWAAN = instrumen_bawaan()
KODE = [k.kode for k in BAWAAN.kriteria]
JAWABAN = st.sampled_from(["TERPENUHI", "BELUM"])
LEMBAR = st.fixed_dictionaries(dict.fromkeys(KODE, JAWABAN))


def nama(grade):
    return grade.nama if grade else None


@pytest.mark.parametrize(
    ("terpenuhi", "berlaku", "bertahan", "grade"),
    [
        (4, 4, 5, "AA"), (4, 4, 9, "AA"), (4, 4, 4, "A"), (4, 4, 1, "A"), (4, 4, 0, "BB"),
        (99, 100, 5, "B"), (76, 100, 0, "B"), (3, 4, 0, "CC"), (51, 100, 0, "CC"),
        (2, 4, 0, "C"), (26, 100, 0, "C"), (1, 4, 0, "D"), (1, 1000, 0, "D"), (0, 4, 5, "E"),
        (0, 0, 0, None),
    ],
)  # fmt: skip
def test_a_grade_follows_the_share_of_criteria_met(terpenuhi, berlaku, bertahan, grade):
    assert nama(grade_dari(terpenuhi, berlaku, bertahan, SKALA)) == grade


@pytest.mark.parametrize(
    ("nilai", "predikat"),
    [
        ("100", "AA"), ("90.01", "AA"), ("90.00", "A"), ("80.01", "A"), ("80", "BB"),
        ("70.01", "BB"), ("70", "B"), ("60.01", "B"), ("60", "CC"), ("50.01", "CC"), ("50", "C"),
        ("30.01", "C"), ("30", "D"), ("0", "D"),
    ],
)  # fmt: skip
def test_a_predicate_begins_above_its_boundary(nilai, predikat):
    assert nama(predikat_dari(Decimal(nilai), PREDIKAT)) == predikat


@given(LEMBAR)
def test_values_stay_within_weights_and_sum_up(jawaban):
    hasil = nilai_lke(BAWAAN, jawaban, {})

    assert hasil.nilai is not None
    assert 0 <= hasil.nilai <= 80
    for k in hasil.komponen:
        assert 0 <= k.nilai <= k.komponen.bobot
    assert hasil.nilai == sum(s.nilai for k in hasil.komponen for s in k.sub)
    assert nama(hasil.predikat) == nama(predikat_dari(hasil.nilai, PREDIKAT))


@given(LEMBAR, st.sampled_from(KODE), st.integers(0, 6))
def test_one_more_criterion_or_year_never_lowers_the_value(jawaban, kode, tahun):
    kurang, lebih = jawaban | {kode: "BELUM"}, jawaban | {kode: "TERPENUHI"}
    lama = dict.fromkeys((s.kode for s in BAWAAN.sub), tahun)

    assert nilai_lke(BAWAAN, lebih, {}).nilai >= nilai_lke(BAWAAN, kurang, {}).nilai
    assert nilai_lke(BAWAAN, lebih, lama).nilai >= nilai_lke(BAWAAN, lebih, {}).nilai


def test_everything_kept_for_five_years_is_a_hundred():
    semua = dict.fromkeys(KODE, "TERPENUHI")
    lima = dict.fromkeys((s.kode for s in BAWAAN.sub), 5)

    hasil = nilai_lke(BAWAAN, semua, lima)

    assert (hasil.nilai, hasil.predikat.nama) == (100, "AA")


def test_an_unanswered_criterion_leaves_the_sheet_without_a_value():
    jawaban = dict.fromkeys(KODE, "TERPENUHI")
    del jawaban["1.a.1"]

    hasil = nilai_lke(BAWAAN, jawaban, {})

    assert hasil.nilai is None
    assert hasil.predikat is None
    assert hasil.sub["1.a"].grade is None
    assert hasil.sub["1.b"].grade is not None
    assert (hasil.terjawab, hasil.banyak) == (len(KODE) - 1, len(KODE))


def test_what_does_not_apply_counts_neither_way():
    jawaban = dict.fromkeys(KODE, "TERPENUHI") | {"1.b.7": "TIDAK_BERLAKU", "1.b.1": "BELUM"}

    satu = nilai_lke(BAWAAN, jawaban, {}).sub["1.b"]

    assert (satu.terpenuhi, satu.berlaku, satu.grade.nama) == (5, 6, "B")


def test_years_kept_are_counted_without_a_gap():
    assert tahun_bertahan(2024, {2023: True, 2022: True, 2020: True}) == 2
    assert tahun_bertahan(2024, {2023: False, 2022: True}) == 0


def test_years_that_were_typed_count_with_evidence_only():
    assert bertahan_berlaku(1, 5, berbukti=True) == 5
    assert bertahan_berlaku(1, 5, berbukti=False) == 1
    assert bertahan_berlaku(3, None, berbukti=True) == 3


def test_the_default_holds_and_travels_as_json():
    assert periksa_instrumen(BAWAAN) == []
    assert dari_json(ke_json(BAWAAN)) == BAWAAN
    assert banding_instrumen(BAWAAN, BAWAAN) == []
    assert [str(k.bobot) for k in BAWAAN.komponen] == ["30", "30", "15", "25"]


def komponen(i, **isi):
    return replace(i, komponen=(replace(i.komponen[0], **isi), *i.komponen[1:]))


def sub(i, **isi):
    pertama = i.komponen[0]
    return komponen(i, sub=(replace(pertama.sub[0], **isi), *pertama.sub[1:]))


RUSAK = {
    "BOBOT_TIDAK_SERATUS": lambda i: komponen(i, bobot=Decimal(31)),
    "BOBOT_SUB_TIDAK_COCOK": lambda i: sub(i, bobot=Decimal(7)),
    "BOBOT_TIDAK_SAH": lambda i: sub(i, bobot=Decimal(0)),
    "NOMOR_GANDA": lambda i: sub(i, kode="1.b"),
    "NOMOR_TIDAK_SAH": lambda i: sub(i, kode="satu/dua"),
    "TANPA_KOMPONEN": lambda i: replace(i, komponen=()),
    "TANPA_SUB": lambda i: komponen(i, sub=()),
    "TANPA_KRITERIA": lambda i: sub(i, kriteria=()),
    "URAIAN_KOSONG": lambda i: sub(i, nama=""),
    "PERKIRAAN_ASING": lambda i: sub(i, kriteria=(Kriteria("1.a.1", "A", perkiraan="LAIN"),)),
    "JUDUL_KOSONG": lambda i: replace(i, judul=""),
    "PEUBAH_ASING": lambda i: replace(i, pembuka="Nilai {angka}"),
    "TANGGA_KOSONG": lambda i: replace(i, predikat=()),
    "NAMA_GANDA": lambda i: replace(i, skala=(*SKALA[:-1], replace(SKALA[-1], nama="AA"))),
    "NILAI_DI_LUAR": lambda i: replace(
        i, skala=(replace(SKALA[0], nilai=Decimal(101)), *SKALA[1:])
    ),
    "SKALA_TIDAK_TURUN": lambda i: replace(
        i, skala=(SKALA[0], replace(SKALA[1], nilai=Decimal(100)), *SKALA[2:])
    ),
    "SYARAT_SAMA": lambda i: replace(
        i, skala=(SKALA[0], replace(SKALA[1], bertahan=5), *SKALA[2:])
    ),
    "BATAS_TIDAK_TURUN": lambda i: replace(
        i, predikat=(PREDIKAT[0], replace(PREDIKAT[1], batas=Decimal(95)), *PREDIKAT[2:])
    ),
    "BATAS_DI_LUAR": lambda i: replace(
        i, predikat=(replace(PREDIKAT[0], batas=Decimal(120)), *PREDIKAT[1:])
    ),
    "DASAR_BOLONG": lambda i: replace(i, skala=SKALA[:-1]),
}


@pytest.mark.parametrize("kode", RUSAK)
def test_an_instrument_that_does_not_hold_is_told(kode):
    temuan = periksa_instrumen(RUSAK[kode](BAWAAN))

    assert kode in {t.kode for t in temuan}
    assert all(t.pesan.endswith(".") for t in temuan)


def test_differences_are_named_by_number():
    baru = sub(BAWAAN, nama="Dokumen ada", kriteria=BAWAAN.komponen[0].sub[0].kriteria[:-1])

    beda = {b.apa: b.jenis for b in banding_instrumen(BAWAAN, baru)}

    assert beda == {"Sub-komponen 1.a": "BERUBAH", "Kriteria 1.a.6": "HILANG"}


def test_submission_needs_every_answer_and_evidence_for_years():
    jawaban = dict.fromkeys(KODE, "TERPENUHI")

    lengkap = periksa_pengajuan(BAWAAN, jawaban, {"1.a": 0}, set(KODE))
    kurang = periksa_pengajuan(BAWAAN, jawaban | {"2.a.1": ""}, {"1.a": 5}, set(KODE) - {"1.a.1"})

    assert lengkap == []
    assert {(t.kode, t.letak.medan, t.menghalangi) for t in kurang} == {
        ("BELUM_DIJAWAB", "2.a", True),
        ("BERTAHAN_TANPA_BUKTI", "1.a", True),
        ("TANPA_BUKTI", "1.a.1", False),
    }


def test_a_value_that_differs_needs_a_note():
    mandiri = dict.fromkeys(KODE, "TERPENUHI")
    lain = mandiri | {"1.a.1": "BELUM"}

    kosong = periksa_final(BAWAAN, mandiri, lain, {}, {}, ())

    assert [t.kode for t in kosong] == ["BEDA_TANPA_CATATAN"]
    assert periksa_final(BAWAAN, mandiri, lain, {"1.a.1": "Belum ada."}, {}, ()) == []
