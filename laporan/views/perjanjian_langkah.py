"""Steps of an agreement: one, or many at once after a look at each."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cascading.aturan.perjanjian import SELESAI, berwenang
from cascading.models import PerjanjianKinerja
from cascading.wewenang_perjanjian import pelaku
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar, tolak
from kinerja.pembekuan import alamat_periksa
from laporan.daftar_perjanjian import menunggu
from laporan.dilihat import sidik_dilihat
from laporan.forms_perjanjian import baca_bukti
from laporan.langkah_perjanjian import langkahkan, sudah_dilangkahi
from laporan.views.perjanjian import halaman_perjanjian, perjanjian_terlihat

BASI = "PERJANJIAN_BERUBAH"


@require_POST
@untuk(YANG_MASUK)
def perjanjian_langkah(
    request: PermintaanMasuk, perjanjian_id: int, kata_kerja: str
) -> HttpResponse:
    """Whose step it is depends on the day, not on a role alone."""
    p = perjanjian_terlihat(request, perjanjian_id)
    sebagai = pelaku(request.user, p, timezone.localdate())
    if not berwenang(kata_kerja, sebagai, p.wajib_verifikasi()):
        raise PermissionDenied
    try:
        langkahkan(p, kata_kerja, **_isian(request, kata_kerja))
    except AturanDilanggar as ditolak:
        p = perjanjian_terlihat(request, perjanjian_id)
        if not sudah_dilangkahi(p, kata_kerja, request.user):
            status = 409 if ditolak.temuan[0].kode == BASI else 422
            alasan = request.POST.get("alasan", "")
            return halaman_perjanjian(request, p, ditolak.temuan, status, alasan)
    messages.success(request, f"{p} {SELESAI[kata_kerja]}.")
    return redirect("perjanjian-saya" if request.POST.get("kembali") else p_alamat(p))


@require_POST
@untuk(YANG_MASUK)
def perjanjian_setujui_banyak(request: PermintaanMasuk) -> HttpResponse:
    """Those that were looked at and are still as they were; each is its own transaction."""
    dipilih = set(request.POST.getlist("perjanjian"))
    dilihat, berhasil = sidik_dilihat(request), 0
    for p in menunggu(request.user, timezone.localdate()):
        if str(p.pk) not in dipilih:
            continue
        try:
            if str(p.pk) not in dilihat:
                raise tolak("BELUM_DILIHAT", "buka dan periksa dahulu.")
            isi = _isian(request, "setujui") | {"dilihat": dilihat[str(p.pk)]}
            langkahkan(p, "setujui", **isi)
            berhasil += 1
        except AturanDilanggar as ditolak:
            messages.error(request, f"{p.jabatan.nama}: {ditolak}")
    messages.success(request, f"{berhasil} perjanjian disetujui.")
    return redirect("perjanjian-saya")


def p_alamat(p: PerjanjianKinerja) -> str:
    return reverse("perjanjian", args=[p.pk])


def _isian(request: PermintaanMasuk, kata_kerja: str) -> dict[str, Any]:
    """Arguments of ``langkahkan`` out of what was posted. Raises AturanDilanggar."""
    isi: dict[str, Any] = {"oleh": request.user, "pada": timezone.now()}
    isi["dilihat"] = request.POST.get("dilihat", "")
    isi["alasan"] = request.POST.get("alasan", "")
    if kata_kerja == "catat_persetujuan":
        isi["bukti"] = baca_bukti(request.POST, request.FILES)
    isi["alamat"] = alamat_periksa(request)
    return isi
