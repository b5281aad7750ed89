"""Numbers as they are printed (id-ID), and the workbooks' own truth tables."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.angka import baca_rupiah, baca_target, format_angka, format_rupiah, teks_mentah

VARIAN = Path(__file__).parents[3] / "shared" / "data" / "variants"


@pytest.mark.parametrize(
    ("angka", "teks"),
    [
        (1234567, "1.234.567"),
        (Decimal("93.59"), "93,59"),
        (Decimal("95.50"), "95,50"),
        (Decimal("100.00"), "100"),
        (Decimal("1E+3"), "1.000"),
        (0, "0"),
        (-50_000_000, "-50.000.000"),
    ],
)
def test_numbers_are_printed_the_indonesian_way(angka, teks):
    assert format_angka(angka) == teks


def test_rupiah_carries_its_sign_in_front():
    assert format_rupiah(6_312_818_993) == "Rp 6.312.818.993"
    assert format_rupiah(-50_000_000) == "-Rp 50.000.000"


@given(st.integers(min_value=0, max_value=10**13 - 1))
def test_printed_rupiah_reads_back(rupiah):
    assert baca_rupiah(format_rupiah(rupiah)).rupiah == rupiah


@pytest.mark.parametrize(
    ("sel", "teks"),
    [(None, ""), (271000.0, "271000"), (0.1 + 0.2, "0.3"), (1e20, "1" + "0" * 20), (True, "TRUE")],
)
def test_raw_text_of_cells(sel, teks):
    assert teks_mentah(sel) == teks


def kasus(nama):
    """The cells of a variant with the codes the variant expects at each."""
    jalur = VARIAN / f"{nama}.xlsx.expected.json"
    if not jalur.exists():
        pytest.skip(f"{jalur.name} is not here")
    harapan = json.loads(jalur.read_text())
    temuan = {t["sel"]: t["kode"] for t in harapan["galat"] + harapan["peringatan"]}
    return [(sel, temuan.get(sel["sel"])) for sel in harapan["sel"]]


def test_every_amount_of_the_misspelt_variant():
    for sel, kode in kasus("v05-pagu-salah-ketik"):
        bacaan = baca_rupiah(sel["masukan"])
        assert (bacaan.rupiah, [t.kode for t in bacaan.temuan]) == (
            sel["pagu"],
            [sel["kode"]] if sel["kode"] else [],
        ), sel
        assert kode == sel["kode"]


def test_every_target_of_the_mixed_decimal_variant():
    for sel, kode in kasus("v16-desimal-campur"):
        if "format" in str(sel["masukan"]):
            continue
        satuan = "Nilai" if sel["masukan"] in ("3 dokumen", "BB", "WTP", "75,15 (BB)") else "Persen"
        bacaan = baca_target(sel["masukan"], satuan=satuan)
        assert bacaan.nilai.angka == (None if sel["target"] is None else Decimal(sel["target"])), (
            sel
        )
        assert kode in [None, "SATUAN_DALAM_NILAI", *(t.kode for t in bacaan.temuan)], sel
