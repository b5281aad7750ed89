"""Lists as a workbook: a sheet of rows to be sorted and filtered. Findings and notes share it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, Protocol

import xlsxwriter

PILIHAN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


class Daftar(Protocol):
    """What such a list says besides its rows; ``waktu`` (ISO 8601) dates the file."""

    @property
    def judul(self) -> tuple[str, ...]: ...
    @property
    def kaki(self) -> str: ...
    @property
    def waktu(self) -> str: ...


def buku_daftar(n: Daftar) -> tuple[Any, BytesIO]:
    """An empty workbook dated by its own moment, and where it is written to."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    saat = datetime.fromisoformat(n.waktu).replace(tzinfo=None)
    buku.set_properties({"title": " ".join(n.judul), "created": saat})
    return buku, keluar


def lembar_daftar(
    buku: Any,
    nama: str,
    kolom: Sequence[tuple[str, int]],
    n: Daftar,
    baris: Iterable[tuple[Any, ...]],
    catatan: str = "",
) -> None:
    """Title, an optional note, head row with a filter, the rows."""
    teks = buku.add_format({"border": 1, "valign": "top", "text_wrap": True})
    kepala = buku.add_format({"border": 1, "bold": True, "bg_color": "#DBE5F1", "text_wrap": True})
    lembar = buku.add_worksheet(nama)
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)
    lembar.write_string(0, 0, " ".join(n.judul), buku.add_format({"bold": True, "font_size": 13}))
    lembar.write_string(1, 0, catatan or n.kaki)
    for nomor, (judul, lebar) in enumerate(kolom):
        lembar.set_column(nomor, nomor, lebar)
        lembar.write_string(3, nomor, judul, kepala)
    akhir = 3
    for akhir, isi in enumerate(baris, start=4):
        for nomor, nilai in enumerate(isi):
            tulis = lembar.write_number if isinstance(nilai, int) else lembar.write_string
            tulis(akhir, nomor, nilai, teks)
    lembar.autofilter(3, 0, akhir, len(kolom) - 1)
    lembar.freeze_panes(4, 0)
    lembar.repeat_rows(3)
