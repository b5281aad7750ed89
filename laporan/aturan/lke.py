"""The evaluation sheet (LKE): an instrument as plain data, grades, values, predicates.

Grading follows the evaluation of AKIP now in use: a sub-component gets its grade by the share of
criteria met, its value is weight x grade. Weights, scale and predicates are data of the instrument.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from kinerja.aturan.angka import format_angka
from laporan.pilihan import JawabanKriteria

SEN = Decimal("0.01")
SERATUS = Decimal(100)


@dataclass(frozen=True, slots=True)
class Kriteria:
    """One question. ``perkiraan`` names the criterion of the quality checks whose share is shown
    beside it; only where ``boleh_lewat`` may it be answered "tidak berlaku".
    """

    kode: str
    teks: str
    boleh_lewat: bool = False
    perkiraan: str = ""


@dataclass(frozen=True, slots=True)
class SubKomponen:
    kode: str
    nama: str
    bobot: Decimal
    kriteria: tuple[Kriteria, ...]

    @property
    def bobot_kata(self) -> str:
        return bobot_kata(self.bobot)


@dataclass(frozen=True, slots=True)
class Komponen:
    kode: str
    nama: str
    bobot: Decimal
    sub: tuple[SubKomponen, ...]

    @property
    def bobot_kata(self) -> str:
        return bobot_kata(self.bobot)


@dataclass(frozen=True, slots=True)
class Grade:
    """A rung of the scale: reached above ``batas`` percent of the criteria (at it, where
    ``termasuk``) when everything was met in ``bertahan`` years before as well.
    """

    nama: str
    nilai: Decimal
    batas: Decimal
    termasuk: bool = False
    bertahan: int = 0


@dataclass(frozen=True, slots=True)
class Predikat:
    """Above ``batas`` (at it, where ``termasuk``)."""

    nama: str
    sebutan: str
    batas: Decimal
    termasuk: bool = False


@dataclass(frozen=True, slots=True)
class Instrumen:
    """Everything of a version. ``skala`` and ``predikat`` stand from the best down; ``pembuka`` and
    ``penutup`` are texts of the report with {variables}.
    """

    judul: str
    komponen: tuple[Komponen, ...]
    skala: tuple[Grade, ...]
    predikat: tuple[Predikat, ...]
    pembuka: str = ""
    penutup: str = ""

    @property
    def sub(self) -> Iterator[SubKomponen]:
        return (s for k in self.komponen for s in k.sub)

    @property
    def kriteria(self) -> Iterator[Kriteria]:
        return (k for s in self.sub for k in s.kriteria)


@dataclass(frozen=True, slots=True)
class NilaiSub:
    """A sub-component as one side sees it. ``grade`` is None until every criterion is answered, and
    where none applies.
    """

    sub: SubKomponen
    terpenuhi: int
    berlaku: int
    terjawab: int
    bertahan: int
    grade: Grade | None

    @property
    def lengkap(self) -> bool:
        return self.terjawab == len(self.sub.kriteria)

    @property
    def penuh(self) -> bool:
        """Everything that applies is met."""
        return self.lengkap and 0 < self.berlaku == self.terpenuhi

    @property
    def nilai(self) -> Decimal | None:
        """Points of the total; exact."""
        return None if self.grade is None else self.sub.bobot * self.grade.nilai / SERATUS

    @property
    def tampil(self) -> str:
        return tampil(self.nilai)


@dataclass(frozen=True, slots=True)
class NilaiKomponen:
    komponen: Komponen
    sub: tuple[NilaiSub, ...]

    @property
    def nilai(self) -> Decimal | None:
        """None until each sub-component has a grade."""
        return jumlah(s.nilai for s in self.sub)

    @property
    def tampil(self) -> str:
        return tampil(self.nilai)

    @property
    def terjawab(self) -> int:
        return sum(s.terjawab for s in self.sub)

    @property
    def banyak(self) -> int:
        return sum(len(s.sub.kriteria) for s in self.sub)


@dataclass(frozen=True, slots=True)
class HasilLke:
    """A whole sheet as one side sees it; ``nilai`` and ``predikat`` are None until it is whole."""

    komponen: tuple[NilaiKomponen, ...]
    nilai: Decimal | None
    predikat: Predikat | None
    sub: Mapping[str, NilaiSub] = field(default_factory=dict)

    @property
    def tampil(self) -> str:
        return tampil(self.nilai)

    @property
    def terjawab(self) -> int:
        return sum(k.terjawab for k in self.komponen)

    @property
    def banyak(self) -> int:
        return sum(k.banyak for k in self.komponen)


def nilai_lke(
    instrumen: Instrumen, jawaban: Mapping[str, str], bertahan: Mapping[str, int]
) -> HasilLke:
    """``jawaban`` by code of the criterion, ``bertahan`` (years kept) by code of the sub-component;
    what is missing was not answered, or not kept.
    """
    komponen = tuple(
        NilaiKomponen(
            k,
            tuple(nilai_sub(s, jawaban, bertahan.get(s.kode, 0), instrumen.skala) for s in k.sub),
        )
        for k in instrumen.komponen
    )
    total = jumlah(k.nilai for k in komponen)
    bulat = None if total is None else bulatkan(total)
    return HasilLke(
        komponen,
        bulat,
        None if bulat is None else predikat_dari(bulat, instrumen.predikat),
        {s.sub.kode: s for k in komponen for s in k.sub},
    )


def nilai_sub(
    sub: SubKomponen, jawaban: Mapping[str, str], bertahan: int, skala: Iterable[Grade]
) -> NilaiSub:
    isi = [jawaban.get(k.kode, "") for k in sub.kriteria]
    terjawab = sum(bool(j) for j in isi)
    berlaku = sum(j != JawabanKriteria.TIDAK_BERLAKU for j in isi)
    terpenuhi = sum(j == JawabanKriteria.TERPENUHI for j in isi)
    lengkap = terjawab == len(isi)
    grade = grade_dari(terpenuhi, berlaku, bertahan, skala) if lengkap else None
    return NilaiSub(sub, terpenuhi, berlaku, terjawab, bertahan, grade)


def grade_dari(terpenuhi: int, berlaku: int, bertahan: int, skala: Iterable[Grade]) -> Grade | None:
    """The first rung that is reached. Shares are compared as fractions: 3 of 4 is 75, not above."""
    if not berlaku:
        return None
    bagian = Fraction(100 * terpenuhi, berlaku)
    for g in skala:
        if bertahan >= g.bertahan and _lewat(bagian, g.batas, g.termasuk):
            return g
    return None


def predikat_dari(nilai: Decimal, daftar: Iterable[Predikat]) -> Predikat | None:
    """Of a value as it is printed, two decimals: 90,00 is not above 90, 90,01 is."""
    return next((p for p in daftar if _lewat(Fraction(nilai), p.batas, p.termasuk)), None)


def jumlah(nilai: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None when one is missing or there is nothing."""
    daftar = list(nilai)
    ada = [n for n in daftar if n is not None]
    return sum(ada, Decimal(0)) if ada and len(ada) == len(daftar) else None


def tampil(nilai: Decimal | None) -> str:
    """As it is printed: two decimals, so that a column reads alike; "" for none."""
    if nilai is None:
        return ""
    teks = format_angka(bulatkan(nilai))
    return teks if "," in teks else f"{teks},00"


def bobot_kata(bobot: Decimal) -> str:
    """A weight as it was typed, without zeros behind."""
    return format_angka(bobot.normalize())


def bulatkan(nilai: Decimal) -> Decimal:
    return nilai.quantize(SEN, rounding=ROUND_HALF_UP)


def tahun_bertahan(tahun: int, penuh: Mapping[int, bool]) -> int:
    """How many years in a row right before ``tahun`` were met in full."""
    banyak = 0
    while penuh.get(tahun - 1 - banyak):
        banyak += 1
    return banyak


def bertahan_berlaku(dari_lke: int, tertulis: int | None, berbukti: bool) -> int:
    """Years kept that count: what final sheets show, or more where somebody wrote it down and
    evidence stands beside it.
    """
    return max(dari_lke, tertulis or 0) if berbukti else dari_lke


def _lewat(nilai: Fraction, batas: Decimal, termasuk: bool) -> bool:
    return nilai > Fraction(batas) or (termasuk and nilai == Fraction(batas))
