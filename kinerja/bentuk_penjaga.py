"""The shape of a database guard, and the two that many tables need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Penjaga:
    """One trigger: refuse ``peristiwa`` on a row of ``tabel`` when ``syarat`` is true."""

    nama: str
    tabel: str
    peristiwa: str
    syarat: str
    pesan: str


def tetap(tabel: str, kolom: tuple[str, ...], pesan: str) -> Penjaga:
    """Columns that other rows rely on keep their first value."""
    syarat = " OR ".join(f"NEW.{k} <> OLD.{k}" for k in kolom)
    return Penjaga(f"{tabel}_tetap", tabel, f"UPDATE OF {', '.join(kolom)}", syarat, pesan)


def dua(nama: str, tabel: str, kolom: str, syarat: str, pesan: str) -> Iterator[Penjaga]:
    yield Penjaga(f"{nama}_insert", tabel, "INSERT", syarat, pesan)
    yield Penjaga(f"{nama}_update", tabel, f"UPDATE OF {kolom}", syarat, pesan)
