"""The forms of agreements as settings of the pemda."""

from __future__ import annotations

from typing import Any

from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cascading.aturan.bentuk import periksa_bentuk, periksa_susunan
from cascading.models import BentukPerjanjian
from cascading.models.bentuk import JARAK
from kinerja.akses import PermintaanMasuk, untuk
from kinerja.models import PerangkatDaerah
from kinerja.pilihan import Peran
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, jalankan, siapa
from kinerja.views.pengaturan.pintu import pemda_dikelola
from laporan.akibat_bentuk import akibat_bentuk
from laporan.forms_bentuk import BentukForm

TEMPLAT = "laporan/bentuk_formulir.html"


@require_safe
@untuk(Peran.ADMIN_PEMDA)
def bentuk_daftar(request: PermintaanMasuk) -> HttpResponse:
    """The forms in use: ours, or the pemda's own rows."""
    pemda = pemda_dikelola(request)
    sendiri = list(BentukPerjanjian.objects.filter(pemda=pemda).order_by("urutan"))
    daftar: list[Any] = [(b, b.syarat()) for b in sendiri]
    daftar = daftar or [(None, s) for s in BentukPerjanjian.milik(pemda)]
    isi = {"daftar": daftar, "sendiri": bool(sendiri)}
    return render(request, "laporan/bentuk_daftar.html", isi)


@require_POST
@untuk(Peran.ADMIN_PEMDA)
def bentuk_susun(request: PermintaanMasuk) -> HttpResponse:
    """Our forms become rows of the pemda, the same until somebody changes them."""
    pemda = pemda_dikelola(request)
    return jalankan(
        request,
        lambda: BentukPerjanjian.mulai_sendiri(pemda, **siapa(request)),
        reverse("bentuk-daftar"),
        "Bentuk bawaan disalin; sekarang dapat diubah.",
    )


@require_POST
@untuk(Peran.ADMIN_PEMDA)
def bentuk_pulih(request: PermintaanMasuk) -> HttpResponse:
    pemda = pemda_dikelola(request)
    return jalankan(
        request,
        lambda: BentukPerjanjian.kembali_ke_bawaan(pemda, **siapa(request)),
        reverse("bentuk-daftar"),
        "Bentuk bawaan dipakai lagi.",
    )


@untuk(Peran.ADMIN_PEMDA)
def bentuk_baru(request: PermintaanMasuk) -> HttpResponse:
    pemda = pemda_dikelola(request)
    akhir = BentukPerjanjian.objects.filter(pemda=pemda).aggregate(n=Max("urutan"))["n"] or 0
    baru = BentukPerjanjian(pemda=pemda, kode=f"BENTUK_{akhir}")
    form = BentukForm(request.POST or None, initial={"urutan": max(akhir - JARAK // 2, 1)})
    return _isi(
        request, pemda, form, baru,
        lambda: _dengan(baru, form.isi_baru()).daftarkan(**siapa(request)),
        _halaman("Bentuk baru", tombol="Tambah", pesan="Bentuk ditambahkan."),
    )  # fmt: skip


@untuk(Peran.ADMIN_PEMDA)
def bentuk(request: PermintaanMasuk, bentuk_id: int) -> HttpResponse:
    pemda = pemda_dikelola(request)
    satu = get_object_or_404(BentukPerjanjian, pemda=pemda, pk=bentuk_id)
    form = BentukForm(request.POST or None, objek=satu)
    return _isi(
        request, pemda, form, satu,
        lambda: satu.ubah(**form.isi_ubah(), **siapa(request)),
        _halaman(satu.nama, hapus=reverse("bentuk-penghapusan", args=[satu.pk])),
    )  # fmt: skip


@require_POST
@untuk(Peran.ADMIN_PEMDA)
def bentuk_hapus(request: PermintaanMasuk, bentuk_id: int) -> HttpResponse:
    pemda = pemda_dikelola(request)
    satu = get_object_or_404(BentukPerjanjian, pemda=pemda, pk=bentuk_id)
    return jalankan(
        request, lambda: satu.hapus(**siapa(request)), reverse("bentuk-daftar"), "Bentuk dihapus."
    )


def _isi(
    request: PermintaanMasuk,
    pemda: PerangkatDaerah,
    form: BentukForm,
    satu: BentukPerjanjian,
    simpan: Any,
    halaman: Halaman,
) -> HttpResponse:
    """The form; "lihat" shows what it would change without keeping it."""
    if request.method == "POST" and request.POST.get("aksi") == "lihat" and form.is_valid():
        dicoba = _dengan(satu, form.cleaned_data)
        susunan = dicoba.susunan()
        temuan = [*periksa_bentuk(dicoba.syarat().bentuk), *periksa_susunan(susunan)]
        isi = {"form": form, "halaman": halaman, "temuan": temuan}
        if not temuan:
            isi["akibat"] = akibat_bentuk(pemda, susunan, timezone.localdate().year)
        return render(request, TEMPLAT, isi, status=422 if temuan else 200)
    return isi_formulir(request, form, simpan, halaman, TEMPLAT)


def _dengan(satu: BentukPerjanjian, isi: dict[str, Any]) -> BentukPerjanjian:
    for medan, nilai in isi.items():
        setattr(satu, medan, nilai)
    return satu


def _halaman(judul: str, **lain: Any) -> Halaman:
    daftar = reverse("bentuk-daftar")
    remah = ((reverse("pengaturan"), "Pengaturan"), (daftar, "Bentuk perjanjian"))
    return Halaman(judul=judul, kembali=daftar, remah=remah, **lain)
