"""A penjenjangan kinerja as plain data: what its bytes depend on, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.gambar.kotak import Kotak
from laporan.pdf import muatan
from laporan.pdf.kop import Kop

DAFTAR_TAHAP = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class ButirOutcome:
    """A numbered item of Tahap 1 with its lettered sub-items."""

    teks: str
    sub: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KolomOutcome:
    """One of the three columns of Tahap 1; ``petunjuk`` are the filling hints under its head."""

    judul: str
    petunjuk: tuple[str, ...]
    butir: tuple[ButirOutcome, ...]


@dataclass(frozen=True, slots=True)
class TabelKondisi:
    """One two-column table of Tahap 3. ``csf`` is the number of the CSF it belongs to."""

    csf: int
    judul_kiri: str
    judul_kanan: str
    kiri: str
    kanan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UkuranTarget:
    """An indicator of table 5.1 with its targets, one text for each year."""

    indikator: str
    satuan: str
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KinerjaTarget:
    """A tujuan or sasaran of table 5.1 with its indicators."""

    kinerja: str
    ukuran: tuple[UkuranTarget, ...]


@dataclass(frozen=True, slots=True)
class TabelTarget:
    """A table of 5.1: ``sebutan`` is the word of its level."""

    sebutan: str
    baris: tuple[KinerjaTarget, ...]


@dataclass(frozen=True, slots=True)
class Isian:
    """One row of a block. ``catatan`` stands under the value ("tertulis …"); ``mentah`` is the
    value as the workbook takes it, where it is not the printed one (None: the printed one), and
    ``satuan`` the unit that it writes in a row of its own.
    """

    label: str
    nilai: str
    catatan: tuple[str, ...] = ()
    mentah: str | None = None
    satuan: str = ""

    @property
    def terbaca(self) -> str:
        """What the import reads back."""
        return self.nilai if self.mentah is None else self.mentah

    @property
    def keterangan(self) -> str:
        """What the workbook says beside the value: the notes, and what is printed instead."""
        sama = self.satuan or self.mentah in (None, self.nilai)
        return "; ".join((*(() if sama else (f"tercetak {self.nilai or '-'}",)), *self.catatan))


@dataclass(frozen=True, slots=True)
class Blok:
    """A program, kegiatan or sub kegiatan: its head row names it."""

    isian: tuple[Isian, ...]

    @property
    def kepala(self) -> Isian:
        return self.isian[0]


@dataclass(frozen=True, slots=True)
class BlokKegiatan:
    """A block of 5.2: the program, repeated, and one of its kegiatan (None: it has none)."""

    program: Blok
    kegiatan: Blok | None


@dataclass(frozen=True, slots=True)
class BlokSubKegiatan:
    """The blocks of 5.3 under one kegiatan."""

    program: str
    kegiatan: str
    sub: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class SelMatriks:
    """A cell over ``rentang`` columns."""

    teks: str
    rentang: int = 1


@dataclass(frozen=True, slots=True)
class BarisMatriks:
    """A row of the matrix; its cells cover all columns. ``pemegang`` is whose agreement it is."""

    level: str
    komponen: str
    pemegang: str
    sel: tuple[SelMatriks, ...]


@dataclass(frozen=True, slots=True)
class LembarMatriks:
    """A page of the matrix: the first has every level, each next one another kegiatan."""

    judul: str
    baris: tuple[BarisMatriks, ...]


@dataclass(frozen=True, slots=True)
class NaskahPenjenjangan:
    """Everything printed. ``tahap`` are the titles of the five stages, ``bagian`` those of 5.1,
    5.2, 5.3 and the matrix. ``catatan`` is the note of what becomes what under Tahap 4, whose boxes
    are ``kotak``; each CSF, ``tingkat_csf`` deep in them, has pages. ``sampul`` is one more line on
    the cover, ``penutup`` a text at the end.
    """

    kop: Kop
    judul: tuple[str, ...]
    sampul: str
    tahap: tuple[str, ...]
    bagian: tuple[str, ...]
    outcome: str
    kolom: tuple[KolomOutcome, ...]
    csf: tuple[str, ...]
    kondisi: tuple[TabelKondisi, ...]
    kotak: tuple[Kotak, ...]
    tingkat_csf: int
    catatan: tuple[str, ...]
    tahun: tuple[int, ...]
    target: tuple[TabelTarget, ...]
    kegiatan: tuple[BlokKegiatan, ...]
    sub_kegiatan: tuple[BlokSubKegiatan, ...]
    program: tuple[str, ...]
    matriks: tuple[LembarMatriks, ...]
    kaki: str
    penutup: str = ""
    konsep: bool = True
    diubah: str = ""
    penulis: str = ""

    @property
    def nama(self) -> str:
        return " ".join(self.judul)

    def ke_json(self) -> str:
        return muatan.tulis(self)


def baca_naskah(teks: str) -> NaskahPenjenjangan:
    """What ``ke_json`` wrote."""
    return muatan.baca(NaskahPenjenjangan, teks)
