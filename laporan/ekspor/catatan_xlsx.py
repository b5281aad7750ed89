"""Notes of the evaluation as a workbook: a row a note, and a row for each step."""

from __future__ import annotations

from laporan.ekspor.lembar_daftar import buku_daftar, lembar_daftar
from laporan.jenis_cetak import Kemajuan
from laporan.pdf.naskah_catatan import NaskahCatatan

CATATAN = (("No", 6), ("Perangkat daerah", 30), ("Tentang", 46), ("Pemeriksaan", 30),
           ("Tahun", 8), ("Catatan", 60), ("Rekomendasi", 60), ("Ditulis oleh", 36),
           ("Tenggat", 20), ("Status", 18), ("Jawaban dan tindak lanjut terakhir", 60))  # fmt: skip
TANGGAPAN = (("No catatan", 10), ("Perangkat daerah", 30), ("Langkah", 20), ("Oleh", 40),
             ("Isi", 80), ("Bukti", 60))  # fmt: skip


def cetak(naskah: NaskahCatatan, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The same naskah gives the same bytes."""
    judul = " ".join(naskah.judul)
    atas = naskah.saringan or naskah.kaki
    buku, keluar = buku_daftar(judul, naskah.waktu)
    baris = [
        (b.nomor, b.lembaga, b.perihal, b.periksaan, b.tahun, b.isi, b.rekomendasi, b.oleh,
         b.tenggat, b.status, b.tanggapan[-1].teks if b.tanggapan else "")
        for b in naskah.butir
    ]  # fmt: skip
    lembar_daftar(buku, "Catatan", CATATAN, baris, judul=judul, catatan=atas)
    langkah = [
        (b.nomor, b.lembaga, t.langkah, t.oleh, t.teks, t.bukti)
        for b in naskah.butir
        for t in b.tanggapan
    ]
    lembar_daftar(buku, "Tanggapan", TANGGAPAN, langkah, judul=judul, catatan=atas)
    buku.close()
    return keluar.getvalue()
