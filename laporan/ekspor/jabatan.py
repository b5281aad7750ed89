"""A cascading per jabatan as a picture, and as the workbook that is imported again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from kinerja.gambar.jabatan import BarisJabatan
from laporan.ekspor.diagram import cetak_png as png_diagram
from laporan.ekspor.diagram import cetak_svg as svg_diagram
from laporan.jenis_cetak import Kemajuan
from laporan.pdf.diagram import KONSEP
from laporan.pdf.naskah_jabatan import NaskahJabatan

KEPALA = ("ID", "Atasan", "Level Jabatan", "Jabatan", "Kinerja Utama", "Indikator Kinerja")
LEBAR = (8, 12, 20, 40, 70, 70)
TINGGI_BARIS = 15.0
HURUF_SEBARIS = 66
"""About as many letters stand on a line of the two list columns."""
PILIHAN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
TANDA_DUGAAN = " (dugaan)"


def cetak_svg(naskah: NaskahJabatan, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    return svg_diagram(naskah.diagram, kertas, kemajuan)


def cetak_png(naskah: NaskahJabatan, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    return png_diagram(naskah.diagram, kertas, kemajuan)


def cetak_xlsx(naskah: NaskahJabatan, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """One row per position, its lists numbered inside their cells; the import reads it back."""
    keluar, diagram = BytesIO(), naskah.diagram
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    saat = datetime.fromisoformat(diagram.diubah).replace(tzinfo=None)
    buku.set_properties({"title": diagram.nama, "author": diagram.penulis, "created": saat})
    lembar = buku.add_worksheet("Cascading Jabatan")
    lembar.set_landscape()
    lembar.set_paper(8)
    lembar.fit_to_pages(1, 0)
    for kolom, lebar in enumerate(LEBAR):
        lembar.set_column(kolom, kolom, lebar)
    atas = [*diagram.judul, f"{KONSEP}. {diagram.kaki}" if diagram.konsep else diagram.kaki]
    for nomor, teks in enumerate(atas):
        tebal = {"bold": True, "font_size": 13} if nomor == 0 else {}
        lembar.write_string(nomor, 0, teks, buku.add_format(tebal))
    _tabel(buku, lembar, naskah.baris, len(atas) + 1)
    buku.close()
    return keluar.getvalue()


def _tabel(buku: Any, lembar: Any, daftar: Sequence[BarisJabatan], mulai: int) -> None:
    tepi = {"border": 1, "valign": "top", "text_wrap": True}
    kepala, teks = (
        buku.add_format(tepi | {"bold": True, "bg_color": "#DBE5F1"}),
        buku.add_format(tepi),
    )
    for kolom, kata in enumerate(KEPALA):
        lembar.write_string(mulai, kolom, kata, kepala)
    lembar.repeat_rows(mulai)
    for r, b in enumerate(daftar, start=mulai + 1):
        isi = (
            b.id,
            b.induk + (TANDA_DUGAAN if b.induk_dugaan and b.induk else ""),
            b.tingkat,
            b.nama + (TANDA_DUGAAN if b.nama_dugaan and b.nama else ""),
            bernomor(b.kinerja_utama),
            bernomor(b.indikator),
        )
        baris = max(
            sum(1 + len(t) // HURUF_SEBARIS for t in teks_sel.split("\n")) for teks_sel in isi
        )
        lembar.set_row(r, TINGGI_BARIS * max(1, baris))
        for kolom, nilai in enumerate(isi):
            lembar.write_string(r, kolom, nilai, teks)


def bernomor(butir: Sequence[str]) -> str:
    """The items of a list below each other; a single one has no number."""
    if len(butir) < 2:
        return "".join(butir)
    return "\n".join(f"{n}. {teks}" for n, teks in enumerate(butir, start=1))
