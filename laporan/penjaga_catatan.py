"""Guards of notes: about a document of the agency, said once, stepped along the ladder, kept."""

from __future__ import annotations

from collections.abc import Iterator

from cascading.penjaga_perjanjian import berubah
from kinerja.bentuk_penjaga import Penjaga
from laporan.aturan.catatan import BERJALAN, LANGKAH

TABEL = "laporan_catatan"
TETAP = ("perangkat_daerah_id", "jenis", "asal", "simpul_uid", "perihal", "kode", "tahun", "isi",
         "rekomendasi", "oleh_id", "pada")  # fmt: skip
PEMILIK = {
    "POHON": "kinerja_pohon",
    "IKU": "iku_dokumeniku",
    "PERJANJIAN": "cascading_perjanjiankinerja",
}


def _susun() -> Iterator[Penjaga]:
    yield Penjaga(f"{TABEL}_tetap", TABEL, f"UPDATE OF {', '.join(TETAP)}",
                  " OR ".join(berubah(k) for k in TETAP),
                  "catatan evaluasi tidak diganti isinya; tulis yang baru")  # fmt: skip
    berjalan = ", ".join(f"'{s!s}'" for s in BERJALAN)
    yield Penjaga(f"{TABEL}_tenggat", TABEL, "UPDATE OF tenggat",
                  f"OLD.status NOT IN ({berjalan}) AND {berubah('tenggat')}",
                  "catatan yang selesai tidak berganti tenggat")  # fmt: skip
    sah = " OR ".join(
        dict.fromkeys(f"(OLD.status = '{t.dari!s}' AND NEW.status = '{t.ke!s}')" for t in LANGKAH)
    )
    yield Penjaga(f"{TABEL}_langkah", TABEL, "UPDATE OF status",
                  f"NEW.status <> OLD.status AND NOT ({sah})",
                  "langkah itu tidak ada di tangga catatan")  # fmt: skip
    yield Penjaga(f"{TABEL}_lahir", TABEL, "INSERT", "NEW.status <> 'TERBUKA'",
                  "catatan mulai terbuka")  # fmt: skip
    milik = " OR ".join(
        f"(NEW.jenis = '{jenis}' AND EXISTS (SELECT 1 FROM {tabel} d WHERE d.id = NEW.asal "  # noqa: S608
        "AND d.perangkat_daerah_id = NEW.perangkat_daerah_id))"
        for jenis, tabel in PEMILIK.items()
    )
    yield Penjaga(f"{TABEL}_serumah", TABEL, "INSERT", f"NOT ({milik})",
                  "dokumen milik perangkat daerah lain")  # fmt: skip
    kotak = (
        "NEW.simpul_uid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM kinerja_simpul s "
        "WHERE s.uid = NEW.simpul_uid AND s.pohon_id = NEW.asal)"
    )
    yield Penjaga(f"{TABEL}_kotak", TABEL, "INSERT", kotak, "kotak dokumen lain")
    yield Penjaga(f"{TABEL}_hapus", TABEL, "DELETE", "1 = 1", "catatan tidak dihapus")
    for peristiwa in ("UPDATE", "DELETE"):
        yield Penjaga(f"laporan_tanggapan_{peristiwa.lower()}", "laporan_tanggapan", peristiwa,
                      "1 = 1", "tanggapan tidak diubah dan tidak dihapus")  # fmt: skip


CATATAN: tuple[Penjaga, ...] = tuple(_susun())
