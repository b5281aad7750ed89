"""Choosing the IKU of a document: the mark is the indicator's own."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from iku.lembar_dokumen import calon_iku
from iku.models import DokumenIku
from kinerja.aturan.temuan import tolak
from kinerja.models import Pengguna


@transaction.atomic
def pilih_iku(
    dokumen: DokumenIku, dipilih: Collection[str], *, oleh: Pengguna, pada: datetime
) -> int:
    """Set the mark on the indicators with these keys, take it from the others; how many there are.

    Raises AturanDilanggar where a planning document is locked, or the user may not write a box.
    """
    dokumen.kunci()
    banyak = 0
    berubah = []
    for i in calon_iku(dokumen):
        utama = str(i.pk) in dipilih
        banyak += utama
        if utama != i.utama:
            berubah.append((i, utama))
    for i, utama in berubah:
        if not oleh.menyusun(i.pohon.perangkat_daerah, i.simpul):
            raise tolak("BUKAN_LINGKUP", f"Kotak “{i.simpul}” di luar bagian yang Anda susun.")
        i.pohon.ubah_indikator(i, {"utama": utama}, oleh=oleh, pada=pada, lama={"utama": i.utama})
    if berubah:
        dokumen.naik_versi(pada)
    return banyak
