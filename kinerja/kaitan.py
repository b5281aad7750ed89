"""What higher rooms know about the tree, asked without importing them.

A higher app registers its functions in its AppConfig; ``kinerja`` calls whoever is registered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

Ikut = Callable[["Pohon", Collection[int]], list[str]]
"""(document, keys of the boxes of a branch) -> one sentence per kind of record that hangs on it."""


@dataclass(frozen=True)
class Kaitan:
    """One higher room. ``ikut`` says what moves along with, or goes with, a branch."""

    nama: str
    ikut: Ikut


_DAFTAR: dict[str, Kaitan] = {}


def daftarkan(kaitan: Kaitan) -> None:
    """Register a room once; the same name again replaces it (the app was loaded anew)."""
    _DAFTAR[kaitan.nama] = kaitan


def ikut_serta(pohon: Pohon, simpul: Collection[int]) -> list[str]:
    """What all rooms say about a branch, in the order of their registration."""
    return [kalimat for satu in _DAFTAR.values() for kalimat in satu.ikut(pohon, simpul)]
