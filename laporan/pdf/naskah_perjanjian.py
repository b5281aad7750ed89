"""An agreement as plain data: what the printed bytes depend on. Its snapshot is this as JSON."""

from __future__ import annotations

from dataclasses import dataclass

from cascading.isi_perjanjian import IsiPerjanjian
from laporan.pdf import muatan
from laporan.pdf.kop import Kop, Penanda


@dataclass(frozen=True, slots=True)
class Cap:
    """What a frozen document carries: ``kode`` in groups, the address behind the QR (or ""), the
    moment in words with its zone, and the sentence of who agreed.
    """

    kode: str
    alamat: str
    waktu: str
    persetujuan: str
    versi: int = 1


@dataclass(frozen=True, slots=True)
class NaskahPerjanjian:
    """``pembuka`` stands before the parties, ``janji`` are the paragraphs after them.

    ``cap`` None: a draft, printed as KONSEP. ``waktu`` is ISO 8601 and dates the file.
    """

    kop: Kop
    judul: tuple[str, ...]
    pembuka: str
    sebutan_pertama: str
    sebutan_kedua: str
    janji: tuple[str, ...]
    pertama: Penanda
    kedua: Penanda | None
    tempat_tanggal: str
    nomor: str
    judul_lampiran: tuple[str, ...]
    judul_sasaran: str
    judul_uang: str
    isi: IsiPerjanjian
    dasar: str
    kaki: str
    waktu: str
    penulis: str
    status: str
    cap: Cap | None = None

    def ke_json(self) -> str:
        return muatan.tulis(self)

    @property
    def berubah(self) -> bool:
        """Does it print the old values beside the new ones?"""
        return self.isi.jumlah_lama is not None


def baca_naskah(teks: str) -> NaskahPerjanjian:
    return muatan.baca(NaskahPerjanjian, teks)
