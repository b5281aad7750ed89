"""What happens to a record the moment it is approved; the room of documents registers it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

if TYPE_CHECKING:
    from kinerja.models import Pengguna

Pembeku = Callable[[Any, "Pengguna", datetime, str], None]
"""(approved record, who approved it, when, public address with KODE in place of its code)."""
_DAFTAR: dict[str, Pembeku] = {}


def daftarkan(jenis: str, pembeku: Pembeku) -> None:
    """Register who freezes a kind of record; the same kind again replaces it."""
    _DAFTAR[jenis] = pembeku


def bekukan(jenis: str, catatan: Any, oleh: Pengguna, pada: datetime, alamat: str) -> None:
    """Inside the transaction of the approval: all of it is kept, or nothing happened."""
    if pembeku := _DAFTAR.get(jenis):
        pembeku(catatan, oleh, pada, alamat)


def alamat_periksa(request: HttpRequest) -> str:
    """Where a frozen document is checked, with KODE in the place of its code."""
    try:
        return request.build_absolute_uri(reverse("verifikasi-kode", args=["KODE"]))
    except NoReverseMatch:  # the room of documents is not there
        return ""
