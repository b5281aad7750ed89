"""The frozen form of a planning document."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.models import Pohon
from laporan.pengesahan import minta_cetakan
from laporan.pohon_beku import pohon_beku
from laporan.views.perjanjian_berkas import kirim_beku


@require_safe
@untuk(YANG_MASUK)
def pohon_dokumen(request: PermintaanMasuk, pohon_id: int) -> HttpResponseBase:
    """The bytes that were approved; while the worker still makes them, back to the status page."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    beku = pohon_beku(pohon)
    if beku is None:
        raise Http404
    if (berkas := minta_cetakan(beku)) is not None:
        return kirim_beku(berkas)
    messages.info(request, "PDF sedang dibuat; coba lagi sebentar lagi.")
    return redirect("pohon-status", pohon.pk)
