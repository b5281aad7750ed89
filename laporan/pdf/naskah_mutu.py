"""The list "Cek kualitas" as plain data: what PDF and workbook print."""

from __future__ import annotations

from dataclasses import dataclass

from laporan.pdf import muatan
from laporan.pdf.kop import Kop, Penanda


@dataclass(frozen=True, slots=True)
class BarisKriteria:
    """``persen`` -1: nothing to count."""

    nama: str
    komponen: str
    terpenuhi: int
    banyak: int
    pokok: str
    persen: int


@dataclass(frozen=True, slots=True)
class ButirMutu:
    """One finding; ``bobot`` is its weight in words."""

    letak: str
    dokumen: str
    pesan: str
    bobot: str


@dataclass(frozen=True, slots=True)
class KelompokMutu:
    """The findings of one check, with why it matters and how to mend it."""

    judul: str
    mengapa: str
    butir: tuple[ButirMutu, ...]


@dataclass(frozen=True, slots=True)
class DiterimaMutu:
    """An accepted finding with its reason, who accepted it and when."""

    pesan: str
    alasan: str
    oleh: str


@dataclass(frozen=True, slots=True)
class NaskahMutu:
    """Everything that is printed; ``waktu`` is ISO 8601 and dates the file."""

    kop: Kop
    judul: tuple[str, ...]
    dokumen: tuple[str, ...]
    kriteria: tuple[BarisKriteria, ...]
    kelompok: tuple[KelompokMutu, ...]
    diterima: tuple[DiterimaMutu, ...]
    kaki: str
    waktu: str
    tempat_tanggal: str = ""
    kiri: Penanda | None = None
    kanan: Penanda | None = None

    def ke_json(self) -> str:
        return muatan.tulis(self)

    @property
    def banyak(self) -> int:
        return sum(len(k.butir) for k in self.kelompok)


def baca_naskah(teks: str) -> NaskahMutu:
    return muatan.baca(NaskahMutu, teks)
