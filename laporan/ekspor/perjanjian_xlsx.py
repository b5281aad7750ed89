"""An agreement as a workbook: the two tables as printed, numbers as numbers."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from laporan.jenis_cetak import Kemajuan
from laporan.pdf.naskah_perjanjian import NaskahPerjanjian
from laporan.pdf.perjanjian import KONSEP, bernomor, keterangan

LEBAR = (7, 46, 46, 20, 20, 24)
PILIHAN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def cetak(naskah: NaskahPerjanjian, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The same naskah gives the same bytes: its own moment dates the file."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    saat = datetime.fromisoformat(naskah.waktu).replace(tzinfo=None)
    buku.set_properties({"title": naskah.judul[0], "author": naskah.penulis, "created": saat})
    lembar = buku.add_worksheet("Perjanjian")
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)
    for kolom, lebar in enumerate(LEBAR):
        lembar.set_column(kolom, kolom, lebar)
    _Penulis(buku, lembar, naskah).tulis()
    buku.close()
    return keluar.getvalue()


class _Penulis:
    """Writes downwards; ``baris`` is the next row."""

    def __init__(self, buku: Any, lembar: Any, naskah: NaskahPerjanjian):
        tepi = {"border": 1, "valign": "top", "text_wrap": True}
        self.lembar = lembar
        self.n = naskah
        self.baris = 0
        self.judul = buku.add_format({"bold": True, "font_size": 13})
        self.biasa = buku.add_format({})
        self.teks = buku.add_format(tepi)
        self.tebal = buku.add_format(tepi | {"bold": True})
        self.kepala = buku.add_format(tepi | {"bold": True, "bg_color": "#DBE5F1"})
        self.uang = buku.add_format(tepi | {"num_format": "#,##0"})
        self.uang_tebal = buku.add_format(tepi | {"num_format": "#,##0", "bold": True})

    def tulis(self) -> None:
        n = self.n
        status = n.status if n.cap else f"{KONSEP}: {n.status}"
        for isi in (*n.judul_lampiran, n.pertama.jabatan, n.pertama.nama, n.nomor, n.dasar):
            if isi:
                self._satu(isi, self.judul if self.baris == 0 else self.biasa)
        self._satu(f"Status {status}", self.biasa)
        if n.cap:
            self._satu(f"Kode {n.cap.kode}, {n.cap.waktu}. {n.cap.persetujuan}", self.biasa)
        self.baris += 1
        self._sasaran()
        if n.isi.uang:
            self.baris += 1
            self._uang()

    def _satu(self, isi: str, gaya: Any) -> None:
        self.lembar.write_string(self.baris, 0, isi, gaya)
        self.baris += 1

    def _deret(self, isi: list[Any], gaya: Any, uang: Any = None) -> None:
        for kolom, nilai in enumerate(isi):
            if isinstance(nilai, int):
                self.lembar.write_number(self.baris, kolom, nilai, uang or gaya)
            else:
                self.lembar.write_string(self.baris, kolom, nilai, gaya)
        self.baris += 1

    def _sasaran(self) -> None:
        lama = self.n.berubah
        target = ["Target semula", "Target menjadi"] if lama else ["Target"]
        kepala = ["No", self.n.judul_sasaran, "Indikator Kinerja", *target, "Satuan"]
        self._deret(kepala, self.kepala)
        for nomor, s in enumerate(self.n.isi.sasaran, start=1):
            for urut, i in enumerate(s.indikator):
                awal = [str(nomor), s.sasaran] if urut == 0 else ["", ""]
                sebelum = [i.lama or "-"] if lama else []
                isi = [*awal, i.teks, *sebelum, i.target or "-", i.satuan or "-"]
                self._deret(isi, self.teks)

    def _uang(self) -> None:
        n = self.n
        rupiah = ["Semula (Rp)", "Menjadi (Rp)"] if n.berubah else ["Anggaran (Rp)"]
        self._deret(["No", n.judul_uang, *rupiah, "Keterangan"], self.kepala)
        for nomor, u in bernomor(n.isi.uang):
            sebelum = [u.lama or 0] if n.berubah else []
            isi = [nomor, u.nama, *sebelum, u.nilai, "; ".join(keterangan(u))]
            self._deret(isi, *([self.tebal, self.uang_tebal] if u.kepala else
                               [self.teks, self.uang]))  # fmt: skip
        jumlah = [n.isi.jumlah_lama or 0] if n.berubah else []
        self._deret(["", "JUMLAH", *jumlah, n.isi.jumlah, ""], self.tebal, self.uang_tebal)
