"""Numbers that people and programs put into addresses. Pure."""

from __future__ import annotations

PANJANG = 9
"""Digits of the largest number that every column of the database takes."""


def angka_alamat(teks: str, bawaan: int = 0) -> int:
    """A key, a page or a year as it was asked for; ``bawaan`` for what is no such number."""
    return int(teks) if teks.isdecimal() and len(teks) <= PANJANG else bawaan
