"""When a document is put away and brought back."""

from __future__ import annotations

from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import StatusPohon

MENUNGGU = frozenset({StatusPohon.DIAJUKAN, StatusPohon.DIVERIFIKASI})
"""Somebody has to decide; the document does not vanish meanwhile."""


def periksa_tidak_diarsipkan(arsip: bool) -> list[Temuan]:
    """An archived document takes no change and no step."""
    if not arsip:
        return []
    pesan = "Dokumen ini ada di arsip; pulihkan dahulu di halaman statusnya."
    return [Temuan(kode="DIARSIPKAN", pesan=pesan)]


def periksa_arsipkan(status: str, arsip: bool) -> list[Temuan]:
    if arsip:
        return [Temuan(kode="SUDAH_DIARSIPKAN", pesan="Dokumen ini sudah ada di arsip.")]
    if status in MENUNGGU:
        pesan = (
            f"Dokumen ini {StatusPohon(status).label.lower()} dan menunggu keputusan; "
            "minta dikembalikan dahulu."
        )
        return [Temuan(kode="MENUNGGU_KEPUTUSAN", pesan=pesan)]
    return []


def periksa_pulihkan(status: str, arsip: bool) -> list[Temuan]:
    if arsip:
        return []
    return [Temuan(kode="TIDAK_DIARSIPKAN", pesan="Dokumen ini tidak ada di arsip.")]
