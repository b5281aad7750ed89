"""Renja as SIPD prints it: the code over five columns, three sets of indicators side by side.
Recognised, not read yet.
"""

from __future__ import annotations

from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import MENURUN

JENIS = "renja_sipd"


def kenali(tabel: Tabel) -> float:
    """An outline whose code and indicators take several columns each."""
    medan = [k.medan for k in tabel.kolom]
    if tabel.bentuk != MENURUN or medan.count("kode") < 4:
        return 0
    return 1.1 if medan.count("indikator") > 1 else 0
