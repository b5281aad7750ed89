"""The list "Cek kualitas" as a workbook: one row a finding, to be sorted and filtered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from laporan.jenis_cetak import Kemajuan
from laporan.pdf.mutu import BUKAN_NILAI
from laporan.pdf.naskah_mutu import NaskahMutu

PILIHAN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
TEMUAN = (("Pemeriksaan", 34), ("Letak", 50), ("Temuan", 80), ("Bobot", 14), ("Dokumen", 40),
          ("Yang dapat dilakukan", 60))  # fmt: skip
KRITERIA = (("Kriteria", 46), ("Komponen", 24), ("Terpenuhi", 12), ("Dari", 10), ("Satuan", 12),
            ("Perkiraan (%)", 14))  # fmt: skip
DITERIMA = (("Temuan", 80), ("Alasan", 60), ("Oleh", 40))


def cetak(naskah: NaskahMutu, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The same naskah gives the same bytes: its own moment dates the file."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    saat = datetime.fromisoformat(naskah.waktu).replace(tzinfo=None)
    buku.set_properties({"title": " ".join(naskah.judul), "created": saat})
    _lembar(buku, "Temuan", TEMUAN, naskah, _temuan(naskah))
    kriteria = [
        (k.nama, k.komponen, k.terpenuhi, k.banyak, k.pokok, k.persen if k.persen >= 0 else "")
        for k in naskah.kriteria
    ]
    _lembar(buku, "Kriteria", KRITERIA, naskah, kriteria, BUKAN_NILAI)
    diterima = [(d.pesan, d.alasan, d.oleh) for d in naskah.diterima]
    _lembar(buku, "Diterima", DITERIMA, naskah, diterima)
    buku.close()
    return keluar.getvalue()


def _temuan(n: NaskahMutu) -> Iterable[tuple[Any, ...]]:
    for k in n.kelompok:
        for b in k.butir:
            yield k.judul, b.letak, b.pesan, b.bobot, b.dokumen, k.mengapa


def _lembar(
    buku: Any,
    nama: str,
    kolom: Sequence[tuple[str, int]],
    n: NaskahMutu,
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
