"""How far somebody edits a document: all of it, or what a unit or a branch has. No ORM."""

from __future__ import annotations

from kinerja.aturan.isi import IsiPohon

Lingkup = tuple[tuple[int | None, str | None], ...]
"""(unit, branch) of each role that edits: the unit's primary key, the uid of the branch's box.

None does not narrow, () is nothing.
"""

SELURUHNYA = (None, None)


def disusun(isi: IsiPohon, lingkup: Lingkup) -> frozenset[int]:
    """Ids of the boxes inside the scope: the narrowing box itself and all below it."""
    if SELURUHNYA in lingkup:
        return frozenset(s.id for s in isi.simpul)
    hasil: set[int] = set()
    for unit, cabang in lingkup:
        hasil |= _di_bawah(isi, unit=unit) & _di_bawah(isi, cabang=cabang)
    return frozenset(hasil)


def _di_bawah(isi: IsiPohon, *, unit: int | None = None, cabang: str | None = None) -> set[int]:
    if unit is None and cabang in (None, isi.akar.uid):
        return {s.id for s in isi.simpul}
    dalam: set[int] = set()
    for s in isi.simpul:  # parents come first
        if s.induk in dalam or s.uid == cabang or (unit is not None and s.unit_id == unit):
            dalam.add(s.id)
    return dalam
