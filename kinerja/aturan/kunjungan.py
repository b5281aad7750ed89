"""Visits of an account to a document: what was new when somebody came back. No ORM.

A visit is a row of pages less than an hour apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

JEDA = 60
"""Minutes without a page that end a visit."""
DICATAT_LAGI = 10
"""A page that soon after the last one is not worth writing down, unless the document changed."""
DOKUMEN_PALING_BANYAK = 60
"""So many documents are remembered, the ones last opened."""


@dataclass(frozen=True)
class Kunjungan:
    """The last page of a document: ``pada`` in minutes since 1970, the ``versi`` it showed.

    ``lalu`` is the same of the visit before, None while there was only one.
    """

    pada: int
    versi: int
    lalu: tuple[int, int] | None = None

    def dibuka(self, pada: int, versi: int) -> Kunjungan:
        """After one more page; the same object where nothing is worth writing."""
        if pada - self.pada >= JEDA:
            return Kunjungan(pada, versi, (self.pada, self.versi))
        if versi == self.versi and pada - self.pada < DICATAT_LAGI:
            return self
        return replace(self, pada=pada, versi=versi)

    @classmethod
    def baca(cls, isi: Any) -> Kunjungan | None:
        """From what was stored: two or four whole numbers."""
        if not isinstance(isi, list) or not all(type(n) is int for n in isi):
            return None
        if len(isi) == 4:
            return cls(isi[0], isi[1], (isi[2], isi[3]))
        return cls(*isi) if len(isi) == 2 else None

    def simpanan(self) -> list[int]:
        return [self.pada, self.versi, *(self.lalu or ())]


def baca_semua(isi: Any) -> dict[str, Kunjungan]:
    """By primary key of the document, as text."""
    isi = isi if isinstance(isi, dict) else {}
    hasil = {str(kunci): Kunjungan.baca(satu) for kunci, satu in isi.items()}
    return {kunci: satu for kunci, satu in hasil.items() if satu is not None}


def dengan(semua: Mapping[str, Kunjungan], kunci: str, kini: Kunjungan) -> dict[str, Kunjungan]:
    """With one visit more; the ones longest ago make room."""
    baru = sorted({**semua, kunci: kini}.items(), key=lambda butir: butir[1].pada)
    return dict(baru[-DOKUMEN_PALING_BANYAK:])
