"""Guards of what was approved: rows are added, never changed or deleted."""

from __future__ import annotations

from kinerja.bentuk_penjaga import Penjaga

PESAN = "dokumen yang dibekukan tidak diubah dan tidak dihapus"
DOKUMEN: tuple[Penjaga, ...] = tuple(
    Penjaga(f"{tabel}_tetap_{peristiwa.lower()}", tabel, peristiwa, "1 = 1", PESAN)
    for tabel in ("laporan_dokumen", "laporan_berkasdokumen")
    for peristiwa in ("UPDATE", "DELETE")
)
