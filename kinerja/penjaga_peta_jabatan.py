"""Guards of cascading per jabatan: a box stays in its map, with a position of its agency."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.bentuk_penjaga import Penjaga, dua, tetap

TABEL = "kinerja_kotakjabatan"


def _susun() -> Iterator[Penjaga]:
    induk = (
        "EXISTS (SELECT 1 FROM kinerja_kotakjabatan i WHERE i.id = NEW.induk_id "
        "AND i.peta_id <> NEW.peta_id)"
    )
    yield from dua(f"{TABEL}_induk", TABEL, "induk_id, peta_id", induk,
                    "atasan milik cascading per jabatan lain")  # fmt: skip
    asing = (
        "EXISTS (SELECT 1 FROM kinerja_jabatan j, kinerja_petajabatan p WHERE "
        "j.id = NEW.jabatan_id AND p.id = NEW.peta_id "
        "AND j.perangkat_daerah_id <> p.perangkat_daerah_id)"
    )
    yield from dua(f"{TABEL}_serumah", TABEL, "jabatan_id, peta_id", asing,
                    "jabatan milik perangkat daerah lain")  # fmt: skip
    yield tetap(TABEL, ("peta_id",), "kotak tidak berpindah cascading per jabatan")
    yield tetap("kinerja_petajabatan", ("perangkat_daerah_id",),
                 "cascading per jabatan tidak berganti perangkat daerah")  # fmt: skip


PETA_JABATAN: tuple[Penjaga, ...] = tuple(_susun())
