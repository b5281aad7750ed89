"""A job while it works and when it is done."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_peran
from kinerja.models import Pekerjaan
from kinerja.pilihan import Peran
from laporan.pekerjaan import HIDUP, batalkan, berkas_hasil
from laporan.views.berkas import kirim_berkas


@require_safe
@untuk(YANG_MASUK)
def pekerjaan(request: PermintaanMasuk, uid: UUID) -> HttpResponse:
    """Progress; htmx asks for the fragment every second, without JavaScript the page reloads."""
    pekerjaan = _ambil(request, uid)
    context = {
        "pekerjaan": pekerjaan,
        "hidup": pekerjaan.status in HIDUP,
        "berkas": berkas_hasil(pekerjaan),
    }
    bagian = "#kemajuan" if request.headers.get("HX-Request") else ""
    return render(request, f"laporan/pekerjaan.html{bagian}", context)


@require_safe
@untuk(YANG_MASUK)
def pekerjaan_berkas(request: PermintaanMasuk, uid: UUID) -> HttpResponseBase:
    """The result; back to the page when the cache has dropped it."""
    pekerjaan = _ambil(request, uid)
    if berkas := berkas_hasil(pekerjaan):
        return kirim_berkas(request, berkas, pekerjaan.nama_berkas)
    return redirect("pekerjaan", uid)


@require_POST
@untuk(YANG_MASUK)
def pekerjaan_batalkan(request: PermintaanMasuk, uid: UUID) -> HttpResponse:
    """Stop a job: who asked for it, or who plans for the agency. It can be asked for again."""
    pekerjaan = _ambil(request, uid)
    if pekerjaan.diminta_oleh_id != request.user.pk:
        wajib_peran(request, pekerjaan.perangkat_daerah, Peran.PERENCANA, Peran.ADMIN_PD)
    batalkan(pekerjaan, pada=timezone.now())
    return redirect("pekerjaan", uid)


def _ambil(request: PermintaanMasuk, uid: UUID) -> Pekerjaan:
    return get_object_or_404(Pekerjaan.objects.terlihat_oleh(request.user), uid=uid)
