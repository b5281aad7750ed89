"""Guards of cascading per jabatan: a box stays in its map, with a position of its agency."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.aturan.tangga import TANGGA
from kinerja.bentuk_penjaga import Penjaga, dua, tetap

TABEL = "kinerja_kotakjabatan"
PETA = "kinerja_petajabatan"


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
    terkunci = "EXISTS (SELECT 1 FROM kinerja_petajabatan p WHERE p.id = {}.peta_id AND p.status = 'DISETUJUI')"  # noqa: E501
    for kata, peristiwa, baris in (
        ("insert", "INSERT", "NEW"), ("update", "UPDATE", "NEW"), ("delete", "DELETE", "OLD")
    ):  # fmt: skip
        yield Penjaga(f"{TABEL}_terkunci_{kata}", TABEL, peristiwa, terkunci.format(baris),
                      "cascading per jabatan yang disetujui terkunci")  # fmt: skip
    sah = " OR ".join(
        dict.fromkeys(f"(OLD.status = '{t.dari!s}' AND NEW.status = '{t.ke!s}')" for t in TANGGA)
    )
    yield Penjaga(f"{PETA}_langkah", PETA, "UPDATE OF status",
                  f"NEW.status <> OLD.status AND NOT ({sah})",
                  "langkah itu tidak ada di tangga")  # fmt: skip
    yield Penjaga(f"{PETA}_lahir", PETA, "INSERT", "NEW.status <> 'DRAF'",
                  "cascading per jabatan mulai sebagai draf")  # fmt: skip
    yield Penjaga(f"{PETA}_terkunci_update", PETA, "UPDATE OF judul, periode_id",
                  "OLD.status = 'DISETUJUI' AND (NEW.judul <> OLD.judul "
                  "OR NEW.periode_id <> OLD.periode_id)",
                  "cascading per jabatan yang disetujui terkunci")  # fmt: skip
    yield Penjaga(f"{PETA}_terkunci_delete", PETA, "DELETE", "OLD.status = 'DISETUJUI'",
                  "cascading per jabatan yang disetujui terkunci")  # fmt: skip


PETA_JABATAN: tuple[Penjaga, ...] = tuple(_susun())
