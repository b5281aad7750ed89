"""The shape of a database guard, and what many tables need of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

LEVEL_PAGU = "CASE WHEN NEW.tahun >= 2021 THEN 'SUB_KEGIATAN' ELSE 'KEGIATAN' END"
"""The level that money stands on in the year of a row."""


@dataclass(frozen=True)
class Penjaga:
    """One trigger: refuse ``peristiwa`` on a row of ``tabel`` when ``syarat`` is true."""

    nama: str
    tabel: str
    peristiwa: str
    syarat: str
    pesan: str


def tetap(tabel: str, kolom: tuple[str, ...], pesan: str) -> Penjaga:
    """Columns that other rows rely on keep their first value."""
    syarat = " OR ".join(f"NEW.{k} <> OLD.{k}" for k in kolom)
    return Penjaga(f"{tabel}_tetap", tabel, f"UPDATE OF {', '.join(kolom)}", syarat, pesan)


def dua(nama: str, tabel: str, kolom: str, syarat: str, pesan: str) -> Iterator[Penjaga]:
    yield Penjaga(f"{nama}_insert", tabel, "INSERT", syarat, pesan)
    yield Penjaga(f"{nama}_update", tabel, f"UPDATE OF {kolom}", syarat, pesan)


def digantikan(pemilik: str, baris: str) -> str:
    """An approved edition with a later approved one."""
    milik = f"(SELECT s.pohon_id FROM kinerja_{pemilik} s WHERE s.id = {baris}.{pemilik}_id)"
    return (
        f"EXISTS (SELECT 1 FROM kinerja_pohon p, kinerja_pohon q "
        f"WHERE p.id = {milik} AND p.status = 'DISETUJUI' "
        "AND q.perangkat_daerah_id = p.perangkat_daerah_id AND q.periode_id = p.periode_id "
        "AND q.jenis = p.jenis AND q.judul = p.judul AND q.edisi > p.edisi "
        "AND q.status = 'DISETUJUI')"
    )
