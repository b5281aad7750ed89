"""Documents travel as JSON and come back equal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from laporan.pdf.muatan import baca, tulis


@dataclass(frozen=True, slots=True)
class Daun:
    teks: str
    angka: int | None = None


@dataclass(frozen=True, slots=True)
class Cabang:
    daun: tuple[Daun, ...]
    pasangan: tuple[int, str]
    peta: Mapping[str, Daun]
    daftar: list[float]
    mungkin: Daun | None = None


DAUN = st.builds(Daun, st.text(), st.none() | st.integers())
CABANG = st.builds(
    Cabang,
    st.lists(DAUN).map(tuple),
    st.tuples(st.integers(), st.text()),
    st.dictionaries(st.text(), DAUN),
    st.lists(st.floats(allow_nan=False)),
    st.none() | DAUN,
)


@given(CABANG)
def test_what_was_written_is_read_back_equal(cabang):
    assert baca(Cabang, tulis(cabang)) == cabang


@given(CABANG)
def test_the_order_of_a_mapping_does_not_change_the_text(cabang):
    terbalik = replace(cabang, peta=dict(reversed(list(cabang.peta.items()))))

    assert tulis(terbalik) == tulis(cabang)
