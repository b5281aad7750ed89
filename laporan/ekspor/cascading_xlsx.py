"""The cascading table as a workbook: real merges, numbers as numbers, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cascading.matriks import Matriks, Sel
from cascading.set_kolom import Kolom
from laporan.ekspor.gaya_tabel import HURUF, Gaya
from laporan.pdf.cetak import Kemajuan
from laporan.pdf.kaki_tabel import kolom_nama
from laporan.pdf.lebar import KERTAS, Kertas, TataLetak, tata_letak
from laporan.pdf.naskah import Naskah
from laporan.pdf.tabel import nomor_kolom
from laporan.pdf.ukuran import UkuranKolom

LEMBAR = "Cascading"
NAMA_LEMBAR = {
    "renstra-program": "Renstra",
    "renstra-target": "Target",
    "renaksi": "Rencana aksi",
    "pengukuran-triwulan": "Pengukuran",
    "pengukuran-tahunan": "Pengukuran",
    "e81": "E.81",
}
"""Sheets of tables that are no column set."""
CATATAN = "Catatan pemeriksaan"
PANJANG_SEL = 32_767
KERTAS_EXCEL = {"A3": 8, "F4": 14}
"""Paper codes of the format; 14 is Folio, the nearest it knows to F4."""
TERLEBAR, TERSEMPIT = 48.0, 5.0
BERNOMOR = ("no", "no_teratas")
PILIHAN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def cetak(naskah: Naskah, kertas: str = "A3", kemajuan: Kemajuan | None = None) -> bytes:
    """The workbook: the table as printed, and the findings on a sheet of their own."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    buku.set_properties(
        {
            "title": " ".join(naskah.judul),
            "author": naskah.penulis,
            "created": waktu_buku(naskah.diubah),
            "comments": f"Status {naskah.status}.",
        }
    )
    gaya = Gaya.buat(buku)
    _Lembar(buku, naskah, KERTAS[kertas], gaya).tulis()
    if naskah.matriks.catatan:
        _tulis_catatan(buku, naskah, gaya)
    buku.close()
    return keluar.getvalue()


class _Lembar:
    """Writes the table's sheet from the top."""

    def __init__(
        self, buku: xlsxwriter.Workbook, naskah: Naskah, kertas: Kertas, gaya: Gaya
    ) -> None:
        self.naskah = naskah
        self.matriks: Matriks = naskah.matriks
        self.gaya = gaya
        self.lembar: Worksheet = buku.add_worksheet(NAMA_LEMBAR.get(self.matriks.nama_set, LEMBAR))
        self.tata = tata_letak(self.matriks, kertas)
        self.lebar = _lebar(self.tata, len(self.matriks.kolom))
        self.kolom = [
            UkuranKolom(sel, w * 5.2, HURUF)
            for sel, w in zip(self.matriks.sel, self.lebar, strict=True)
        ]
        self.fisik = _baris_fisik(self.matriks)

    def tulis(self) -> None:
        for i, w in enumerate(self.lebar):
            self.lembar.set_column(i, i, w)
        baris = self._judul()
        awal = self._kepala(baris)
        self._isi(awal)
        self._jumlah(awal + self.fisik[-1])
        self._atur_cetak(baris, awal)

    def _judul(self) -> int:
        akhir = len(self.matriks.kolom) - 1
        teks = [
            self.naskah.kop.pemda,
            self.naskah.kop.nama,
            *(j.upper() for j in self.naskah.judul),
        ]
        if self.naskah.konsep:
            teks.append(f"KONSEP · status {self.naskah.status}")
        for n, t in enumerate(b for b in teks if b):
            self._gabung(n, 0, n, akhir, t, self.gaya.judul)
        return len([b for b in teks if b]) + 1

    def _kepala(self, baris: int) -> int:
        """Group row (if any), headings, column numbers; answers the first row of the body."""
        kolom = self.matriks.kolom
        bergrup = any(k.grup for k in kolom)
        bawah = baris + (1 if bergrup else 0)
        for awal, akhir in _deret_grup(kolom):
            if kolom[awal].grup:
                self._gabung(baris, awal, baris, akhir, kolom[awal].grup, self.gaya.kepala)
                for i in range(awal, akhir + 1):
                    self.lembar.write_string(bawah, i, kolom[i].judul, self.gaya.kepala)
            else:
                self._gabung(baris, awal, bawah, awal, kolom[awal].judul, self.gaya.kepala)
        for teks, milik in groupby(range(len(kolom)), key=lambda i: nomor_kolom(kolom, i)):
            di = list(milik)
            self._gabung(bawah + 1, di[0], bawah + 1, di[-1], teks, self.gaya.kepala)
        self.lembar.set_row(bawah, HURUF * 1.25 * 3 + 4)
        return bawah + 2

    def _isi(self, awal: int) -> None:
        for i, daftar in enumerate(self.matriks.sel):
            for s in daftar:
                atas = awal + self.fisik[s.mulai]
                bawah = awal + self.fisik[s.mulai + s.rentang] - 1
                self._sel(i, s, atas, bawah)
        for r, tinggi in enumerate(_tinggi(self.matriks, self.kolom)):
            banyak = self.fisik[r + 1] - self.fisik[r]
            for n in range(banyak):
                self.lembar.set_row(awal + self.fisik[r] + n, min(tinggi / banyak, 409))

    def _sel(self, i: int, s: Sel, atas: int, bawah: int) -> None:
        """An amount with a note takes the first row, the note all under it."""
        gaya = {"kiri": self.gaya.kiri, "tengah": self.gaya.tengah, "kanan": self.gaya.kanan}
        biasa = self.gaya.dicoret if s.dicoret else gaya[self.matriks.kolom[i].rata]
        if s.lebar == 0:
            return  # covered by the remark to its left
        if s.angka is None:
            teks = "\n".join([s.teks, *s.catatan])
            nomor = self.matriks.kolom[i].kunci in BERNOMOR and s.teks.isdecimal()
            isi = int(s.teks) if nomor else teks
            self._gabung(atas, i, bawah, i + s.lebar - 1, isi, biasa)
            return
        self._gabung(atas, i, atas if s.catatan else bawah, i, s.angka, self.gaya.angka)
        if s.catatan:
            catatan = "\n".join(s.catatan)
            self._gabung(atas + 1, i, bawah, i, catatan, self.gaya.tertulis)

    def _jumlah(self, baris: int) -> None:
        """The total and, under it, what the document says instead."""
        jumlah = self.matriks.jumlah
        if not jumlah.tercetak:
            self._kaki(baris)
            self._ringkasan(baris + len(self.matriks.kaki))
            return
        akhir = len(self.matriks.kolom) - 1
        letak = akhir if jumlah.kolom is None else jumlah.kolom
        banyak = 2 if jumlah.catatan else 1
        if letak:
            self._gabung(baris, 0, baris + banyak - 1, letak - 1, jumlah.teks, self.gaya.jumlah)
        self.lembar.write_number(baris, letak, jumlah.angka, self.gaya.jumlah_angka)
        if jumlah.catatan:
            self.lembar.write_string(
                baris + 1, letak, "\n".join(jumlah.catatan), self.gaya.tertulis
            )
            self.lembar.set_row(baris + 1, HURUF * 1.3 * (len(jumlah.catatan) + 1))
        if letak < akhir:
            self._gabung(baris, letak + 1, baris + banyak - 1, akhir, "", self.gaya.jumlah)
        self._ringkasan(baris + banyak)

    def _kaki(self, baris: int) -> None:
        """The closing rows: name and text, each a merged cell."""
        kiri, akhir = kolom_nama(self.lebar), len(self.lebar) - 1
        ruang = sum(self.lebar[kiri:])
        for n, (nama, teks) in enumerate(self.matriks.kaki, start=baris):
            self._gabung(n, 0, n, kiri - 1, nama, self.gaya.jumlah)
            self._gabung(n, kiri, n, akhir, teks, self.gaya.kiri)
            banyak = sum(max(1, round(len(b) / ruang + 0.5)) for b in teks.split("\n"))
            self.lembar.set_row(n, min(409, max(2, banyak) * HURUF * 1.4))

    def _ringkasan(self, baris: int) -> None:
        if self.matriks.ringkasan:
            teks = f"Catatan: {self.matriks.ringkasan}."  # a word that no reader takes for a row
            self.lembar.write_string(baris, 0, teks, self.gaya.polos)

    def _gabung(self, r0: int, c0: int, r1: int, c1: int, isi: Any, gaya: Format) -> None:
        """One cell or a real merge; text is never taken for a formula."""
        if (r0, c0) != (r1, c1):
            self.lembar.merge_range(r0, c0, r1, c1, "", gaya)
        if isinstance(isi, int):
            self.lembar.write_number(r0, c0, isi, gaya)
        elif isi:
            self.lembar.write_string(r0, c0, str(isi)[:PANJANG_SEL], gaya)
        else:
            self.lembar.write_blank(r0, c0, None, gaya)

    def _atur_cetak(self, kepala: int, awal: int) -> None:
        self.lembar.set_landscape()
        self.lembar.set_paper(KERTAS_EXCEL[self.tata.kertas.nama])
        self.lembar.set_margins(left=0.47, right=0.47, top=0.43, bottom=0.6)
        self.lembar.fit_to_pages(1, 0)
        self.lembar.repeat_rows(kepala, awal - 1)
        self.lembar.freeze_panes(awal, 0)
        konsep = "KONSEP · " if self.naskah.konsep else ""
        kaki = f"{konsep}{self.naskah.kaki}".replace("&", "&&")
        self.lembar.set_footer(f"&L&7{kaki[:200]}&R&7Halaman &P dari &N")


def waktu_buku(teks: str) -> datetime:
    """The time of the data, in UTC; the format's own epoch without one."""
    if not teks:
        return datetime(2000, 1, 1)
    return datetime.fromisoformat(teks).astimezone(UTC).replace(tzinfo=None)


def _baris_fisik(matriks: Matriks) -> list[int]:
    """First sheet row of each matrix row: two where an amount of one row has a note under it."""
    dobel = {
        s.mulai
        for daftar in matriks.sel
        for s in daftar
        if s.angka is not None and s.catatan and s.rentang == 1
    }
    hasil = [0]
    for r in range(matriks.baris):
        hasil.append(hasil[-1] + (2 if r in dobel else 1))
    return hasil


def _tinggi(matriks: Matriks, kolom: Sequence[UkuranKolom]) -> list[float]:
    """Row heights: the format does not fit rows to merged cells by itself."""
    tinggi = [0.0] * matriks.baris
    ukuran = sorted(
        (s.rentang, s.mulai, kolom[c].tinggi(len(kolom[c].tulisan(n))))
        for c, daftar in enumerate(matriks.sel)
        for n, s in enumerate(daftar)
    )
    for rentang, mulai, perlu in ukuran:
        kurang = perlu - sum(tinggi[mulai : mulai + rentang])
        if kurang > 0:
            for r in range(mulai, mulai + rentang):
                tinggi[r] += kurang / rentang
    return tinggi


def _lebar(tata: TataLetak, banyak: int) -> list[float]:
    """Character widths of the columns, in the proportions of the printed page."""
    milik: dict[int, float] = {}
    for lembar in tata.lembar:
        for i, w in zip(lembar.kolom, lembar.lebar, strict=True):
            milik.setdefault(i, w)
    skala = HURUF / tata.ukuran / 5.2
    return [round(min(TERLEBAR, max(TERSEMPIT, milik[i] * skala)), 1) for i in range(banyak)]


def _deret_grup(kolom: Sequence[Kolom]) -> list[tuple[int, int]]:
    hasil: list[tuple[int, int]] = []
    for i, k in enumerate(kolom):
        if hasil and k.grup and kolom[hasil[-1][0]].grup == k.grup:
            hasil[-1] = (hasil[-1][0], i)
        else:
            hasil.append((i, i))
    return hasil


def _tulis_catatan(buku: xlsxwriter.Workbook, naskah: Naskah, gaya: Gaya) -> None:
    lembar = buku.add_worksheet(CATATAN)
    for i, (judul, lebar) in enumerate((("No", 5), ("Jenis", 24), ("Letak", 60), ("Catatan", 70))):
        lembar.set_column(i, i, lebar)
        lembar.write_string(0, i, judul, gaya.kepala)
    for n, c in enumerate(naskah.matriks.catatan, 1):
        lembar.write_number(n, 0, n, gaya.tengah)
        for i, teks in enumerate((c.jenis, c.letak, c.isi), 1):
            lembar.write_string(n, i, teks, gaya.kiri)
    lembar.freeze_panes(1, 0)
    lembar.autofilter(0, 0, len(naskah.matriks.catatan), 3)
