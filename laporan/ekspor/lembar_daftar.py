"""Lists as a workbook: a sheet of rows to be sorted and filtered (findings, notes, LKE)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

PILIHAN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def buku_daftar(judul: str, waktu: str) -> tuple[Any, BytesIO]:
    """An empty workbook dated by ``waktu`` (ISO 8601), and where it is written to."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    saat = datetime.fromisoformat(waktu).replace(tzinfo=None)
    buku.set_properties({"title": judul, "created": saat})
    return buku, keluar


def lembar_daftar(
    buku: Any,
    nama: str,
    kolom: Sequence[tuple[str, int]],
    baris: Iterable[Sequence[Any]],
    *,
    judul: str,
    catatan: str,
    tetap: int = 0,
) -> None:
    """Title, a note, head row with a filter, the rows; ``tetap`` columns stay in sight."""
    teks = buku.add_format({"border": 1, "valign": "top", "text_wrap": True})
    kepala = buku.add_format({"border": 1, "bold": True, "bg_color": "#DBE5F1", "text_wrap": True})
    lembar = buku.add_worksheet(nama)
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)
    lembar.write_string(0, 0, judul, buku.add_format({"bold": True, "font_size": 13}))
    lembar.write_string(1, 0, catatan)
    for nomor, (satu, lebar) in enumerate(kolom):
        lembar.set_column(nomor, nomor, lebar)
        lembar.write_string(3, nomor, satu, kepala)
    akhir = 3
    for akhir, isi in enumerate(baris, start=4):
        for nomor, nilai in enumerate(isi):
            tulis = lembar.write_number if isinstance(nilai, int | float) else lembar.write_string
            tulis(akhir, nomor, nilai, teks)
    lembar.autofilter(3, 0, akhir, len(kolom) - 1)
    lembar.freeze_panes(4, tetap)
    lembar.repeat_rows(3)
