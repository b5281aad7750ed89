"""Is an uploaded file a coat of arms that screens and documents can print?"""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageFile, UnidentifiedImageError

from kinerja.aturan.temuan import Letak, Temuan

JENIS = {"PNG": "image/png", "JPEG": "image/jpeg"}
TERBESAR = 512 * 1024
SISI = 4000
"""Longest side in pixels; a small file may unpack to gigabytes."""
SISI_SIMPAN = 600
"""Kept no larger than this: 2.5 cm on paper at 600 dots per inch."""


_KUNCI = threading.Lock()


@dataclass(frozen=True)
class Lambang:
    """A picture as it is kept: drawn anew, so that nothing but the picture is in it."""

    isi: bytes = b""
    jenis: str = ""


def baca_lambang(isi: bytes) -> tuple[Lambang, list[Temuan]]:
    """The picture by its content, and what is wrong. The file's name and claim say nothing."""
    if len(isi) > TERBESAR:
        return Lambang(), _tolak(
            f"Berkas {len(isi) // 1024} kB terlalu besar; paling besar 512 kB."
        )
    try:
        return _gambar_ulang(isi)
    except UnidentifiedImageError:
        return Lambang(), _tolak("Berkas itu bukan gambar PNG atau JPEG; pilih berkas lain.")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return Lambang(), _tolak("Gambar itu rusak atau terpotong; simpan ulang lalu unggah lagi.")


def _gambar_ulang(isi: bytes) -> tuple[Lambang, list[Temuan]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # SISI is stricter
        gambar = Image.open(io.BytesIO(isi), formats=list(JENIS))
    with gambar, _utuh():
        if max(gambar.size) > SISI:
            return Lambang(), _tolak(f"Gambar paling besar {SISI} x {SISI} piksel; perkecil dulu.")
        bentuk = str(gambar.format)
        rapi = gambar.convert("RGBA" if bentuk == "PNG" else "RGB")
    rapi.thumbnail((SISI_SIMPAN, SISI_SIMPAN), Image.Resampling.LANCZOS)
    keluaran = io.BytesIO()
    rapi.save(
        keluaran, format=bentuk, optimize=True, **({"quality": 90} if bentuk == "JPEG" else {})
    )
    return Lambang(keluaran.getvalue(), JENIS[bentuk]), []


@contextmanager
def _utuh() -> Iterator[None]:
    """A cut-off picture is an error here, though WeasyPrint lets the whole process load them."""
    with _KUNCI:
        semula = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = semula


def _tolak(pesan: str) -> list[Temuan]:
    return [Temuan(kode="LAMBANG_TIDAK_SAH", pesan=pesan, letak=Letak(medan="berkas"))]
