"""Proposals for a cell, as JSON."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from kinerja.akses import PermintaanMasuk, untuk
from kinerja.models import Pohon
from kinerja.pilihan import PENYUSUN
from kinerja.saran import saran_nomenklatur, saran_satuan


@require_safe
@untuk(*PENYUSUN)
def pohon_saran(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """?medan=satuan, or kode and nama with ?jenjang= and the parent's code ?induk=; ?cari=."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    cari = request.GET.get("cari", "")[:200]
    if request.GET.get("medan") == "satuan":
        return JsonResponse({"saran": saran_satuan(pohon, cari)})
    jenjang, induk = (request.GET.get(nama, "")[:40] for nama in ("jenjang", "induk"))
    return JsonResponse({"saran": saran_nomenklatur(pohon, jenjang, induk, cari)})
