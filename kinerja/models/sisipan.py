"""Many new rows of one table in few statements, from plain columns.

``bulk_create`` makes a model object of each row and works out each of its columns anew: most of
what applying a workbook of 20,000 rows would cost. Guards and constraints stand in the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.db import connection, models

SEKALI = 500
"""Rows of one statement, fewer where the database takes fewer values."""

POLOS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("CharField", "TextField"), (str,)),
    **dict.fromkeys(("ForeignKey", "IntegerField", "BigIntegerField"), (int,)),
    **dict.fromkeys(("PositiveIntegerField", "PositiveSmallIntegerField"), (int,)),
    **dict.fromkeys(("SmallIntegerField", "PositiveBigIntegerField"), (int,)),
    "BooleanField": (bool,),
}
"""Values that go to the database as they are, by the kind of field."""

Kolom = Mapping[str, Any]


def sisipkan(
    model: type[models.Model], daftar: Sequence[Kolom], *, kembali: Sequence[str] = ()
) -> list[tuple[Any, ...]]:
    """Insert rows given as column name (``pohon_id``) -> value, what is not named at its default.

    Answers the columns ``kembali`` of every new row, as the database driver gives them.
    """
    medan = [f for f in model._meta.concrete_fields if not f.primary_key]
    penyiap = [(f.attname, f.get_default, _penyiap(f)) for f in medan]
    hasil: list[tuple[Any, ...]] = []
    with connection.cursor() as kursor:
        for potong in _potongan(daftar, medan):
            isi = [
                siapkan(baris[nama] if nama in baris else bawaan())
                for baris in potong
                for nama, bawaan, siapkan in penyiap
            ]
            kursor.execute(_perintah(model, medan, len(potong), kembali), isi)
            if kembali:
                hasil += kursor.fetchall()
    return hasil


def _potongan(daftar: Sequence[Kolom], medan: list[Any]) -> Iterator[Sequence[Kolom]]:
    sekali = min(SEKALI, connection.ops.bulk_batch_size(medan, daftar) or SEKALI)
    return (daftar[awal : awal + sekali] for awal in range(0, len(daftar), sekali))


def _perintah(
    model: type[models.Model], medan: Sequence[Any], baris: int, kembali: Sequence[str]
) -> str:
    sebut = connection.ops.quote_name
    kolom = ", ".join(sebut(f.column) for f in medan)
    satu = f"({', '.join(['%s'] * len(medan))})"
    perintah = f"INSERT INTO {sebut(model._meta.db_table)} ({kolom}) VALUES "  # noqa: S608
    perintah += ", ".join([satu] * baris)
    return f"{perintah} RETURNING {', '.join(map(sebut, kembali))}" if kembali else perintah


def _penyiap(medan: Any) -> Callable[[Any], Any]:
    """What a value of this field becomes on its way to the database."""
    polos = POLOS.get(medan.get_internal_type(), ())

    def siapkan(nilai: Any) -> Any:
        if nilai is None or type(nilai) in polos:
            return nilai
        return medan.get_db_prep_save(nilai, connection)

    return siapkan
