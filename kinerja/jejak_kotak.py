"""The events that name a box, one of its indicators, or other rows of a document."""

from __future__ import annotations

import operator
from datetime import datetime
from functools import reduce

from django.db import connection
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from kinerja.models import Riwayat, Simpul


def uid_kotak(simpul: Simpul) -> set[str]:
    """The box and its indicators, as the history names them."""
    indikator = simpul.indikator.values_list("uid", flat=True)
    return {str(simpul.uid), *(str(uid) for uid in indikator)}


def peristiwa_kotak(simpul: Simpul, uid: set[str]) -> QuerySet[Riwayat]:
    """Without their changes, which may be large; not yet in an order."""
    return peristiwa_menyebut(simpul.pohon_id, uid).defer("perubahan")


def peristiwa_menyebut(pohon_id: int, uid: set[str]) -> QuerySet[Riwayat]:
    """Events of a document in whose changes one of these uids stands, in whatever place."""
    menyebut = reduce(operator.or_, (Q(isi__contains=u) for u in sorted(uid)))
    semua = Riwayat.objects.filter(pohon=pohon_id)
    return semua.alias(isi=Cast("perubahan", TextField())).filter(menyebut)


BERUBAH = {
    "sqlite": (
        "SELECT DISTINCT json_extract(b.value, '$.kunci[0]'),"
        " coalesce(json_extract(b.value, '$.sebelum.simpul'),"
        " json_extract(b.value, '$.sesudah.simpul'))"
        " FROM kinerja_riwayat r, json_each(r.perubahan) b WHERE r.id IN ({peristiwa})"
    ),
    "postgresql": (
        "SELECT DISTINCT b.value->'kunci'->>0,"
        " coalesce(b.value->'sebelum'->>'simpul', b.value->'sesudah'->>'simpul')"
        " FROM kinerja_riwayat r, jsonb_array_elements(r.perubahan) b(value)"
        " WHERE r.id IN ({peristiwa})"
    ),
}
"""The rows that events changed, and the box of an indicator that may be gone."""


def uid_berubah(
    pohon_id: int,
    *,
    sejak: datetime | None = None,
    sesudah: int = 0,
    bukan_oleh: int | None = None,
) -> frozenset[str]:
    """Uids of boxes and indicators that events of a document changed: one query at any size.

    ``sejak``: from that moment on; ``sesudah``: after the event of that number; ``bukan_oleh``
    leaves out what one account did itself.
    """
    daftar = Riwayat.objects.filter(pohon=pohon_id, nomor__gt=sesudah).order_by()
    if sejak is not None:
        daftar = daftar.filter(pada__gte=sejak)
    if bukan_oleh is not None:
        daftar = daftar.exclude(oleh=bukan_oleh)
    peristiwa, isi = daftar.values("pk").query.sql_with_params()
    with connection.cursor() as kursor:
        kursor.execute(BERUBAH[connection.vendor].format(peristiwa=peristiwa), isi)
        return frozenset(str(uid) for baris in kursor.fetchall() for uid in baris if uid)
