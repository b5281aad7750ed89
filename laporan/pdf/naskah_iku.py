"""An IKU document as plain data: what its bytes depend on, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from cascading.matriks import Matriks
from iku.aturan.isi import IsiDokumen
from laporan.pdf import muatan
from laporan.pdf.kop import Kop, Penanda
from laporan.pdf.naskah_perjanjian import Cap

BUKU, KEPUTUSAN = "BUKU", "KEPUTUSAN"


@dataclass(frozen=True, slots=True)
class LampiranCascading:
    """One cascading as an annex: its number in Roman, its heading, its table."""

    nomor: str
    judul: str
    matriks: Matriks


@dataclass(frozen=True, slots=True)
class NaskahIku:
    """Everything printed, as a book or as a keputusan (``bentuk``). ``lembaga`` is the full name.

    ``temuan`` are the remarks of the checks, printed behind a concept only. ``cap`` is what a
    frozen document carries.
    """

    bentuk: str
    kop: Kop
    lembaga: str
    isi: IsiDokumen
    tahun: int
    tempat_bulan: str
    tempat: str
    tanggal_keputusan: str
    nomor: str
    penanda: Penanda
    lampiran: tuple[LampiranCascading, ...]
    konsep: bool
    status: str
    kaki: str
    diubah: str
    temuan: tuple[str, ...] = ()
    cap: Cap | None = None

    def ke_json(self) -> str:
        return muatan.tulis(self)

    @property
    def judul(self) -> tuple[str, str, str]:
        """Title lines, as on the cover."""
        return "Indikator Kinerja Utama", self.lembaga, f"Tahun {self.tahun}"

    @property
    def masa(self) -> str:
        """The years of the targets, 2025-2030."""
        return f"{self.isi.tahun[0]}-{self.isi.tahun[-1]}"

    @property
    def direviu(self) -> str:
        """What the heads of annex I add once a review was recorded."""
        return " (setelah reviu)" if self.isi.reviu else ""


def baca_naskah(teks: str) -> NaskahIku:
    """What ``ke_json`` wrote."""
    return muatan.baca(NaskahIku, teks)
