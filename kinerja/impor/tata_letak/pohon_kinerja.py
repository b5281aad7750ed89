"""A pohon kinerja as leaf rows: the conditions of each depth side by side. Recognised, not read
yet.
"""

from __future__ import annotations

from kinerja.impor.tajuk import Tabel

JENIS = "pohon_kinerja"


def kenali(tabel: Tabel) -> float:
    """Several condition columns."""
    banyak = sum(k.medan == "kondisi" for k in tabel.kolom)
    return 0.9 if banyak > 1 else 0.6 if banyak and not tabel.punya("id") else 0
