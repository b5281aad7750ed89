"""A row of an outline before it is a node, and the nodes that are open above it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kinerja.impor.bacaan import SimpulBaca
from kinerja.impor.tajuk_kata import JENJANG
from kinerja.impor.tata_letak.jenjang_baris import ATAS_NOMENKLATUR, Tanda

URUTAN = {j: i for i, j in enumerate((*ATAS_NOMENKLATUR, *JENJANG))}


@dataclass(slots=True)
class Baris:
    """A row before it is a node."""

    r: int
    nama: str
    c_nama: int | None  # None: its sentence stands in for the name
    tanda: Tanda
    nomor_angka: bool = False
    tersembunyi: bool = False
    lewati: bool = False  # a remark, or a row whose name the planner left unfilled


@dataclass(slots=True)
class Tumpukan:
    """The open node of each level, from the top down, while walking a table."""

    isi: list[SimpulBaca] = field(default_factory=list)

    def induk(self, level: str | None) -> SimpulBaca | None:
        if level is None:
            return None
        while self.isi and URUTAN[self.isi[-1].level or ""] >= URUTAN[level]:
            self.isi.pop()
        return self.isi[-1] if self.isi else None
