"""The round-trip workbook of a document as a download."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.models import Pohon
from laporan.ekspor import buku_kerja as ekspor
from laporan.views.berkas import JENIS


@require_safe
@untuk(YANG_MASUK)
def buku_kerja(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Written anew each time: it must say what the document says now."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    nama = ekspor.nama_berkas(pohon, timezone.localtime())
    jawab = HttpResponse(ekspor.buku_kerja(pohon), content_type=JENIS[".xlsx"])
    jawab["Content-Disposition"] = f'attachment; filename="{nama}"'
    jawab["Cache-Control"] = "private, no-store"
    return jawab
