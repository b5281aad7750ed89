"""Components made from conditions: what would be made, then making it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cascading.kerangka_cascading import buat_kerangka, rencana_kerangka, sebutan_langkah
from kinerja.akses import PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Pohon
from kinerja.pilihan import JenisPohon, Jenjang, Peran


@require_http_methods(["GET", "POST"])
@untuk(Peran.PERENCANA)
def pohon_kerangka(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Choose a draft cascading of the same agency and periode; see what it gets; make it."""
    daftar = Pohon.objects.terlihat_oleh(request.user).filter(jenis=JenisPohon.POHON_KINERJA)
    pohon = get_object_or_404(daftar, pk=pohon_id)
    wajib_menyusun(request, pohon.perangkat_daerah)
    tujuan = [p for p in _calon(pohon) if p.dapat_diubah]
    if request.method == "POST":
        dipilih = next((p for p in tujuan if str(p.pk) == request.POST.get("tujuan")), None)
        if dipilih is not None and _buat(request, pohon, dipilih):
            return redirect("pohon", dipilih.pk)
        if dipilih is None:
            messages.error(request, "Pilih dokumen cascading yang masih draf.")
    rencana = []
    for p in tujuan:
        kerangka, kondisi = rencana_kerangka(pohon, p)
        lewat = [kondisi[u] for u in (*kerangka.tanpa_peran, *kerangka.tak_cocok)]
        rencana.append((p, kerangka, sebutan_langkah(kerangka), lewat))
    isi = {"pohon": pohon, "rencana": rencana, "jenjang": Jenjang}
    return render(request, "cascading/kerangka.html", isi)


def _calon(pohon: Pohon) -> list[Pohon]:
    milik = {"perangkat_daerah": pohon.perangkat_daerah, "periode": pohon.periode}
    daftar = Pohon.objects.tampak().filter(**milik, jenis=JenisPohon.CASCADING)
    return list(daftar.select_related("perangkat_daerah__pemda", "periode").order_by("judul", "pk"))


def _buat(request: PermintaanMasuk, pohon: Pohon, tujuan: Pohon) -> bool:
    try:
        hasil = buat_kerangka(pohon, tujuan, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        messages.error(request, " ".join(t.pesan for t in ditolak.temuan))
        return False
    lewat = hasil.tanpa_peran + hasil.tak_cocok
    sisa = f" {lewat} kondisi dilewati." if lewat else ""
    pesan = f"Dibuat dan dihubungkan: {hasil.dibuat}.{sisa} Batalkan lewat Riwayat dokumen ini."
    messages.success(request, pesan)
    return True
