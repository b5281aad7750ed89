"""Pairs of words: how they are read and what they replace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.kata import Pengganti, baca_pasangan


@pytest.mark.parametrize(
    ("teks", "pasangan"),
    [
        ("", []),
        ("Dinas Sosial => Dinas Kesehatan", [("Dinas Sosial", "Dinas Kesehatan")]),
        ("Dinas  Sosial\tDinas Kesehatan\r\n\r\n2025 → 2026",
         [("Dinas Sosial", "Dinas Kesehatan"), ("2025", "2026")]),
        ("(contoh) =>", [("(contoh)", "")]),
    ],
)  # fmt: skip
def test_pairs_stand_one_a_line(teks, pasangan):
    assert baca_pasangan(teks) == (pasangan, [])


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Dinas Sosial", "PASANGAN_TIDAK_TERBACA"),
        ("=> baru", "PASANGAN_TIDAK_TERBACA"),
        ("a => b => c", "PASANGAN_TIDAK_TERBACA"),
        ("a => b\na => c", "PASANGAN_GANDA"),
        ("\n".join(f"a{n} => b" for n in range(101)), "PASANGAN_TERLALU_BANYAK"),
    ],
)
def test_other_lines_are_pointed_out(teks, kode):
    assert [t.kode for t in baca_pasangan(teks)[1]] == [kode]


@pytest.mark.parametrize(
    ("pasangan", "teks", "hasil"),
    [
        ([("Sosial", "X")], "Dinas Sosial, bukan Sosialisasi", "Dinas X, bukan Sosialisasi"),
        ([("A B", "C"), ("B", "X")], "A  B dan B", "C dan X"),
        ([("a", "b"), ("b", "a")], "a b", "b a"),
        ([("(contoh)", "")], "Jumlah (contoh) orang", "Jumlah orang"),
        ([("sosial", "x")], "Sosial", "Sosial"),
        ([], "apa  adanya", "apa  adanya"),
        ([("C++", "C")], "kode C++ lama", "kode C lama"),
    ],
)  # fmt: skip
def test_whole_words_are_replaced_once(pasangan, teks, hasil):
    assert Pengganti(pasangan)(teks) == hasil


@given(st.text(), st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=4))
def test_any_words_in_any_text_do_no_harm(teks, pasangan):
    bersih, _ = baca_pasangan("\n".join(f"{a}\t{b}" for a, b in pasangan))

    hasil = Pengganti(bersih)(teks)

    if not any(lama in " ".join(teks.split()) for lama, _ in bersih):
        assert hasil == teks
