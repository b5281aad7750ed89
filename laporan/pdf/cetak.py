"""HTML -> PDF bytes: nothing is fetched, no clock is read, the same input gives the same bytes."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from weasyprint import HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

Kemajuan = Callable[[int], None]
VARIAN_BERTANDA, VARIAN_POLOS = "pdf/a-3a", "pdf/a-3b"
AMBANG_SAMPAH = (100_000, 50, 50)
"""Boxes live until the end; looking for garbage among them costs a fifth of the time."""
LANGKAH_HALAMAN = "Creating layout - Page"


class AlamatDitolak(ValueError):
    """A document tried to load something from outside."""


class PengambilData(URLFetcher):
    """The only things a document may load are those it carries itself."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=["data"], allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if not url.lower().startswith("data:"):
            raise AlamatDitolak(f"Dokumen tidak boleh memuat {url[:80]}.")
        return super().fetch(url, headers)


@dataclass(frozen=True, slots=True)
class Lampiran:
    """A file inside the PDF."""

    nama: str
    keterangan: str
    isi: bytes


def cetak_pdf(
    html: str,
    *,
    bertanda: bool,
    halaman: int = 0,
    kemajuan: Kemajuan | None = None,
    lampiran: Sequence[Lampiran] = (),
    waktu: str = "",
) -> bytes:
    """Render. ``kemajuan`` hears 0-100, counted from the planned pages; ``waktu`` (ISO 8601) dates
    the files inside.
    """
    pencatat = _Pencatat(halaman, kemajuan) if kemajuan and halaman else None
    log = logging.getLogger("weasyprint.progress")
    if pencatat:
        log.addHandler(pencatat)
        log.setLevel(logging.INFO)
    try:
        varian = VARIAN_BERTANDA if bertanda else ""
        return _tulis_pdf([html], varian, lampiran, waktu)
    finally:
        if pencatat:
            log.removeHandler(pencatat)


def cetak_gabungan(
    daftar: Sequence[str], *, bertanda: bool, lampiran: Sequence[Lampiran], waktu: str
) -> bytes:
    """Several documents as one PDF/A; each part counts its own pages, the first gives the title.

    Without ``bertanda`` the file carries no structure for screen readers.
    """
    varian = VARIAN_BERTANDA if bertanda else VARIAN_POLOS
    return _tulis_pdf(daftar, varian, lampiran, waktu)


def _tulis_pdf(
    daftar: Sequence[str], varian: str, lampiran: Sequence[Lampiran], waktu: str
) -> bytes:
    ambang = gc.get_threshold()
    gc.set_threshold(*AMBANG_SAMPAH)
    try:
        bagian = [
            HTML(string=html, url_fetcher=PengambilData(), base_url=None).render(
                font_config=FontConfiguration()
            )
            for html in daftar
        ]
        pilihan: dict[str, Any] = {"pdf_variant": varian} if varian else {}
        pilihan["attachments"] = [_sisipan(satu, waktu) for satu in lampiran]
        dokumen = bagian[0]
        if len(bagian) > 1:
            dokumen = dokumen.copy([halaman for satu in bagian for halaman in satu.pages])
        return dokumen.write_pdf(**pilihan)
    finally:
        gc.set_threshold(*ambang)


def _sisipan(satu: Lampiran, waktu: str) -> Attachment:
    saat = datetime.fromisoformat(waktu)
    return Attachment(
        string=satu.isi, name=satu.nama, description=satu.keterangan, relationship="Source",
        created=saat, modified=saat,
    )  # fmt: skip


class _Pencatat(logging.Handler):
    """Turns the renderer's page messages into a share of the work; drawing is the last third."""

    def __init__(self, halaman: int, kemajuan: Kemajuan):
        super().__init__()
        self.halaman = halaman
        self.kemajuan = kemajuan
        self.terakhir = -1

    def emit(self, record: logging.LogRecord) -> None:
        pesan = record.getMessage()
        if LANGKAH_HALAMAN not in pesan:
            return
        ke = int("".join(c for c in pesan.rpartition("Page")[2] if c.isdigit()) or 0)
        kini = min(95, 10 + 60 * ke // self.halaman)
        if kini > self.terakhir:
            self.terakhir = kini
            self.kemajuan(kini)
