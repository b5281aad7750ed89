"""The events that name a box or one of its indicators."""

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
    menyebut = reduce(operator.or_, (Q(isi__contains=u) for u in sorted(uid)))
    semua = Riwayat.objects.filter(pohon=simpul.pohon_id)
    return semua.alias(isi=Cast("perubahan", TextField())).filter(menyebut).defer("perubahan")
