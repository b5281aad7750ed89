"""Notes as PDF or workbook, narrowed like the list."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.models import PerangkatDaerah
from laporan.evaluasi.daftar_catatan import Saringan, catatan_lembaga
from laporan.evaluasi.minta_paket import pemda_dibaca
from laporan.jenis_cetak import DAFTAR
from laporan.naskah_catatan import cetakan_catatan
from laporan.views.berkas import kirim_cetakan


@require_safe
@untuk(YANG_MASUK)
def catatan_berkas(request: PermintaanMasuk) -> HttpResponseBase:
    """?format=pdf or xlsx: of one agency, or of all for those who read a whole pemda."""
    akhiran = request.GET.get("format", "pdf")
    if akhiran not in DAFTAR["catatan"].pembuat:
        raise Http404
    saringan = Saringan.baca(request.GET)
    lembaga = _lembaga(request, saringan.lembaga)
    if lembaga is None:
        messages.error(request, "Pilih satu perangkat daerah dahulu, lalu unduh lagi.")
        return redirect(f"{reverse('catatan-daftar')}?{saringan.alamat}")
    kini = timezone.now()
    daftar = catatan_lembaga(lembaga, saringan, timezone.localtime(kini).date())
    cetakan = cetakan_catatan(lembaga, daftar, saringan, akhiran=akhiran, pada=kini)
    return kirim_cetakan(request, cetakan, lembaga)


def _lembaga(request: PermintaanMasuk, diminta: int) -> PerangkatDaerah | None:
    """The agency asked for (404 when it is not read), the only one, or the pemda read as a whole:
    who may open the job of the file reads everything in it.
    """
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user).select_related("pemda")
    if diminta:
        if (satu := terlihat.filter(pk=diminta).first()) is None:
            raise Http404
        return satu
    calon = pemda_dibaca(request.user) or list(terlihat[:2])
    return calon[0] if len(calon) == 1 else None
