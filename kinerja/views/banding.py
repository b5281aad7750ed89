"""A document beside the national list."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.banding_nomenklatur import banding_pohon, versi_dipilih
from kinerja.models import Pohon, VersiNomenklatur
from kinerja.views.tahun import tahun_tahap


@require_safe
@untuk(YANG_MASUK)
def pohon_nomenklatur(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """?versi= another version of the list, ?keadaan= only these boxes (SEMUA: all of them)."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    tahun, _ = tahun_tahap(request, pohon)
    daftar_versi = list(VersiNomenklatur.objects.order_by("-tahun_mulai", "-pk"))
    versi = versi_dipilih(pohon, daftar_versi, request.GET.get("versi", ""))
    context = {"pohon": pohon, "tahun": tahun, "daftar_versi": daftar_versi, "versi": versi}
    if versi is not None:
        keadaan = request.GET.get("keadaan", "")
        banding = banding_pohon(pohon, versi, tahun=tahun)
        context |= {
            "banding": banding,
            "baris": banding.pilih(keadaan),
            "keadaan": keadaan,
            "melayani": versi.melayani(tahun),
        }
    return render(request, "kinerja/banding_nomenklatur.html", context)
