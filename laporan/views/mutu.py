"""The findings of an agency as PDF or workbook."""

from __future__ import annotations

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.alamat import angka_alamat
from kinerja.aturan.mutu.katalog import KATALOG
from kinerja.models import PerangkatDaerah
from laporan.jenis_cetak import DAFTAR
from laporan.naskah_mutu import cetakan_mutu
from laporan.views.berkas import kirim_cetakan


@require_safe
@untuk(YANG_MASUK)
def berkas_mutu(request: PermintaanMasuk, lembaga_id: int) -> HttpResponseBase:
    """?format=pdf or xlsx, narrowed like the page; 404 for what the page does not offer."""
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user)
    daftar = terlihat.select_related("pengaturan", "pemda__pengaturan")
    lembaga = get_object_or_404(daftar, pk=lembaga_id)
    akhiran = request.GET.get("format", "pdf")
    if akhiran not in DAFTAR["mutu"].pembuat:
        raise Http404
    tahun, dokumen = request.GET.get("tahun", ""), request.GET.get("dokumen", "")
    nomor = request.GET.get("periksaan", "")
    cetakan = cetakan_mutu(
        lembaga,
        tahun=int(tahun) if tahun.isdecimal() and len(tahun) == 4 else None,
        akhiran=akhiran,
        pada=timezone.now(),
        nomor=nomor if nomor in KATALOG else "",
        pohon=angka_alamat(dokumen),
    )
    return kirim_cetakan(request, cetakan, lembaga)
