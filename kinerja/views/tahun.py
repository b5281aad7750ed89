"""Which year and stage a page shows: asked in the address, else remembered, else this year."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from kinerja.models import Pohon

INGATAN = "tahun_tahap"


def tahun_tahap(request: HttpRequest, pohon: Pohon) -> tuple[int, str]:
    """(tahun, tahap) of this request; what the address asks is remembered in the session."""
    ingat = request.session.get(INGATAN, {})
    diminta = request.GET.get("tahun", "")
    tahap = request.GET.get("tahap", "" if diminta else ingat.get("tahap", ""))
    sah = pohon.periode.daftar_tahun()
    if diminta.isdecimal() and int(diminta) in sah:
        tahun = int(diminta)
    elif ingat.get("tahun") in sah:
        tahun = ingat["tahun"]
    else:
        tahun = pohon.periode.tahun_bawaan(timezone.localdate())
        tahap = request.GET.get("tahap", "")
    tahap = tahap[:30]
    if diminta and (pilihan := {"tahun": tahun, "tahap": tahap}) != ingat:
        request.session[INGATAN] = pilihan
    return tahun, tahap
