"""All boxes and numbers of an approved planning document as a workbook, a sheet per kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from laporan.ekspor.cascading_xlsx import PILIHAN, waktu_buku
from laporan.pdf.naskah_pohon import KotakData, NaskahPohon

Sel = str | int
KOTAK = ("Jenjang", "Nomor", "Kode", "Nama", "Kinerja", "Pelaksana")
INDIKATOR = ("Jenjang", "Kode", "Kotak", "Indikator", "Satuan", "Arah", "IKU")
LEBAR = {"Nama": 46, "Kinerja": 46, "Kotak": 46, "Indikator": 52, "Pelaksana": 26, "Kode": 18}


def cetak(naskah: NaskahPohon) -> bytes:
    """The same naskah gives the same bytes: its own moment dates the file."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    buku.set_properties(
        {
            "title": " ".join(naskah.judul),
            "author": naskah.penulis,
            "created": waktu_buku(naskah.waktu),
            "comments": f"Kode {naskah.cap.kode}. {naskah.cap.persetujuan}",
        }
    )
    tahun = naskah.tahun
    pagu = [f"Pagu {t} (Rp)" for t in tahun]
    target = [f"Target {t}" for t in tahun]
    _lembar(buku, "Kotak", [*KOTAK, *pagu], (_kotak(k, tahun) for k in naskah.data))
    _lembar(buku, "Indikator", [*INDIKATOR, *target], _indikator(naskah))
    buku.close()
    return keluar.getvalue()


def _kotak(k: KotakData, tahun: Sequence[str]) -> list[Sel]:
    pagu = k.pagu or {}
    awal = [k.nama_jenjang, k.nomor, k.kode, k.nama, k.kinerja, k.pelaksana]
    return [*awal, *(pagu.get(t, "") for t in tahun)]


def _indikator(naskah: NaskahPohon) -> Iterable[list[Sel]]:
    for k in naskah.data:
        for i in k.indikator:
            target = i.target or {}
            awal = [k.nama_jenjang, k.kode, k.sebutan, i.teks, i.satuan, i.arah]
            yield [*awal, "ya" if i.utama else "", *(target.get(t, "") for t in naskah.tahun)]


def _lembar(
    buku: xlsxwriter.Workbook, nama: str, kepala: Sequence[str], baris: Iterable[list[Sel]]
) -> None:
    dasar: dict[str, Any] = {"valign": "top", "text_wrap": True, "border": 1}
    tebal = buku.add_format(dasar | {"bold": True, "bg_color": "#DBE5F1"})
    teks = buku.add_format(dasar)
    uang = buku.add_format(dasar | {"num_format": "#,##0"})
    lembar = buku.add_worksheet(nama)
    lembar.freeze_panes(1, 0)
    for kolom, isi in enumerate(kepala):
        lembar.set_column(kolom, kolom, LEBAR.get(isi, 16))
        lembar.write_string(0, kolom, isi, tebal)
    for urut, satu in enumerate(baris, start=1):
        for kolom, isi_sel in enumerate(satu):
            if isinstance(isi_sel, int):
                lembar.write_number(urut, kolom, isi_sel, uang)
            else:
                lembar.write_string(urut, kolom, isi_sel, teks)
