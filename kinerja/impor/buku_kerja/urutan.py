"""The fewest rows that must have been moved to give another order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def bergeser(daftar: Sequence[tuple[str, int]]) -> set[str]:
    """Names outside the longest run whose old numbers still rise. ``daftar``: (name, old number)
    in today's order.
    """
    ekor: list[int] = []  # smallest last number of a rising run, by its length
    letak: list[int] = []
    for _, nomor in daftar:
        panjang = bisect_left(ekor, nomor)
        ekor[panjang : panjang + 1] = [nomor]
        letak.append(panjang)
    tetap: set[str] = set()
    panjang, batas = len(ekor) - 1, float("inf")
    for (nama, nomor), sampai in zip(reversed(daftar), reversed(letak), strict=True):
        if sampai == panjang and nomor < batas:
            tetap.add(nama)
            panjang, batas = panjang - 1, nomor
    return {nama for nama, _ in daftar} - tetap
