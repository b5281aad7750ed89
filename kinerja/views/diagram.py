"""A document as a diagram."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.lembar_diagram import lembar_diagram
from kinerja.lembar_pohon import Permintaan
from kinerja.models import Pohon, Tahap
from kinerja.views.tahun import tahun_tahap


@require_safe
@gzip_page
@untuk(YANG_MASUK)
def pohon_diagram(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """The drawing: ?tahun=&tahap=, and ?sampai= the step of "open to"."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    tahun, tahap = tahun_tahap(request, pohon)
    sampai = request.GET.get("sampai", "")
    minta = Permintaan(tahun=tahun, tahap=tahap)
    langkah = int(sampai) if sampai.isdecimal() and len(sampai) < 3 else None
    context = {
        "pohon": pohon,
        "minta": minta,
        "daftar_tahap": Tahap.objects.sampai(pohon.perangkat_daerah, tahun),
        "lembar": lembar_diagram(pohon, minta, langkah),
    }
    return render(request, "kinerja/diagram.html", context)
