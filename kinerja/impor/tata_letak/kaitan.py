"""What rows of a table say about each other: which indicator of its parent a row serves, and which
rows took the place of struck-out ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinerja.impor.bacaan import SimpulBaca

Cetakan = dict[str, list[tuple[int, int, int]]]
"""Per node where its indicators are printed: row, first of them, how many."""

_GANTI = re.compile(r"\b(?:dihapus|digant\w*|dicoret|dihilangkan)\b", re.IGNORECASE)
_TAHUN = re.compile(
    r"\b((?:19|20)\d\d)\b(?:\s*(?:-|\u2013|s\.?\s*/?\s*d\.?|sampai)\s*((?:19|20)\d\d)\b)?"
)


@dataclass(frozen=True, slots=True)
class Penanda:
    """A remark in a row of its own: "TH. 2019-2022 program dihapus dan diganti yg bawah"."""

    r: int
    teks: str
    jenjang: str


def pola_ganti(teks: str) -> bool:
    """A remark that rows above were replaced: it says so and from when."""
    return bool(_GANTI.search(teks) and _TAHUN.search(teks))


def kaitkan_indikator(simpul: Sequence[SimpulBaca], cetakan: Cetakan) -> None:
    """Where each further indicator of a parent begins beside a child, the children down to the
    next one serve it: ``lain["indikator_induk"]`` is its place among the parent's.
    """
    berulang = {induk: daftar for induk, daftar in cetakan.items() if len(daftar) > 1}
    anak: dict[str, list[SimpulBaca]] = {}
    for s in simpul if berulang else ():
        if s.induk in berulang:
            anak.setdefault(s.induk, []).append(s)
    for induk, milik in anak.items():
        daftar = berulang[induk]
        mulai = {a.baris - 1 for a in milik}
        if any(n > 1 or r not in mulai for r, _, n in daftar):
            continue
        for a in milik:
            letak = [awal for r, awal, _ in daftar if r <= a.baris - 1]
            a.lain["indikator_induk"] = letak[-1]


def gantikan(simpul: Sequence[SimpulBaca], penanda: Iterable[Penanda]) -> None:
    """Rows above a remark gave way to their siblings below it, from the year it names on."""
    batas = 0
    for tanda in penanda:
        if pola_ganti(tanda.teks):
            _gantikan(simpul, tanda, batas)
            batas = tanda.r


def _gantikan(simpul: Sequence[SimpulBaca], tanda: Penanda, batas: int) -> None:
    cocok = _TAHUN.search(tanda.teks)
    sejenjang = [s for s in simpul if s.level == tanda.jenjang]
    lama = [s for s in sejenjang if batas <= s.baris - 1 < tanda.r]
    lama = [s for s in lama if s.lain.get("dicoret")] or lama
    if not lama or cocok is None:
        return
    induk = lama[-1].induk
    lama = [s for s in lama if s.induk == induk]
    awal, akhir = int(cocok[1]), int(cocok[2]) if cocok[2] else None
    for s in lama:
        s.lain["tahun_sampai"] = awal - 1
    for s in sejenjang:
        if s.baris - 1 > tanda.r and s.induk == induk and not s.lain.get("dicoret"):
            s.lain |= {"tahun_mulai": awal, "tahun_sampai": akhir, "menggantikan": list(lama)}
