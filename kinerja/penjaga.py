"""Database guards: what must never be false and no constraint can say, as triggers.

Recreated after every migrate, because a table remake on SQLite drops its triggers silently; a
system check fails when one is missing. Guards stand down only while the table ``penjaga_mati``
has a row, which only test teardown writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

TERKUNCI = (
    "EXISTS (SELECT 1 FROM kinerja_pohon p "
    "WHERE p.id = {baris}.pohon_id AND p.status = 'DISETUJUI')"
)
TEKS_SIMPUL = (
    "induk_id, jenjang, kode, nomor, nama, kinerja, unit_id, tahun_mulai, tahun_sampai, "
    "pengampu_tertulis, varian, lft, rght"
)
TEKS_INDIKATOR = (
    "simpul_id, urutan, teks, satuan, arah, agregasi, jenis_nilai, frekuensi, formulasi, definisi"
)
LEVEL_PAGU = "CASE WHEN NEW.tahun >= 2021 THEN 'SUB_KEGIATAN' ELSE 'KEGIATAN' END"


@dataclass(frozen=True)
class Penjaga:
    """One trigger: refuse ``peristiwa`` on a row of ``tabel`` when ``syarat`` is true."""

    nama: str
    tabel: str
    peristiwa: str
    syarat: str
    pesan: str


def _beda_pohon(kolom: str, tabel: str) -> str:
    return (
        f"NEW.{kolom} IS NOT NULL AND EXISTS (SELECT 1 FROM {tabel} i "
        f"WHERE i.id = NEW.{kolom} AND i.pohon_id <> NEW.pohon_id)"
    )


def _tahap(tabel: str, simpul: str) -> Iterator[Penjaga]:
    """Rows of a stage: frozen once it is terkunci, of the same year and agency."""
    pesan = "tahap terkunci"
    tertutup = "EXISTS (SELECT 1 FROM kinerja_tahap t WHERE t.id = {}.tahap_id AND t.terkunci)"
    for peristiwa, baris in (("INSERT", "NEW"), ("DELETE", "OLD")):
        nama = f"{tabel}_tahap_terkunci_{peristiwa.lower()}"
        yield Penjaga(nama, tabel, peristiwa, tertutup.format(baris), pesan)
    syarat = f"{tertutup.format('OLD')} OR {tertutup.format('NEW')}"
    yield Penjaga(f"{tabel}_tahap_terkunci_update", tabel, "UPDATE", syarat, pesan)
    asing = (
        f"EXISTS (SELECT 1 FROM kinerja_tahap t, kinerja_pohon p, kinerja_simpul s WHERE "
        f"t.id = NEW.tahap_id AND s.id = {simpul} AND p.id = s.pohon_id "
        f"AND (t.tahun <> NEW.tahun OR t.perangkat_daerah_id <> p.perangkat_daerah_id))"
    )
    for peristiwa in ("INSERT", "UPDATE"):
        nama = f"{tabel}_tahap_cocok_{peristiwa.lower()}"
        yield Penjaga(nama, tabel, peristiwa, asing, "tahap milik tahun atau perangkat daerah lain")


def _dokumen_terkunci(tabel: str, kolom: str) -> Iterator[Penjaga]:
    pesan = "dokumen sudah disetujui"
    for peristiwa, baris in (("INSERT", "NEW"), (f"UPDATE OF {kolom}", "NEW"), ("DELETE", "OLD")):
        nama = f"{tabel}_terkunci_{peristiwa.split()[0].lower()}"
        yield Penjaga(nama, tabel, peristiwa, TERKUNCI.format(baris=baris), pesan)


def _susun() -> Iterator[Penjaga]:
    for peristiwa in ("UPDATE", "DELETE"):
        nama = f"kinerja_riwayat_tetap_{peristiwa.lower()}"
        yield Penjaga(nama, "kinerja_riwayat", peristiwa, "1 = 1", "riwayat hanya bertambah")
    yield from _dokumen_terkunci("kinerja_simpul", TEKS_SIMPUL)
    yield from _dokumen_terkunci("kinerja_indikator", TEKS_INDIKATOR)
    yield from _tahap("kinerja_pagu", "NEW.simpul_id")
    yield from _tahap("kinerja_klaimpagu", "NEW.simpul_id")
    dari_indikator = "(SELECT k.simpul_id FROM kinerja_indikator k WHERE k.id = NEW.indikator_id)"
    yield from _tahap("kinerja_target", dari_indikator)
    induk = (
        "NEW.induk_id IS NOT NULL AND EXISTS (SELECT 1 FROM kinerja_simpul i WHERE "
        "i.id = NEW.induk_id AND (i.pohon_id <> NEW.pohon_id OR i.tree_id <> NEW.tree_id))"
    )
    unit = (
        "NEW.unit_id IS NOT NULL AND EXISTS (SELECT 1 FROM kinerja_unit u, kinerja_pohon p WHERE "
        "u.id = NEW.unit_id AND p.id = NEW.pohon_id "
        "AND u.perangkat_daerah_id <> p.perangkat_daerah_id)"
    )
    yield from _dua("kinerja_simpul_induk", "kinerja_simpul", "induk_id, pohon_id, tree_id", induk,
                    "induk milik dokumen lain")  # fmt: skip
    yield from _dua("kinerja_simpul_unit", "kinerja_simpul", "unit_id, pohon_id", unit,
                    "unit milik perangkat daerah lain")  # fmt: skip
    yield from _dua("kinerja_simpul_indikator_induk", "kinerja_simpul", "indikator_induk_id",
                    _beda_pohon("indikator_induk_id", "kinerja_indikator"),
                    "indikator induk milik dokumen lain")  # fmt: skip
    yield from _dua("kinerja_indikator_pohon", "kinerja_indikator", "simpul_id, pohon_id",
                    _beda_pohon("simpul_id", "kinerja_simpul"),
                    "indikator milik dokumen lain")  # fmt: skip
    yield from _pagu()
    yield from _lain()
    yield from _serumah()


def _dua(nama: str, tabel: str, kolom: str, syarat: str, pesan: str) -> Iterator[Penjaga]:
    yield Penjaga(f"{nama}_insert", tabel, "INSERT", syarat, pesan)
    yield Penjaga(f"{nama}_update", tabel, f"UPDATE OF {kolom}", syarat, pesan)


def _pagu() -> Iterator[Penjaga]:
    di_sini = "SELECT 1 FROM kinerja_simpul s WHERE s.id = NEW.simpul_id AND s.jenjang"
    yield from _dua("kinerja_pagu_jenjang", "kinerja_pagu", "simpul_id, tahun",
                    f"EXISTS ({di_sini} <> {LEVEL_PAGU})",
                    "pagu hanya pada jenjang terbawah nomenklatur")  # fmt: skip
    yield from _dua("kinerja_klaimpagu_jenjang", "kinerja_klaimpagu", "simpul_id, tahun, jenis",
                    f"NEW.jenis = 'PAGU' AND EXISTS ({di_sini} = {LEVEL_PAGU})",
                    "pagu tertulis hanya di atas jenjang pagu")  # fmt: skip
    berpagu = (
        "NEW.jenjang <> OLD.jenjang "
        "AND EXISTS (SELECT 1 FROM kinerja_pagu g WHERE g.simpul_id = NEW.id)"
    )
    yield Penjaga("kinerja_simpul_berpagu", "kinerja_simpul", "UPDATE OF jenjang", berpagu,
                  "jenjang simpul berpagu tidak dapat diganti")  # fmt: skip


def _lain() -> Iterator[Penjaga]:
    tumpang = (
        "NEW.jenis <> 'PLH' AND EXISTS (SELECT 1 FROM kinerja_pejabat o WHERE "
        "o.jabatan_id = NEW.jabatan_id AND o.jenis <> 'PLH' AND o.id <> COALESCE(NEW.id, -1) "
        "AND NEW.mulai <= COALESCE(o.selesai, '9999-12-31') "
        "AND o.mulai <= COALESCE(NEW.selesai, '9999-12-31'))"
    )
    masa = "jabatan_id, jenis, mulai, selesai"
    yield from _dua("kinerja_pejabat_tumpang", "kinerja_pejabat", masa, tumpang,
                    "sudah ada pejabat pada masa itu")  # fmt: skip
    lain = (
        "EXISTS (SELECT 1 FROM kinerja_simpul a, kinerja_simpul b WHERE "
        "a.id = NEW.pengganti_id AND b.id = NEW.lama_id AND a.pohon_id <> b.pohon_id)"
    )
    yield from _dua("kinerja_penggantian_pohon", "kinerja_penggantian", "pengganti_id, lama_id",
                    lain, "penggantian hanya di dalam satu dokumen")  # fmt: skip
    yield Penjaga("kinerja_pohon_versi_maju", "kinerja_pohon", "UPDATE OF versi",
                  "NEW.versi < OLD.versi", "versi hanya maju")  # fmt: skip


def _serumah() -> Iterator[Penjaga]:
    """A unit that something names, or stands below, is one of the same agency."""
    for tabel, kolom in (("jabatan", "unit"), ("keanggotaan", "unit"), ("unit", "induk")):
        syarat = (
            f"NEW.{kolom}_id IS NOT NULL AND EXISTS (SELECT 1 FROM kinerja_unit u WHERE "
            f"u.id = NEW.{kolom}_id AND u.perangkat_daerah_id <> NEW.perangkat_daerah_id)"
        )
        yield from _dua(f"kinerja_{tabel}_{kolom}_serumah", f"kinerja_{tabel}",
                        f"{kolom}_id, perangkat_daerah_id", syarat,
                        "unit milik perangkat daerah lain")  # fmt: skip


PENJAGA: tuple[Penjaga, ...] = tuple(_susun())


def pasang(sambungan: BaseDatabaseWrapper) -> None:
    """Create or replace every guard. Tables must exist."""
    with sambungan.cursor() as kursor:
        kursor.execute("CREATE TABLE IF NOT EXISTS penjaga_mati (sebab varchar(200) NOT NULL)")
        for penjaga in PENJAGA:
            for perintah in _sql(penjaga, sambungan.vendor):
                kursor.execute(perintah)


def _sql(penjaga: Penjaga, vendor: str) -> list[str]:
    syarat = f"NOT EXISTS (SELECT 1 FROM penjaga_mati) AND ({penjaga.syarat})"
    nama, tabel, peristiwa = penjaga.nama, penjaga.tabel, penjaga.peristiwa
    if vendor == "sqlite":
        return [
            f"DROP TRIGGER IF EXISTS {nama}",
            f"CREATE TRIGGER {nama} BEFORE {peristiwa} ON {tabel} WHEN {syarat} "
            f"BEGIN SELECT RAISE(ABORT, 'penjaga {nama}: {penjaga.pesan}'); END",
        ]
    balik = "OLD" if peristiwa == "DELETE" else "NEW"
    return [
        f"CREATE OR REPLACE FUNCTION {nama}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {syarat} THEN RAISE EXCEPTION 'penjaga {nama}: {penjaga.pesan}' "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {balik}; END $$",
        f"DROP TRIGGER IF EXISTS {nama} ON {tabel}",
        f"CREATE TRIGGER {nama} BEFORE {peristiwa} ON {tabel} "
        f"FOR EACH ROW EXECUTE FUNCTION {nama}()",
    ]


def terpasang(sambungan: BaseDatabaseWrapper) -> set[str]:
    """Names of the triggers that the database has."""
    perintah = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if sambungan.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    with sambungan.cursor() as kursor:
        kursor.execute(perintah)
        return {nama for (nama,) in kursor.fetchall()}


def setelah_migrasi(using: str, **kwargs: Any) -> None:
    """post_migrate: guards follow the tables."""
    sambungan = connections[using]
    if {p.tabel for p in PENJAGA} <= set(sambungan.introspection.table_names()):
        pasang(sambungan)


def periksa_terpasang(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """System check (migrate, check --database): every guard stands."""
    masalah: list[CheckMessage] = []
    for alias in databases or []:
        sambungan = connections[alias]
        if "kinerja_riwayat" not in sambungan.introspection.table_names():
            continue
        hilang = sorted({p.nama for p in PENJAGA} - terpasang(sambungan))
        if hilang:
            pesan = f"Database guards are missing on “{alias}”: {', '.join(hilang)}."
            masalah.append(Error(pesan, hint="Run manage.py migrate.", id="kinerja.E001"))
    return masalah
