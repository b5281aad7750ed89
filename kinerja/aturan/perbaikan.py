"""What a source wrote where a person accepted another reading of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TANPA_PERBAIKAN = {"asal": "", "alasan": ""}


def kalimat_perbaikan(asal: str, alasan: str) -> str:
    """ "tertulis di berkas “32.400.0000”, diperbaiki karena …"; "" where nothing was repaired."""
    if not asal:
        return ""
    sebab = f"karena {alasan}" if alasan else "saat impor"
    return f"tertulis di berkas “{asal}”, diperbaiki {sebab}"


def lupakan_perbaikan(kini: Mapping[str, Any] | None) -> dict[str, str]:
    """What a value typed anew adds: the old one's source says nothing about it."""
    return dict(TANPA_PERBAIKAN) if kini and kini.get("asal") else {}
