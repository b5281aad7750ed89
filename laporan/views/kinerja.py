"""Reports of a year and a quarter: one page that offers them, one address that gives the files."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.lembar_ukur import ANGKA
from kinerja.models import Pohon
from kinerja.views.pengukuran import masa_ukur
from laporan.forms_kinerja import CetakKinerjaForm
from laporan.naskah_kinerja import cetak_naskah, cetakan_kinerja
from laporan.naskah_lkjip import LKJIP, cetakan_lkjip
from laporan.pengesahan import pastikan_cetakan
from laporan.pengesahan_ukur import (
    KERTAS,
    dokumen_ukur,
    kalimat_berubah,
    naskah_beku_ukur,
)
from laporan.tawaran_kinerja import tawaran_kinerja
from laporan.views.berkas import kirim_cetakan
from laporan.views.perjanjian_berkas import kirim_beku


@require_safe
@untuk(YANG_MASUK)
def laporan_kinerja(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Rencana aksi, pengukuran and E.81 of a year and quarter."""
    return _halaman(request, _terlihat(request, pohon_id))


@require_safe
@untuk(YANG_MASUK)
def laporan_kinerja_berkas(request: PermintaanMasuk, pohon_id: int) -> HttpResponseBase:
    """The file, when it is there already; else the page of the job that makes it."""
    pohon = _terlihat(request, pohon_id)
    form = CetakKinerjaForm(request.GET, pohon=pohon)
    if not form.is_valid():
        return _halaman(request, pohon, "Pilih laporan, tahun, dan triwulannya.", 422)
    pesanan, bentuk = form.pesanan(), form.bentuk
    beku = form.beku
    if beku and bentuk == {"kertas": KERTAS, "akhiran": "pdf"}:
        return kirim_beku(pastikan_cetakan(beku))
    if beku:
        cetakan = cetak_naskah(pesanan, naskah_beku_ukur(beku), **bentuk)
        return kirim_cetakan(request, cetakan, pohon.perangkat_daerah)
    hari = timezone.localdate()
    try:
        if pesanan.laporan == LKJIP:
            cetakan = cetakan_lkjip(pesanan, akhiran=bentuk["akhiran"], pada=hari)
        else:
            cetakan = cetakan_kinerja(pesanan, pada=hari, **bentuk)
    except AturanDilanggar as ditolak:
        return _halaman(request, pohon, str(ditolak), 422)
    return kirim_cetakan(request, cetakan, pohon.perangkat_daerah)


def _terlihat(request: PermintaanMasuk, pohon_id: int) -> Pohon:
    daftar = Pohon.objects.terlihat_oleh(request.user)
    pohon: Pohon = get_object_or_404(
        daftar.select_related("perangkat_daerah__pemda", "periode"), pk=pohon_id
    )
    return pohon


def _halaman(
    request: PermintaanMasuk, pohon: Pohon, pesan: str = "", status: int = 200
) -> HttpResponse:
    tahun, triwulan = masa_ukur(request, pohon)
    beku = dokumen_ukur(pohon, tahun, triwulan)
    context: dict[str, Any] = {
        "beku": beku, "berubah": kalimat_berubah(beku) if beku else "",
        "pohon": pohon, "tahun": tahun, "triwulan": triwulan, "pesan": pesan,
        "triwulan_semua": ANGKA, "daftar": tawaran_kinerja(pohon, tahun, triwulan, request.user),
    }  # fmt: skip
    return render(request, "laporan/kinerja.html", context, status=status)
