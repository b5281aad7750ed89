"""What an agency owes that ``kinerja`` knows nothing of: higher rooms say it.

Registered in the AppConfig of the room, as in ``kaitan.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import NamedTuple


class Tertunda(NamedTuple):
    """One sentence on the list of what is late, and where it is settled."""

    pesan: str
    alamat: str


Penyumbang = Callable[[Collection[int], int, date], dict[int, list[Tertunda]]]
"""(agencies, year, day) -> by agency. One query, however many agencies."""

_DAFTAR: dict[str, Penyumbang] = {}


def daftarkan(nama: str, penyumbang: Penyumbang) -> None:
    """Register a room once; the same name again replaces it."""
    _DAFTAR[nama] = penyumbang


def tertunda(lembaga: Collection[int], tahun: int, hari: date) -> dict[int, list[Tertunda]]:
    """What all rooms say, by agency, in the order of their registration."""
    hasil: dict[int, list[Tertunda]] = {pk: [] for pk in lembaga}
    for penyumbang in _DAFTAR.values():
        for pk, daftar in penyumbang(lembaga, tahun, hari).items():
            hasil[pk] += daftar
    return hasil
