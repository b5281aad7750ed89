"""Look at a typed text the way a reader does: no invisible characters, plain digits and signs."""

from __future__ import annotations

import re
import unicodedata

_GALAT_EXCEL = re.compile(
    r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|BLOCKED!|CONNECT!"
    r"|FIELD!|UNKNOWN!|BUSY!|PYTHON!|EXTERNAL!)",
    re.IGNORECASE,
)
# Zero width, BOM, soft hyphen, direction marks: nothing is seen of them. Direction *overrides*
# stay: they turn digits around on screen, so such a text is not a number.
_TAK_TAMPAK = dict.fromkeys(
    (0xAD, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF)
)
_SETARA = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\t\v\f\x85", " "),
        **dict.fromkeys("\r\u2028\u2029", "\n"),
        "\uff0e": ".",
        "\uff0c": ",",
        "\uff05": "%",
        "\uff08": "(",
        "\uff09": ")",
        "\u2044": "/",
        "\u2215": "/",
    }
)
_KOSONG = re.compile(r"[\s\-_.…]*")
_KATA_KOSONG = frozenset(
    ("n/a", "na", "n.a", "n.a.", "tad", "t.a.d", "belum ada", "tidak ada", "belum diisi")
)
_ASING = re.compile(
    r"[$€£¥₩₹₫฿₽₤]|\b(?:usd|sgd|eur|jpy|gbp|aud|myr|cny|dolar|dollar|euro|yen|ringgit|poundsterling)\b",
    re.IGNORECASE,
)
_TANGGAL = re.compile(
    r"\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2} (?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)[a-z]* \d{4}",
    re.IGNORECASE | re.ASCII,
)


def bersihkan(teks: str) -> str:
    """Drop what cannot be seen, give every decimal digit its ASCII form, trim the ends.

    Superscripts and fractions (², ½) are no decimal digits and stay as they are.
    """
    if not teks.isascii():
        teks = "".join(map(_huruf, teks.translate(_TAK_TAMPAK)))
    teks = teks.translate(_SETARA).strip()
    return teks[1:].lstrip() if teks.startswith("'") else teks  # the sign of a text cell


def dinormalkan(mentah: str) -> bool:
    """Invisible characters, digits of another script or a leading apostrophe were typed."""
    if mentah.isascii():
        return mentah.lstrip().startswith("'")
    return any(ord(h) in _TAK_TAMPAK or (h.isdecimal() and not h.isascii()) for h in mentah)


def _huruf(huruf: str) -> str:
    if huruf.isdecimal():
        return str(unicodedata.decimal(huruf))
    return " " if unicodedata.category(huruf) == "Zs" else huruf


def galat_excel(teks: str) -> bool:
    return _GALAT_EXCEL.fullmatch(teks) is not None


def kosong(teks: str) -> bool:
    """Blank, dashes, dots, "n/a": not filled in. 0 is a value."""
    return _KOSONG.fullmatch(teks) is not None or teks.casefold() in _KATA_KOSONG


def mata_uang_asing(teks: str) -> bool:
    return _ASING.search(teks) is not None and any(map(str.isdigit, teks))


def tanggal(teks: str) -> bool:
    return _TANGGAL.fullmatch(teks) is not None
