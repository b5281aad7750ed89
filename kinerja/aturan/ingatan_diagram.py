"""What is remembered of the drawing of a document: what is open in it, and how large. No ORM."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LIPAT_PALING_BANYAK = 40
DOKUMEN_PALING_BANYAK = 8
"""So many documents are remembered, the ones last drawn otherwise."""


@dataclass(frozen=True)
class IngatanDiagram:
    """``sampai``: the step of "open to", None as the document comes; ``lipat``: boxes whose branch
    is open or closed against it; ``skala`` in percent, 0 fits all, None as a page starts.
    """

    sampai: int | None = None
    lipat: tuple[int, ...] = ()
    skala: int | None = None

    @classmethod
    def baca(cls, isi: Any) -> IngatanDiagram:
        """From what was stored."""
        isi = isi if isinstance(isi, dict) else {}
        lipat = isi.get("lipat")
        return cls(
            _bulat(isi.get("sampai")),
            tuple(n for n in lipat if type(n) is int) if isinstance(lipat, list) else (),
            _bulat(isi.get("skala")),
        )

    def simpanan(self) -> dict[str, Any]:
        isi = {"sampai": self.sampai, "lipat": list(self.lipat), "skala": self.skala}
        return {nama: nilai for nama, nilai in isi.items() if nilai not in (None, [])}


def baca_lipat(teks: str) -> tuple[int, ...]:
    """Keys of boxes out of an address; what is none is passed over."""
    bagian = (b for b in teks.split(",") if b.isdecimal() and len(b) < 16)
    return tuple(sorted({int(b) for b in bagian})[:LIPAT_PALING_BANYAK])


def baca_semua(isi: Any) -> dict[str, IngatanDiagram]:
    """By primary key of the document, as text."""
    isi = isi if isinstance(isi, dict) else {}
    return {str(kunci): IngatanDiagram.baca(satu) for kunci, satu in isi.items()}


def dengan(
    semua: Mapping[str, IngatanDiagram], kunci: str, kini: IngatanDiagram
) -> dict[str, IngatanDiagram]:
    """With one document more; the ones longest ago make room."""
    lain = [butir for butir in semua.items() if butir[0] != kunci]
    return dict([*lain, (kunci, kini)][-DOKUMEN_PALING_BANYAK:])


def _bulat(nilai: Any) -> int | None:
    return nilai if type(nilai) is int else None
