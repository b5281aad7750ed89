"""Capaian of one value: three ways, edges, predicates; every example that the office prints."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.angka import baca_target
from kinerja.aturan.capaian import SKALA_AKIP, SKALA_OPINI, hitung
from kinerja.pilihan import Arah, CaraTurun

NAIK, TURUN, RENTANG = Arah.NAIK, Arah.TURUN, Arah.RENTANG


def nilai(teks):
    return baca_target(teks).nilai


def capaian(realisasi, target, arah=NAIK, **lain):
    return hitung(nilai(realisasi), nilai(target), arah=arah, **lain)


@pytest.mark.parametrize(
    ("realisasi", "target", "arah", "persen"),
    [
        ("95", "100", NAIK, "95%"),
        ("120", "100", NAIK, "120%"),
        ("0", "100", NAIK, "0%"),
        ("89,93", "93,59", NAIK, "96,09%"),
        ("10", "10", TURUN, "100%"),
        ("12", "10", TURUN, "80%"),
        ("8", "10", TURUN, "120%"),
        ("0", "10", TURUN, "200%"),
        ("25", "10", TURUN, "0%"),
        ("0", "0", TURUN, "100%"),
        ("3", "0", TURUN, "0%"),
        ("70", "80-90", NAIK, "87,5%"),
        ("85", "80-90", NAIK, "100%"),
        ("92", "80-90", NAIK, "102,22%"),
        ("6,5", "7-8", TURUN, "107,14%"),
        ("9", "7-8", TURUN, "87,5%"),
        ("7,5", "7-8", TURUN, "100%"),
        ("70,3", "70,1-70,5", NAIK, "100%"),
        ("70", "80-90", RENTANG, "87,5%"),
        ("99", "80-90", RENTANG, "90%"),
        ("81", "80", RENTANG, "98,75%"),
        ("79", "80", RENTANG, "98,75%"),
        ("88", "≥ 80", NAIK, "110%"),
        ("4", "≤ 5", TURUN, "120%"),
        ("6", "≤ 5", RENTANG, "80%"),
        ("4", "≤ 5", RENTANG, "100%"),
    ],
)
def test_percentages_that_offices_print(realisasi, target, arah, persen):
    assert capaian(realisasi, target, arah).tampil == persen


@pytest.mark.parametrize(
    ("realisasi", "target", "persen"),
    [("12", "10", "83,33%"), ("8", "10", "125%"), ("0", "10", "100%"), ("0", "0", "100%"),
     ("2", "0", "0%")],
)  # fmt: skip
def test_lower_is_better_has_a_second_formula(realisasi, target, persen):
    assert capaian(realisasi, target, TURUN, cara=CaraTurun.BANDING).tampil == persen


@pytest.mark.parametrize(
    ("realisasi", "target", "rumus"),
    [
        ("95", "100", "95 / 100 × 100% = 95%"),
        ("1200", "1000", "1.200 / 1.000 × 100% = 120%"),
    ],
)
def test_the_formula_stands_beside_with_its_numbers(realisasi, target, rumus):
    assert capaian(realisasi, target).rumus == rumus


def test_each_way_says_its_formula():
    assert capaian("12", "10", TURUN).rumus == "(2 × 10 − 12) / 10 × 100% = 80%"
    assert capaian("25", "10", TURUN).rumus.endswith("= -50%, dihitung 0%")
    assert capaian("12", "10", TURUN, cara=CaraTurun.BANDING).rumus.startswith("10 / 12 ×")
    assert capaian("70", "80-90").rumus == "70 / 80 × 100% = 87,5% (varian rentang 80–90)"
    assert "di dalam varian rentang 80–90" in capaian("85", "80-90").rumus
    assert capaian("0", "0", TURUN).rumus == "target 0, realisasi 0 → 100%"


@pytest.mark.parametrize(
    ("realisasi", "target", "kata"),
    [
        ("5", "0", "Target 0"),
        ("0", "0", "Target 0"),
        ("", "100", "Realisasi belum diisi."),
        ("5", "", "Target belum diisi."),
        ("5", "Indikator Baru", "Target “Indikator Baru” bukan angka"),
        ("5", "sesuai jadwal", "bukan angka, rentang, atau predikat"),
        ("80-90", "100", "bukan satu angka"),
        ("BB", "70,01", "satu skala predikat"),
        ("WTP", "BB", "satu skala predikat"),
    ],
)
def test_where_no_percentage_can_be_told_the_reason_stands(realisasi, target, kata):
    hasil = capaian(realisasi, target)

    assert hasil.nilai is None
    assert hasil.tampil == "–"
    assert kata in hasil.sebab


def test_zero_is_a_value_and_empty_is_not():
    assert capaian("0", "100").nilai == 0
    assert hitung(None, nilai("100")).nilai is None
    assert hitung(nilai("100"), None).sebab == "Target belum diisi."


def test_predicates_are_compared_on_their_scale():
    assert capaian("BB", "BB").tampil == "100%"
    assert capaian("B", "BB").rumus == "B (4) / BB (5) × 100% = 80%"
    assert capaian("wtp", "WTP").tampil == "100%"
    assert capaian("WDP", "WTP").tampil == "75%"
    assert capaian("A", "BB").tampil == "120%"


def test_scales_are_data():
    skala = ({"Rendah": Decimal(1), "Baik": Decimal(2)},)
    baik, rendah = (nilai("BB")._replace(mentah=kata) for kata in ("Baik", "Rendah"))

    assert hitung(rendah, baik, skala=skala).tampil == "50%"
    assert hitung(rendah, baik).nilai is None
    assert SKALA_AKIP["AA"] > SKALA_AKIP["A"]
    assert SKALA_OPINI["WTP"] == 4


angka = st.decimals("0", "9999999999999", places=4).map(lambda d: nilai("1")._replace(angka=d))
positif = angka.filter(lambda n: n.angka > 0)


@given(positif, st.sampled_from(Arah.values), st.sampled_from(CaraTurun.values))
def test_what_equals_its_target_reaches_it_in_every_way(target, arah, cara):
    assert hitung(target, target, arah=arah, cara=cara).nilai == 100


@given(angka, positif, st.sampled_from(Arah.values), st.sampled_from(CaraTurun.values))
def test_a_percentage_is_never_negative_and_always_has_its_formula(r, t, arah, cara):
    hasil = hitung(r, t, arah=arah, cara=cara)

    assert hasil.nilai >= 0
    assert hasil.rumus
    assert not hasil.sebab


@given(angka, angka, positif)
def test_more_is_better_where_higher_is_and_worse_where_lower_is(a, b, target):
    sedikit, banyak = sorted((a, b), key=lambda n: n.angka)
    for arah, (buruk, baik) in ((NAIK, (sedikit, banyak)), (TURUN, (banyak, sedikit))):
        assert hitung(buruk, target, arah=arah).nilai <= hitung(baik, target, arah=arah).nilai


@given(angka, positif, positif)
def test_inside_a_range_all_is_reached_and_outside_of_a_two_sided_one_less(r, a, b):
    bawah, atas = sorted((a.angka, b.angka))
    target = nilai("1-2")._replace(minimum=bawah, maksimum=atas)
    hasil = hitung(r, target, arah=RENTANG).nilai

    assert hasil == 100 if bawah <= r.angka <= atas else hasil <= 100
