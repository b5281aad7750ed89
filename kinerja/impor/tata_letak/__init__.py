"""Layouts: one module each, ``kenali(tabel) -> float`` and ``baca(pembacaan) -> TabelBaca``.

``pilih`` finds the module for a table; a layout without ``baca`` is recognised and offered, and
the planner is told that it cannot be loaded yet.
"""

from __future__ import annotations

from types import ModuleType

from kinerja.impor.tajuk import Tabel
from kinerja.impor.tata_letak import (
    blok_label,
    cascading,
    iku,
    jabatan,
    kotak,
    nomenklatur,
    pohon_kinerja,
    renja_garis_besar,
    renja_lebar,
    renja_sipd,
    renstra,
    target_tahunan,
)

MODUL: dict[str, ModuleType] = {
    m.JENIS: m
    for m in (
        renja_garis_besar,
        renja_lebar,
        nomenklatur,
        cascading,
        iku,
        target_tahunan,
        kotak,
        jabatan,
        renja_sipd,
        renstra,
        pohon_kinerja,
        blok_label,
    )
}
TERKENALI = 0.5


def pilih(tabel: Tabel) -> tuple[str, float]:
    """The layout a table fits best, "" when none, and how well."""
    nilai = {jenis: modul.kenali(tabel) for jenis, modul in MODUL.items()}
    jenis = max(nilai, key=lambda j: nilai[j])
    return (jenis, nilai[jenis]) if nilai[jenis] >= TERKENALI else ("", 0)


def terbaca(jenis: str) -> bool:
    """Whether a layout can be read, not only recognised."""
    return hasattr(MODUL.get(jenis), "baca")
