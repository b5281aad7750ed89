"""Guards of accepted findings: a box of the agency, and what was accepted stays as it was said."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.bentuk_penjaga import Penjaga, tetap

TABEL = "kinerja_temuanditerima"
KOLOM = (
    *("perangkat_daerah_id", "simpul_uid", "kode", "sidik"),
    *("perihal", "alasan", "oleh_id", "pada"),
)


def _susun() -> Iterator[Penjaga]:
    yield tetap(TABEL, KOLOM, "temuan yang diterima tidak diubah; batalkan lalu terima lagi")
    asing = (
        "NOT EXISTS (SELECT 1 FROM kinerja_simpul s, kinerja_pohon p WHERE "
        "s.uid = NEW.simpul_uid AND p.id = s.pohon_id "
        "AND p.perangkat_daerah_id = NEW.perangkat_daerah_id)"
    )
    yield Penjaga(f"{TABEL}_serumah", TABEL, "INSERT", asing, "kotak milik perangkat daerah lain")


TEMUAN: tuple[Penjaga, ...] = tuple(_susun())
