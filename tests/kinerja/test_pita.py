"""Bands, averages with caps, absorption of money, efficiency."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.pita import (
    PITA_BAWAAN,
    Pita,
    beda_pita,
    efisiensi,
    merah,
    periksa_pita,
    pita,
    rata_rata,
    serapan,
)
from kinerja.pilihan import Efisiensi

JUTA = 1_000_000


@pytest.mark.parametrize(
    ("nilai", "nama"),
    [
        ("0", "Sangat Rendah"), ("50.99", "Sangat Rendah"), ("50.994", "Sangat Rendah"),
        ("50.995", "Rendah"), ("51", "Rendah"), ("65.99", "Rendah"), ("66", "Sedang"),
        ("75.5", "Sedang"), ("76", "Tinggi"), ("90", "Tinggi"), ("90.5", "Tinggi"),
        ("91", "Sangat Tinggi"), ("400", "Sangat Tinggi"),
    ],
)  # fmt: skip
def test_the_scale_of_e81_leaves_no_gap(nilai, nama):
    assert pita(Decimal(nilai)).nama == nama


@given(st.decimals("0", "1000", places=6))
def test_every_percentage_has_exactly_one_band(nilai):
    batas = [*(p.dari for p in PITA_BAWAAN), Decimal(10**6)]
    bulat = nilai.quantize(Decimal("0.01"), "ROUND_HALF_UP")
    milik = [p for p, atas in zip(PITA_BAWAAN, batas[1:], strict=True) if p.dari <= bulat < atas]

    assert milik == [pita(nilai)]


def test_no_value_has_no_band_and_is_not_red():
    assert pita(None) is None
    assert not merah(None)
    assert merah(Decimal("50.9"))
    assert not merah(Decimal(51))


def susun(*batas):
    return [Pita(f"Pita {n}", Decimal(b), "hijau") for n, b in enumerate(batas)]


def test_bands_start_at_zero_rise_and_have_names():
    assert periksa_pita(PITA_BAWAAN) == []
    assert [t.kode for t in periksa_pita(susun("1", "50"))] == ["PITA_AWAL"]
    assert [t.kode for t in periksa_pita(susun("0", "50", "50"))] == ["PITA_URUTAN"]
    kembar = [Pita("Baik", Decimal(0), "hijau"), Pita("baik ", Decimal(50), "ungu")]
    assert [t.kode for t in periksa_pita(kembar)] == ["PITA_NAMA", "PITA_RUPA"]
    assert [t.kode for t in periksa_pita([])] == ["PITA_AWAL"]


def test_what_other_bands_would_change_is_counted():
    baru = [*PITA_BAWAAN[:-1], PITA_BAWAAN[-1]._replace(dari=Decimal("90.01"))]
    nilai = [Decimal("90.5"), Decimal("90.9"), Decimal(95), Decimal(60)]

    assert beda_pita(nilai, PITA_BAWAAN, baru) == {("Tinggi", "Sangat Tinggi"): 2}


def test_caps_count_in_averages_only():
    hasil = rata_rata([Decimal(300), Decimal(60), None], batas=Decimal(120))

    assert hasil == (Decimal(90), 2, 1, 1)
    assert rata_rata([Decimal(300), Decimal(60)]).nilai == 180
    assert rata_rata([None]).nilai is None


def test_money_spent_is_told_with_its_numbers():
    hasil = serapan(75 * JUTA, 100 * JUTA)

    assert hasil.nilai == 75
    assert hasil.rumus == "Rp 75.000.000 / Rp 100.000.000 × 100% = 75%"
    assert serapan(0, JUTA).nilai == 0


@pytest.mark.parametrize(
    ("realisasi", "pagu", "kata"),
    [(None, 5, "Realisasi anggaran belum diisi."), (5, None, "Pagu belum diisi."),
     (5, 0, "Pagu Rp 0")],
)  # fmt: skip
def test_money_without_a_share_says_why(realisasi, pagu, kata):
    assert kata in serapan(realisasi, pagu).sebab


def hemat(cara, capaian="100", realisasi=88.99, pagu=100):
    persen = None if capaian is None else Decimal(capaian)
    return efisiensi(cara, capaian=persen, realisasi=int(realisasi * JUTA), pagu=pagu * JUTA)


def test_efficiency_has_named_variants():
    assert hemat(Efisiensi.RUPIAH).rumus.endswith("= Rp 11.010.000")
    assert hemat(Efisiensi.SELISIH, "95").rumus == "95% − 88,99% = 6,01%"
    assert hemat(Efisiensi.SISA).tampil == "11,01%"
    assert hemat(Efisiensi.NILAI, realisasi=90).tampil == "75%"
    assert {str(e) for e in Efisiensi} == {"RUPIAH", "SELISIH", "SISA", "NILAI"}


@pytest.mark.parametrize(
    ("cara", "capaian", "kata"),
    [(Efisiensi.SISA, "99.9", "Target belum tercapai (99,9%)."),
     (Efisiensi.SELISIH, None, "Capaian kinerjanya belum ada."), (Efisiensi.NILAI, "0", "0%")],
)  # fmt: skip
def test_efficiency_that_cannot_be_told_says_why(cara, capaian, kata):
    hasil = hemat(cara, capaian)

    assert hasil.nilai is None
    assert kata in hasil.sebab
