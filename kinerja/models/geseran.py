"""Positions of a nested set that move: runs of equal shift, one expression for all of them."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, F, IntegerField, Value, When


def deret(geser: dict[int, int]) -> list[tuple[int, int, int]]:
    """Runs (first, last, shift) of old positions that move by the same distance."""
    hasil: list[tuple[int, int, int]] = []
    for letak in sorted(geser):
        if hasil and hasil[-1][2] == geser[letak]:
            hasil[-1] = (hasil[-1][0], letak, geser[letak])
        else:
            hasil.append((letak, letak, geser[letak]))
    return hasil


def kasus(kolom: str, geseran: list[tuple[int, int, int]]) -> Any:
    """An expression that shifts a column of positions by these runs."""
    pilihan = [
        When(**{f"{kolom}__range": (awal, akhir)}, then=F(kolom) + Value(selisih))
        for awal, akhir, selisih in geseran
        if selisih
    ]
    return Case(*pilihan, default=F(kolom), output_field=IntegerField())
