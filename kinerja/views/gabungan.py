"""The whole pemda as one tree: the RPJMD and, below what they serve, the trees of agencies."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.gabungan import TERBANYAK, gabungan
from kinerja.models import Pohon
from kinerja.pilihan import JenisPohon


@require_safe
@untuk(YANG_MASUK)
def pohon_gabungan(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """?buka= the boxes that are open, by key: every link opens or closes one more."""
    daftar = Pohon.objects.terlihat_oleh(request.user).filter(jenis=JenisPohon.RPJMD)
    pohon = get_object_or_404(daftar, pk=pohon_id)
    teks = request.GET.get("buka", "")[:4000].split(".")
    buka = {int(t) for t in teks if t.isdecimal() and len(t) < 19}
    cabang = gabungan(pohon, request.user, set(sorted(buka)[:TERBANYAK]))
    tampil = {c.simpul.pk for atas in cabang for c in atas.semua() if c.terbuka}
    for satu in (c for atas in cabang for c in atas.semua()):
        lain = tampil ^ {satu.simpul.pk}
        satu.simpul.alamat_buka = f"?buka={'.'.join(map(str, sorted(lain)))}#s{satu.simpul.pk}"
    return render(request, "kinerja/gabungan.html", {"pohon": pohon, "cabang": cabang})
