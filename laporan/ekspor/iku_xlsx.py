"""The tables of an IKU document as a workbook: Tabel 2.1, narratives, annexes, findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cascading.matriks import Matriks
from iku.aturan.isi import IsiIku
from laporan.ekspor.cascading_xlsx import PILIHAN, waktu_buku
from laporan.pdf.cetak import Kemajuan
from laporan.pdf.iku_lampiran import iku_sasaran
from laporan.pdf.naskah_iku import NaskahIku

PANJANG_SEL = 32_767
A3, A4 = 8, 9
Baris = Sequence[str]


@dataclass(frozen=True)
class Gaya:
    """Cell formats of the workbook."""

    judul: Format
    kepala: Format
    nomor: Format
    isi: Format
    tengah: Format

    @classmethod
    def buat(cls, buku: xlsxwriter.Workbook) -> Gaya:
        dasar = {"font_name": "Arial", "font_size": 9, "valign": "top", "text_wrap": True}
        sel = dasar | {"border": 1}
        kepala = sel | {"bold": True, "bg_color": "#DBE5F1", "align": "center", "valign": "vcenter"}
        return cls(
            judul=buku.add_format(dasar | {"bold": True, "font_size": 11, "text_wrap": False}),
            kepala=buku.add_format(kepala),
            nomor=buku.add_format(sel | {"align": "center", "bg_color": "#EEF3F9"}),
            isi=buku.add_format(sel),
            tengah=buku.add_format(sel | {"align": "center"}),
        )


def cetak(naskah: NaskahIku, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """A sheet per table. Texts stay texts: what was typed is what the document prints."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    buku.set_properties(
        {
            "title": " ".join(naskah.judul),
            "author": naskah.lembaga,
            "created": waktu_buku(naskah.diubah),
            "comments": f"Status {naskah.status}.",
        }
    )
    gaya = Gaya.buat(buku)
    _tabel_iku(buku, naskah, gaya)
    _uraian(buku, naskah, gaya)
    _lampiran(buku, naskah, gaya)
    for satu in naskah.lampiran:
        _matriks(buku, f"Lampiran {satu.nomor}", (satu.judul.upper(), naskah.lembaga),
                 satu.matriks, gaya)  # fmt: skip
    if naskah.konsep and naskah.temuan:
        baris = [(str(n), t) for n, t in enumerate(naskah.temuan, start=1)]
        _lembar(buku, "Catatan pemeriksaan", (), ("No", "Catatan"), (6, 110), baris, gaya)
    buku.close()
    return keluar.getvalue()


def _tabel_iku(buku: xlsxwriter.Workbook, naskah: NaskahIku, gaya: Gaya) -> None:
    """Two head rows with the groups merged, the row of column numbers, the rows."""
    isi = naskah.isi
    lembar = _baru(buku, "Tabel 2.1")
    judul = ("Tabel 2.1", "Indikator Kinerja Utama (IKU)",
             f"{naskah.lembaga} Tahun {naskah.masa}")  # fmt: skip
    r = _judul(lembar, judul, gaya)
    awal, tahun = len(isi.tahun_awal), len(isi.tahun)
    for c, (kata, lebar) in enumerate((("NO", 6), ("INDIKATOR", 44), ("SATUAN", 12))):
        lembar.merge_range(r, c, r + 1, c, kata, gaya.kepala)
        lembar.set_column(c, c, lebar)
    akhir = 3 + awal + tahun
    _grup(lembar, r, 3, awal, "BASE LINE TAHUN", gaya)
    _grup(lembar, r, 3 + awal, tahun, "TARGET TAHUN", gaya)
    lembar.merge_range(r, akhir, r + 1, akhir, "KET", gaya.kepala)
    lembar.set_column(3, akhir - 1, 11)
    lembar.set_column(akhir, akhir, 22)
    for c, t in enumerate((*isi.tahun_awal, *isi.tahun), start=3):
        lembar.write_number(r + 1, c, t, gaya.kepala)
    for c in range(akhir + 1):
        lembar.write_string(r + 2, c, f"({c + 1})", gaya.nomor)
    for n, i in enumerate(isi.iku, start=1):
        lembar.write_number(r + 2 + n, 0, n, gaya.tengah)
        for c, teks in enumerate((i.indikator, i.satuan, *i.awal, *i.target, i.ket), start=1):
            _tulis(lembar, r + 2 + n, c, teks, gaya.isi if c in (1, akhir) else gaya.tengah)
    _atur(lembar, r, A4, lanskap=True)


def _grup(lembar: Worksheet, r: int, c: int, banyak: int, teks: str, gaya: Gaya) -> None:
    """A heading over several columns; over one it is a cell."""
    if banyak == 1:
        lembar.write_string(r, c, teks, gaya.kepala)
    elif banyak:
        lembar.merge_range(r, c, r, c + banyak - 1, teks, gaya.kepala)


def _uraian(buku: xlsxwriter.Workbook, naskah: NaskahIku, gaya: Gaya) -> None:
    """A row per component; an IKU without any still has its row."""
    kepala = ("No", "IKU", "Sasaran", "Program", "Komponen", "Menjadi", "Indikator komponen",
              "Pembilang", "Penyebut", "Pengali")  # fmt: skip
    baris: list[Baris] = []
    for n, i in enumerate(naskah.isi.iku, start=1):
        baris += list(_baris_uraian(n, i))
    lebar = (6, 36, 30, 34, 40, 34, 44, 36, 36, 10)
    _lembar(buku, "Uraian IKU", ("Uraian tiap IKU", naskah.lembaga), kepala, lebar, baris, gaya)


def _baris_uraian(n: int, i: IsiIku) -> Iterable[Baris]:
    p = i.pecahan
    rumus = (p.pembilang, p.penyebut, p.pengali) if p else ("; ".join(i.rumus), "", "")
    pokok = (str(n), i.judul, i.sasaran or i.tujuan, "\n".join(i.program))
    daftar = [(k.nama, k.menjadi or ("…" if k.berganti else ""), k.indikator) for k in i.komponen]
    for ke, komponen in enumerate(daftar or [("", "", "")]):
        yield (*pokok, *komponen, *rumus) if ke == 0 else ("", "", "", "", *komponen, "", "", "")


def _lampiran(buku: xlsxwriter.Workbook, naskah: NaskahIku, gaya: Gaya) -> None:
    kepala = ("Indikator Kinerja Sasaran", f"Cara Pengukuran{naskah.direviu}",
              f"Keterangan / Kriteria{naskah.direviu}")  # fmt: skip
    baris = [
        (f"{n}. {i.sebutan_lampiran}", i.cara, "\n".join(f"- {k}" for k in i.kriteria))
        for n, i in enumerate(iku_sasaran(naskah.isi.iku), start=1)
    ]
    _lembar(buku, "Lampiran I", ("LAMPIRAN I", naskah.lembaga), kepala, (44, 60, 60), baris, gaya)
    sasaran = [(str(n), s) for n, s in enumerate(naskah.isi.sasaran, start=1)]
    _lembar(buku, "Lampiran II", ("LAMPIRAN II", naskah.lembaga), ("No", "Sasaran Strategis"),
            (6, 90), sasaran, gaya)  # fmt: skip


def _matriks(buku: xlsxwriter.Workbook, nama: str, judul: Baris, m: Matriks, gaya: Gaya) -> None:
    """A cascading with its heads and merges as printed."""
    lembar = _baru(buku, nama)
    r = _judul(lembar, (nama.upper(), *judul), gaya)
    _kepala_matriks(lembar, r, m, gaya)
    for c, kolom in enumerate(m.sel):
        lembar.set_column(c, c, 8 if m.kolom[c].kunci.startswith("no") else 24)
        for s in kolom:
            teks = "\n".join((s.teks, *s.catatan))
            if s.rentang > 1:
                lembar.merge_range(r + 3 + s.mulai, c, r + 2 + s.mulai + s.rentang, c, "", gaya.isi)
            _tulis(lembar, r + 3 + s.mulai, c, teks, gaya.isi)
    _atur(lembar, r, A3, lanskap=True)


def _kepala_matriks(lembar: Worksheet, r: int, m: Matriks, gaya: Gaya) -> None:
    c = 0
    while c < len(m.kolom):
        grup = m.kolom[c].grup
        sampai = c
        while grup and sampai + 1 < len(m.kolom) and m.kolom[sampai + 1].grup == grup:
            sampai += 1
        if grup:
            _grup(lembar, r, c, sampai - c + 1, grup, gaya)
            for k in range(c, sampai + 1):
                lembar.write_string(r + 1, k, m.kolom[k].judul, gaya.kepala)
        else:
            lembar.merge_range(r, c, r + 1, c, m.kolom[c].judul, gaya.kepala)
        c = sampai + 1
    for k in range(len(m.kolom)):
        lembar.write_string(r + 2, k, f"({k + 1})", gaya.nomor)


def _lembar(
    buku: xlsxwriter.Workbook, nama: str, judul: Baris, kepala: Baris, lebar: Sequence[float],
    baris: Iterable[Baris], gaya: Gaya,
) -> None:  # fmt: skip
    """A plain table with one head row."""
    lembar = _baru(buku, nama)
    r = _judul(lembar, judul, gaya)
    for c, (kata, w) in enumerate(zip(kepala, lebar, strict=True)):
        lembar.write_string(r, c, kata, gaya.kepala)
        lembar.set_column(c, c, w)
    for n, isi in enumerate(baris, start=1):
        for c, teks in enumerate(isi):
            _tulis(lembar, r + n, c, teks, gaya.isi)
    _atur(lembar, r, A4, lanskap=len(kepala) > 2, kepala=1)


def _baru(buku: xlsxwriter.Workbook, nama: str) -> Worksheet:
    lembar: Worksheet = buku.add_worksheet(nama)
    return lembar


def _judul(lembar: Worksheet, judul: Baris, gaya: Gaya) -> int:
    """Title lines; answers the row below them."""
    for r, teks in enumerate(judul):
        lembar.write_string(r, 0, teks, gaya.judul)
    return len(judul) + (1 if judul else 0)


def _tulis(lembar: Worksheet, r: int, c: int, teks: Any, format_sel: Format) -> None:
    lembar.write_string(r, c, str(teks)[:PANJANG_SEL], format_sel)


def _atur(lembar: Worksheet, r: int, kertas: int, *, lanskap: bool, kepala: int = 3) -> None:
    """Prints on one page's width, with the heads on each page."""
    lembar.set_paper(kertas)
    if lanskap:
        lembar.set_landscape()
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(r, r + kepala - 1)
    lembar.freeze_panes(r + kepala, 0)
