"""Cascading per jabatan as files: of a map, and of the assignments of a document."""

from __future__ import annotations

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.models import PetaJabatan, Pohon
from kinerja.views.tahun import tahun_tahap
from laporan.jenis_cetak import DAFTAR
from laporan.naskah_jabatan import KERTAS, cetakan_peta, cetakan_tugas
from laporan.views.berkas import kirim_cetakan


@require_safe
@untuk(YANG_MASUK)
def berkas_peta(request: PermintaanMasuk, peta_id: int) -> HttpResponseBase:
    """A map as PDF, picture or workbook."""
    peta = get_object_or_404(PetaJabatan.objects.terlihat_oleh(request.user), pk=peta_id)
    akhiran, kertas = _bentuk(request)
    hari = timezone.localdate()
    cetakan = cetakan_peta(peta, kertas=kertas, akhiran=akhiran, pada=hari)
    return kirim_cetakan(request, cetakan, peta.perangkat_daerah)


@require_safe
@untuk(YANG_MASUK)
def berkas_tugas(request: PermintaanMasuk, pohon_id: int) -> HttpResponseBase:
    """Who answers for what in a document, a box for each position."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    tahun, tahap = tahun_tahap(request, pohon)
    akhiran, kertas = _bentuk(request)
    hari = timezone.localdate()
    cetakan = cetakan_tugas(
        pohon, tahun=tahun, tahap=tahap, kertas=kertas, akhiran=akhiran, pada=hari
    )
    return kirim_cetakan(request, cetakan, pohon.perangkat_daerah)


def _bentuk(request: PermintaanMasuk) -> tuple[str, str]:
    """?format= and ?kertas=; 404 for what the pages do not offer."""
    akhiran, kertas = request.GET.get("format", "pdf"), request.GET.get("kertas", "A3")
    if akhiran not in DAFTAR["jabatan"].pembuat or kertas not in KERTAS:
        raise Http404
    return akhiran, kertas
