"""Decimal numbers with comma or dot, and the style a column turns out to have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from .bersih import bersihkan

KOMA = "KOMA"  # 93,59
TITIK = "TITIK"  # 93.59
BUKTI_MINIMUM = 3  # values of one style, and none of the other, that make a column's style

_BULAT = re.compile(r"0|[1-9]\d*", re.ASCII)
_DESIMAL = re.compile(r"(?:0|[1-9]\d*)[.,](?:\d{1,2}|\d{4,})|(?:0|[1-9]\d{3,})[.,]\d{3}", re.ASCII)
_RIBUAN_TITIK = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)", re.ASCII)
_RIBUAN_KOMA = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)", re.ASCII)
_AMBIGU = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_SPASI = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:,\d{1,2})?", re.ASCII)

OK = ""
FORMAT_INGGRIS = "FORMAT_INGGRIS"
ANGKA_SPASI = "ANGKA_SPASI"
PEMISAH_AMBIGU = "PEMISAH_AMBIGU"
ANGKA_TIDAK_TERBACA = "ANGKA_TIDAK_TERBACA"


def kurai(teks: str, gaya: str | None = None) -> tuple[Decimal | None, str]:
    """One unsigned number, cleaned. No value comes with the code of the error.

    One or two digits behind comma or dot are decimals, three are ambiguous unless the column's
    style decides; the scale stays as typed.
    """
    if _BULAT.fullmatch(teks) or _DESIMAL.fullmatch(teks):
        return Decimal(teks.replace(",", ".")), OK
    if _RIBUAN_TITIK.fullmatch(teks):
        return _dengan_ribuan(teks, "."), OK
    if _RIBUAN_KOMA.fullmatch(teks):
        return _dengan_ribuan(teks, ","), FORMAT_INGGRIS
    if _AMBIGU.fullmatch(teks):
        return _menurut_gaya(teks, gaya)
    if _SPASI.fullmatch(teks):
        return Decimal(teks.replace(" ", "").replace(",", ".")), ANGKA_SPASI
    return None, ANGKA_TIDAK_TERBACA


def _dengan_ribuan(teks: str, pemisah: str) -> Decimal:
    return Decimal(teks.replace(pemisah, "").replace(",", "."))


def _menurut_gaya(teks: str, gaya: str | None) -> tuple[Decimal | None, str]:
    if gaya is None:
        return None, PEMISAH_AMBIGU
    tanda_desimal = "," if gaya == KOMA else "."
    if tanda_desimal in teks:
        return Decimal(teks.replace(",", ".")), OK
    ribuan = re.sub(r"[.,]", "", teks)
    return Decimal(ribuan), OK if gaya == KOMA else FORMAT_INGGRIS


def gaya_kolom(nilai: Iterable[object]) -> str | None:
    """KOMA or TITIK when the typed texts of a column all say the same, else None."""
    bukti = [gaya for sel in nilai if isinstance(sel, str) and (gaya := _gaya(sel))]
    if len(bukti) < BUKTI_MINIMUM or len(set(bukti)) > 1:
        return None
    return bukti[0]


def _gaya(sel: str) -> str | None:
    teks = re.sub(r"\s*(?:%|persen)?$", "", bersihkan(sel), flags=re.IGNORECASE)
    if _RIBUAN_TITIK.fullmatch(teks):
        return KOMA
    if _RIBUAN_KOMA.fullmatch(teks):
        return TITIK
    if _DESIMAL.fullmatch(teks):
        return KOMA if "," in teks else TITIK
    return None
