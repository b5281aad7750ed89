"""Cascading forms: from visi or tujuan to sub kegiatan side by side, without targets or money."""

from __future__ import annotations

from kinerja.impor.bacaan import TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import MENDATAR
from kinerja.impor.tata_letak.mendatar import baca_mendatar
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import selesaikan

JENIS = "cascading"


def kenali(tabel: Tabel) -> float:
    """Several levels across with their indicators."""
    if tabel.bentuk != MENDATAR or tabel.punya("pagu"):
        return 0
    if len(tabel.jenjang) == 1:
        return 0.5 if tabel.punya("indikator") else 0.3
    return min(0.55 + 0.1 * (len(tabel.jenjang) - 1), 0.85)


def baca(p: Pembacaan) -> TabelBaca:
    return selesaikan(p, baca_mendatar(p), JENIS)
