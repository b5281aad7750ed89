"""Chapter III of a LKjIP as plain data: what PDF, Word file and workbook print."""

from __future__ import annotations

from dataclasses import dataclass

from cascading.bagian_laporan import BagianDokumen
from laporan.pdf import muatan
from laporan.pdf.kop import Kop, Penanda

BAB = "BAB III AKUNTABILITAS KINERJA"
KEPALA = {"A": "A. Capaian Kinerja Organisasi", "B": "B. Realisasi Anggaran"}
"""Headings above the parts, by the letter that their numbers begin with."""


@dataclass(frozen=True, slots=True)
class NaskahLkjip:
    """Everything that is printed; ``diubah`` is ISO 8601 and dates the file."""

    kop: Kop
    judul: tuple[str, ...]
    bagian: tuple[BagianDokumen, ...]
    kaki: str
    status: str
    diubah: str
    penulis: str
    konsep: bool = True
    tempat_tanggal: str = ""
    kiri: Penanda | None = None
    kanan: Penanda | None = None

    def ke_json(self) -> str:
        return muatan.tulis(self)


def baca_naskah(teks: str) -> NaskahLkjip:
    return muatan.baca(NaskahLkjip, teks)


def judul_bagian(b: BagianDokumen) -> str:
    """ "1. Target dan realisasi tahun ini" below A; part B has the heading of its letter only."""
    nomor = b.nomor.partition(".")[2]
    return f"{nomor}. {b.judul}" if nomor else ""
