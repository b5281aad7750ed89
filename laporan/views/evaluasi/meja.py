"""The evaluator's desk: agencies with findings and notes."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.models import PerangkatDaerah
from laporan.evaluasi.meja import meja


@require_safe
@untuk(YANG_MASUK)
def evaluasi(request: PermintaanMasuk) -> HttpResponse:
    """Every agency the user reads."""
    hari = timezone.localdate()
    daftar = list(
        PerangkatDaerah.objects.terlihat_oleh(request.user)
        .defer("lambang")
        .select_related("pemda")
        .order_by("pemda_id", "nama", "pk")
    )
    context = {"baris": meja(daftar, tahun=hari.year, hari=hari), "tahun": hari.year}
    return render(request, "laporan/evaluasi/meja.html", context)
