"""A penjenjangan as a file: PDF, Word, or the blocks that come back as a workbook."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cascading.models import Penjenjangan
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from laporan.forms_penjenjangan import CetakPenjenjanganForm
from laporan.naskah_penjenjangan import cetakan_penjenjangan
from laporan.views.berkas import kirim_cetakan


@require_safe
@untuk(YANG_MASUK)
def penjenjangan_cetak(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """Choose the paper; PDF, Word or Excel."""
    return _halaman(request, _terlihat(request, dokumen_id), CetakPenjenjanganForm())


@require_safe
@untuk(YANG_MASUK)
def penjenjangan_berkas(request: PermintaanMasuk, dokumen_id: int) -> HttpResponseBase:
    """The file, when it is there already; else the page of the job that makes it."""
    dokumen = _terlihat(request, dokumen_id)
    form = CetakPenjenjanganForm(request.GET)
    if not form.is_valid():
        return _halaman(request, dokumen, form, status=422)
    cetakan = cetakan_penjenjangan(
        dokumen,
        kertas=form.cleaned_data["kertas"],
        akhiran=form.cleaned_data["format"],
        pada=timezone.localdate(),
    )
    return kirim_cetakan(request, cetakan, dokumen.perangkat_daerah)


def _terlihat(request: PermintaanMasuk, dokumen_id: int) -> Penjenjangan:
    daftar = Penjenjangan.objects.terlihat_oleh(request.user).lengkap()
    dokumen: Penjenjangan = get_object_or_404(daftar, pk=dokumen_id)
    return dokumen


def _halaman(
    request: PermintaanMasuk, dokumen: Penjenjangan, form: CetakPenjenjanganForm, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {"dokumen": dokumen, "form": form}
    return render(request, "laporan/penjenjangan.html", context, status=status)
