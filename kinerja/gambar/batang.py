"""Small bars under a row of numbers. Decoration: the numbers stand in the table below them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

LEBAR, TINGGI, TERENDAH, JARAK = 20, 24, 4, 3


def batang(nilai: Sequence[Decimal | None]) -> str:
    """SVG with one bar per column; a column without a number is a line on the ground.

    Heights run from 0, or from the smallest value when all lie close together (an index that
    moves from 55 to 57 would otherwise look still).
    """
    angka = [float(n) for n in nilai if n is not None]
    if not angka:
        return ""
    atas, dasar = max(angka), min(angka)
    dasar = dasar - (atas - dasar) / 2 if dasar > atas / 2 > 0 else min(0.0, dasar)
    kotak = "".join(_kotak(ke, n, dasar, atas) for ke, n in enumerate(nilai))
    return (
        f'<svg class="batang" viewBox="0 0 {LEBAR * len(nilai)} {TINGGI}"'
        f' preserveAspectRatio="none" aria-hidden="true">{kotak}</svg>'
    )


def _kotak(ke: int, nilai: Decimal | None, dasar: float, atas: float) -> str:
    tinggi = 1.0
    if nilai is not None:
        bagian = (float(nilai) - dasar) / (atas - dasar) if atas > dasar else 1.0
        tinggi = TERENDAH + bagian * (TINGGI - TERENDAH)
    kelas = ' class="nol"' if nilai is None else ""
    return (
        f'<rect x="{ke * LEBAR + JARAK}" y="{TINGGI - tinggi:.1f}" rx="1"'
        f' width="{LEBAR - 2 * JARAK}" height="{tinggi:.1f}"{kelas}/>'
    )
