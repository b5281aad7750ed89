"""Renja as SIPD prints it: the code over five columns, indicators and targets of program, sub
kegiatan and kegiatan side by side, a block per unit. The code decides level and parent.
"""

from __future__ import annotations

from kinerja.impor.bacaan import TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import MENURUN
from kinerja.impor.tata_letak.menurun import baca_menurun
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.samping import JENJANG
from kinerja.impor.tata_letak.selesai import selesaikan

JENIS = "renja_sipd"


def kenali(tabel: Tabel) -> float:
    """An outline with codes whose indicators take a column per level."""
    if tabel.bentuk != MENURUN or not tabel.punya("kode"):
        return 0
    jenjang = {k.jenjang for k in tabel.kolom if k.medan == "indikator" and not k.maju}
    if len(jenjang & set(JENJANG)) < 2 or len(tabel.tahun_kolom("pagu")) > 1:
        return 0
    return 1.1


def baca(p: Pembacaan) -> TabelBaca:
    return selesaikan(p, baca_menurun(p), JENIS)
