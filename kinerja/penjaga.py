"""Database guards: what must never be false and no constraint can say, as triggers.

Taken down before and put up after every migrate: a table remake on SQLite drops its triggers
silently or fails where others name the table, and PostgreSQL alters no column that they watch. A
system check fails when one is missing. Guards stand down only while the table ``penjaga_mati`` has
a row, which only test teardown writes. What they guard stands in ``daftar_penjaga``; higher rooms
register theirs from their AppConfig.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from kinerja.bentuk_penjaga import Penjaga
from kinerja.daftar_penjaga import PENJAGA

_TAMBAHAN: dict[str, Penjaga] = {}


def daftarkan(daftar: Iterable[Penjaga]) -> None:
    """Guards of a higher room; names start with the table's, as all do."""
    _TAMBAHAN.update({p.nama: p for p in daftar})


def semua() -> list[Penjaga]:
    """Every guard of the house."""
    return [*PENJAGA, *_TAMBAHAN.values()]


def _awalan() -> tuple[str, ...]:
    """How the names of our triggers start: with the rooms whose tables they guard."""
    return tuple(sorted({f"{p.tabel.partition('_')[0]}_" for p in semua()}))


def pasang(sambungan: BaseDatabaseWrapper) -> None:
    """Create or replace every guard, drop those no longer on the list. Tables must exist."""
    with sambungan.cursor() as kursor:
        kursor.execute("CREATE TABLE IF NOT EXISTS penjaga_mati (sebab varchar(200) NOT NULL)")
        for penjaga in semua():
            for perintah in _sql(penjaga, sambungan.vendor):
                kursor.execute(perintah)
    lepas(sambungan, terpasang(sambungan) - {p.nama for p in semua()})


def lepas(sambungan: BaseDatabaseWrapper, daftar: Iterable[str]) -> None:
    """Drop these triggers where they are ours."""
    perintah = "DROP TRIGGER {}" if sambungan.vendor == "sqlite" else "DROP FUNCTION {}() CASCADE"
    awalan = _awalan()
    with sambungan.cursor() as kursor:
        for nama in sorted(daftar):
            if nama.startswith(awalan):
                kursor.execute(perintah.format(sambungan.ops.quote_name(nama)))


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


def sebelum_migrasi(using: str, plan: Any = (), **kwargs: Any) -> None:
    """pre_migrate: guards go before a migration.

    SQLite makes a table anew and renames it, which fails while a trigger elsewhere names the table
    that is gone for that moment; PostgreSQL alters no column that a trigger watches.
    """
    sambungan = connections[using]
    if plan:
        lepas(sambungan, terpasang(sambungan))


def setelah_migrasi(using: str, **kwargs: Any) -> None:
    """post_migrate: guards follow the tables."""
    sambungan = connections[using]
    if {p.tabel for p in semua()} <= set(sambungan.introspection.table_names()):
        pasang(sambungan)


def periksa_terpasang(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """System check (migrate, check --database): every guard stands."""
    masalah: list[CheckMessage] = []
    for alias in databases or []:
        sambungan = connections[alias]
        if "kinerja_riwayat" not in sambungan.introspection.table_names():
            continue
        hilang = sorted({p.nama for p in semua()} - terpasang(sambungan))
        if hilang:
            pesan = f"Database guards are missing on “{alias}”: {', '.join(hilang)}."
            masalah.append(Error(pesan, hint="Run manage.py migrate.", id="kinerja.E001"))
    return masalah
