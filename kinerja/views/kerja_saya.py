"""What waits for the reader."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.kerja_saya import kerja_saya as baca_kerja


@require_safe
@untuk(YANG_MASUK)
def kerja_saya(request: PermintaanMasuk) -> HttpResponse:
    """By group with counts; a deadline the nearest first, everything else the newest."""
    daftar = baca_kerja(request.user, timezone.localdate())
    context = {"daftar": daftar, "banyak": sum(len(d.butir) for d in daftar)}
    return render(request, "kinerja/kerja_saya.html", context)
