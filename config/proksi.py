"""Whose address a request comes from when proxies stand before the application."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

TAK_DIKENAL = "0.0.0.0"  # noqa: S104 - an address to count by, nothing listens on it
"""Behind a unix socket nobody's address is known: all share one count of wrong passwords."""


def alamat_pengunjung(request: HttpRequest) -> str:
    """The address that the outermost trusted proxy saw.

    Each proxy appends the address it was called from, so only the last ``JUMLAH_PROKSI`` entries
    are believed; what a visitor writes into the header himself stands before them.
    """
    jumlah = settings.JUMLAH_PROKSI
    lewat = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    tertulis = _alamat_sah(lewat[-jumlah]) if jumlah and len(lewat) >= jumlah else ""
    return tertulis or _alamat_sah(request.META.get("REMOTE_ADDR", "")) or TAK_DIKENAL


def _alamat_sah(teks: str) -> str:
    """An IP address, or nothing: a unix socket has none, and a header may hold anything."""
    try:
        return str(ip_address(teks.strip()))
    except ValueError:
        return ""
