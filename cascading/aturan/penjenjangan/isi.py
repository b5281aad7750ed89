"""What a penjenjangan says, read from its two trees and from what only it stores.

Plain data: ``cascading.baca_penjenjangan`` fills it, screens, checks and prints read it. How a
stage lays it out is said in ``susun`` and ``matriks``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from kinerja.aturan.anggaran import Jumlah
from kinerja.pilihan import Jenjang


@dataclass(frozen=True)
class Ukuran:
    """An indicator; ``target`` maps a year to the text that is printed, empty years are absent;
    ``tertulis`` has the text as typed of the years where it is another.
    """

    teks: str
    satuan: str = ""
    target: Mapping[int, str] = field(default_factory=dict)
    tertulis: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Rujukan:
    """A box of the cascading that a condition is tied to."""

    id: int
    uid: str
    jenjang: str
    kode: str
    sebutan: str

    @property
    def nama_jenjang(self) -> str:
        return str(Jenjang(self.jenjang).label)


@dataclass(frozen=True)
class Kondisi:
    """A box of the pohon kinerja with all below it. ``tingkat`` counts from 1 at the top."""

    id: int
    uid: str
    peran: str
    teks: str
    tingkat: int = 1
    indikator: tuple[Ukuran, ...] = ()
    varian: tuple[str, ...] = ()
    komponen: tuple[Rujukan, ...] = ()
    anak: tuple[Kondisi, ...] = ()


@dataclass(frozen=True)
class Komponen:
    """A box of the cascading with all below it, in the year of the penjenjangan.

    ``jumlah`` is its money (a sum, above sub kegiatan), ``tertulis`` what the document writes
    there; ``pemegang`` are the positions that answer for it, ``berkondisi``: some condition names
    it.
    """

    id: int
    uid: str
    jenjang: str
    kode: str = ""
    nama: str = ""
    kinerja: str = ""
    indikator: tuple[Ukuran, ...] = ()
    varian: tuple[str, ...] = ()
    jumlah: Jumlah | None = None
    tertulis: tuple[str, ...] = ()
    pemegang: tuple[str, ...] = ()
    berkondisi: bool = False
    anak: tuple[Komponen, ...] = ()

    @property
    def sebutan(self) -> str:
        """What the box is called: its name, else its sentence."""
        return self.nama or self.kinerja


@dataclass(frozen=True)
class ButirIsi:
    """An item of Tahap 1 with its lettered sub-items."""

    id: int
    teks: str
    subbutir: tuple[str, ...] = ()


@dataclass(frozen=True)
class Daerah:
    """What the RPJMD says above the agency: a tujuan with its indicators, a sasaran below it."""

    tujuan: str
    indikator: tuple[str, ...]
    sasaran: str


@dataclass(frozen=True)
class IsiPenjenjangan:
    """The whole document. ``butir`` by column of Tahap 1, ``kata`` the words in force,
    ``bentuk_kiri`` kinds of left-hand titles by uid where they are not the derived ones,
    ``pemegang`` typed holders by level of the matrix, ``bentang`` how many programs each sasaran
    of the matrix is printed over (empty: as in the tree).
    """

    pemda: str
    perangkat_daerah: str
    periode: str
    tahun: int
    daftar_tahun: tuple[int, ...]
    judul: str = ""
    sampul: str = ""
    catatan: str = ""
    kata: Mapping[str, str] = field(default_factory=dict)
    butir: Mapping[str, tuple[ButirIsi, ...]] = field(default_factory=dict)
    kondisi: tuple[Kondisi, ...] = ()
    komponen: tuple[Komponen, ...] = ()
    daerah: tuple[Daerah, ...] = ()
    bentuk_kiri: Mapping[str, str] = field(default_factory=dict)
    pemegang: Mapping[str, str] = field(default_factory=dict)
    bentang: tuple[int, ...] = ()


Kotak = TypeVar("Kotak", Kondisi, Komponen)


def telusur(hutan: Iterable[Kotak]) -> Iterator[Kotak]:
    """All boxes in tree order."""
    for kotak in hutan:
        yield kotak
        yield from telusur(kotak.anak)


def dengan_atas(hutan: Iterable[Kotak]) -> Iterator[tuple[tuple[Kotak, ...], Kotak]]:
    """All boxes in tree order, each with those above it from the top."""
    jalur: list[Kotak] = []
    sisa: list[int] = []  # how many boxes still follow below each of the path
    for kotak in telusur(hutan):
        while sisa and not sisa[-1]:
            sisa.pop()
            jalur.pop()
        if sisa:
            sisa[-1] -= 1
        yield tuple(jalur), kotak
        jalur.append(kotak)
        sisa.append(len(kotak.anak))


def menurut_jenjang(isi: IsiPenjenjangan, jenjang: str) -> list[Komponen]:
    """The boxes of one level of the cascading, in tree order."""
    return [k for k in telusur(isi.komponen) if k.jenjang == jenjang]
