"""Tujuan and sasaran of a Renstra with a target per year and no money."""

from __future__ import annotations

from collections import Counter

from kinerja.impor.bacaan import TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.tabel_indikator import baca_indikator, bernilai_tahunan

JENIS = "target_tahunan"


def kenali(tabel: Tabel) -> float:
    """Names down one column (or tujuan and sasaran across) with targets of several years."""
    return 0.75 if bernilai_tahunan(tabel) else 0


def baca(p: Pembacaan) -> TabelBaca:
    hasil, wadah = baca_indikator(p, JENIS)
    hasil.jumlah |= Counter(s.level for s in wadah if s.level)
    return hasil
