"""What the reader is told: the list, one opened, all marked as read."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.models import Pemberitahuan, Simpul

PER_HALAMAN = 50


@require_safe
@untuk(YANG_MASUK)
def pemberitahuan(request: PermintaanMasuk) -> HttpResponse:
    """One's own, the newest first."""
    daftar = Pemberitahuan.objects.terlihat_oleh(request.user).select_related(
        "oleh", "pohon__perangkat_daerah", "pohon__periode"
    )
    urut = daftar.order_by("-pada", "-pk")
    halaman = Paginator(urut, PER_HALAMAN).get_page(request.GET.get("halaman"))
    return render(request, "kinerja/pemberitahuan.html", {"halaman": halaman})


@require_POST
@untuk(YANG_MASUK)
def pemberitahuan_buka(request: PermintaanMasuk, pemberitahuan_id: int) -> HttpResponse:
    """To what it is about; it counts as read from now on."""
    daftar = Pemberitahuan.objects.terlihat_oleh(request.user)
    satu = get_object_or_404(daftar, pk=pemberitahuan_id)
    satu.baca(pada=timezone.now())
    if satu.pohon_id is None:
        return redirect(satu.alamat)
    simpul = Simpul.objects.filter(pohon=satu.pohon_id, uid=satu.simpul_uid).first()
    if simpul is None:
        messages.warning(request, "Kotak itu sudah dihapus dari dokumennya.")
        return redirect("pohon", satu.pohon_id)
    return redirect(f"{reverse('simpul-rinci', args=[simpul.pk])}#komentar")


@require_POST
@untuk(YANG_MASUK)
def pemberitahuan_baca(request: PermintaanMasuk) -> HttpResponse:
    """Mark all as read."""
    Pemberitahuan.objects.filter(penerima=request.user).baca_semua(pada=timezone.now())
    messages.success(request, "Semua pemberitahuan ditandai sudah dibaca.")
    return redirect("pemberitahuan")
