"""The IKU document as a file: choose the form and the columns of its annexes."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from iku.models import DokumenIku
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar
from laporan.forms_iku import CetakIkuForm
from laporan.naskah_iku import cetakan_iku, dokumen_beku
from laporan.pengesahan import pastikan_cetakan
from laporan.views.berkas import kirim_cetakan
from laporan.views.perjanjian_berkas import kirim_beku


@require_safe
@untuk(YANG_MASUK)
def iku_cetak(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """Book or keputusan; PDF, Excel or Word."""
    dokumen = _terlihat(request, dokumen_id)
    return _halaman(request, dokumen, CetakIkuForm(dokumen=dokumen))


@require_safe
@untuk(YANG_MASUK)
def iku_berkas(request: PermintaanMasuk, dokumen_id: int) -> HttpResponseBase:
    """The file, when it is there already; else the page of the job that makes it."""
    dokumen = _terlihat(request, dokumen_id)
    form = CetakIkuForm(request.GET, dokumen=dokumen)
    if not form.is_valid():
        return _halaman(request, dokumen, form, status=422)
    beku = dokumen_beku(dokumen)
    if beku and form.cetakan_beku:
        return kirim_beku(pastikan_cetakan(beku))
    try:
        cetakan = cetakan_iku(dokumen, pada=timezone.localdate(), **form.pesanan())
    except AturanDilanggar as ditolak:
        form.add_error(None, str(ditolak))
        return _halaman(request, dokumen, form, status=422)
    return kirim_cetakan(request, cetakan, dokumen.perangkat_daerah)


def _terlihat(request: PermintaanMasuk, dokumen_id: int) -> DokumenIku:
    daftar = DokumenIku.objects.terlihat_oleh(request.user)
    dokumen: DokumenIku = get_object_or_404(
        daftar.select_related("perangkat_daerah__pemda", "periode"), pk=dokumen_id
    )
    return dokumen


def _halaman(
    request: PermintaanMasuk, dokumen: DokumenIku, form: CetakIkuForm, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {"dokumen": dokumen, "form": form, "beku": dokumen_beku(dokumen)}
    return render(request, "laporan/iku.html", context, status=status)
