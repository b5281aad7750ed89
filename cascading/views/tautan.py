"""Links between conditions and components: the page of a document, the page of a box."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cascading.lembar_tautan import BELUM, Calon, lembar_tautan
from cascading.models import Tautan
from cascading.tautan_dokumen import calon_komponen, tautan_dokumen
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.teks import cuplik
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.lembar_pohon import Permintaan
from kinerja.models import Pohon, Simpul, Tahap
from kinerja.pilihan import PENYUSUN, JenisPohon
from kinerja.views.simpul import simpul_terlihat
from kinerja.views.tahun import tahun_tahap

BERTAUT = (JenisPohon.POHON_KINERJA, JenisPohon.CASCADING)


@require_GET
@untuk(YANG_MASUK)
def pohon_tautan(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """All boxes with their links, suggestions and money; ?saring=belum those without."""
    daftar = Pohon.objects.terlihat_oleh(request.user).filter(jenis__in=BERTAUT)
    pohon = get_object_or_404(daftar, pk=pohon_id)
    tahun, tahap = tahun_tahap(request, pohon)
    saring = request.GET.get("saring", "")
    isi = {
        "pohon": pohon,
        "minta": Permintaan(tahun=tahun, tahap=tahap),
        "daftar_tahap": Tahap.objects.sampai(pohon.perangkat_daerah, tahun),
        "lembar": lembar_tautan(pohon, tahun=tahun, tahap=tahap, saring=saring),
        "saring": saring,
        "belum": BELUM,
        "kondisi": pohon.jenis == JenisPohon.POHON_KINERJA,
        "boleh": request.user.menyusun(pohon.perangkat_daerah) and not pohon.arsip,
    }
    return render(request, "cascading/tautan.html", isi)


@require_http_methods(["GET", "POST"])
@untuk(*PENYUSUN)
def simpul_tautan(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Search components for a condition and link one; ?cari= words, else what sounds alike."""
    simpul = _kondisi(request, simpul_id)
    if request.method == "POST":
        pasangan = [(simpul, _komponen(request, request.POST.get("kotak", "")))]
        try:
            Tautan.pasang(pasangan, oleh=request.user, pada=timezone.now())
        except AturanDilanggar as ditolak:
            messages.error(request, " ".join(t.pesan for t in ditolak.temuan))
        else:
            messages.success(request, f"Dihubungkan dengan “{cuplik(pasangan[0][1].sebutan, 80)}”.")
        return redirect(_kembali(request, simpul))
    isi = _pencarian(simpul, request.GET.get("cari", "").strip())
    return render(request, "cascading/simpul_tautan.html", isi)


@require_POST
@untuk(*PENYUSUN)
def tautan_lepas(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Take one link of a condition away."""
    simpul = _kondisi(request, simpul_id)
    komponen = _komponen(request, request.POST.get("kotak", ""))
    try:
        Tautan.lepas(simpul, komponen, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        messages.error(request, " ".join(t.pesan for t in ditolak.temuan))
    else:
        messages.success(request, f"Tautan dengan “{cuplik(komponen.sebutan, 80)}” dilepas.")
    return redirect(_kembali(request, simpul))


def _pencarian(simpul: Simpul, cari: str) -> dict[str, Any]:
    """What is linked, and what else may be: the boxes with these words, or the most alike."""
    tautan = tautan_dokumen(simpul.pohon, [simpul.uid]).milik.get(simpul.uid, ())
    ada = {s.uid for s in tautan}
    calon = Calon([s for s in calon_komponen(simpul.pohon) if s.uid not in ada])
    ketemu = (calon.cari(cari) if cari else calon.mirip(simpul))[:50]
    dasar = {"simpul": simpul, "pohon": simpul.pohon, "cari": cari}
    return dasar | {"calon": ketemu, "tautan": tautan}


def _kondisi(request: PermintaanMasuk, simpul_id: int) -> Simpul:
    """A condition that the user edits."""
    simpul = simpul_terlihat(request, simpul_id)
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, simpul)
    if simpul.pohon.jenis != JenisPohon.POHON_KINERJA:
        raise PermissionDenied
    return simpul


def _komponen(request: PermintaanMasuk, pk: str) -> Simpul:
    daftar = Simpul.objects.terlihat_oleh(request.user).select_related(
        "pohon__perangkat_daerah__pemda"
    )
    return get_object_or_404(daftar, pk=pk if pk.isdecimal() else 0)


def _kembali(request: PermintaanMasuk, simpul: Simpul) -> str:
    """The page of the document's links, or of the box's, where the button stood."""
    if request.POST.get("dari") == "dokumen":
        return f"{reverse('pohon-tautan', args=[simpul.pohon_id])}#s{simpul.pk}"
    return reverse("simpul-tautan", args=[simpul.pk])
