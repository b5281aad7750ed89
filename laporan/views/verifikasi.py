"""Is this document real? For everybody, without an account."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kinerja.akses import SIAPA_SAJA, untuk
from laporan.aturan.keaslian import kode_baku, kode_tercetak
from laporan.verifikasi import HasilBanding, bandingkan, lembar_verifikasi, terlalu_sering

CARA = ["GET", "HEAD", "POST"]


@require_http_methods(CARA)
@untuk(SIAPA_SAJA)
def verifikasi(request: HttpRequest) -> HttpResponse:
    """Type a code, or drop a file whose code nobody knows."""
    if terlalu_sering(request):
        return render(request, "laporan/verifikasi_sering.html", status=429)
    tertulis = request.GET.get("kode", "")
    if kode := kode_baku(tertulis):
        return redirect("verifikasi-kode", kode_tercetak(kode))
    hasil, pesan = _banding(request)
    if hasil and hasil.berkas:
        return redirect("verifikasi-kode", hasil.berkas.dokumen.kode_tercetak)
    salah = pesan or ("Kode terdiri atas 12 huruf dan angka." if tertulis else "")
    context = {"hasil": hasil, "salah": salah, "tertulis": tertulis}
    return render(request, "laporan/verifikasi.html", context, status=422 if salah else 200)


@require_http_methods(CARA)
@untuk(SIAPA_SAJA)
def verifikasi_kode(request: HttpRequest, kode: str) -> HttpResponse:
    """The document of a code; a file sent here is compared with it and not kept."""
    if terlalu_sering(request):
        return render(request, "laporan/verifikasi_sering.html", status=429)
    baku = kode_baku(kode)
    lembar = lembar_verifikasi(baku) if baku else None
    if lembar is None:
        tak_ada = {"tak_ada": kode, "tertulis": kode}
        return render(request, "laporan/verifikasi.html", tak_ada, status=404)
    hasil, salah = _banding(request, lembar.dokumen.pk)
    context = {"lembar": lembar, "hasil": hasil, "salah": salah}
    return render(request, "laporan/verifikasi_kode.html", context, status=422 if salah else 200)


def _banding(request: HttpRequest, dokumen: int | None = None) -> tuple[HasilBanding | None, str]:
    """What the file that was sent is, and why there is none."""
    if request.method != "POST":
        return None, ""
    berkas = request.FILES.get("berkas")
    if not isinstance(berkas, UploadedFile):
        return None, "Pilih berkas PDF yang hendak diperiksa, paling besar 10 MB."
    return bandingkan(berkas.chunks(), dokumen), ""
