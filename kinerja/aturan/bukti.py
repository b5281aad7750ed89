"""Evidence of a realisasi: which files are taken, told by their content, and which links."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple
from urllib.parse import urlsplit

from kinerja.aturan.temuan import Temuan

TERBESAR = 10 * 1024 * 1024
PANJANG_TAUTAN = 1000


class JenisBerkas(NamedTuple):
    """Ending and media type that a file is given out with, whatever its name said."""

    akhiran: str
    media: str


PDF = JenisBerkas("pdf", "application/pdf")
PNG = JenisBerkas("png", "image/png")
JPG = JenisBerkas("jpg", "image/jpeg")
_OFFICE = "application/vnd.openxmlformats-officedocument."
XLSX = JenisBerkas("xlsx", f"{_OFFICE}spreadsheetml.sheet")
DOCX = JenisBerkas("docx", f"{_OFFICE}wordprocessingml.document")
DITERIMA = (PDF, PNG, JPG, XLSX, DOCX)
MEDIA = {satu.akhiran: satu.media for satu in DITERIMA}


def kenali(isi: bytes) -> JenisBerkas | None:
    """By content alone; None for what is not taken."""
    if isi.startswith(b"%PDF-"):
        return PDF
    if isi.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if isi.startswith(b"\xff\xd8\xff"):
        return JPG
    return _paket(isi) if isi.startswith(b"PK\x03\x04") else None


def _paket(isi: bytes) -> JenisBerkas | None:
    """A zip is a workbook or a letter by the part it opens with; one with macros is neither."""
    try:
        nama = set(zipfile.ZipFile(io.BytesIO(isi)).namelist())
    except zipfile.BadZipFile:
        return None
    if "[Content_Types].xml" not in nama or any("vbaProject" in n for n in nama):
        return None
    if "xl/workbook.xml" in nama:
        return XLSX
    return DOCX if "word/document.xml" in nama else None


def periksa_berkas(nama: str, isi: bytes) -> list[Temuan]:
    if not isi:
        return [_temuan("BUKTI_KOSONG", f"Berkas “{nama[:80]}” kosong; pilih berkas lain.")]
    if len(isi) > TERBESAR:
        batas = TERBESAR // 1024 // 1024
        return [_temuan("BUKTI_BESAR", f"Berkas bukti paling besar {batas} MB; kecilkan dahulu.")]
    if kenali(isi) is None:
        daftar = ", ".join(satu.akhiran.upper() for satu in DITERIMA)
        pesan = f"Isi “{nama[:80]}” bukan {daftar} tanpa makro; simpan ulang dalam salah satunya."
        return [_temuan("BUKTI_JENIS", pesan)]
    return []


def periksa_tautan(tautan: str) -> list[Temuan]:
    try:
        bagian = urlsplit(tautan)
        sah = bagian.scheme in ("http", "https") and bool(bagian.hostname)
    except ValueError:
        sah = False
    if sah and len(tautan) <= PANJANG_TAUTAN and tautan.isprintable() and " " not in tautan:
        return []
    pesan = "Tulis alamat lengkap yang berawalan https://, tanpa spasi."
    return [_temuan("BUKTI_TAUTAN", pesan)]


def _temuan(kode: str, pesan: str) -> Temuan:
    return Temuan(kode=kode, pesan=pesan).di(medan="bukti")
