"""Small bars over the targets in the drawer."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja.gambar.batang import TINGGI, batang

angka = st.none() | st.decimals("-1e12", "1e12", allow_nan=False, places=2)


def tinggi(*nilai) -> list[float]:
    svg = batang([None if n is None else Decimal(str(n)) for n in nilai])
    return [float(h) for h in re.findall(r'height="([\d.]+)"', svg)]


def test_the_greatest_value_fills_the_height_and_zero_is_low():
    assert tinggi(0, 50, 100) == [4.0, 14.0, 24.0]


def test_close_values_are_told_apart():
    rendah, tinggi_ = tinggi("55.33", "57.93")

    assert tinggi_ - rendah > 10


def test_equal_values_are_equally_high():
    assert tinggi(100, 100, 100) == [24.0] * 3


def test_an_empty_year_is_a_line_of_its_own_kind():
    svg = batang([Decimal(5), None])

    assert svg.count('class="nol"') == 1


def test_nothing_to_draw_draws_nothing():
    assert batang([None, None]) == ""
    assert batang([]) == ""


@given(st.lists(angka, min_size=1, max_size=8))
def test_bars_stay_in_their_frame(nilai):
    for h in re.findall(r'height="([\d.e+-]+)"', batang(nilai)):
        assert 0 < float(h) <= TINGGI
