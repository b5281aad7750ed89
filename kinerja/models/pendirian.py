"""A new, empty document with its hidden root."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Max

from kinerja.models.simpul import Simpul
from kinerja.pilihan import Jenjang

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

KUNCI_DOKUMEN_BARU = 0x504F484F4E  # "POHON": tree_id = MAX + 1 needs one writer at a time


def dirikan(kelas: type[Pohon], *, akar: str = "", **isi: Any) -> Pohon:
    """Call inside a transaction, before other locks. ``akar`` is the root's uid, "" a new one."""
    kunci_dokumen_baru()
    pohon = kelas.objects.create(**isi)
    terbesar = Simpul._base_manager.aggregate(n=Max("tree_id"))["n"] or 0
    simpul = Simpul(
        pohon=pohon, jenjang=Jenjang.AKAR, tree_id=terbesar + 1, lft=1, rght=2, level=0,
        uid=akar or uuid.uuid4(),
    )  # fmt: skip
    Simpul._base_manager.bulk_create([simpul])
    return pohon


def kunci_dokumen_baru() -> None:
    """On PostgreSQL an advisory lock; on SQLite the IMMEDIATE transaction already is one."""
    if connection.vendor == "postgresql":
        with connection.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_xact_lock(%s)", [KUNCI_DOKUMEN_BARU])
