"""How cells of the table workbooks look."""

from __future__ import annotations

from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.format import Format

HURUF = 8.0


@dataclass(frozen=True)
class Gaya:
    """Cell formats of one workbook."""

    judul: Format
    kepala: Format
    kiri: Format
    tengah: Format
    kanan: Format
    angka: Format
    tertulis: Format
    jumlah: Format
    jumlah_angka: Format
    polos: Format
    dicoret: Format

    @classmethod
    def buat(cls, buku: xlsxwriter.Workbook) -> Gaya:
        dasar = {"font_name": "Arial", "font_size": HURUF, "valign": "top", "text_wrap": True}
        sel = dasar | {"border": 1}
        tebal = sel | {"bold": True, "bg_color": "#DBE5F1", "align": "center"}
        return cls(
            judul=buku.add_format(
                {"font_name": "Arial", "font_size": 12, "bold": True, "align": "center"}
            ),
            kepala=buku.add_format(tebal | {"valign": "vcenter"}),
            kiri=buku.add_format(sel),
            tengah=buku.add_format(sel | {"align": "center"}),
            kanan=buku.add_format(sel | {"align": "right"}),
            angka=buku.add_format(sel | {"align": "right", "num_format": "#,##0"}),
            tertulis=buku.add_format(sel | {"align": "right", "italic": True, "color": "#4B5563"}),
            jumlah=buku.add_format(tebal),
            jumlah_angka=buku.add_format(tebal | {"align": "right", "num_format": "#,##0"}),
            polos=buku.add_format(dasar | {"text_wrap": False}),
            dicoret=buku.add_format(sel | {"font_strikeout": True}),
        )
