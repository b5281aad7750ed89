"""What happens to a record the moment it is approved; the room of documents registers it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

if TYPE_CHECKING:
    from kinerja.models import Pengguna

PENGGANTI_ALAMAT = "KODE"
Pembeku = Callable[..., None]
"""(approved record, who approved it, when, public address with KODE in place of its code), and
what ``siapkan`` answered where it registered one.
"""
Penyiap = Callable[[Any, datetime], Any]
"""(record, when) -> what takes long to read, before any lock."""
_DAFTAR: dict[str, tuple[Pembeku, Penyiap | None]] = {}


def daftarkan(jenis: str, pembeku: Pembeku, siapkan: Penyiap | None = None) -> None:
    """Register who freezes a kind of record; the same kind again replaces it."""
    _DAFTAR[jenis] = (pembeku, siapkan)


def siapkan(jenis: str, catatan: Any, pada: datetime) -> Any:
    """Before the transaction of the approval: reading a large record must not keep others out."""
    _, penyiap = _DAFTAR.get(jenis, (None, None))
    return penyiap(catatan, pada) if penyiap else None


def bekukan(
    jenis: str, catatan: Any, oleh: Pengguna, pada: datetime, alamat: str, bahan: Any = None
) -> None:
    """Inside the transaction of the approval: all of it is kept, or nothing happened."""
    pembeku, penyiap = _DAFTAR.get(jenis, (None, None))
    if pembeku is not None:
        pembeku(catatan, oleh, pada, alamat, *([bahan] if penyiap else ()))


def alamat_periksa(request: HttpRequest) -> str:
    """Where a frozen document is checked, with KODE in the place of its code; on the site that
    the instance names, else where the request came in.
    """
    try:
        alamat = reverse("verifikasi-kode", args=[PENGGANTI_ALAMAT])
    except NoReverseMatch:  # the room of documents is not there
        return ""
    situs: str = settings.ALAMAT_SITUS
    return f"{situs}{alamat}" if situs else request.build_absolute_uri(alamat)
