"""Tujuan and sasaran of a Renstra with a target per year and no money."""

from __future__ import annotations

from collections import Counter

from kinerja.impor.bacaan import SimpulBaca, TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import MENDATAR, MENURUN
from kinerja.impor.tata_letak.mendatar import baca_mendatar
from kinerja.impor.tata_letak.menurun import baca_menurun
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.tabel_indikator import baca_indikator, bernilai_tahunan

JENIS = "target_tahunan"


def kenali(tabel: Tabel) -> float:
    """Names down one column (or tujuan and sasaran across) with targets of several years."""
    return 0.75 if bernilai_tahunan(tabel) else 0


def baca(p: Pembacaan) -> TabelBaca:
    jenjang = _jenjang(p.tabel, p.tahun)
    hasil, _ = baca_indikator(p, JENIS)
    hasil.jumlah |= jenjang
    return hasil


def _jenjang(tabel: Tabel, tahun: int | None) -> dict[str, int]:
    """How many tujuan and sasaran the table prints; their findings belong to the indicators."""
    p = Pembacaan(tabel, tahun)
    simpul: list[SimpulBaca] = []
    if tabel.bentuk in (MENURUN, MENDATAR):
        simpul = baca_menurun(p) if tabel.bentuk == MENURUN else baca_mendatar(p)
    return dict(Counter(s.level for s in simpul if s.level))
