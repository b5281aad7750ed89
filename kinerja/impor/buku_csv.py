"""A text file with separators as a workbook of one sheet (nomenklatur only)."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from .buku import Lembar
from .pengaman import Batas
from .pengaman.batas import BerkasDitolak, angka, rusak, terlalu_besar


def baca_csv(jalur: Path, nama: str, batas: Batas) -> Lembar:
    """UTF-8 with comma, semicolon or tab. Raises BerkasDitolak."""
    try:
        teks = jalur.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as galat:
        raise BerkasDitolak(
            "FORMAT_BERKAS",
            "Berkas CSV ini bukan UTF-8. Simpan ulang sebagai CSV UTF-8, lalu unggah lagi.",
        ) from galat
    try:
        baris = _baris(teks.replace("\x00", "\ufffd"), batas)
    except csv.Error as galat:
        raise rusak("susunan CSV-nya tidak terbaca") from galat
    return Lembar(nama=Path(nama).stem or "CSV", baris=baris)


def _baris(teks: str, batas: Batas) -> list[list[object]]:
    hasil: list[list[object]] = []
    terisi = 0
    for mentah in csv.reader(io.StringIO(teks), delimiter=_pemisah(teks)):
        baris: list[object] = [sel or None for sel in mentah]
        while baris and baris[-1] is None:
            baris.pop()
        terisi += sum(sel is not None for sel in baris)
        hasil.append(baris)
        _periksa(hasil, terisi, batas)
    while hasil and not hasil[-1]:
        hasil.pop()
    return hasil


def _periksa(hasil: list[list[object]], terisi: int, batas: Batas) -> None:
    if len(hasil) > batas.baris or terisi > batas.sel_terisi or len(hasil[-1]) > batas.kolom:
        raise terlalu_besar(
            f"lebih dari {angka(batas.baris)} baris, {angka(batas.sel_terisi)} sel terisi, atau "
            f"{batas.kolom} kolom"
        )
    if any(isinstance(sel, str) and len(sel) > batas.huruf_sel for sel in hasil[-1]):
        raise terlalu_besar(f"ada sel yang isinya lebih dari {angka(batas.huruf_sel)} huruf")


def _pemisah(teks: str) -> str:
    """The separator of the header line."""
    kepala = teks.partition("\n")[0]
    return max(",;\t", key=kepala.count)
