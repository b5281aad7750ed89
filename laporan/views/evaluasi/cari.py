"""Search over boxes, indicators and documents of all agencies one reads."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.mutu.katalog import KATALOG
from kinerja.pilihan import Jenjang
from laporan.aturan.pencarian import Pencarian
from laporan.evaluasi.alur_catatan import PENULIS
from laporan.evaluasi.pencarian import cari


@require_safe
@untuk(YANG_MASUK)
def evaluasi_cari(request: PermintaanMasuk) -> HttpResponse:
    """?q= with filters; ?bagian= opens one group with its pages."""
    p = Pencarian.baca(request.GET)
    halaman = request.GET.get("halaman", "")
    hasil = cari(request.user, p, hari=timezone.localdate(), halaman=halaman)
    context = {
        "p": p,
        "hasil": hasil,
        "jenjang": [j for j in Jenjang if j != Jenjang.AKAR],
        "periksaan": KATALOG.values(),
        "tautan": [(k, p.alamat(bagian=k.kode)) for k in hasil.kelompok],
        "semua": p.alamat(bagian=""),
        "menulis": any(
            k.peran in PENULIS and k.perangkat_daerah.pemda_id is None
            for k in request.user.daftar_keanggotaan()
        ),
    }
    return render(request, "laporan/evaluasi/cari.html", context)
