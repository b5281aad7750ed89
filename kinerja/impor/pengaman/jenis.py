"""What kind of file this is, by its first bytes; the name only counts for a warning."""

from __future__ import annotations

import os
import re

from .batas import Batas, BerkasDitolak, angka, rusak, terlalu_besar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

XLSX = "xlsx"
CSV = "csv"
_SIMPAN = "Buka di Excel atau LibreOffice, lalu simpan sebagai Buku Kerja Excel (.xlsx)."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|meta|table|body|style|script|div)\b", re.I)
_LAIN = (
    (b"%PDF", "dokumen PDF"),
    (b"{\\rtf", "dokumen RTF"),
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"GIF8", "gambar"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip gzip"),
)


def tolak_format(apa: str, saran: str = _SIMPAN) -> BerkasDitolak:
    return BerkasDitolak("FORMAT_BERKAS", f"Berkas ini {apa}. {saran}")


def kenali(jalur: Path, batas: Batas) -> str:
    """XLSX (any zip) or CSV (any readable text); everything else raises BerkasDitolak."""
    besar = os.path.getsize(jalur)
    if besar == 0:
        raise _kosong()
    if besar > batas.byte_unggah:
        raise terlalu_besar(f"lebih dari {angka(batas.byte_unggah // 1024 // 1024)} MB")
    with open(jalur, "rb") as berkas:
        kepala = berkas.read(8192)
        if kepala.startswith(_OLE):
            raise _ole(kepala + berkas.read())
    if kepala.startswith(b"PK\x03\x04"):
        return XLSX
    if kepala.startswith(b"PK"):
        raise _bukan_arsip_utuh(kepala)
    return _bukan_zip(kepala)


def _kosong() -> BerkasDitolak:
    return BerkasDitolak(
        "BERKAS_KOSONG", "Berkas kosong (0 byte). Unggah ulang berkas yang berisi tabel."
    )


def _bukan_arsip_utuh(kepala: bytes) -> BerkasDitolak:
    if kepala.startswith(b"PK\x05\x06"):
        return tolak_format("arsip zip tanpa isi", "Unggah buku kerja .xlsx.")
    return rusak()


def _ole(isi: bytes) -> BerkasDitolak:
    """Old binary Office files; an encrypted .xlsx is one of them."""
    if "EncryptedPackage".encode("utf-16-le") in isi:
        return terkunci()
    if "WordDocument".encode("utf-16-le") in isi:
        return tolak_format("dokumen Word lama (.doc)", "Salin tabelnya ke buku kerja .xlsx.")
    if any(nama.encode("utf-16-le") in isi for nama in ("Workbook", "Book")):
        return tolak_format("berformat Excel lama (.xls)")
    return tolak_format("berformat Office lama")


def terkunci() -> BerkasDitolak:
    return BerkasDitolak(
        "BERKAS_TERKUNCI",
        "Berkas dilindungi sandi. Buka di Excel, hapus sandinya (Berkas, Info, Proteksi), simpan, "
        "lalu unggah lagi.",
    )


def _bukan_zip(kepala: bytes) -> str:
    if kepala.startswith(_BIFF):
        raise tolak_format("berformat Excel lama (.xls)")
    for awal, apa in _LAIN:
        if kepala.startswith(awal):
            raise tolak_format(apa, "Unggah buku kerja .xlsx.")
    teks = _sebagai_teks(kepala)
    if teks is None:
        raise tolak_format("bukan buku kerja Excel", "Unggah buku kerja .xlsx.")
    if not teks.strip():
        raise _kosong()
    return _teks(kepala, teks)


def _teks(kepala: bytes, teks: str) -> str:
    if "urn:schemas-microsoft-com:office:spreadsheet" in teks:
        raise tolak_format("lembar kerja XML lama (Excel 2003)")
    if "urn:oasis:names:tc:opendocument" in teks:
        raise tolak_format("lembar kerja OpenDocument (.fods)")
    if _HTML.search(teks.encode()):
        raise tolak_format("halaman web (HTML) yang dinamai seperti buku kerja")
    if teks.lstrip().startswith("<?xml"):
        raise tolak_format("berkas XML", "Unggah buku kerja .xlsx.")
    return CSV


def _sebagai_teks(kepala: bytes) -> str | None:
    """The beginning as text, None when it is binary."""
    if kepala.startswith((b"\xff\xfe", b"\xfe\xff")):
        return kepala.decode("utf-16", "ignore")
    if b"\0" in kepala:
        return None
    try:
        return kepala.decode("utf-8-sig")
    except UnicodeDecodeError as galat:
        if galat.start > len(kepala) - 4:  # a character cut in two at the end of the sample
            return kepala[: galat.start].decode("utf-8-sig")
    tercetak = sum(byte >= 32 or byte in b"\t\r\n" for byte in kepala)
    return kepala.decode("latin-1") if tercetak > 0.97 * len(kepala) else None


def tolak_csv() -> BerkasDitolak:
    return tolak_format("berisi teks berpemisah (CSV), yang hanya diterima untuk nomenklatur")


def beda_akhiran(nama: str, jenis: str) -> str:
    """The warning when the name promises another kind of file, else ""."""
    akhiran = os.path.splitext(nama)[1].lower().lstrip(".")
    if akhiran == jenis or (jenis == CSV and akhiran in ("txt", "tsv")):
        return ""
    tertulis = f"berakhiran .{akhiran}" if akhiran else "tanpa akhiran"
    return (
        f"Nama berkas {tertulis}, tetapi isinya .{jenis}; isinya tetap dibaca. Ganti akhirannya "
        f"menjadi .{jenis} agar tidak membingungkan."
    )
