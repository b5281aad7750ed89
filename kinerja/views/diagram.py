"""A document as a diagram."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.ingatan_diagram import IngatanDiagram, baca_lipat
from kinerja.lembar_diagram import lembar_diagram
from kinerja.lembar_pohon import Permintaan
from kinerja.models import Pohon, Tahap
from kinerja.views.tahun import tahun_tahap

SKALA_TERBESAR = 300
"""Percent."""


@require_safe
@gzip_page
@untuk(YANG_MASUK)
def pohon_diagram(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """The drawing: ?tahun=&tahap=, ?sampai= the step of "open to", ?lipat= single branches.

    An address without these two shows what was open when the document was last drawn.
    """
    terlihat = Pohon.objects.terlihat_oleh(request.user).dengan_pengaturan()
    pohon = get_object_or_404(terlihat, pk=pohon_id)
    tahun, tahap = tahun_tahap(request, pohon)
    minta = Permintaan(tahun=tahun, tahap=tahap)
    gambar = _gambar(request, pohon)
    context = {
        "gambar": gambar,
        "pohon": pohon,
        "minta": minta,
        "daftar_tahap": Tahap.objects.sampai(pohon.perangkat_daerah, tahun),
        "lembar": lembar_diagram(pohon, minta, gambar.sampai, frozenset(gambar.lipat)),
    }
    return render(request, "kinerja/diagram.html", context)


@require_POST
@untuk(YANG_MASUK)
def diagram_perbesaran(request: PermintaanMasuk, pohon_id: int, persen: int) -> HttpResponse:
    """Remember how large a document is drawn; 0 fits it into its frame."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    lama = request.user.tampilannya.diagram.get(str(pohon.pk), IngatanDiagram())
    request.user.ingat_diagram(pohon, replace(lama, skala=min(persen, SKALA_TERBESAR)))
    return HttpResponse(status=204)


def _gambar(request: PermintaanMasuk, pohon: Pohon) -> IngatanDiagram:
    """What is open and how large: as the address asks, which is remembered, else as it was."""
    lama = request.user.tampilannya.diagram.get(str(pohon.pk), IngatanDiagram())
    if not {"sampai", "lipat"} & set(request.GET):
        return lama
    sampai = request.GET.get("sampai", "")
    langkah = int(sampai) if sampai.isdecimal() and len(sampai) < 3 else None
    kini = replace(lama, sampai=langkah, lipat=baca_lipat(request.GET.get("lipat", "")))
    if kini != lama:
        request.user.ingat_diagram(pohon, kini)
    return kini
