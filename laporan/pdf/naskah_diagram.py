"""A diagram document as plain data: what the printed bytes depend on, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.gambar.kotak import Kotak
from laporan.pdf.muatan import baca, tulis

POSTER, SET = "poster", "set"


@dataclass(frozen=True, slots=True)
class NaskahDiagram:
    """Everything drawn. ``judul`` are the title lines, the first in capitals; ``tingkat_halaman``
    is the level of a box that gets pages of its own in a set (Sasaran).
    """

    kotak: tuple[Kotak, ...]
    judul: tuple[str, ...]
    kaki: str
    bentuk: str = SET
    tingkat_halaman: int = 2
    konsep: bool = True
    diubah: str = ""
    penulis: str = ""

    @property
    def nama(self) -> str:
        return " ".join(self.judul)

    def ke_json(self) -> str:
        """Canonical text: the same data give the same text, so its hash can be a cache key."""
        return tulis(self)


def baca_naskah(teks: str) -> NaskahDiagram:
    """What ``ke_json`` wrote."""
    return baca(NaskahDiagram, teks)
