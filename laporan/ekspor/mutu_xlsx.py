"""The list "Cek kualitas" as a workbook: one row a finding, to be sorted and filtered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from laporan.ekspor.lembar_daftar import buku_daftar, lembar_daftar
from laporan.jenis_cetak import Kemajuan
from laporan.pdf.mutu import BUKAN_NILAI
from laporan.pdf.naskah_mutu import NaskahMutu

TEMUAN = (("Pemeriksaan", 34), ("Letak", 50), ("Temuan", 80), ("Bobot", 14), ("Dokumen", 40),
          ("Yang dapat dilakukan", 60))  # fmt: skip
KRITERIA = (("Kriteria", 46), ("Komponen", 24), ("Terpenuhi", 12), ("Dari", 10), ("Satuan", 12),
            ("Perkiraan (%)", 14))  # fmt: skip
DITERIMA = (("Temuan", 80), ("Alasan", 60), ("Oleh", 40))


def cetak(naskah: NaskahMutu, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The same naskah gives the same bytes: its own moment dates the file."""
    judul, kaki = " ".join(naskah.judul), naskah.kaki
    buku, keluar = buku_daftar(judul, naskah.waktu)
    lembar_daftar(buku, "Temuan", TEMUAN, _temuan(naskah), judul=judul, catatan=kaki)
    kriteria = [
        (k.nama, k.komponen, k.terpenuhi, k.banyak, k.pokok, k.persen if k.persen >= 0 else "")
        for k in naskah.kriteria
    ]
    lembar_daftar(buku, "Kriteria", KRITERIA, kriteria, judul=judul, catatan=BUKAN_NILAI)
    diterima = [(d.pesan, d.alasan, d.oleh) for d in naskah.diterima]
    lembar_daftar(buku, "Diterima", DITERIMA, diterima, judul=judul, catatan=kaki)
    buku.close()
    return keluar.getvalue()


def _temuan(n: NaskahMutu) -> Iterable[tuple[Any, ...]]:
    for k in n.kelompok:
        for b in k.butir:
            yield k.judul, b.letak, b.pesan, b.bobot, b.dokumen, k.mengapa
