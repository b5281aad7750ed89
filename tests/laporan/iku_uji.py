"""The demo's IKU document, and the words of a PDF made comparable."""

from __future__ import annotations

import io
import re
from typing import Any

from pypdf import PdfReader

from iku.contoh import muat_iku
from iku.models import DokumenIku
from kinerja.contoh import orang
from kinerja.contoh.cascading import muat_pandeglang
from laporan.jenis_cetak import DAFTAR
from laporan.naskah_iku import naskah_iku
from laporan.pdf.naskah_iku import BUKU, NaskahIku
from tests.factories import PADA


def muat_dokumen() -> DokumenIku:
    """Dinas Sosial Kabupaten Pandeglang 2026 with both cascadings, nothing else of the demo."""
    milik = orang.muat_perangkat_daerah()
    akun = orang.muat_akun(milik, orang.muat_jabatan(milik))
    muat_pandeglang(
        milik[orang.PANDEGLANG],
        milik[orang.DINAS_PANDEGLANG],
        orang.muat_periode(2025, 2029, 2030),
        bappeda=akun["bappeda-pandeglang"],
        perencana=akun["perencana-pandeglang"],
        pada=PADA,
    )
    muat_iku(milik, akun, PADA)
    return DokumenIku.objects.select_related("perangkat_daerah__pemda", "periode").get()


def naskah(dokumen: DokumenIku, bentuk: str = BUKU) -> NaskahIku:
    return naskah_iku(dokumen, pada=PADA.date(), bentuk=bentuk, susunan={})


def cetak(isi: NaskahIku, akhiran: str) -> io.BytesIO:
    return io.BytesIO(DAFTAR["iku"].buat(isi, "A4", akhiran))


def halaman(pdf: PdfReader) -> list[str]:
    return [h.extract_text() for h in pdf.pages]


def rapat(teks: Any) -> str:
    """Without spaces and hyphens: line breaks and hyphenation say nothing."""
    return re.sub(r"[\s\-\u00ad]+", "", str(teks))
