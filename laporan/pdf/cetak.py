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
VARIAN_BERTANDA = "pdf/a-3a"
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
    ambang = gc.get_threshold()
    gc.set_threshold(*AMBANG_SAMPAH)
    try:
        dokumen = HTML(string=html, url_fetcher=PengambilData(), base_url=None).render(
            font_config=FontConfiguration()
        )
        pilihan: dict[str, Any] = {"pdf_variant": VARIAN_BERTANDA} if bertanda else {}
        pilihan["attachments"] = [_sisipan(satu, waktu) for satu in lampiran]
        return dokumen.write_pdf(**pilihan)
    finally:
        gc.set_threshold(*ambang)
        if pencatat:
            log.removeHandler(pencatat)


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
