"""Printed values: Indonesian form, with the decimals as typed."""

import copy
from decimal import Decimal

import pytest

from kinerja.isi_pohon import baca_isi, baca_isi_per_tahun, teks_nilai
from tests.factories import PADA


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


def test_the_years_in_turn_are_the_years_one_by_one(pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    for tahun, pagu in ((2025, "1.000"), (2027, "3.000")):
        pohon.isi_pagu(jalur["SUB_KEGIATAN"], pagu, tahun=tahun, **siapa)
    pohon.isi_klaim(jalur["PROGRAM"], "2.500", tahun=2027, **siapa)

    berurutan = [copy.deepcopy(isi) for isi in baca_isi_per_tahun(pohon)]

    assert berurutan == [baca_isi(pohon, tahun=t) for t in range(2025, 2030)]
