"""Rows that head a block: "Unit Organisasi : …", "Sub Unit Organisasi : …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_KEPALA = re.compile(
    r"(?:(?P<sub>sub)\s*-?\s*)?unit(?:\s+(?:organisasi|kerja|skpd|opd)(?:\s*:\s*(?P<a>.*))?"
    r"|\s*:\s*(?P<b>.*))"
    r"|(?:skpd|opd|(?:satuan kerja\s+)?perangkat daerah)\s*:\s*(?P<c>.*)",
    re.IGNORECASE | re.DOTALL,
)
_KODE = re.compile(r"\d{1,2}(?:\.[\dXx]{1,5}){2,}\.?\s*[-\u2013:]?\s*")
_AWALAN = ("unit", "sub", "skpd", "opd", "satuan", "perangkat")


@dataclass(frozen=True, slots=True)
class KepalaUnit:
    """Whose rows follow. ``sub``: a part of the unit printed above it."""

    nama: str
    sub: bool = False


def mungkin_kepala(teks: str) -> bool:
    """A cheap look at the first text of a row."""
    return teks.lstrip()[:9].casefold().startswith(_AWALAN)


def kepala_unit(isi: Sequence[str]) -> KepalaUnit | None:
    """Read the filled cells of a row, left to right; None when it is no such head."""
    if not isi or not mungkin_kepala(isi[0]):
        return None
    cocok = _KEPALA.fullmatch(isi[0].strip())
    if cocok is None:
        return None
    nama = next((cocok[g] for g in "abc" if cocok[g]), "")
    calon = [nama, *isi[1:]] if not nama else [nama]
    bersih = (_KODE.sub("", " ".join(teks.split()), count=1).strip(" :-") for teks in calon)
    return KepalaUnit(next((teks for teks in bersih if teks), ""), bool(cocok["sub"]))
