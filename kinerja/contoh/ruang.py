"""Demo data of higher rooms: they register a loader, the command calls it after the documents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Muat = Callable[[datetime], list[str]]
"""Adds what is missing; answers a line per record that it made or found."""

_DAFTAR: dict[str, Muat] = {}


def daftarkan(nama: str, muat: Muat) -> None:
    """Register a room once; the same name again replaces it."""
    _DAFTAR[nama] = muat


def muat_ruang(pada: datetime) -> list[str]:
    """The lines of all rooms, in the order of their registration."""
    return [baris for muat in _DAFTAR.values() for baris in muat(pada)]
