"""A penjenjangan as the beginning of another one: next year, another periode, a correction."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from cascading.models.butir_penjenjangan import ButirPenjenjangan
from cascading.models.penjenjangan import Penjenjangan
from kinerja.models import Simpul

if TYPE_CHECKING:
    from kinerja.models import Pengguna, Pohon

DIBAWA = ("sampul", "catatan", "kata", "pemegang", "bentang")


@transaction.atomic
def salin(asal: Penjenjangan, *, oleh: Pengguna, pada: datetime, **isi: Any) -> Penjenjangan:
    """A draft with the items, words and holders of ``asal`` over the trees named in ``isi``; kinds
    of left-hand titles follow conditions that were kept or copied.
    """
    siapa: dict[str, Any] = {"oleh": oleh, "pada": pada}
    bawaan = {m: getattr(asal, m) for m in DIBAWA}
    bentuk = _bentuk(asal.bentuk_kiri, isi["pohon_kinerja"])
    baru = Penjenjangan(**bawaan | isi, bentuk_kiri=bentuk, diubah_pada=pada).daftarkan(**siapa)
    for b in asal.butir.order_by("kolom", "urutan", "pk"):
        salinan = ButirPenjenjangan(
            penjenjangan=baru, kolom=b.kolom, teks=b.teks, subbutir=b.subbutir
        )
        salinan.tambahkan(**siapa)
    return baru


def _bentuk(lama: dict[str, str], pohon: Pohon) -> dict[str, str]:
    hasil = {}
    for uid, asal in Simpul.objects.filter(pohon=pohon).values_list("uid", "asal_uid"):
        bentuk = lama.get(str(uid)) or lama.get(str(asal))
        if bentuk:
            hasil[str(uid)] = bentuk
    return hasil
