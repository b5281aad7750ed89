"""Renja as an outline: program, kegiatan and sub kegiatan follow each other down one column."""

from __future__ import annotations

from kinerja.impor.bacaan import TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import MENURUN
from kinerja.impor.tata_letak.menurun import baca_menurun
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import selesaikan

JENIS = "renja_garis_besar"


def kenali(tabel: Tabel) -> float:
    """An outline with targets or money of one year."""
    if tabel.bentuk != MENURUN:
        return 0
    bernilai = tabel.punya("pagu") + tabel.punya("target")
    if not bernilai and tabel.nama is not None and tabel.nama.banyak and tabel.punya("indikator"):
        return 0.55
    if not bernilai or len(tabel.tahun_kolom("target")) > 1 or len(tabel.tahun_kolom("pagu")) > 1:
        return 0.2
    return 0.6 + 0.2 * bernilai


def baca(p: Pembacaan) -> TabelBaca:
    return selesaikan(p, baca_menurun(p), JENIS)
