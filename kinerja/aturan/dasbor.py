"""What dashboards say: means that can be added up, money in percent, what is due and what is late.

A mean counts only values that are there. A value that is not due in a quarter is none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from kinerja.aturan.capaian import SERATUS, Capaian, bulatkan, persen
from kinerja.aturan.pengukuran import BELUM_NAIK, Jendela, sebut
from kinerja.aturan.pita import RataRata, potong, serapan
from kinerja.aturan.tanggal import tanggal
from kinerja.pilihan import Jenjang, StatusPengukuran

TRIWULAN = (1, 2, 3, 4)
JENJANG = (
    Jenjang.TUJUAN, Jenjang.SASARAN, Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN,
    Jenjang.AKTIVITAS,
)  # fmt: skip
"""Levels of a dashboard, from the top."""


@dataclass(frozen=True)
class Capai:
    """Values of a quarter that can be added up: ``wajib`` are due, ``terisi`` of them typed,
    ``banyak`` of these have a capaian. ``jumlah`` is the sum of these, each cut at the cap;
    ``dibatasi`` says how many were cut.
    """

    wajib: int = 0
    terisi: int = 0
    banyak: int = 0
    jumlah: Decimal = Decimal(0)
    dibatasi: int = 0

    @classmethod
    def dari(cls, wajib: int, nilai: Sequence[Decimal | None], batas: Decimal | None) -> Capai:
        """``nilai`` are the capaian of the values that are due and typed."""
        ada = [n for n in nilai if n is not None]
        dipotong, dibatasi = potong(ada, batas)
        return cls(wajib, len(nilai), len(ada), sum(dipotong, Decimal(0)), dibatasi)

    def __add__(self, lain: Capai) -> Capai:
        return Capai(
            self.wajib + lain.wajib,
            self.terisi + lain.terisi,
            self.banyak + lain.banyak,
            self.jumlah + lain.jumlah,
            self.dibatasi + lain.dibatasi,
        )

    @cached_property
    def rata(self) -> RataRata:
        """The mean as ``rata_rata`` of the same values gives it."""
        nilai = bulatkan(self.jumlah / self.banyak) if self.banyak else None
        return RataRata(nilai, self.banyak, self.terisi - self.banyak, self.dibatasi)

    @cached_property
    def tampil(self) -> str:
        return "–" if self.rata.nilai is None else persen(self.rata.nilai)

    @property
    def rumus(self) -> str:
        """The mean with its numbers, or why there is none."""
        if not self.wajib:
            return "tidak ada yang diukur triwulan ini"
        if not self.banyak:
            return "belum ada capaian"
        return f"{persen(bulatkan(self.jumlah))} / {self.banyak} nilai = {self.tampil}"


def jumlah_capai(daftar: Iterable[Capai]) -> Capai:
    return sum(daftar, Capai())


@dataclass(frozen=True)
class Uang:
    """Rupiah since January beside the pagu of the year; None where nobody typed any."""

    pagu: int | None = None
    realisasi: int | None = None

    def tambah(self, lain: Uang) -> Uang:
        return Uang(_tambah(self.pagu, lain.pagu), _tambah(self.realisasi, lain.realisasi))

    @cached_property
    def serapan(self) -> Capaian:
        return serapan(self.realisasi, self.pagu)


def jumlah_uang(daftar: Iterable[Uang]) -> Uang:
    """Sums, so that a share is never a mean of percentages."""
    hasil = Uang()
    for satu in daftar:
        hasil = hasil.tambah(satu)
    return hasil


def _tambah(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else a + b


class Serap(NamedTuple):
    """A share of the pagu in words. It is no judgement, so it has steps of its own."""

    kata: str
    rupa: str


_SERAP = (
    (Decimal(75), Serap("¾ ke atas", "serap-3")),
    (Decimal(50), Serap("½ ke atas", "serap-2")),
    (Decimal(25), Serap("¼ ke atas", "serap-1")),
    (Decimal(0), Serap("di bawah ¼", "serap-0")),
)


def kata_serapan(nilai: Decimal) -> Serap:
    if nilai > SERATUS:
        return Serap("di atas pagu", "serap-4")
    return next(kata for batas, kata in _SERAP if nilai >= batas)


@dataclass(frozen=True)
class Masa:
    """The measuring of a document in a quarter: values due and typed, ``tahunan`` those of the
    year that are missing, its status, when it is filled.
    """

    tahun: int
    triwulan: int
    wajib: int
    terisi: int
    tahunan: int = 0
    status: str = StatusPengukuran.DRAF
    jendela: Jendela | None = None

    @property
    def batas(self) -> date:
        """The last day: of its window, else of the quarter."""
        return self.jendela.tutup if self.jendela else akhir_triwulan(self.tahun, self.triwulan)

    @property
    def kosong(self) -> int:
        return self.wajib - self.terisi


def akhir_triwulan(tahun: int, triwulan: int) -> date:
    return date(tahun, 3 * triwulan, 31 if triwulan in (1, 4) else 30)


class Terlambat(NamedTuple):
    """What should have been done by ``batas``; ``lewat`` is how many days ago that was.
    ``diatur``: did the pemda set that day, or is it only the end of the quarter.
    """

    pesan: str
    batas: date
    lewat: int
    diatur: bool = True

    @property
    def sejak(self) -> str:
        apa = "batas" if self.diatur else "akhir triwulan"
        return f"{apa} {tanggal(self.batas)}, lewat {self.lewat} hari"


def terlambat(masa: Masa, hari: date) -> Terlambat | None:
    """Is the quarter over its last day without having gone up? None where nothing is due."""
    if not masa.wajib or masa.status not in BELUM_NAIK or hari <= masa.batas:
        return None
    pesan = f"{sebut(masa.tahun, masa.triwulan)}: {_keadaan(masa)}"
    return Terlambat(pesan, masa.batas, (hari - masa.batas).days, masa.jendela is not None)


def _keadaan(masa: Masa) -> str:
    lagi = " lagi" if masa.status == StatusPengukuran.DIKEMBALIKAN else ""
    if not masa.kosong:
        return f"sudah terisi, belum diajukan{lagi}"
    tahunan = f" ({masa.tahunan} di antaranya nilai tahunan)" if masa.tahunan else ""
    return f"{masa.kosong} dari {masa.wajib} nilai belum diisi{tahunan}, belum diajukan{lagi}"
