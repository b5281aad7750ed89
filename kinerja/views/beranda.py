"""The first page after logging in, and the colours of the pemda."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kinerja.akses import SIAPA_SAJA, YANG_MASUK, PermintaanMasuk, untuk
from kinerja.gambar.warna import palet_gelap, palet_terang
from kinerja.kerja_saya import kerja_saya
from kinerja.models import Pengaturan, Pengguna, Pohon, Riwayat

TERBARU = 8
KERJA = 5


@require_safe
@untuk(YANG_MASUK)
def beranda(request: PermintaanMasuk) -> HttpResponse:
    """What waits for the reader, documents changed last, what happened to them."""
    terlihat = Pohon.objects.terlihat_oleh(request.user)
    jejak = Riwayat.objects.filter(pohon__in=terlihat.values("pk")).defer("perubahan")
    kerja = [b for d in kerja_saya(request.user, timezone.localdate()) for b in d.butir]
    context = {
        "kerja": kerja[:KERJA],
        "banyak_kerja": len(kerja),
        "daftar_pohon": terlihat.tampak().order_by("-diubah_pada", "pk")[:TERBARU],
        "jejak": jejak.select_related("oleh", "pohon").order_by("-pada", "-pk")[:TERBARU],
    }
    return render(request, "kinerja/beranda.html", context)


@require_safe
@cache_control(private=True, max_age=300)
@untuk(SIAPA_SAJA)
def merek(request: HttpRequest) -> HttpResponse:
    """The pemda's brand colour as tokens, in shades that stay legible."""
    warna = _warna_merek(request.user)
    context = {"terang": palet_terang(warna), "gelap": palet_gelap(warna)} if warna else {}
    return render(request, "kinerja/merek.css", context, content_type="text/css; charset=utf-8")


def _warna_merek(pengguna: object) -> str:
    """Of the user's pemda; of the only pemda for guests."""
    daftar = Pengaturan.objects.order_by("pk")
    if isinstance(pengguna, Pengguna):
        lembaga = [k.perangkat_daerah for k in pengguna.daftar_keanggotaan()]
        daftar = daftar.filter(pemda__in=[p.pemda_atau_diri() for p in lembaga])
    pertama = daftar.first()
    return pertama.warna_merek if pertama else ""
