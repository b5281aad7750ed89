"""Rows of tables that list boxes with their indicators: goals merged over what stands under them.

A box takes one row per item (indicator, action); what belongs to the box itself stands once over
all its rows, and the last of fewer items over those that are left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, Protocol, TypeVar

from cascading.matriks import JumlahMatriks, Matriks, Sel
from cascading.matriks_catatan import CatatanPemeriksaan
from cascading.matriks_sel import angka_id
from cascading.set_kolom import Kolom
from kinerja.pilihan import Jenjang

KOSONG = "-"
UANG = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)
SASARAN_KE_ATAS = (Jenjang.TUJUAN, Jenjang.SASARAN)


class KotakTabel(Protocol):
    """What a table needs to know of a box."""

    @property
    def id(self) -> int: ...
    @property
    def induk(self) -> int | None: ...
    @property
    def jenjang(self) -> str: ...
    @property
    def sebutan(self) -> str: ...
    @property
    def indikator(self) -> Sequence[Any]: ...


K = TypeVar("K", bound=KotakTabel)
B = TypeVar("B")
TabelKolom = tuple[Kolom, tuple[Sel, ...]]


@dataclass(frozen=True, slots=True)
class Baris(Generic[K]):
    """A printed row: the goals it stands under, and its box."""

    tujuan: K | None
    sasaran: K | None
    kotak: K


def baris_kotak(
    kotak: Sequence[K],
    jenjang: Sequence[str],
    banyak: Callable[[K], int] = lambda k: len(k.indikator),
) -> list[Baris[K]]:
    """As many rows as a box has items; a goal without any only where nothing stands below it."""
    milik = {k.id: k for k in kotak}
    berisi = {k.induk for k in kotak if k.jenjang in jenjang}
    hasil = []
    for k in kotak:
        if k.jenjang not in jenjang:
            continue
        kosong = k.jenjang in SASARAN_KE_ATAS and k.id in berisi
        baris = Baris(
            _di_atas(k, milik, Jenjang.TUJUAN), _di_atas(k, milik, Jenjang.SASARAN), k
        )  # fmt: skip
        hasil += [baris] * (banyak(k) or (0 if kosong else 1))
    return hasil


def _di_atas(k: K, milik: Mapping[int, K], jenjang: str) -> K | None:
    kini: K | None = k
    while kini is not None and kini.jenjang != jenjang:
        kini = milik.get(kini.induk) if kini.induk is not None else None
    return kini


def deret(baris: Sequence[Baris[K]]) -> Iterator[tuple[int, int, K]]:
    """Runs of rows of one box: first row, how many, the box."""
    mulai = 0
    for _, kelompok in groupby(baris, key=lambda b: b.kotak.id):
        daftar = list(kelompok)
        yield mulai, len(daftar), daftar[0].kotak
        mulai += len(daftar)


def per_kotak(
    baris: Sequence[Baris[K]], teks: Callable[[K], str], *, label: bool = False
) -> tuple[Sel, ...]:
    """One cell per box."""
    return tuple(Sel(m, r, teks(k) or KOSONG, label=label) for m, r, k in deret(baris))


def per_butir(
    baris: Sequence[Baris[K]],
    butir: Callable[[K], Sequence[B]],
    teks: Callable[[B], str],
    catatan: Callable[[B], tuple[str, ...]] = lambda b: (),
) -> tuple[Sel, ...]:
    """One cell per item of each box."""
    hasil = []
    for mulai, rentang, k in deret(baris):
        daftar = butir(k)
        if not daftar:
            hasil.append(Sel(mulai, rentang, KOSONG))
        for n, satu in enumerate(daftar):
            akhir = rentang - n if n == len(daftar) - 1 else 1
            hasil.append(Sel(mulai + n, akhir, teks(satu) or KOSONG, catatan(satu)))
    return tuple(hasil)


def per_indikator(
    baris: Sequence[Baris[K]],
    teks: Callable[[Any], str],
    catatan: Callable[[Any], tuple[str, ...]] = lambda b: (),
) -> tuple[Sel, ...]:
    """One cell per indicator."""
    return per_butir(baris, lambda k: k.indikator, teks, catatan)


def uang(baris: Sequence[Baris[K]], nilai: Callable[[K], int | None]) -> tuple[Sel, ...]:
    """One amount per box that holds money, over all its rows."""
    hasil = []
    for mulai, rentang, k in deret(baris):
        angka = nilai(k) if k.jenjang in UANG else None
        hasil.append(Sel(mulai, rentang, KOSONG if angka is None else angka_id(angka), angka=angka))
    return tuple(hasil)


def kolom_tujuan(baris: Sequence[Baris[K]]) -> TabelKolom:
    return Kolom("tujuan_uraian", "Tujuan"), tergabung(baris, sebut_tujuan, label=True)


def kolom_sasaran(baris: Sequence[Baris[K]]) -> TabelKolom:
    return Kolom("sasaran_uraian", "Sasaran"), tergabung(baris, sebut_sasaran, label=True)


def tergabung(
    baris: Sequence[Baris[K]], sebut: Callable[[Baris[K]], tuple[int, str]], *, label: bool
) -> tuple[Sel, ...]:
    """A goal over all rows that stand under it."""
    hasil, mulai = [], 0
    for (_, teks), kelompok in groupby(baris, key=sebut):
        rentang = len(list(kelompok))
        hasil.append(Sel(mulai, rentang, teks, label=label, markah=0))
        mulai += rentang
    return tuple(hasil)


def sebut_tujuan(b: Baris[K]) -> tuple[int, str]:
    return (b.tujuan.id, b.tujuan.sebutan) if b.tujuan else (0, KOSONG)


def sebut_sasaran(b: Baris[K]) -> tuple[int, str]:
    """Rows of a tujuan itself have no sasaran; those of another tujuan are not run together."""
    if b.sasaran:
        return b.sasaran.id, b.sasaran.sebutan
    return -(b.tujuan.id if b.tujuan else 0), KOSONG


def nama_komponen(k: KotakTabel) -> str:
    """What stands in the column of programs, kegiatan and sub kegiatan."""
    return k.sebutan if k.jenjang in UANG else KOSONG


def nomor(banyak: int) -> tuple[Sel, ...]:
    return tuple(Sel(n, 1, str(n + 1)) for n in range(banyak))


def nomor_kotak(baris: Sequence[Baris[K]]) -> tuple[Sel, ...]:
    """The boxes counted from 1, a number over all rows of each."""
    return tuple(Sel(m, r, str(n)) for n, (m, r, _) in enumerate(deret(baris), start=1))


def matriks(
    nama: str, judul: str, kolom: Iterable[TabelKolom], banyak: int, *, ringkasan: str = "",
    catatan: tuple[CatatanPemeriksaan, ...] = (), kaki: tuple[tuple[str, str], ...] = (),
) -> Matriks:  # fmt: skip
    """Columns side by side as a table without a total."""
    pasangan = list(kolom)
    return Matriks(
        nama, judul, tuple(k for k, _ in pasangan), banyak, tuple(s for _, s in pasangan),
        JumlahMatriks("", 0), ringkasan, nomor(banyak), catatan, kaki,
    )  # fmt: skip
