"""What a number format does to a number: percent, foreign money, hidden thousands, dates."""

from __future__ import annotations

import re
from functools import lru_cache

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_KURUNG = re.compile(r"\[[^\]]*\]")
_UANG = re.compile(r"\[\$([^\]\-]*)(?:-[^\]]*)?\]")
_LAMBANG = re.compile(r"[$€£¥₩₹]|\b(?:USD|SGD|EUR|JPY|GBP|AUD|MYR)\b")
_SKALA = re.compile(r"[0#?](,+)(?![0#?,])")


@lru_cache(maxsize=512)
def persen(kode: str) -> bool:
    """The cell shows 100 times its number. A quoted "%" is only a letter."""
    return "%" in _bagian_pertama(kode)


@lru_cache(maxsize=512)
def asing(kode: str) -> bool:
    """The cell shows dollars, euros …; ``[$Rp-421]`` is rupiah, ``[$-421]`` only a language."""
    lambang = [temu.strip() for temu in _UANG.findall(kode)]
    if any(temu and temu.casefold().rstrip(".") not in ("rp", "idr") for temu in lambang):
        return True
    return _LAMBANG.search(_UANG.sub("", kode)) is not None


@lru_cache(maxsize=512)
def skala(kode: str) -> int:
    """How many groups of three digits the format hides: ``#,##0,,`` shows millions (2)."""
    temu = _SKALA.search(_bagian_pertama(kode))
    return len(temu[1]) if temu else 0


@lru_cache(maxsize=512)
def tanggal(kode: str) -> bool:
    """The cell shows a date or a time."""
    polos = _bagian_pertama(kode)
    return polos.casefold() != "general" and re.search(r"[dmyhs]", polos, re.IGNORECASE) is not None


def mengubah_bacaan(kode: str) -> bool:
    """Formats that a reader of the number must know."""
    return persen(kode) or asing(kode) or skala(kode) > 0 or tanggal(kode)


def _bagian_pertama(kode: str) -> str:
    return _KURUNG.sub("", _LITERAL.sub("", kode)).split(";")[0]
