"""One indicator compared across what an agency wrote about it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.models import Indikator, Pohon
from laporan.aturan.catatan import Pihak
from laporan.evaluasi.alur_catatan import pihak
from laporan.evaluasi.banding import banding_indikator


@require_safe
@untuk(YANG_MASUK)
def evaluasi_banding(request: PermintaanMasuk, indikator_id: int) -> HttpResponse:
    """Cascading, IKU, agreements and realisation in rows, years in columns."""
    terlihat = Pohon.objects.terlihat_oleh(request.user)
    daftar = Indikator.objects.filter(pohon__in=terlihat).select_related(
        "simpul", "pohon__periode", "pohon__perangkat_daerah__pemda"
    )
    indikator = get_object_or_404(daftar, pk=indikator_id)
    lembaga = indikator.pohon.perangkat_daerah
    context = {
        "indikator": indikator,
        "lembaga": lembaga,
        "banding": banding_indikator(indikator),
        "menulis": Pihak.EVALUATOR in pihak(request.user, lembaga),
    }
    return render(request, "laporan/evaluasi/banding.html", context)
