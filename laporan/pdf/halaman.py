"""Which rows go on which page, and which part of each merged cell.

Merged cells never cross a page: each page closes them with a border and the next one repeats their
text, "(lanjutan)" behind the label. A text taller than a page flows on instead of being repeated,
so nothing is lost. The heights used here are those that are printed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from laporan.pdf.lebar import LANJUTAN
from laporan.pdf.ukuran import Tulisan, UkuranKolom

BARIS_MINIMUM = 3
"""A text that flows on shows at least so many lines where it starts."""
BERSAMA_TANDA_TANGAN = 2
"""Rows that stay on the page of the signatures."""
LONGGAR = 1e-6

Ruas = tuple[int, int, int]
"""A cell on a page: cell, first row of the page, rows."""


@dataclass(frozen=True, slots=True)
class Potong:
    """The part of a cell on one page: rows ``mulai`` … of the page, and the lines printed there."""

    sel: int
    mulai: int
    rentang: int
    tulisan: Tulisan
    lanjutan: bool = False


@dataclass(slots=True)
class Halaman:
    """One page: matrix rows ``awal`` … ``akhir - 1`` with their heights, and parts per column."""

    awal: int
    akhir: int
    tinggi: list[float]
    potong: list[list[Potong]]
    penutup: bool = False


@dataclass(frozen=True, slots=True)
class Ruang:
    """Height for rows: on the first page, on the others, and what must follow the last row."""

    pertama: float
    biasa: float
    penutup: float = 0.0


class Perencana:
    """Fills pages from the top; one object plans one table."""

    def __init__(self, kolom: Sequence[UkuranKolom], baris: int, ruang: Ruang):
        self.kolom = kolom
        self.baris = baris
        self.ruang = ruang
        self.tercetak: dict[tuple[int, int], int] = {}
        """Cells that a page has shown already, and how many lines of it."""
        self._mulai = [[s.mulai for s in k.sel] for k in kolom]
        batas = min(ruang.pertama, ruang.biasa)
        self.panjang = {
            (c, i)
            for c, k in enumerate(kolom)
            for i in range(len(k.sel))
            if k.tinggi(len(k.tulisan(i, True))) > batas
        }

    def halaman(self) -> list[Halaman]:
        """All pages in order; the last one carries the closing block."""
        hasil: list[Halaman] = []
        i, mengalir = 0, False
        while i < self.baris:
            batas = self.ruang.biasa if hasil else self.ruang.pertama
            awal = i
            i, mengalir, tinggi = self._isi(awal, batas)
            muat = i < self.baris or tinggi + self.ruang.penutup <= batas + LONGGAR
            i = i if mengalir else self._sisakan(awal, i, muat)
            hasil.append(self._susun(awal, i + mengalir, batas, mengalir))
        if not hasil or self._penutup_tidak_muat(hasil):
            hasil.append(Halaman(self.baris, self.baris, [], [[] for _ in self.kolom]))
        hasil[-1].penutup = True
        return hasil

    def _sisakan(self, awal: int, akhir: int, muat: bool) -> int:
        """Leave the last two rows for the page of the closing block, if some stay here."""
        batas = self.baris - BERSAMA_TANDA_TANGAN
        if (akhir == self.baris and not muat) or batas < akhir < self.baris:
            return batas if batas > awal else akhir
        return akhir

    def _penutup_tidak_muat(self, hasil: Sequence[Halaman]) -> bool:
        batas = self.ruang.pertama if len(hasil) == 1 else self.ruang.biasa
        return sum(hasil[-1].tinggi) + self.ruang.penutup > batas + LONGGAR

    def _isi(self, awal: int, batas: float) -> tuple[int, bool, float]:
        """Rows from ``awal`` that fit: next row, does that row flow on, height used."""
        mulai: dict[int, float] = {}
        y = 0.0
        for j in range(awal, self.baris):
            akhir, terpotong, alir = self._tambah(mulai, y, j, awal)
            mengalir = alir > batas + LONGGAR
            if j > awal and max(akhir, terpotong) > batas + LONGGAR:
                return j, False, y
            if mengalir:
                return j, True, batas
            y = max(akhir, alir)
        return self.baris, False, y

    def _tambah(
        self, mulai: dict[int, float], y: float, j: int, awal: int
    ) -> tuple[float, float, float]:
        """Row ``j`` at ``y``: its end, the end if the page stops here, the end of flowing texts."""
        akhir = terpotong = alir = y
        for c, k in enumerate(self.kolom):
            i = self._sel(c, j)
            sel = k.sel[i]
            if j == awal or sel.mulai == j:
                mulai[c] = y
            butuh = mulai[c] + self._butuh(c, i)
            habis = j == sel.mulai + sel.rentang - 1
            if (c, i) in self.panjang:
                terpotong = max(terpotong, mulai[c] + k.tinggi(self._minimum(c, i)))
                alir = max(alir, butuh) if habis else alir
            else:
                terpotong = max(terpotong, butuh)
                akhir = max(akhir, butuh) if habis else akhir
        return akhir, terpotong, alir

    def _sel(self, c: int, baris: int) -> int:
        return bisect_right(self._mulai[c], baris) - 1

    def _butuh(self, c: int, i: int) -> float:
        """Height of what is still to be printed of a cell."""
        k = self.kolom[c]
        if (c, i) in self.panjang:
            return k.tinggi(self._sisa(c, i))
        return k.tinggi(len(k.tulisan(i, (c, i) in self.tercetak)))

    def _sisa(self, c: int, i: int) -> int:
        """Lines left of a flowing text, with its mark; at least a reminder of two lines."""
        sudah = self.tercetak.get((c, i), 0)
        return max(len(self.kolom[c].tulisan(i)) - sudah, 1) + (1 if sudah else 0)

    def _minimum(self, c: int, i: int) -> int:
        return min(BARIS_MINIMUM, self._sisa(c, i))

    def _susun(self, awal: int, akhir: int, batas: float, mengalir: bool) -> Halaman:
        ruas = [self._ruas(c, awal, akhir) for c in range(len(self.kolom))]
        tinggi = self._tinggi(ruas, akhir, batas, mengalir)
        potong = [
            [self._potong(c, r, sum(tinggi[r[1] : r[1] + r[2]])) for r in bagian]
            for c, bagian in enumerate(ruas)
        ]
        for c, bagian in enumerate(ruas):
            for i, _, _ in bagian:
                self.tercetak.setdefault((c, i), 0)
        return Halaman(awal, akhir, tinggi, potong)

    def _ruas(self, c: int, awal: int, akhir: int) -> list[Ruas]:
        hasil = []
        j = awal
        while j < akhir:
            i = self._sel(c, j)
            sel = self.kolom[c].sel[i]
            sampai = min(akhir, sel.mulai + sel.rentang)
            hasil.append((i, j - awal, sampai - j))
            j = sampai
        return hasil

    def _tinggi(
        self, ruas: Sequence[Sequence[Ruas]], akhir: int, batas: float, mengalir: bool
    ) -> list[float]:
        """Row heights; what a merged cell needs more is spread evenly over its rows."""
        banyak = max((m + n for bagian in ruas for _, m, n in bagian), default=0)
        butuh = sorted(
            (n, m, self._butuh_di_sini(c, i, akhir, mengalir))
            for c, bagian in enumerate(ruas)
            for i, m, n in bagian
        )
        tinggi = [0.0] * banyak
        for n, m, perlu in butuh:
            kurang = perlu - sum(tinggi[m : m + n])
            if kurang > 0:
                for r in range(m, m + n):
                    tinggi[r] += kurang / n
        if sum(tinggi) > batas + LONGGAR:
            tinggi = _terpendek(butuh, banyak)
        if mengalir:
            tinggi[-1] += max(0.0, batas - sum(tinggi))
        return tinggi

    def _butuh_di_sini(self, c: int, i: int, akhir: int, mengalir: bool) -> float:
        sel = self.kolom[c].sel[i]
        habis = sel.mulai + sel.rentang == akhir
        if (c, i) in self.panjang and (sel.mulai + sel.rentang > akhir or (mengalir and habis)):
            return self.kolom[c].tinggi(self._minimum(c, i))
        return self._butuh(c, i)

    def _potong(self, c: int, ruas: Ruas, tinggi: float) -> Potong:
        i, m, n = ruas
        k = self.kolom[c]
        lanjutan = (c, i) in self.tercetak
        if (c, i) not in self.panjang:
            return Potong(i, m, n, k.tulisan(i, lanjutan), lanjutan)
        return Potong(i, m, n, self._alirkan(c, i, k.muat(tinggi)), lanjutan)

    def _alirkan(self, c: int, i: int, muat: int) -> Tulisan:
        """The next lines of a text taller than a page."""
        semua = self.kolom[c].tulisan(i)
        sudah = self.tercetak.get((c, i), 0)
        if sudah >= len(semua):
            return Tulisan((f"{semua.teks[0]} …", LANJUTAN))
        tanda = (LANJUTAN,) if sudah else ()
        ambil = max(1, muat - len(tanda))
        teks = semua.teks[sudah : sudah + ambil]
        lewat = max(0, sudah - len(semua.teks))
        catatan = semua.catatan[lewat : lewat + ambil - len(teks)]
        self.tercetak[c, i] = sudah + len(teks) + len(catatan)
        return Tulisan((*tanda, *teks), catatan)


def _terpendek(butuh: Sequence[tuple[int, int, float]], banyak: int) -> list[float]:
    """The lowest page that holds all cells: each row ends where the last of its cells needs."""
    y = [0.0] * (banyak + 1)
    for akhir in range(1, banyak + 1):
        di_sini = (y[m] + perlu for n, m, perlu in butuh if m + n == akhir)
        y[akhir] = max([y[akhir - 1], *di_sini])
    return [b - a for a, b in pairwise(y)]
