"""Which IKU documents a branch of the tree stands in: said before it moves or goes."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon


def ikut_iku(pohon: Pohon, simpul: Collection[int]) -> list[str]:
    """One sentence per open document that prints an IKU of the branch; two queries."""
    from iku.models import DokumenIku
    from iku.pilihan import TERBUKA

    utama = pohon.indikator.filter(simpul__in=list(simpul), utama=True).count()
    if not utama:
        return []
    daftar = DokumenIku.objects.filter(sumber__pohon=pohon, status__in=TERBUKA).order_by("pk")
    return [f"Dokumen {d} memuat {utama} IKU dari kotak ini dan ikut berubah." for d in daftar]
