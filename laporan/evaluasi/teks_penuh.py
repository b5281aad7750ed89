"""Words in columns: full text on PostgreSQL, every word somewhere on SQLite.

The vectors are indexed by the migration ``laporan.0003``; what is written here must be the same
expression, or the index lies idle.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models import BooleanField, F, Func, Q, Value

KOTAK = ("kode", "nama", "kinerja")
"""Columns of a box that are searched."""
INDIKATOR = ("teks",)
M = TypeVar("M", bound=models.Model)


class Vektor(Func):
    """Columns as a text vector."""

    arg_joiner = " || ' ' || "
    template = "to_tsvector('%(susunan)s'::regconfig, %(expressions)s)"
    output_field = models.TextField()


class Minta(Func):
    """A word, or how one begins."""

    template = "to_tsquery('%(susunan)s'::regconfig, %(expressions)s)"
    output_field = models.TextField()


class Gabung(Func):
    """Vectors as one; of words either."""

    arg_joiner = " || "
    template = "(%(expressions)s)"
    output_field = models.TextField()


class Semua(Gabung):
    """All of several words."""

    arg_joiner = " && "


class Cocok(Func):
    """Does the vector hold what is asked?"""

    arg_joiner = " @@ "
    template = "(%(expressions)s)"
    output_field = BooleanField()


def saring_kata(
    daftar: models.QuerySet[M], kolom: Sequence[str], kata: Sequence[str]
) -> models.QuerySet[M]:
    """Rows with all the words."""
    if not kata:
        return daftar
    if connection.vendor == "postgresql":
        cara = (susunan(), "simple")  # stems, and the words as they are written
        vektor = Gabung(*(Vektor(*map(F, kolom), susunan=s) for s in cara))
        minta = (Gabung(*(Minta(Value(f"{k}:*"), susunan=s) for s in cara)) for k in kata)
        return daftar.filter(Cocok(vektor, Semua(*minta)))
    for satu in kata:
        di_mana = Q()
        for k in kolom:
            di_mana |= Q(**{f"{k}__icontains": satu})
        daftar = daftar.filter(di_mana)
    return daftar


@cache
def susunan() -> str:
    """The text configuration: Indonesian where the server knows it."""
    return pilih_susunan(connection)


def pilih_susunan(sambungan: Any) -> str:
    with sambungan.cursor() as kursor:
        kursor.execute("SELECT 1 FROM pg_ts_config WHERE cfgname = 'indonesian'")
        return "indonesian" if kursor.fetchone() else "simple"
