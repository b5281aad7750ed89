"""Repairs of amounts: offered only where a sum balances or a text can mean one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.anggaran import PaguTertulis, periksa_klaim
from kinerja.aturan.usul_pagu import (
    JAUH,
    bacaan_tunggal,
    jarak_ketik,
    jarak_sunting,
    salah_ketik,
)


def tulis(id_, induk, nilai, mentah=None):
    mentah = str(nilai or "") if mentah is None else mentah
    return PaguTertulis(id_, induk, nilai, mentah, sel=f"H{id_}", lembar="RENJA")


def usul(*pagu, di, jumlah=None):
    """(cell, value) of the proposals on a claim, best first."""
    hasil = periksa_klaim(pagu, jumlah)
    (temuan,) = [t for t in hasil.temuan if t.letak.sel == di]
    return [(u.sel, u.nilai) for u in temuan.usul]


def usul_sel(*pagu, id_):
    return [(u.sel, u.nilai) for u in periksa_klaim(pagu).usul[id_]]


def test_unreadable_between_parent_and_child_gets_the_value_both_ask_for():
    pagu = [
        tulis("p", None, 32_400_000),
        tulis("k", "p", None, "32.400.0000"),
        tulis("s", "k", 32_400_000),
    ]

    assert usul_sel(*pagu, id_="k") == [("Hk", "32400000")]
    assert usul(*pagu, di="Hp") == [("Hk", "32400000")]


def test_unreadable_among_siblings_gets_what_the_parent_leaves():
    pagu = [
        tulis("k", None, 667_292_466),
        tulis("s1", "k", 653_994_466),
        tulis("s2", "k", None, "13.2918.000"),
    ]

    assert usul_sel(*pagu, id_="s2") == [("Hs2", "13298000")]


def test_a_residual_far_from_what_was_typed_is_not_offered():
    pagu = [tulis("k", None, 900), tulis("s1", "k", 100), tulis("s2", "k", None, "13.2918.000")]

    assert usul_sel(*pagu, id_="s2") == []


def test_two_unreadable_children_leave_nothing_to_offer():
    pagu = [tulis("k", None, 900), tulis("a", "k", None, "4.00"), tulis("b", "k", None, "5.00")]

    assert usul_sel(*pagu, id_="a") == []


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        (271_000_000, 271_000),  # three zeros too many
        (271_000, 271_000_000),  # three zeros missing
        (165_510_000, 65_510_000),  # a digit too many
        (65_510_000, 165_510_000),  # a digit missing
        (150_000_000, 100_000_000),  # a wrong digit
        (512_000, 152_000),  # two digits swapped
    ],
)
def test_a_slip_in_one_child_is_proposed_at_that_child(lama, baru):
    pagu = [
        tulis("p", None, baru + 40_000_007),
        tulis("k", "p", baru + 40_000_007),
        tulis("s1", "k", lama),
        tulis("s2", "k", 40_000_007),
    ]

    assert usul(*pagu, di="Hk")[0] == ("Hs1", str(baru))


def test_a_claim_that_two_sums_contradict_is_repaired_first():
    pagu = [
        tulis("p", None, 150_000_000),
        tulis("k", "p", 100_000_000),
        tulis("s", "k", 150_000_000),
    ]
    total = tulis("J", None, 150_000_000)

    assert usul(*pagu, di="Hk", jumlah=total)[0] == ("Hk", "150000000")
    assert usul(*pagu, di="Hp", jumlah=total) == [("Hk", "150000000")]


def test_no_repair_breaks_a_claim_that_holds():
    """Kegiatan k holds its child and cannot take the blame; only the program is off."""
    pagu = [tulis("p", None, 50_000), tulis("k", "p", 5_000), tulis("s", "k", 5_000)]

    assert usul(*pagu, di="Hp") == [("Hp", "5000")]


def test_a_difference_that_no_slip_explains_gets_no_proposal():
    pagu = [tulis("k", None, 1_234_567), tulis("s1", "k", 700_000), tulis("s2", "k", 800_000)]

    assert usul(*pagu, di="Hk") == []


@given(st.lists(st.integers(10_000, 10**10), min_size=2, max_size=4), st.data())
def test_every_proposal_balances_the_claim_it_stands_on(nilai, data):
    benar = data.draw(st.sampled_from(range(len(nilai))))
    salah = nilai[benar] * data.draw(st.sampled_from([10, 1000]))
    pagu = [tulis("k", None, sum(nilai))]
    pagu += [tulis(str(i), "k", salah if i == benar else n) for i, n in enumerate(nilai)]

    daftar = usul(*pagu, di="Hk")

    assert (f"H{benar}", str(nilai[benar])) in daftar
    for sel, baru in daftar:
        isi = {p.sel: p.nilai for p in pagu} | {sel: int(baru)}
        assert isi.pop("Hk") == sum(isi.values())


@pytest.mark.parametrize(
    ("mentah", "nilai"),
    [
        ("150 juta", 150_000_000),
        ("1,5 juta", 1_500_000),
        ("2 miliar", 2_000_000_000),
        ("10.O00.000", 10_000_000),
        ("100.000.000.", 100_000_000),
        (".100.000.000", 100_000_000),
        ("100.000.000 (seratus juta)", 100_000_000),
        ("32.400.0000", None),
        ("1,5 M", None),
        ("1.00.000.000", None),
        ("-5.000.000", None),
        ("(40.000.000)", None),
        ("000.372.250.370", None),
        ("sesuai kebutuhan", None),
    ],
)
def test_only_a_text_with_one_meaning_is_read(mentah, nilai):
    assert bacaan_tunggal(mentah) == nilai


@given(st.text(max_size=25))
def test_reading_a_text_never_raises(mentah):
    assert bacaan_tunggal(mentah) is None or bacaan_tunggal(mentah) >= 0


def test_distance_counts_keys():
    assert jarak_sunting("abc", "abc", 2) == 0
    assert jarak_sunting("abcd", "acbd", 2) == 1
    assert jarak_sunting("abc", "xyz", 2) == JAUH
    assert jarak_ketik("32.400.0000", 32_400_000) == 1
    assert salah_ketik(123_456, 987_654) == JAUH
