"""Quarters on their way to a year: sum, last, average; typed each alone or cumulatively."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.angka import baca_target
from kinerja.aturan.kumulatif import (
    capaian_sampai,
    capaian_setahun,
    gabung,
    jatuh_tempo,
    kumulatif,
    per_triwulan,
    sebutan_frekuensi,
    temuan_seri,
)
from kinerja.pilihan import Agregasi, Arah, CaraKetik, Frekuensi

JUMLAH, AKHIR, RATA = Agregasi.JUMLAH, Agregasi.AKHIR, Agregasi.RATA_RATA
SENDIRI, SAMPAI = CaraKetik.TRIWULAN, CaraKetik.KUMULATIF


def nilai(teks):
    return baca_target(teks).nilai


def deret(*triwulan):
    return {n: nilai(t) for n, t in enumerate(triwulan, start=1) if t}


def sampai(triwulan, realisasi, target, agregasi, setahun="", **lain):
    akhir = nilai(setahun) if setahun else None
    return capaian_sampai(
        triwulan, deret(*realisasi), deret(*target), akhir, agregasi=agregasi, **lain
    )


@pytest.mark.parametrize(
    ("triwulan", "realisasi", "target", "agregasi", "persen"),
    [
        (1, ("20",), ("25", "25", "25", "25"), JUMLAH, "80%"),
        (2, ("20", "30"), ("25", "25", "25", "25"), JUMLAH, "100%"),
        (3, ("20", "", "30"), ("25", "25", "25", "25"), JUMLAH, "100%"),
        (3, ("20", "0", "30"), ("25", "25", "25", "25"), JUMLAH, "66,67%"),
        (4, ("20", "30"), ("25", "25", "25", "25"), JUMLAH, "100%"),
        (2, ("40", "45"), ("50", "60", "80", "90"), AKHIR, "75%"),
        (3, ("40", "", "72"), ("50", "60", "80", "90"), AKHIR, "90%"),
        (2, ("80", "84"), ("82", "82", "82", "82"), RATA, "100%"),
        (3, ("80", "", "84"), ("80", "90", "84", "82"), RATA, "100%"),
    ],
)
def test_only_filled_quarters_count(triwulan, realisasi, target, agregasi, persen):
    assert sampai(triwulan, realisasi, target, agregasi).tampil == persen


def test_lower_is_better_looks_at_the_last_quarter():
    hasil = sampai(2, ("14", "12"), ("12", "10"), AKHIR, arah=Arah.TURUN)

    assert hasil.tampil == "80%"


def test_targets_typed_cumulatively_are_read_so():
    target = ("25", "50", "75", "100")

    assert sampai(2, ("20", "30"), target, JUMLAH, "100").tampil == "100%"
    assert sampai(2, ("20", "50"), target, JUMLAH, "100", cara_ketik=SAMPAI).tampil == "100%"


def test_a_cumulative_value_covers_the_quarters_that_nobody_filled():
    hasil = sampai(3, ("20", "", "60"), ("25",) * 4, JUMLAH, "100", cara_ketik=SAMPAI)

    assert hasil.rumus == "60 / 75 × 100% = 80%"


def test_the_fourth_quarter_of_an_end_value_may_lean_on_the_year():
    assert sampai(4, ("", "", "", "45"), (), AKHIR, "90").tampil == "50%"
    assert sampai(3, ("", "", "45"), (), AKHIR, "90").sebab == "Target triwulan III belum diisi."
    assert sampai(4, ("", "", "", "BB"), (), AKHIR, "BB").tampil == "100%"


def test_a_year_is_measured_by_the_target_of_the_year():
    hasil = capaian_setahun(3, deret("20", "", "30", "40"), nilai("100"), agregasi=JUMLAH)

    assert hasil.rumus == "50 / 100 × 100% = 50%"


def test_nothing_filled_is_no_value():
    assert sampai(2, (), ("25", "25"), JUMLAH).sebab == "Realisasi belum diisi."
    assert sampai(1, ("", "5"), ("5", "5"), JUMLAH).sebab == "Realisasi belum diisi."
    assert gabung({}, JUMLAH) is None


def test_ranges_add_up_by_their_ends():
    hasil = gabung(deret("10-20", "30"), JUMLAH)

    assert (hasil.minimum, hasil.maksimum) == (40, 50)
    assert sampai(2, ("10", "35"), ("10-20", "30"), JUMLAH).tampil == "100%"


def test_a_predicate_among_sums_gives_no_percentage():
    assert sampai(2, ("BB", "3"), ("2", "3"), JUMLAH).nilai is None


def test_frequency_says_when_a_value_is_due():
    assert [n for n in (1, 2, 3, 4) if jatuh_tempo(Frekuensi.SEMESTERAN, n)] == [2, 4]
    assert [n for n in (1, 2, 3, 4) if jatuh_tempo(Frekuensi.TAHUNAN, n)] == [4]
    assert jatuh_tempo(Frekuensi.TRIWULANAN, 1)
    assert sebutan_frekuensi(Frekuensi.TAHUNAN) == "diukur tahunan"


def angka(hasil):
    return {n: nilai.angka for n, nilai in hasil.items()}


def test_the_other_reading_stands_beside():
    assert angka(per_triwulan(deret("20", "50", "", "90"), SAMPAI, JUMLAH)) == {1: 20, 2: 30, 4: 40}
    assert angka(kumulatif(deret("20", "30", "", "40"), SENDIRI, JUMLAH)) == {1: 20, 2: 50, 4: 90}
    assert angka(per_triwulan(deret("80", "84"), SAMPAI, RATA)) == {1: 80, 2: 84}


def test_an_office_may_change_its_way_within_a_year():
    cara = {1: SENDIRI, 2: SAMPAI, 3: SAMPAI, 4: SENDIRI}
    isi = deret("20", "50", "", "30")

    assert angka(per_triwulan(isi, cara, JUMLAH)) == {1: 20, 2: 30, 4: 30}
    assert angka(kumulatif(isi, cara, JUMLAH)) == {1: 20, 2: 50, 4: 80}
    assert sampai(4, ("20", "50", "", "30"), ("25",) * 4, JUMLAH, cara_ketik=cara).rumus == (
        "80 / 75 × 100% = 106,67%"
    )


naik = st.lists(st.decimals("0", "99999", places=2), min_size=1, max_size=4)


@given(naik)
def test_both_readings_are_each_others_inverse(daftar):
    asal = {n: nilai("1")._replace(angka=d) for n, d in enumerate(daftar, start=1)}
    pulang = per_triwulan(kumulatif(asal, SENDIRI, JUMLAH), SAMPAI, JUMLAH)

    assert angka(pulang) == angka(asal)


@given(naik, st.decimals("1", "99999", places=2))
def test_typed_either_way_a_sum_comes_to_the_same(daftar, target):
    satu = nilai("1")
    sendiri = {n: satu._replace(angka=d) for n, d in enumerate(daftar, start=1)}
    acuan = {n: satu._replace(angka=target) for n in (1, 2, 3, 4)}
    bersama = {"agregasi": JUMLAH}
    a = capaian_sampai(4, sendiri, acuan, cara_ketik=SENDIRI, **bersama)
    b = capaian_sampai(
        4, kumulatif(sendiri, SENDIRI, JUMLAH), acuan, cara_ketik=SAMPAI, **bersama
    )  # fmt: skip

    assert a == b


@given(naik, st.sampled_from(Agregasi.values), st.decimals("1", "99999", places=2))
def test_every_quarter_on_target_is_a_year_on_target(daftar, agregasi, target):
    acuan = {n: nilai("1")._replace(angka=target) for n, _ in enumerate(daftar, start=1)}

    assert capaian_sampai(4, acuan, acuan, agregasi=agregasi).nilai == Decimal(100)


@pytest.mark.parametrize(
    ("realisasi", "cara", "agregasi", "kode"),
    [
        (("25", "20"), SAMPAI, JUMLAH, ["KUMULATIF_TURUN"]),
        (("25", "", "20"), SAMPAI, JUMLAH, ["KUMULATIF_TURUN"]),
        (("25", "25", "30"), SAMPAI, JUMLAH, []),
        (("25", "20"), SENDIRI, JUMLAH, []),
        (("25", "25", "25", "25"), SENDIRI, JUMLAH, ["SERI_SAMA"]),
        (("0", "0", "0", "0"), SENDIRI, JUMLAH, []),
        (("25", "25", "25"), SENDIRI, JUMLAH, []),
        (("25", "25", "25", "25"), SENDIRI, AKHIR, []),
        (("25", "20"), SAMPAI, AKHIR, []),
    ],
)
def test_series_that_look_wrong_are_found(realisasi, cara, agregasi, kode):
    assert [t.kode for t in temuan_seri(deret(*realisasi), cara, agregasi)] == kode


def test_the_finding_names_both_values():
    [temuan] = temuan_seri(deret("25", "", "20"), SAMPAI, JUMLAH)

    assert "turun dari 25 (triwulan I) menjadi 20 (triwulan III)" in temuan.pesan
    assert not temuan.menghalangi
