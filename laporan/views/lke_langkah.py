"""Steps of a sheet, the text of its report, recommendations and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.alamat import angka_alamat
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.models import BentrokSel, SuntinganDitolak
from kinerja.pembekuan import alamat_periksa
from kinerja.views.pengaturan.formulir import siapa
from laporan.aturan.tangga_lke import DAKIAN, SELESAI, PelakuLke
from laporan.evaluasi.baca_lke import baca_lke
from laporan.evaluasi.langkah_lke import langkahkan_lke
from laporan.evaluasi.naskah_lke import LHE, LKE, cetakan_lke, dokumen_beku
from laporan.evaluasi.sisi_penilai import penilai_terlihat
from laporan.evaluasi.wewenang_lke import pelaku_lke
from laporan.forms_lke import LaporanLkeForm, RekomendasiForm
from laporan.jenis_cetak import DAFTAR
from laporan.models import Lke, RekomendasiLke
from laporan.pengesahan import pastikan_cetakan
from laporan.views.berkas import kirim_cetakan
from laporan.views.lke import halaman_lke, lke_terlihat, pilihan_sub, wajib
from laporan.views.perjanjian_berkas import kirim_beku

BASI = {"DOKUMEN_BERUBAH"}
KATA = {"lke": LKE, "lhe": LHE}


@require_POST
@untuk(YANG_MASUK)
def lke_langkah(request: PermintaanMasuk, lke_id: int, kata_kerja: str) -> HttpResponse:
    """``versi`` is what stood on the screen; 409 when it moved on since."""
    satu = lke_terlihat(request, lke_id)
    if not DAKIAN.berwenang(kata_kerja, pelaku_lke(request.user, satu.perangkat_daerah)):
        raise PermissionDenied
    versi, alasan = request.POST.get("versi", ""), request.POST.get("alasan", "")
    try:
        langkahkan_lke(
            satu, kata_kerja, versi=angka_alamat(versi),
            alasan=alasan, alamat=alamat_periksa(request), **siapa(request),
        )  # fmt: skip
    except AturanDilanggar as ditolak:
        status = 409 if {t.kode for t in ditolak.temuan} & BASI else 422
        satu = lke_terlihat(request, lke_id)
        return halaman_lke(request, satu, ditolak=ditolak.temuan, status=status, alasan=alasan)
    messages.success(request, f"{satu} {SELESAI[kata_kerja]}.")
    return redirect("lke", satu.pk)


@require_POST
@untuk(YANG_MASUK)
def lke_laporan(request: PermintaanMasuk, lke_id: int) -> HttpResponse:
    """Number, date and general note of the report."""
    satu = lke_terlihat(request, lke_id)
    wajib(request, satu, PelakuLke.PENILAI)
    form = LaporanLkeForm(request.POST)
    if not form.is_valid():
        return halaman_lke(request, satu, form_laporan=form)
    kerja = partial(satu.tulis_laporan, form.cleaned_data, **siapa(request))
    return _jalankan(request, satu, kerja, "Isi laporan disimpan.", form_laporan=form)


@require_POST
@untuk(YANG_MASUK)
def lke_rekomendasi(request: PermintaanMasuk, lke_id: int) -> HttpResponse:
    """One more recommendation."""
    satu = lke_terlihat(request, lke_id)
    wajib(request, satu, PelakuLke.PENILAI)
    form = RekomendasiForm(request.POST, sub=pilihan_sub(baca_lke(satu)))
    if not form.is_valid():
        return halaman_lke(request, satu, form_rekomendasi=form)
    kerja = partial(satu.rekomendasikan, **form.cleaned_data, **siapa(request))
    return _jalankan(request, satu, kerja, "Rekomendasi ditambahkan.", form_rekomendasi=form)


@require_POST
@untuk(YANG_MASUK)
def lke_rekomendasi_cabut(request: PermintaanMasuk, lke_id: int, nomor: int) -> HttpResponse:
    satu, rekomendasi = _rekomendasi(request, lke_id, nomor)
    wajib(request, satu, PelakuLke.PENILAI)
    kerja = partial(satu.cabut_rekomendasi, rekomendasi, **siapa(request))
    return _jalankan(request, satu, kerja, f"Rekomendasi {nomor} dicabut.")


@require_POST
@untuk(YANG_MASUK)
def lke_tindak_lanjut(request: PermintaanMasuk, lke_id: int, nomor: int) -> HttpResponse:
    """What the agency did about a recommendation."""
    satu, rekomendasi = _rekomendasi(request, lke_id, nomor)
    wajib(request, satu, PelakuLke.PENGAJU)
    teks = request.POST.get("tindak_lanjut", "")
    lama = request.POST.get("lama", "")
    kerja = partial(satu.tindak_lanjuti, rekomendasi, teks, lama=lama, **siapa(request))
    try:
        pesan = f"Tindak lanjut rekomendasi {nomor} disimpan."
        return _jalankan(request, satu, kerja, pesan)
    except SuntinganDitolak as ditolak:
        sebab: Any = ditolak.sel[0]
        kini = sebab.kini if isinstance(sebab, BentrokSel) else ""
        pesan = f"Tindak lanjut {nomor} sudah diubah orang lain menjadi “{kini}”; periksa dahulu."
        temuan = [Temuan(kode="TINDAK_LANJUT_BERUBAH", pesan=pesan)]
        return halaman_lke(request, satu, ditolak=temuan, status=409, ketikan=teks)


@require_safe
@untuk(YANG_MASUK)
def lke_berkas(request: PermintaanMasuk, lke_id: int, jenis: str) -> HttpResponseBase:
    """?format=: the sheet as PDF or XLSX, its report as PDF or DOCX; frozen bytes once final.
    Before that the report is the evaluators' own.
    """
    satu, akhiran = lke_terlihat(request, lke_id), request.GET.get("format", "pdf")
    if jenis not in KATA or akhiran not in DAFTAR[jenis].pembuat:
        raise Http404
    pelaku = pelaku_lke(request.user, satu.perangkat_daerah)
    if jenis == "lhe" and not penilai_terlihat(satu, pelaku):
        raise PermissionDenied
    beku = dokumen_beku(satu)
    if beku is not None and (jenis, akhiran) == ("lhe", "pdf"):
        return kirim_beku(pastikan_cetakan(beku))
    cetakan = cetakan_lke(satu, KATA[jenis], akhiran=akhiran, pada=timezone.now(), pelaku=pelaku)
    return kirim_cetakan(request, cetakan, satu.perangkat_daerah)


def _jalankan(
    request: PermintaanMasuk, satu: Lke, kerja: Callable[[], object], pesan: str, **tampil: Any
) -> HttpResponse:
    """Do it and go back to the page; refused, show the page with the reason and ``tampil``."""
    try:
        kerja()
    except AturanDilanggar as ditolak:
        return halaman_lke(request, satu, ditolak=ditolak.temuan, **tampil)
    messages.success(request, pesan)
    return redirect("lke", satu.pk)


def _rekomendasi(request: PermintaanMasuk, lke_id: int, nomor: int) -> tuple[Lke, RekomendasiLke]:
    satu = lke_terlihat(request, lke_id)
    return satu, get_object_or_404(RekomendasiLke, lke=satu, nomor=nomor)
