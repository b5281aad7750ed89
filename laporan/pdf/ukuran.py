"""Heights of cells: lines broken in the column's width, in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cascading.matriks import Sel
from kinerja.gambar.ukur_teks import asing, bungkus
from laporan.pdf.lebar import GARIS, ISI_X, LANJUTAN

SELA = 1.25
"""Line height as a multiple of the size of type."""
ISI_Y = 1.6
"""Padding above and below the text of a cell, in points."""
HURUF_ASING = 1.45
"""Share by which a line grows when another font steps in for a missing character."""


@dataclass(frozen=True, slots=True)
class Tulisan:
    """The lines of one cell as printed: text, then notes in italics."""

    teks: tuple[str, ...]
    catatan: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.teks) + len(self.catatan)


class UkuranKolom:
    """One column at its final width: what each cell needs."""

    def __init__(self, sel: Sequence[Sel], lebar: float, ukuran: float, tebal: bool = False):
        self.sel = sel
        self.ruang = lebar - 2 * ISI_X - GARIS
        self.ukuran = ukuran
        self.gaya = "tebal" if tebal else "tegak"
        self._tulisan: dict[tuple[int, bool], Tulisan] = {}

    @property
    def baris(self) -> float:
        return self.ukuran * SELA * (HURUF_ASING if self._asing else 1.0)

    @cached_property
    def _asing(self) -> bool:
        return any(asing(s.teks) for s in self.sel)

    def tulisan(self, i: int, lanjutan: bool = False) -> Tulisan:
        """The lines of cell ``i``; a continued label says so at its end."""
        lanjutan = lanjutan and self.sel[i].label
        if (kunci := (i, lanjutan)) not in self._tulisan:
            s = self.sel[i]
            teks = f"{s.teks} {LANJUTAN}" if lanjutan else s.teks
            ruang = self.ruang_sel(i)
            baris = bungkus(teks, ruang, self.ukuran, self.gaya)
            self._tulisan[kunci] = Tulisan(baris, self._catatan(s, ruang))
        return self._tulisan[kunci]

    def ruang_sel(self, i: int) -> float:
        """Width of the lines of cell ``i``."""
        return self.ruang

    def _catatan(self, s: Sel, ruang: float) -> tuple[str, ...]:
        return tuple(b for c in s.catatan for b in bungkus(c, ruang, self.ukuran, "miring"))

    def tinggi(self, banyak: int) -> float:
        """Height of a cell with so many lines."""
        return tinggi_sel(banyak, self.baris)

    def muat(self, tinggi: float) -> int:
        """How many lines go into a cell of this height."""
        return max(0, int((tinggi - 2 * ISI_Y - GARIS + 0.01) / self.baris))


def tinggi_sel(banyak: int, baris: float) -> float:
    """Height of a cell: lines, padding, and the line below."""
    return banyak * baris + 2 * ISI_Y + GARIS
