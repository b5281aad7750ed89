"""The cascading table of a document: choose, then take the file or wait for it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cascading.matriks_pohon import ada_pengganti
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.gambar.ukur_teks import HurufTidakAda
from kinerja.models import Pohon, Tahap
from kinerja.pilihan import Peran
from kinerja.views.tahun import tahun_tahap
from laporan.forms import CetakForm
from laporan.naskah_cascading import cetakan_cascading
from laporan.tawaran import TawaranSet, tawaran
from laporan.views.berkas import kirim_cetakan

PENGATUR = (Peran.PERENCANA, Peran.ADMIN_PD, Peran.ADMIN_PEMDA)


@require_safe
@untuk(YANG_MASUK)
def cascading(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Choose columns, paper, year and stage; PDF or XLSX."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    return halaman_cascading(request, pohon)


@require_safe
@untuk(YANG_MASUK)
def cascading_berkas(request: PermintaanMasuk, pohon_id: int) -> HttpResponseBase:
    """The file, when it is there already; else the page of the job that makes it."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    tahun, tahap = tahun_tahap(request, pohon)
    daftar, pesan = _tawaran(pohon, tahun, tahap)
    form = CetakForm(request.GET, pohon=pohon, daftar=daftar)
    if pesan or not form.is_valid():
        return halaman_cascading(request, pohon, form, status=422)
    akhiran = form.cleaned_data["format"]
    hari = timezone.localdate()
    cetakan = cetakan_cascading(form.pesanan(), kertas=form.kertas, akhiran=akhiran, pada=hari)
    return kirim_cetakan(request, cetakan, pohon.perangkat_daerah)


def halaman_cascading(
    request: PermintaanMasuk, pohon: Pohon, form: CetakForm | None = None, status: int = 200
) -> HttpResponse:
    tahun, tahap = tahun_tahap(request, pohon)
    daftar, pesan = _tawaran(pohon, tahun, tahap)
    isi: dict[str, Any] = {
        "pohon": pohon,
        "daftar": daftar,
        "pesan": pesan,
        "form": form or CetakForm(pohon=pohon, daftar=daftar),
        "tahun": tahun,
        "tahap": tahap,
        "berganti": ada_pengganti(pohon),
        "daftar_tahap": Tahap.objects.sampai(pohon.perangkat_daerah, tahun),
        "boleh_atur": request.user.punya_peran(PENGATUR, pohon.perangkat_daerah),
    }
    return render(request, "laporan/cascading.html", isi, status=status)


def _tawaran(pohon: Pohon, tahun: int, tahap: str) -> tuple[list[TawaranSet], str]:
    """The offers, or the sentence why there are none."""
    try:
        return tawaran(pohon, tahun=tahun, tahap=tahap), ""
    except (AturanDilanggar, HurufTidakAda) as galat:
        return [], str(galat)
