"""The filters of the tree page: asked in the address, else as they were remembered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.saring import Saring, menyebut
from kinerja.lembar_pohon import LembarPohon, Permintaan
from kinerja.models import Pohon
from kinerja.panel_saring import panel_saring
from kinerja.saringan_pohon import Tautan, saring_pohon
from kinerja.sekitar import Sekitar
from kinerja.views.tahun import tahun_tahap


@require_POST
@untuk(YANG_MASUK)
def pohon_saringan(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Remember the filters of the address, for documents of this kind."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    request.user.ingat_saring(pohon.jenis, saring_diminta(request))
    return HttpResponse(status=204)


def saring_diminta(request: PermintaanMasuk) -> Saring:
    return Saring.baca(dict(request.GET.lists()))


def saringan_diingat(request: PermintaanMasuk, pohon: Pohon) -> str:
    """The address with the remembered filters, for a page that was asked without any address."""
    diingat = request.user.tampilannya.saring.get(pohon.jenis)
    if request.GET or not diingat:
        return ""
    tahun, tahap = tahun_tahap(request, pohon)
    minta = Permintaan(tahun=tahun, tahap=tahap)
    return f"{request.path}{Tautan(diingat, minta).ke(diingat)}"


def konteks_saringan(
    request: PermintaanMasuk,
    pohon: Pohon,
    minta: Permintaan,
    lembar: LembarPohon,
    di_sini: Sekitar,
    pada: datetime,
) -> dict[str, Any]:
    """What the page shows of its filters; they are remembered where the address names them."""
    saring = saring_diminta(request)
    if menyebut(request.GET):
        request.user.ingat_saring(pohon.jenis, saring)
    kunjungan = request.user.catat_kunjungan(pohon, pada=pada)
    hasil = saring_pohon(
        pohon, request.user, minta, saring, pada=pada, kunjungan=kunjungan,
        berkomentar=di_sini.komentar, label={satu.pk: satu.nama for satu, _ in lembar.label},
    )  # fmt: skip
    panel = panel_saring(
        pohon, request.user, lembar, saring, kunjungan=kunjungan, komentar=di_sini.banyak_komentar
    )
    tautan = Tautan(saring, minta)
    temuan = tautan.temuan(lembar.saringan)
    return {"saring": saring, "hasil": hasil, "panel": panel, "tautan": tautan, "temuan": temuan}
