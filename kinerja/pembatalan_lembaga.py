"""Undo of what stands in an agency's history, by the room that wrote it.

A room registers in its AppConfig which of its events turn round, and how. They are seen by all who
read the agency, not only by its admins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from kinerja.aturan.temuan import tolak
from kinerja.models import Pengguna, Riwayat

Pembalik = Callable[[Riwayat, Pengguna, datetime], Riwayat]
"""(event, who, when) -> the new event, which names the old one; AturanDilanggar when stale."""


@dataclass(frozen=True)
class Pembatal:
    """``kunci`` stands in addresses, ``nama`` is what the list of kinds calls these events."""

    kunci: str
    nama: str
    kata_kerja: frozenset[str]
    balikkan: Pembalik


_DAFTAR: dict[str, Pembatal] = {}


def daftarkan(pembatal: Pembatal) -> None:
    """Once a room; the same key again replaces it."""
    _DAFTAR[pembatal.kunci] = pembatal
    Riwayat.DAPAT_DIBATALKAN |= pembatal.kata_kerja


def jenis_peristiwa() -> dict[str, tuple[str, Q]]:
    """The kinds of events that rooms registered, in words and as a filter."""
    return {
        p.kunci: (p.nama, Q(pohon__isnull=True, kata_kerja__in=p.kata_kerja))
        for p in _DAFTAR.values()
    }


def terbaca() -> Q:
    """Events of an agency that everybody who reads it sees: of documents, and of these rooms."""
    return Q(pohon__isnull=False) | Q(kata_kerja__in=Riwayat.DAPAT_DIBATALKAN)


@transaction.atomic
def batalkan(riwayat: Riwayat, *, oleh: Pengguna, pada: datetime) -> Riwayat:
    """Turn one event round as a new event; undoing that brings it back."""
    milik = (p for p in _DAFTAR.values() if riwayat.kata_kerja in p.kata_kerja)
    pembatal = next(milik, None)
    if pembatal is None or riwayat.pohon_id is not None:
        raise tolak("TIDAK_DAPAT_DIBATALKAN", riwayat.sebab_tetap or "Bukan peristiwa ini.")
    riwayat.kunci_rantai()
    sudah = Riwayat.objects.filter(membatalkan=riwayat).first()
    if sudah:
        raise tolak("SUDAH_DIBATALKAN", f"Peristiwa itu sudah dibatalkan (nomor {sudah.nomor}).")
    return pembatal.balikkan(riwayat, oleh, pada)
