"""A penjenjangan as a file: PDF, Word, or the blocks that come back as a workbook."""

from __future__ import annotations

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from cascading.models import Penjenjangan
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from laporan.jenis_cetak import DAFTAR
from laporan.naskah_penjenjangan import cetakan_penjenjangan
from laporan.pdf.lebar import KERTAS
from laporan.views.berkas import kirim_cetakan


@require_safe
@untuk(YANG_MASUK)
def penjenjangan_berkas(request: PermintaanMasuk, dokumen_id: int) -> HttpResponseBase:
    """?format= and ?kertas=; 404 for what the page does not offer."""
    daftar = Penjenjangan.objects.terlihat_oleh(request.user).lengkap()
    dokumen = get_object_or_404(daftar, pk=dokumen_id)
    akhiran, kertas = request.GET.get("format", "pdf"), request.GET.get("kertas", "F4")
    if akhiran not in DAFTAR["penjenjangan"].pembuat or kertas not in KERTAS:
        raise Http404
    hari = timezone.localdate()
    cetakan = cetakan_penjenjangan(dokumen, kertas=kertas, akhiran=akhiran, pada=hari)
    return kirim_cetakan(request, cetakan, dokumen.perangkat_daerah)
