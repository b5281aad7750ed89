"""A cascading document as plain data: what the printed bytes depend on, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from cascading.matriks import Matriks
from laporan.pdf.kop import Kop, Penanda
from laporan.pdf.muatan import baca, tulis


@dataclass(frozen=True, slots=True)
class Naskah:
    """Everything printed. ``judul`` are the title lines, ``konsep`` adds watermark and words."""

    matriks: Matriks
    kop: Kop
    judul: tuple[str, ...]
    kaki: str
    tempat_tanggal: str = ""
    kiri: Penanda | None = None
    kanan: Penanda | None = None
    konsep: bool = True
    status: str = ""
    diubah: str = ""
    penulis: str = ""

    def ke_json(self) -> str:
        return tulis(self)


def baca_naskah(teks: str) -> Naskah:
    """What ``ke_json`` wrote."""
    return baca(Naskah, teks)
