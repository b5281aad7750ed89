"""What an agreement promises, as plain data: rows, money, findings, and what they are made from.

Pure; ``bahan_perjanjian`` reads, ``susun_perjanjian`` builds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cascading.aturan.bentuk import Bentuk
from kinerja.aturan.isi import IsiPohon
from kinerja.aturan.temuan import Temuan


@dataclass(frozen=True, slots=True)
class Pihak:
    """One of the two as printed; a kepala daerah has no NIP line. Nobody: ``pejabat`` is 0."""

    jabatan: str
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    kepala_daerah: bool = False
    pejabat: int = 0


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    uid: str
    teks: str
    target: str
    satuan: str
    lama: str | None = None
    """Target of the agreement that this one changes; None where there is none."""


@dataclass(frozen=True, slots=True)
class BarisSasaran:
    """One promise: the sentence of a box with its indicators."""

    uid: str
    jenjang: str
    sasaran: str
    indikator: tuple[BarisIndikator, ...]


@dataclass(frozen=True, slots=True)
class BarisUang:
    """``kepala``: a heading whose money is that of the rows below. ``dari``: the whole amount of
    the box where only a part of it belongs here, else None. ``lama``: in the agreement before.
    """

    uid: str
    kode: str
    nama: str
    nilai: int
    sumber_dana: tuple[str, ...] = ()
    kepala: bool = False
    dari: int | None = None
    lama: int | None = None
    lembaga: str = ""
    """Whose it is, where one agreement lists several agencies."""


@dataclass(frozen=True, slots=True)
class IsiPerjanjian:
    """``uang`` in tree order, headings before their rows; ``jumlah`` in rupiah."""

    bentuk: str
    sasaran: tuple[BarisSasaran, ...] = ()
    uang: tuple[BarisUang, ...] = ()
    jumlah: int = 0
    jumlah_lama: int | None = None
    temuan: tuple[Temuan, ...] = ()


@dataclass(slots=True)
class DokumenTugas:
    """One planning document with who answers for what, boxes by id, positions by key."""

    isi: IsiPohon
    lembaga: str = ""
    penanggung: dict[int, list[int]] = field(default_factory=dict)
    pelaksana: dict[int, list[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Kursi:
    """The promising position: its form, itself and everybody below it."""

    jabatan: int
    bentuk: Bentuk
    lingkup: frozenset[int]
    atasan: Mapping[int, int | None] = field(default_factory=dict)
