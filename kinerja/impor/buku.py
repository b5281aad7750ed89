"""A workbook as plain data: what pembaca hands to the header finder and the layouts.

Rows and columns are 0-based, A1 is (0, 0). Rows are ragged: a missing tail is empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kinerja.aturan.temuan import Temuan

Letak2 = tuple[int, int]  # row, column
Gabungan = tuple[int, int, int, int]  # r0, c0, r1, c1, inclusive


@dataclass(slots=True)
class Lembar:
    """One worksheet. ``terlalu_luas`` is its finding when it was left unread (no rows then)."""

    nama: str
    baris: list[list[object]] = field(default_factory=list)
    gabungan: list[Gabungan] = field(default_factory=list)
    tersembunyi: bool = False
    baris_tersembunyi: set[int] = field(default_factory=set)
    kolom_tersembunyi: set[int] = field(default_factory=set)
    format: dict[Letak2, str] = field(default_factory=dict)
    rumus: dict[Letak2, str] = field(default_factory=dict)
    tanpa_nilai: set[Letak2] = field(default_factory=set)
    galat: dict[Letak2, str] = field(default_factory=dict)
    dicoret: set[Letak2] = field(default_factory=set)
    indentasi: dict[Letak2, int] = field(default_factory=dict)
    rupa: dict[Letak2, str] = field(default_factory=dict)
    terlalu_luas: Temuan | None = None

    def nilai(self, baris: int, kolom: int) -> object:
        """The value at a cell, None when empty. An error cell gives its text ('#REF!')."""
        if 0 <= baris < len(self.baris) and 0 <= kolom < len(self.baris[baris]):
            return self.baris[baris][kolom]
        return None

    @property
    def kosong(self) -> bool:
        """Nothing in any cell but blanks."""
        return not any(_berisi(sel) for baris in self.baris for sel in baris)


@dataclass(slots=True)
class Buku:
    """A workbook. ``temuan`` are warnings on the file as a whole (EKSTENSI_TIDAK_SESUAI)."""

    nama: str
    sha256: str
    lembar: list[Lembar] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)


def _berisi(sel: object) -> bool:
    return bool(sel.strip(" \t\r\n\xa0\u200b\ufeff")) if isinstance(sel, str) else sel is not None


def huruf_kolom(kolom: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    huruf = ""
    kolom += 1
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def alamat(baris: int, kolom: int) -> str:
    """(0, 0) -> A1."""
    return f"{huruf_kolom(kolom)}{baris + 1}"


def letak(alamat_sel: str) -> Letak2:
    """A1 -> (0, 0). Raises ValueError for anything else."""
    cocok = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})", alamat_sel.strip(), re.ASCII)
    if cocok is None:
        raise ValueError(f"Bukan alamat sel: {alamat_sel!r}")
    kolom = 0
    for huruf in cocok[1].upper():
        kolom = kolom * 26 + ord(huruf) - 64
    return int(cocok[2]) - 1, kolom - 1
