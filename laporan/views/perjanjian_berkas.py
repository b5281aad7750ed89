"""Files of an agreement: its print, and what comes back signed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from cascading.models import PerjanjianKinerja
from cascading.wewenang_perjanjian import pelaku
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar
from laporan.forms_perjanjian import baca_unggahan
from laporan.lembar_perjanjian import boleh_tandatangani
from laporan.models import BerkasDokumen, Dokumen
from laporan.naskah_perjanjian import cetakan_perjanjian
from laporan.pengesahan import pastikan_cetakan
from laporan.pilihan import JenisBerkas, JenisDokumen
from laporan.tanda_tangan import simpan_bertanda_tangan, tandatangani_perjanjian
from laporan.views.berkas import kirim_berkas
from laporan.views.perjanjian import halaman_perjanjian, perjanjian_terlihat

AKHIRAN = ("pdf", "xlsx")


@require_safe
@untuk(YANG_MASUK)
def perjanjian_cetakan(request: PermintaanMasuk, perjanjian_id: int) -> HttpResponseBase:
    """The draft of this moment, or the bytes that were frozen."""
    p = perjanjian_terlihat(request, perjanjian_id)
    akhiran = request.GET.get("format", "pdf")
    dokumen = Dokumen.objects.dari(JenisDokumen.PERJANJIAN, p.pk) if p.beku else None
    if dokumen is not None and akhiran != "xlsx":
        return kirim_beku(pastikan_cetakan(dokumen))
    bersih = akhiran if akhiran in AKHIRAN else "pdf"
    cetakan = cetakan_perjanjian(p, akhiran=bersih, pada=timezone.now())
    return kirim_berkas(request, cetakan.berkas() or cetakan.buat(), cetakan.nama_berkas)


@require_safe
@untuk(YANG_MASUK)
def berkas_dokumen(request: PermintaanMasuk, berkas_id: int) -> HttpResponse:
    """A stored file, byte by byte, to whoever sees its document or its agreement."""
    berkas = get_object_or_404(BerkasDokumen.objects.select_related("dokumen"), pk=berkas_id)
    milik = Dokumen.objects.terlihat_oleh(request.user).filter(pk=berkas.dokumen_id)
    if not milik.exists():
        daftar = PerjanjianKinerja.objects.terlihat_oleh(request.user)
        asal = berkas.dokumen.asal if berkas.dokumen.jenis == JenisDokumen.PERJANJIAN else None
        get_object_or_404(daftar.distinct(), pk=asal)
    return kirim_beku(berkas)


@require_POST
@untuk(YANG_MASUK)
def perjanjian_simpan_berkas(request: PermintaanMasuk, perjanjian_id: int) -> HttpResponse:
    """A scan of the signed print, or a file signed electronically: adds, changes nothing."""
    p = perjanjian_terlihat(request, perjanjian_id)
    if "PENGAJU" not in pelaku(request.user, p, timezone.localdate()):
        raise PermissionDenied
    try:
        nama, isi = baca_unggahan(request.FILES)
        siapa: dict[str, Any] = {"oleh": request.user, "pada": timezone.now()}
        berkas = simpan_bertanda_tangan(p, isi, nama=nama, **siapa)
    except AturanDilanggar as ditolak:
        return halaman_perjanjian(request, p, ditolak.temuan, 422)
    jenis = JenisBerkas(berkas.jenis).label
    messages.success(request, f"{jenis} disimpan; perjanjian berlaku.")
    return redirect("perjanjian", p.pk)


@require_POST
@sensitive_post_parameters("sandi")
@untuk(YANG_MASUK)
def perjanjian_tandatangani(request: PermintaanMasuk, perjanjian_id: int) -> HttpResponse:
    """One of the two signs with a certificate of their own, which is not kept."""
    p = perjanjian_terlihat(request, perjanjian_id)
    if not boleh_tandatangani(p, request.user):
        raise PermissionDenied
    try:
        _, p12 = baca_unggahan(request.FILES)
        siapa: dict[str, Any] = {"oleh": request.user, "pada": timezone.now()}
        tandatangani_perjanjian(p, p12, request.POST.get("sandi", ""), **siapa)
    except AturanDilanggar as ditolak:
        return halaman_perjanjian(request, p, ditolak.temuan, 422)
    messages.success(request, "Ditandatangani; perjanjian berlaku.")
    return redirect("perjanjian", p.pk)


def kirim_beku(berkas: BerkasDokumen) -> HttpResponse:
    jawab = HttpResponse(bytes(berkas.isi), content_type=berkas.tipe)
    nama = "".join(c if c.isalnum() or c in " -." else " " for c in berkas.nama)
    jawab["Content-Disposition"] = f'attachment; filename="{nama}"'
    jawab["ETag"] = f'"{berkas.sha256}"'
    jawab["Cache-Control"] = "private, no-cache"
    return jawab
