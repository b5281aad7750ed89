"""What happens to a document the moment it is approved; the room of documents registers it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iku.models import DokumenIku
    from kinerja.models import Pengguna

Pembeku = Callable[["DokumenIku", "Pengguna", datetime, str], None]
"""(approved document, who approved it, when, public address with KODE in place of its code)."""
_DAFTAR: dict[str, Pembeku] = {}


def daftarkan(nama: str, pembeku: Pembeku) -> None:
    """Register a room once; the same name again replaces it."""
    _DAFTAR[nama] = pembeku


def bekukan(dokumen: DokumenIku, oleh: Pengguna, pada: datetime, alamat: str) -> None:
    """Inside the transaction of the approval: all of it is kept, or nothing happened."""
    for pembeku in _DAFTAR.values():
        pembeku(dokumen, oleh, pada, alamat)
