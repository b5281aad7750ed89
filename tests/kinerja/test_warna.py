"""Brand colours stay legible, whatever a pemda chooses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.gambar.warna import (
    AA,
    LATAR_GELAP,
    LATAR_TERANG,
    campur,
    kontras,
    palet_gelap,
    palet_terang,
)

warna = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@pytest.mark.parametrize(
    ("satu", "dua", "rasio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_follows_wcag(satu, dua, rasio):
    assert kontras(satu, dua) == pytest.approx(rasio, abs=0.01)
    assert kontras(dua, satu) == kontras(satu, dua)


def test_mixing_goes_from_one_to_the_other():
    assert [campur("#000000", "#ff8040", b) for b in (0, 0.5, 1)] == [
        "#000000", "#804020", "#ff8040"
    ]  # fmt: skip


@given(warna)
def test_light_tokens_are_legible(merek):
    token = palet_terang(merek)

    assert kontras(token["brand"], token["on-brand"]) >= AA
    assert kontras(token["brand"], LATAR_TERANG) >= AA
    assert kontras(token["brand-ink"], token["brand-soft"]) >= AA


@given(warna)
def test_dark_tokens_are_legible(merek):
    token = palet_gelap(merek)

    assert kontras(token["brand"], token["on-brand"]) >= AA
    assert kontras(token["brand"], LATAR_GELAP) >= AA
    assert kontras(token["brand-ink"], token["brand-soft"]) >= AA


def test_a_legible_brand_is_left_alone():
    assert palet_terang("#0956C3")["brand"] == "#0956c3"
