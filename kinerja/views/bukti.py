"""Evidence: added, given out to those who read the agency, taken off."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.bukti import MEDIA, TERBESAR
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Bukti, Indikator, Pohon
from kinerja.unggahan import TANDA


@require_POST
@untuk(YANG_MASUK)
def bukti_tambah(request: PermintaanMasuk, indikator_id: int) -> HttpResponse:
    """A file or a link for the quarter of the address."""
    daftar = Indikator.objects.filter(pohon__in=Pohon.objects.terlihat_oleh(request.user))
    indikator = get_object_or_404(
        daftar.select_related("simpul", "pohon__perangkat_daerah__pemda"), pk=indikator_id
    )
    wajib_menyusun(request, indikator.pohon.perangkat_daerah, indikator.simpul)
    masa = _masa(request)
    if getattr(request, TANDA, False):
        messages.error(request, "Berkas bukti terlalu besar; paling besar 10 MB.")
        return redirect(_alamat(indikator, masa))
    try:
        _simpan(request, indikator, masa)
    except AturanDilanggar as dilanggar:
        messages.error(request, str(dilanggar))
    else:
        messages.success(request, "Bukti ditambahkan.")
    return redirect(_alamat(indikator, masa))


@require_safe
@untuk(YANG_MASUK)
def bukti(request: PermintaanMasuk, bukti_id: int) -> HttpResponseBase:
    """The file, always as a download and always as what its content is."""
    satu = get_object_or_404(Bukti.objects.terlihat_oleh(request.user), pk=bukti_id)
    if satu.tautan or not satu.jalur.exists():
        raise Http404
    jawaban = FileResponse(
        satu.jalur.open("rb"), as_attachment=True, filename=satu.nama_berkas,
        content_type=MEDIA[satu.akhiran],
    )  # fmt: skip
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return jawaban


@require_POST
@untuk(YANG_MASUK)
def bukti_lepas(request: PermintaanMasuk, bukti_id: int) -> HttpResponse:
    """Take it off; refused once its quarter is submitted."""
    satu = get_object_or_404(Bukti.objects.terlihat_oleh(request.user), pk=bukti_id)
    daftar = Indikator.objects.filter(
        uid=satu.indikator_uid, pohon__perangkat_daerah=satu.perangkat_daerah_id
    ).select_related("simpul", "pohon__perangkat_daerah__pemda")
    indikator = get_object_or_404(daftar, pk=request.POST.get("indikator") or 0)
    wajib_menyusun(request, satu.perangkat_daerah, indikator.simpul)
    masa = {"tahun": satu.tahun, "triwulan": satu.triwulan}
    try:
        satu.lepas(indikator, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as dilanggar:
        messages.error(request, str(dilanggar))
    else:
        messages.success(request, "Bukti dilepas.")
    return redirect(_alamat(indikator, masa))


def _simpan(request: PermintaanMasuk, indikator: Indikator, masa: dict[str, int]) -> None:
    siapa: dict[str, Any] = {"oleh": request.user, "pada": timezone.now(), **masa}
    if berkas := request.FILES.get("berkas"):
        isi = berkas.read(TERBESAR + 1)
        Bukti.lampirkan(indikator, berkas.name or "", isi, **siapa)
        return
    nama = request.POST.get("nama", "")
    Bukti.tautkan(indikator, request.POST.get("tautan", ""), nama=nama, **siapa)


def _masa(request: PermintaanMasuk) -> dict[str, int]:
    tahun, triwulan = request.GET.get("tahun", ""), request.GET.get("triwulan", "")
    if not (tahun.isdecimal() and len(tahun) == 4 and triwulan in ("1", "2", "3", "4")):
        raise Http404
    return {"tahun": int(tahun), "triwulan": int(triwulan)}


def _alamat(indikator: Indikator, masa: dict[str, int]) -> str:
    alamat = reverse("indikator-pengukuran", args=[indikator.pk])
    return f"{alamat}?tahun={masa['tahun']}&triwulan={masa['triwulan']}#bukti"
