"""How somebody looks at a document: which columns its table has."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.tampilan import daftar_kolom
from kinerja.models import Pohon


@require_POST
@untuk(YANG_MASUK)
def pohon_kolom(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Remember the columns shown, for all documents of this kind; back to the same view of it."""
    terlihat = Pohon.objects.terlihat_oleh(request.user).select_related("periode")
    pohon = get_object_or_404(terlihat, pk=pohon_id)
    kolom = daftar_kolom(pohon.periode.daftar_tahun())
    dipakai = kolom if "semua" in request.POST else request.POST.getlist("kolom")
    request.user.ingat_kolom(pohon.jenis, kolom, dipakai)
    messages.success(request, "Pilihan kolom disimpan.")
    return redirect(f"{reverse('pohon', args=[pohon.pk])}?{request.GET.urlencode()}")
