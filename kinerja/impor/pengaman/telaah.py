"""What the guard's pass over a sheet tells. Positions are 0-based (row, column)."""

from __future__ import annotations

Letak = tuple[int, int]
RUMUS_TERPANJANG = 160  # letters of a formula that are kept


class Telaah:
    """What one sheet looks like. ``terlalu_luas`` is the reason when it must not be read."""

    def __init__(self, nama: str, tersembunyi: bool):
        self.nama = nama
        self.tersembunyi = tersembunyi
        self.terlalu_luas = ""
        self.terisi = 0
        self.baris_akhir = self.kolom_akhir = -1
        self.gabungan: list[tuple[int, int, int, int]] = []
        self.baris_tersembunyi: set[int] = set()
        self.kolom_tersembunyi: set[int] = set()
        self.format: dict[Letak, str] = {}
        self.rumus: dict[Letak, str] = {}
        self.tanpa_nilai: set[Letak] = set()
        self.galat: dict[Letak, str] = {}
        self.dicoret: set[Letak] = set()
        self.indentasi: dict[Letak, int] = {}
        self.rupa: dict[Letak, str] = {}


def cuplik_rumus(rumus: str) -> str:
    """As much of a formula as is shown, and where it refers to another workbook."""
    if len(rumus) <= RUMUS_TERPANJANG:
        return rumus
    luar = rumus.find("[", RUMUS_TERPANJANG)
    return rumus[:RUMUS_TERPANJANG] + ("" if luar < 0 else f"\u2026{rumus[luar : luar + 40]}")
