"""A formula written in words as a fraction: "A dibagi B dikali 100%" -> A over B × 100%."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PENGALI = re.compile(
    r"[\s.,;]*(?:x|×|\*|dikali(?:kan)?)\s*(\d+(?:[.,]\d+)?\s*%?)\s*[.;]?\s*$", re.I
)
_BAGI = re.compile(r"\s+(?:dibagi(?:kan)?(?:\s+dengan)?|:|÷|per\s*-\s*bagi)\s+|\s*/\s*", re.I)
_KATA_HITUNG = re.compile(
    r"^(?:jumlah(?:\s+seluruh)?|total|banyaknya|populasi|seluruh|semua|σ|∑)\s+", re.I
)


@dataclass(frozen=True, slots=True)
class Pecahan:
    """Numerator, denominator and what the fraction is multiplied by ("" for nothing)."""

    pembilang: str
    penyebut: str
    pengali: str = ""

    @property
    def sama(self) -> bool:
        """Do both parts count the same thing, so that the value is always whole?"""
        return bool(self.pembilang) and _inti(self.pembilang) == _inti(self.penyebut)

    def __str__(self) -> str:
        kali = f" × {self.pengali}" if self.pengali else ""
        return f"{self.pembilang} dibagi {self.penyebut}{kali}"


def baca_pecahan(teks: str) -> Pecahan | None:
    """The one fraction that a text says; None when it says none, or more than one.

    "/" splits only where both sides are words: "Kabupaten/Kota" stays whole.
    """
    rapi = " ".join(teks.split())
    pengali = ""
    if cocok := _PENGALI.search(rapi):
        rapi, pengali = rapi[: cocok.start()], cocok[1].replace(" ", "")
    bagian = [b.strip(" .;()") for b in _belah(rapi)]
    if len(bagian) != 2 or not all(bagian):
        return None
    return Pecahan(bagian[0], bagian[1], pengali)


def _belah(teks: str) -> list[str]:
    letak = [c for c in _BAGI.finditer(teks) if not _garis_miring(c, teks)]
    hasil, mulai = [], 0
    for c in letak:
        hasil.append(teks[mulai : c.start()])
        mulai = c.end()
    return [*hasil, teks[mulai:]]


def _garis_miring(cocok: re.Match[str], teks: str) -> bool:
    """A slash between two words that belong together ("dan /atau", "Kabupaten/Kota")."""
    if "/" not in cocok[0]:
        return False
    sesudah = teks[cocok.end() :].lstrip().lower()
    return not re.match(r"(?:jumlah|total|seluruh|banyaknya|populasi|σ|∑)\b", sesudah)


def _inti(teks: str) -> str:
    """What is counted, without the words that only say that it is counted."""
    rapi = " ".join(re.sub(r"[^\w\s%]", " ", teks.casefold()).split())
    while (pendek := _KATA_HITUNG.sub("", rapi)) != rapi:
        rapi = pendek
    return rapi
