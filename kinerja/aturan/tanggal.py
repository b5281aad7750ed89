"""Days as people read them."""

from __future__ import annotations

from datetime import date

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip


def tanggal(hari: date) -> str:
    """ "2 Januari 2025"."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"
