"""Printed values: Indonesian form, with the decimals as typed."""

from decimal import Decimal

import pytest

from kinerja.isi_pohon import teks_nilai


@pytest.mark.parametrize(
    ("jenis", "mentah", "nilai", "tercetak"),
    [
        ("ANGKA", "95,50%", "95.5", "95,50"),
        ("ANGKA", "56.73", "56.73", "56,73"),
        ("ANGKA", "1.250,5", "1250.5", "1.250,5"),
        ("ANGKA", "33 Orang / Bulan", "33", "33"),
        ("PREDIKAT", "BB", None, "BB"),
        ("TEKS", "Indikator baru", None, "Indikator baru"),
    ],
)
def test_values_print_with_the_decimals_typed(jenis, mentah, nilai, tercetak):
    assert teks_nilai(jenis, mentah, None if nilai is None else Decimal(nilai)) == tercetak
