"""Renstra tables of a cascading as files."""

from __future__ import annotations

from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.models import Pohon
from kinerja.pilihan import JenisPohon
from laporan.forms import CetakRenstraForm
from laporan.naskah_renstra import cetakan_renstra
from laporan.views.berkas import kirim_cetakan
from laporan.views.cascading import halaman_cascading


@require_safe
@untuk(YANG_MASUK)
def renstra_berkas(request: PermintaanMasuk, pohon_id: int) -> HttpResponseBase:
    """The file, when it is there already; else the page of the job that makes it."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    form = CetakRenstraForm(request.GET)
    if not form.is_valid() or pohon.jenis != JenisPohon.CASCADING:
        return halaman_cascading(request, pohon, status=422)
    isi = form.cleaned_data
    cetakan = cetakan_renstra(
        pohon,
        tabel=isi["tabel"],
        kertas="A3",
        akhiran=isi["format"],
        pada=timezone.localdate(),
    )
    return kirim_cetakan(request, cetakan, pohon.perangkat_daerah)
