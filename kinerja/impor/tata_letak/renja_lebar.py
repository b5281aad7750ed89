"""Renja with the levels side by side, each with its own indicator, target and money."""

from __future__ import annotations

from kinerja.impor.bacaan import TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import MENDATAR
from kinerja.impor.tata_letak.mendatar import baca_mendatar
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import selesaikan

JENIS = "renja_lebar"


def kenali(tabel: Tabel) -> float:
    """Levels of the nomenklatur across, with targets or money of one year."""
    if tabel.bentuk != MENDATAR or not {"program", "kegiatan", "sub_kegiatan"} & set(tabel.jenjang):
        return 0
    bernilai = tabel.punya("pagu") + tabel.punya("target")
    if not bernilai or len(tabel.tahun_kolom("target")) > 1 or len(tabel.tahun_kolom("pagu")) > 1:
        return 0.2
    return 0.6 + 0.2 * bernilai


def baca(p: Pembacaan) -> TabelBaca:
    return selesaikan(p, baca_mendatar(p), JENIS)
