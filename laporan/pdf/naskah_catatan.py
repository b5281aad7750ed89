"""Notes of the evaluation as plain data: what PDF and workbook print."""

from __future__ import annotations

from dataclasses import dataclass

from laporan.pdf import muatan
from laporan.pdf.kop import Kop, Penanda


@dataclass(frozen=True, slots=True)
class BarisTanggapan:
    """One step: what it was, by whom and when, its words, its evidence."""

    langkah: str
    oleh: str
    teks: str
    bukti: str


@dataclass(frozen=True, slots=True)
class ButirCatatan:
    """One note with everything that was made of it; days in words, "" where there is none."""

    nomor: int
    lembaga: str
    perihal: str
    periksaan: str
    tahun: int
    isi: str
    rekomendasi: str
    oleh: str
    tenggat: str
    status: str
    tanggapan: tuple[BarisTanggapan, ...]


@dataclass(frozen=True, slots=True)
class NaskahCatatan:
    """Everything that is printed; ``saringan`` says what was left out; ``waktu`` is ISO 8601."""

    kop: Kop
    judul: tuple[str, ...]
    saringan: str
    butir: tuple[ButirCatatan, ...]
    kaki: str
    waktu: str
    tempat_tanggal: str = ""
    kiri: Penanda | None = None
    kanan: Penanda | None = None

    def ke_json(self) -> str:
        return muatan.tulis(self)

    @property
    def lembaga(self) -> list[str]:
        """The agencies, in the order of the notes."""
        return list(dict.fromkeys(b.lembaga for b in self.butir))


def baca_naskah(teks: str) -> NaskahCatatan:
    return muatan.baca(NaskahCatatan, teks)
