"""How far somebody edits a document: all of it, or what a unit or a branch has. No ORM."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kinerja.aturan.isi import IsiPohon

Lingkup = tuple[tuple[int | None, str | None], ...]
"""(unit, branch) of each role that edits: the unit's primary key, the uid of the branch's box.

None does not narrow, () is nothing.
"""

SELURUHNYA = (None, None)


class Berletak(Protocol):
    """A box that knows its place; ``induk`` is None directly under the document."""

    @property
    def id(self) -> int: ...
    @property
    def uid(self) -> str: ...
    @property
    def induk(self) -> int | None: ...
    @property
    def unit_id(self) -> int | None: ...


def disusun(isi: IsiPohon, lingkup: Lingkup) -> frozenset[int]:
    """Ids of the boxes of a document inside the scope."""
    return dalam_lingkup(isi.simpul, isi.akar.uid, lingkup)


def dalam_lingkup(daftar: Sequence[Berletak], akar: str, lingkup: Lingkup) -> frozenset[int]:
    """Ids inside the scope: the narrowing box itself and all below it. ``akar``: the uid of the
    hidden root. Parents come first.
    """
    if SELURUHNYA in lingkup:
        return frozenset(s.id for s in daftar)
    hasil: set[int] = set()
    for unit, cabang in lingkup:
        di_unit = _di_bawah(daftar, akar, unit=unit)
        hasil |= di_unit & _di_bawah(daftar, akar, cabang=cabang)
    return frozenset(hasil)


def _di_bawah(
    daftar: Sequence[Berletak], akar: str, *, unit: int | None = None, cabang: str | None = None
) -> set[int]:
    if unit is None and cabang in (None, akar):
        return {s.id for s in daftar}
    dalam: set[int] = set()
    for s in daftar:
        if s.induk in dalam or s.uid == cabang or (unit is not None and s.unit_id == unit):
            dalam.add(s.id)
    return dalam
