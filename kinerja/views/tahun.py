"""Which year and stage a page shows: asked in the address, else remembered, else this year."""

from __future__ import annotations

from django.utils import timezone

from kinerja.akses import PermintaanMasuk
from kinerja.models import Pohon


def tahun_tahap(request: PermintaanMasuk, pohon: Pohon) -> tuple[int, str]:
    """(tahun, tahap) of this request; what the address asks is remembered with the account."""
    ingat = request.user.tampilannya
    diminta = request.GET.get("tahun", "")
    tahap = request.GET.get("tahap", "" if diminta else ingat.tahap)
    sah = pohon.periode.daftar_tahun()
    if diminta.isdecimal() and int(diminta) in sah:
        tahun = int(diminta)
    elif ingat.tahun in sah:
        tahun = ingat.tahun
    else:
        tahun = pohon.periode.tahun_bawaan(timezone.localdate())
        tahap = request.GET.get("tahap", "")
    tahap = tahap[:30]
    if diminta and (tahun, tahap) != (ingat.tahun, ingat.tahap):
        request.user.ingat_tahun(tahun, tahap)
    return tahun, tahap
