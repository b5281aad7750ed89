"""The events that name a box, one of its indicators, or other rows of a document."""

from __future__ import annotations

import operator
from functools import reduce

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
