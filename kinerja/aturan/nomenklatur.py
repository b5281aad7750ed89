"""The official list beside what an agency typed: codes compared in one form, names never alone.

Codes read U.BB.PP.J.KK.SSSS (urusan, bidang, program, kegiatan in two pieces, sub kegiatan). Real
documents write 1.06.01.02.01.01 for 1.06.01.2.01.0001, and the list itself X.XX.01 for the program
that every agency has of its own bidang. A name repeats below other parents, so it counts only
below a parent that was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kinerja.aturan.teks import kunci
from kinerja.pilihan import Jenjang

BERKODE = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)
"""Levels whose names the national list gives."""

PENUNJANG = "01"
UMUM = "X.XX"
_PISAH = re.compile(r"[.\s/\-]+")
_LEBAR = (1, 2, 2, 1, 2, 4)
_AWALAN = re.compile(r"^(?:sub\s*kegiatan|program|kegiatan)(?![a-z])\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BarisResmi:
    """One row of the official list."""

    id: int
    kode: str
    jenjang: str
    nama: str
    kinerja: str = ""
    indikator: str = ""
    satuan: str = ""


@dataclass(frozen=True, slots=True)
class BedaResmi:
    """One field as the agency wrote it and as the list has it."""

    medan: str
    tertulis: str
    resmi: str


@lru_cache(maxsize=16384)
def kode_baku(kode: str) -> str:
    """The code with as many digits as today's list prints; what is no such code stays as typed."""
    bagian = [b.upper() for b in _PISAH.split(kode.strip()) if b]
    angka = bagian[2:] if bagian[:2] == UMUM.split(".") else bagian
    if len(bagian) > len(_LEBAR) or not all(map(_berangka, angka)):
        return kode.strip()
    return ".".join(
        b.lstrip("0").zfill(lebar) if b.isdecimal() else b
        for b, lebar in zip(bagian, _LEBAR, strict=False)
    )


def kunci_kode(kode: str) -> str:
    """What two spellings of a code have in common; the penunjang of every bidang is one."""
    bagian = kode_baku(kode).split(".")
    if len(bagian) >= 3 and bagian[2] == PENUNJANG:
        return ".".join([UMUM, *bagian[2:]])
    return ".".join(bagian)


def induk_kode(kode: str) -> str:
    """The key of the code one level up: a kegiatan has two pieces of its own."""
    bagian = kunci_kode(kode).split(".")
    return ".".join(bagian[:-2] if len(bagian) == 5 else bagian[:-1])


def kunci_kode_kotak(jenjang: str, kode: str) -> str:
    """The code that tells boxes of a level apart: the list's form where the list gives it."""
    return kunci_kode(kode) if jenjang in BERKODE else kode


def kunci_nama(nama: str) -> str:
    """A name without the word of its level: "PROGRAM REHABILITASI", "Rehabilitasi"."""
    return kunci(_AWALAN.sub("", nama.strip()))


def _berangka(bagian: str) -> bool:
    return bagian.isdecimal() and len(bagian.lstrip("0")) <= 4


class DaftarResmi:
    """A version of the list, to look boxes up in. ``bidang``: codes of the agency's affairs."""

    def __init__(self, baris: Iterable[BarisResmi], bidang: Iterable[str] = ()):
        self.bidang = tuple(bidang)
        self._kode: dict[tuple[str, str], BarisResmi] = {}
        self._nama: dict[tuple[str, str, str], list[BarisResmi]] = {}
        self._id: dict[int, BarisResmi] = {}
        for b in baris:
            self._id[b.id] = b
            kode = kunci_kode(b.kode)
            if (b.jenjang, kode) not in self._kode:
                self._kode[b.jenjang, kode] = b
                letak = (b.jenjang, induk_kode(kode), kunci_nama(b.nama))
                self._nama.setdefault(letak, []).append(b)

    def __bool__(self) -> bool:
        return bool(self._kode)

    def menurut_id(self, id_: int | None) -> BarisResmi | None:
        return self._id.get(id_) if id_ is not None else None

    def menurut_kode(self, jenjang: str, kode: str) -> BarisResmi | None:
        """The row of a code, with the bidang put before a code that leaves it out."""
        if not kode or jenjang not in BERKODE:
            return None
        for calon in (kode, *(f"{b}.{kode}" for b in (UMUM, *self.bidang))):
            if (baris := self._kode.get((jenjang, kunci_kode(calon)))) is not None:
                return baris
        return None

    def menurut_nama(self, jenjang: str, nama: str, induk: BarisResmi | None) -> BarisResmi | None:
        """The only row of a name below the parent that was found; a program below its bidang."""
        if not nama or jenjang not in BERKODE:
            return None
        if jenjang == Jenjang.PROGRAM:
            letak = [kunci_kode(b) for b in (*self.bidang, UMUM)]
        else:
            letak = [kunci_kode(induk.kode)] if induk is not None else []
        calon = [b for kode in letak for b in self._nama.get((jenjang, kode, kunci_nama(nama)), ())]
        return calon[0] if len(calon) == 1 else None

    def cari(
        self, jenjang: str, kode: str, nama: str, induk: BarisResmi | None
    ) -> BarisResmi | None:
        """By code, else by (parent, name)."""
        return self.menurut_kode(jenjang, kode) or self.menurut_nama(jenjang, nama, induk)


def banding(
    resmi: BarisResmi, *, nama: str, kinerja: str, indikator: Mapping[str, str]
) -> list[BedaResmi]:
    """Where the typed wording is another than the official one; nothing typed is no difference.

    ``indikator`` maps each typed indicator to its unit; one that reads as the list's is enough.
    """
    beda = []
    if nama and kunci_nama(nama) != kunci_nama(resmi.nama):
        beda.append(BedaResmi("nama", nama, resmi.nama))
    if kinerja and resmi.kinerja and kunci(kinerja) != kunci(resmi.kinerja):
        beda.append(BedaResmi("kinerja", kinerja, resmi.kinerja))
    if not indikator or not resmi.indikator:
        return beda
    sama = next((t for t in indikator if kunci(t) == kunci(resmi.indikator)), None)
    if sama is None:
        sama = next(iter(indikator))
        beda.append(BedaResmi("indikator", sama, resmi.indikator))
    satuan = indikator[sama]
    if satuan and resmi.satuan and kunci(satuan) != kunci(resmi.satuan):
        beda.append(BedaResmi("satuan", satuan, resmi.satuan))
    return beda
