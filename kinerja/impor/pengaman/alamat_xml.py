"""Cell addresses as XML writes them, 0-based. An address that cannot be raises BERKAS_RUSAK."""

from __future__ import annotations

import re

from .batas import rusak

BARIS_TERBANYAK = 1_048_576
KOLOM_TERBANYAK = 16_384
_ALAMAT = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def urai_alamat(teks: str) -> tuple[int, int]:
    """B3 -> (2, 1)."""
    cocok = _ALAMAT.fullmatch(teks)
    if cocok is None:
        raise rusak("alamat selnya tidak sah")
    return nomor_baris(cocok[2]), nomor_kolom(cocok[1])


def nomor_baris(teks: str) -> int:
    """ "1" -> 0."""
    nomor = int(teks) if teks.isascii() and teks.isdigit() and len(teks) <= 7 else 0
    if not 0 < nomor <= BARIS_TERBANYAK:
        raise rusak("nomor barisnya tidak sah")
    return nomor - 1


def nomor_kolom(huruf: str) -> int:
    """A -> 0, XFD -> 16383."""
    nomor = 0
    for satu in huruf[:4]:
        nomor = nomor * 26 + ord(satu) - 64 if "A" <= satu <= "Z" else KOLOM_TERBANYAK + 1
    if not 0 < nomor <= KOLOM_TERBANYAK:
        raise rusak("alamat selnya tidak sah")
    return nomor - 1


def huruf_berikut(huruf: str) -> str:
    """Nothing -> A, A -> B, Z -> AA."""
    kepala = huruf.rstrip("Z")
    ekor = "A" * (len(huruf) - len(kepala))
    return kepala[:-1] + chr(ord(kepala[-1]) + 1) + ekor if kepala else "A" + ekor


def rentang(teks: str) -> tuple[int, int, int, int]:
    """A1:B3 -> (0, 0, 2, 1)."""
    ujung = teks.split(":", 2)
    if len(ujung) > 2:
        raise rusak("alamat sel gabungannya tidak sah")
    titik = [urai_alamat(satu) for satu in ujung]
    baris, kolom = zip(*titik, strict=True)
    return min(baris), min(kolom), max(baris), max(kolom)
