"""The blocks of 5.2 and 5.3 as a workbook that the import reads back (layout ``blok_label``)."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import Any

import xlsxwriter

from laporan.jenis_cetak import Kemajuan
from laporan.pdf.naskah_penjenjangan import Blok, NaskahPenjenjangan

PILIHAN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
LEMBAR = "Tahap 5.2 dan 5.3"
LABEL, NILAI, CATATAN = 0, 1, 2
LEBAR = (16, 90, 46)
KOSONG = "-"
"""Stands for no value where a remark follows: a reader takes the next filled cell."""
PETUNJUK = (
    "Lembar ini dapat diimpor kembali ke cascading asalnya: ubah isi kolom B, biarkan kolom A. "
    "Keterangan di kolom C tidak dibaca."
)


def cetak(naskah: NaskahPenjenjangan, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The same naskah gives the same bytes: its own moment dates the file."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    saat = datetime.fromisoformat(naskah.diubah).replace(tzinfo=None)
    buku.set_properties({"title": naskah.nama, "author": naskah.penulis, "created": saat})
    _Lembar(buku, naskah).tulis()
    buku.close()
    return keluar.getvalue()


class _Lembar:
    """Writes the sheet from the top. A program that the document repeats over each kegiatan stands
    once: of two copies only one could be changed.
    """

    def __init__(self, buku: Any, naskah: NaskahPenjenjangan) -> None:
        self.naskah = naskah
        self.lembar = buku.add_worksheet(LEMBAR)
        dasar = {"valign": "top", "text_wrap": True, "border": 1}
        self.judul = buku.add_format({"bold": True, "font_size": 13})
        self.bagian = buku.add_format({"bold": True, "font_size": 11})
        self.label = buku.add_format(dasar | {"bold": True, "bg_color": "#EEF3F9"})
        self.kepala = buku.add_format(dasar | {"bold": True, "bg_color": "#DBE5F1"})
        self.isi = buku.add_format(dasar)
        self.catatan = buku.add_format({"italic": True, "valign": "top", "text_wrap": True})
        self.baris = 0

    def tulis(self) -> None:
        for kolom, lebar in enumerate(LEBAR):
            self.lembar.set_column(kolom, kolom, lebar)
        self.lembar.set_landscape()
        self.lembar.set_paper(9)
        self.lembar.fit_to_pages(1, 0)
        for teks in self.naskah.judul:
            self._teks(teks.upper(), self.judul)
        self._teks(PETUNJUK, self.catatan, kolom=CATATAN)
        self._teks("Tahap 5.2", self.bagian)
        for program, kelompok in groupby(self.naskah.kegiatan, key=lambda b: b.program):
            self._blok(program)
            for satu in kelompok:
                if satu.kegiatan is not None:
                    self._blok(satu.kegiatan)
        self._teks("Tahap 5.3", self.bagian)
        for rinci in self.naskah.sub_kegiatan:
            self._teks(f"(Program : {rinci.program})", self.bagian)
            self._teks(f"(Kegiatan : {rinci.kegiatan})", self.bagian)
            self.baris += 1
            for blok in rinci.sub:
                self._blok(blok)

    def _teks(self, teks: str, gaya: Any, kolom: int = LABEL) -> None:
        self.lembar.write_string(self.baris, kolom, teks, gaya)
        self.baris += 1

    def _blok(self, blok: Blok) -> None:
        """A row for each label, a unit above its target; an empty row below."""
        for isian in blok.isian:
            gaya = self.kepala if isian is blok.kepala else self.isi
            if isian.satuan:
                self._isian("Satuan", isian.satuan, gaya)
            self._isian(isian.label, isian.terbaca, gaya, isian.keterangan)
        self.baris += 1

    def _isian(self, label: str, nilai: str, gaya: Any, keterangan: str = "") -> None:
        self.lembar.write_string(self.baris, LABEL, label, self.label)
        self.lembar.write_string(self.baris, NILAI, nilai or (KOSONG if keterangan else ""), gaya)
        if keterangan:
            self.lembar.write_string(self.baris, CATATAN, keterangan, self.catatan)
        self.baris += 1
