"""How a pemda measures: its settings of capaian as one value that rules take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kinerja.aturan.capaian import SKALA_BAWAAN, Skala
from kinerja.aturan.pita import PITA_BAWAAN, Pita
from kinerja.pilihan import CaraKetik, CaraTurun, Efisiensi


@dataclass(frozen=True)
class AturanUkur:
    """Settings of a pemda; without a word of its own, those that stand here."""

    cara_ketik: str = CaraKetik.TRIWULAN
    cara_turun: str = CaraTurun.SELISIH
    batas: Decimal | None = None
    """Cap of a percentage in averages, none when empty."""
    efisiensi: str = Efisiensi.SELISIH
    pita: tuple[Pita, ...] = PITA_BAWAAN
    skala: tuple[Skala, ...] = SKALA_BAWAAN


def baca_pita(isi: Sequence[Mapping[str, Any]]) -> tuple[Pita, ...]:
    """Bands as the settings keep them, [{nama, dari, rupa}]; none kept are those of E.81."""
    daftar = tuple(Pita(p["nama"], Decimal(str(p["dari"])), p["rupa"]) for p in isi)
    return daftar or PITA_BAWAAN


def baca_skala(isi: Sequence[Mapping[str, Any]]) -> tuple[Skala, ...]:
    """Ladders of predicates as the settings keep them, [{predicate: worth}]."""
    daftar = tuple({str(n): Decimal(str(v)) for n, v in satu.items()} for satu in isi)
    return daftar or SKALA_BAWAAN


def simpan_pita(daftar: Sequence[Pita]) -> list[dict[str, str]]:
    """The inverse of ``baca_pita``."""
    return [{"nama": p.nama, "dari": str(p.dari), "rupa": p.rupa} for p in daftar]
