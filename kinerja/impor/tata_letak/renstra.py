"""Renstra with a target and an amount per year. Recognised, not read yet."""

from __future__ import annotations

from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import LAIN

JENIS = "renstra"


def kenali(tabel: Tabel) -> float:
    """Names with money of several years."""
    if tabel.bentuk == LAIN or len(tabel.tahun_kolom("pagu")) < 2:
        return 0
    return 0.95 if len(tabel.tahun_kolom("target")) > 1 else 0.7
