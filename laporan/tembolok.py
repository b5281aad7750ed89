"""Render cache outside the database: same input, fonts and code, same file. Seven days."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime, timedelta
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from laporan.pdf import huruf

UMUR = timedelta(days=7)
MESIN = ("weasyprint", "pydyf", "fonttools", "xlsxwriter", "python-docx", "resvg-py")
SUMBER = ("laporan/pdf", "laporan/ekspor", "cascading", "iku", "kinerja/gambar")
"""Code that decides what is printed; a change there makes new files."""


def kunci(isi: str, *pilihan: str) -> str:
    """The name of a result: hash over input, choices, fonts and code."""
    sidik = hashlib.sha256()
    for bagian in (isi, *pilihan, huruf.sidik(), _sidik_kode()):
        sidik.update(bagian.encode())
        sidik.update(b"\0")
    return sidik.hexdigest()


@cache
def _sidik_kode() -> str:
    sidik = hashlib.sha256()
    for nama in MESIN:
        sidik.update(f"{nama} {version(nama)}\n".encode())
    for folder in SUMBER:
        for berkas in sorted((Path(settings.BASE_DIR) / folder).glob("*.py")):
            sidik.update(berkas.read_bytes())
    return sidik.hexdigest()


def jalur(kunci_hasil: str, akhiran: str) -> Path:
    """Where a result or its input lies (made on demand; may not exist)."""
    folder = Path(settings.HASIL_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{kunci_hasil}.{akhiran}"


def ada(kunci_hasil: str, akhiran: str) -> Path | None:
    """The finished file, None when it has to be made."""
    berkas = jalur(kunci_hasil, akhiran)
    return berkas if berkas.is_file() else None


def simpan(kunci_hasil: str, akhiran: str, isi: bytes) -> Path:
    """Write at once and whole; a reader never sees half a file."""
    berkas = jalur(kunci_hasil, akhiran)
    sementara = berkas.with_name(f"{berkas.name}.{os.getpid()}.tmp")
    sementara.write_bytes(isi)
    sementara.replace(berkas)
    return berkas


def bersihkan(pada: datetime) -> int:
    """Remove what is older than seven days; answers how many files."""
    folder = Path(settings.HASIL_DIR)
    if not folder.is_dir():
        return 0
    batas = (pada - UMUR).timestamp()
    tua = [b for b in folder.iterdir() if b.is_file() and b.stat().st_mtime < batas]
    for berkas in tua:
        berkas.unlink(missing_ok=True)
    return len(tua)
