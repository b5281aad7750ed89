"""Open data: plain tables with documented columns -> CSV, JSON, XLSX. Knows no database."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import xlsxwriter

from laporan.ekspor.cascading_xlsx import PILIHAN, waktu_buku

Sel = str | int | None
BERUMUS = ("=", "+", "-", "@", "\t", "\r")
"""Spreadsheets take a text that begins so for a formula."""
NEGATIF = re.compile(r"-[\d.,]*")
"""A value below zero, or a dash for none, stays as it is."""
LEBAR_PANJANG, LEBAR = 52, 18
PANJANG = frozenset({"indikator", "kotak", "nama", "kinerja", "sasaran", "rumus"})

KOLOM = {
    "uid": "Tanda tetap kotak atau indikator; sama di setiap edisi dokumen.",
    "induk_uid": "Kotak di atasnya; kosong di puncak pohon.",
    "kotak_uid": "Kotak pemilik baris ini.",
    "indikator_uid": "Indikator pemilik baris ini.",
    "jenjang": "Jenjang kotak menurut sebutan pemerintah daerah ini.",
    "nomor": "Nomor seperti tercetak di dokumen.",
    "kode": "Kode nomenklatur program, kegiatan, atau sub kegiatan.",
    "kotak": "Nama kotak; bila tidak bernama, kalimat kinerjanya.",
    "nama": "Nama program, kegiatan, sub kegiatan, atau rincian anggaran.",
    "kinerja": "Kalimat sasaran atau kondisi.",
    "pelaksana": "Unit atau perangkat daerah pelaksana.",
    "jabatan": "Jabatan yang menjanjikan.",
    "tujuan": "Tujuan yang diukur indikator ini.",
    "sasaran": "Sasaran yang diukur atau dijanjikan.",
    "indikator": "Bunyi indikator.",
    "satuan": "Satuan target dan realisasi.",
    "arah": "Apakah nilai tinggi atau rendah yang lebih baik.",
    "iku": "ya: indikator kinerja utama.",
    "rumus": "Cara menghitung indikator.",
    "tahun": "Tahun anggaran.",
    "triwulan": "1 sampai 4; nilainya sampai dengan triwulan itu.",
    "target": "Target setahun seperti tertulis.",
    "realisasi": "Nilai yang diukur seperti tertulis.",
    "capaian": "Persen terhadap target sampai triwulan itu, titik desimal; kosong bila tidak ada.",
    "capaian_setahun": "Persen terhadap target setahun, titik desimal; kosong bila tidak ada.",
    "rupiah": "Rupiah bulat, tanpa pemisah.",
    "sumber_dana": "Sumber dana, dipisah titik koma.",
}
"""Every column of every table, in words: the published dictionary."""


@dataclass(frozen=True)
class Tabel:
    """One table; ``kolom`` are keys of KOLOM, None in a row is an empty value."""

    nama: str
    kolom: tuple[str, ...]
    baris: tuple[tuple[Sel, ...], ...]


@dataclass(frozen=True)
class KumpulanTabel:
    """The tables of one document or year. ``keterangan`` says whose they are; ``waktu`` (ISO 8601)
    dates the workbook.
    """

    keterangan: Mapping[str, str]
    tabel: tuple[Tabel, ...]
    waktu: str

    def satu(self, nama: str) -> Tabel | None:
        return next((t for t in self.tabel if t.nama == nama), None)


def ke_csv(tabel: Tabel) -> bytes:
    """UTF-8, commas, a head of column names."""
    keluar = io.StringIO()
    penulis = csv.writer(keluar, lineterminator="\r\n")
    penulis.writerow(tabel.kolom)
    penulis.writerows([_aman(s) for s in baris] for baris in tabel.baris)
    return keluar.getvalue().encode()


def ke_json(kumpulan: KumpulanTabel) -> bytes:
    """{"keterangan": {…}, "kolom": {column: meaning}, table: [{column: value}]}"""
    kolom = {k: KOLOM[k] for t in kumpulan.tabel for k in t.kolom}
    isi = {"keterangan": dict(kumpulan.keterangan), "kolom": kolom} | {
        t.nama: [dict(zip(t.kolom, baris, strict=True)) for baris in t.baris]
        for t in kumpulan.tabel
    }
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":")).encode()


def ke_xlsx(kumpulan: KumpulanTabel) -> bytes:
    """A sheet per table, and one that explains the columns."""
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    buku.set_properties({"created": waktu_buku(kumpulan.waktu)})
    kolom = dict.fromkeys(k for t in kumpulan.tabel for k in t.kolom)
    for t in kumpulan.tabel:
        _lembar(buku, t.nama, t.kolom, t.baris)
    _lembar(buku, "keterangan", ("perihal", "isi"), tuple(kumpulan.keterangan.items()))
    _lembar(buku, "kolom", ("kolom", "arti"), tuple((k, KOLOM[k]) for k in kolom))
    buku.close()
    return keluar.getvalue()


def _aman(sel: Sel) -> Sel:
    if not isinstance(sel, str) or NEGATIF.fullmatch(sel):
        return sel
    return f"'{sel}" if sel.startswith(BERUMUS) else sel


def _lembar(
    buku: xlsxwriter.Workbook, nama: str, kolom: Sequence[str], baris: Sequence[Sequence[Sel]]
) -> None:
    tebal = buku.add_format({"bold": True})
    lembar = buku.add_worksheet(nama)
    lembar.freeze_panes(1, 0)
    for n, isi in enumerate(kolom):
        lembar.set_column(n, n, LEBAR_PANJANG if isi in PANJANG else LEBAR)
        lembar.write_string(0, n, isi, tebal)
    for n, satu in enumerate(baris, start=1):
        for k, sel in enumerate(satu):
            if isinstance(sel, int):
                lembar.write_number(n, k, sel)
            elif sel:
                lembar.write_string(n, k, sel)
