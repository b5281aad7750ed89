"""Guards of what reports are written with: a row stays where it was written."""

from __future__ import annotations

from kinerja.bentuk_penjaga import Penjaga, tetap

AKSI = "cascading_rencanaaksi"
_ASING = (
    "NOT EXISTS (SELECT 1 FROM kinerja_simpul s, kinerja_pohon p WHERE s.uid = NEW.simpul_uid "
    "AND p.id = s.pohon_id AND p.perangkat_daerah_id = NEW.perangkat_daerah_id)"
)

LAPORAN: tuple[Penjaga, ...] = (
    Penjaga(f"{AKSI}_serumah", AKSI, "INSERT", _ASING,
            "kotak rencana aksi milik perangkat daerah lain"),
    tetap(AKSI, ("perangkat_daerah_id", "simpul_uid", "tahun"),
          "rencana aksi tidak berganti kotak atau tahun"),
    tetap("cascading_catatanevaluasi", ("perangkat_daerah_id", "tahun", "triwulan"),
          "catatan evaluasi tidak berganti perangkat daerah atau triwulan"),
    tetap("cascading_uraianlkjip", ("perangkat_daerah_id", "tahun", "bagian"),
          "uraian LKjIP tidak berganti perangkat daerah, tahun, atau bagian"),
)  # fmt: skip
