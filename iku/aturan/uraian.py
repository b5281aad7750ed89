"""The narrative of an IKU out of its planning document: tujuan, sasaran, program, komponen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from iku.aturan.isi import Komponen
from kinerja.pilihan import Jenjang


@dataclass(slots=True)
class Kotak:
    """A box as the narrative needs it; ``indikator`` are the texts of its indicators, ``utama``
    whether one of them is an IKU, ``menjadi`` what replaced it.
    """

    id: int
    induk: int | None
    pohon: int
    jenjang: str
    nama: str
    kinerja: str
    indikator: list[str] = field(default_factory=list)
    utama: bool = False
    menjadi: str = ""

    @property
    def sebutan(self) -> str:
        return self.nama or self.kinerja


class Pohonan:
    """The boxes of the planning documents in tree order, with the ways up and down."""

    def __init__(self, kotak: Iterable[Kotak]):
        self.kotak = {k.id: k for k in kotak}
        self._anak: dict[int, list[Kotak]] = {}
        for k in self.kotak.values():
            if k.induk is not None:
                self._anak.setdefault(k.induk, []).append(k)

    def ke_atas(self, kotak: Kotak) -> Iterator[Kotak]:
        """The box and all above it."""
        kini: Kotak | None = kotak
        while kini is not None:
            yield kini
            kini = self.kotak.get(kini.induk) if kini.induk is not None else None

    def cabang(self, kotak: Kotak, *, henti: bool = False) -> Iterator[Kotak]:
        """The box and all below it; ``henti`` leaves out branches with an IKU of their own."""
        yield kotak
        for anak in self._anak.get(kotak.id, ()):
            if not (henti and anak.utama):
                yield from self.cabang(anak, henti=henti)

    def kalimat(self, kotak: Kotak, jenjang: str) -> str:
        """The sentence of the nearest box of a level, from this one upwards."""
        return next((k.kinerja for k in self.ke_atas(kotak) if k.jenjang == jenjang), "")

    def berindikator(self, kotak: Kotak, teks: str) -> list[Kotak]:
        """The box, and those of its document that print the same indicator."""
        sama = rapi(teks)
        return [
            k
            for k in self.kotak.values()
            if k.pohon == kotak.pohon
            and (k.id == kotak.id or sama in {rapi(t) for t in k.indikator})
        ]

    def sasaran_strategis(self, dahulu: Iterable[str]) -> list[str]:
        """Each once: those of the IKU (``dahulu``) in their order, then the others of the tree."""
        semua = [k.kinerja for k in self.kotak.values() if k.jenjang == Jenjang.SASARAN]
        milik: dict[str, str] = {}
        for teks in semua:
            milik.setdefault(rapi(teks), teks)
        urut = [r for teks in dahulu if (r := rapi(teks)) in milik]
        return [milik[r] for r in dict.fromkeys((*urut, *milik)) if r]


def program(pohonan: Pohonan, kotak: Kotak, teks: str) -> tuple[str, ...]:
    """The programs that serve an IKU: its own, or all below it."""
    daftar = [
        k for akar in pohonan.berindikator(kotak, teks) for k in pohonan.cabang(akar)
        if k.jenjang == Jenjang.PROGRAM
    ] or [k for k in pohonan.ke_atas(kotak) if k.jenjang == Jenjang.PROGRAM]  # fmt: skip
    return tuple(dict.fromkeys(k.sebutan.rstrip(" ;.") for k in daftar))


def komponen(pohonan: Pohonan, kotak: Kotak, teks: str) -> tuple[Komponen, ...]:
    """The sub kegiatan below an IKU, each with its first indicator.

    Those that serve an IKU further down belong to that one.
    """
    daftar: dict[int, Kotak] = {}
    for akar in pohonan.berindikator(kotak, teks):
        for k in pohonan.cabang(akar, henti=True):
            if k.jenjang == Jenjang.SUB_KEGIATAN:
                daftar.setdefault(k.id, k)
    return tuple(
        Komponen(k.sebutan, k.indikator[0] if k.indikator else "", k.menjadi)
        for k in daftar.values()
    )


def rumus_utuh(daftar: Sequence[str]) -> tuple[str, ...]:
    """Formula lines with idle spaces and line breaks taken off."""
    return tuple(utuh for teks in daftar if (utuh := " ".join(str(teks).split())))


def rapi(teks: str) -> str:
    """For comparing: case, spaces and a closing full stop make no other text."""
    return " ".join(teks.casefold().strip(" .;").split())
