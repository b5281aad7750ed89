"""The events that name a box, one of its indicators, or other rows of a document."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from datetime import datetime
from functools import reduce

from django.db import connection
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from kinerja.jejak import Peristiwa, dengan_rincian
from kinerja.models import Riwayat, Simpul

PERISTIWA = 6
"""So many events of a box are told at a time."""


@dataclass(frozen=True)
class JejakKotak:
    """Events that name a box or its indicators, the newest first; ``sebelum``: there are older
    ones than the event of this number, 0 where there are none.
    """

    peristiwa: tuple[Peristiwa, ...]
    sebelum: int


def jejak_kotak(simpul: Simpul, sebelum: int | None = None) -> JejakKotak:
    """The last events of a box, or those before an event of its document; one page of them."""
    uid = uid_kotak(simpul)
    daftar = peristiwa_kotak(simpul, uid).select_related("oleh").order_by("-nomor")
    if sebelum is not None:
        daftar = daftar.filter(nomor__lt=sebelum)
    semua = list(daftar[: PERISTIWA + 1])
    lagi = semua[PERISTIWA - 1].nomor if len(semua) > PERISTIWA else 0
    return JejakKotak(tuple(dengan_rincian(simpul.pohon, semua[:PERISTIWA], hanya=uid)), lagi)


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
