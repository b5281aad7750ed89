"""Guards of what was approved: rows are added, never changed or deleted."""

from __future__ import annotations

from kinerja.bentuk_penjaga import Penjaga

PESAN = "dokumen yang dibekukan tidak diubah dan tidak dihapus"
_TETAP = tuple(
    Penjaga(f"{tabel}_tetap_{peristiwa.lower()}", tabel, peristiwa, "1 = 1", PESAN)
    for tabel in ("laporan_dokumen", "laporan_berkasdokumen")
    for peristiwa in ("UPDATE", "DELETE")
)
DOKUMEN: tuple[Penjaga, ...] = (
    *_TETAP,
    Penjaga(
        "cascading_perjanjiankinerja_berdokumen",
        "cascading_perjanjiankinerja",
        "UPDATE OF status",
        "NEW.status = 'DISETUJUI' AND NOT EXISTS (SELECT 1 FROM laporan_dokumen d "
        "WHERE d.jenis = 'PERJANJIAN' AND d.asal = NEW.id)",
        "perjanjian disetujui bersama dokumennya",
    ),
)
