"""The fonts of the documents, named; nothing is left to the host's aliases."""

from __future__ import annotations

from kinerja.gambar.ukur_teks import BOOKMAN, SANS, muka, sidik_huruf

DIPAKAI = tuple((k, g) for k in (SANS, BOOKMAN) for g in ("tegak", "tebal", "miring"))
KELUARGA_SANS = f'"{SANS}"'
KELUARGA_BOOKMAN = f'"{BOOKMAN}"'


def periksa_huruf() -> None:
    """Raise HurufTidakAda, with what to install, before any page is laid out."""
    for keluarga, gaya in DIPAKAI:
        muka(keluarga, gaya)


def sidik() -> str:
    """Part of the cache key: other font files, other bytes."""
    return sidik_huruf(DIPAKAI)
