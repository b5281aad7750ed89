"""The pemda's own settings and the list of government affairs."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import PermintaanMasuk, untuk
from kinerja.forms.lembaga import BidangUrusanForm, PengaturanForm
from kinerja.models import BidangUrusan, Pengaturan
from kinerja.pilihan import Peran
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, jalankan, siapa
from kinerja.views.pengaturan.pintu import pemda_dikelola


@untuk(Peran.ADMIN_PEMDA)
def tampilan(request: PermintaanMasuk) -> HttpResponse:
    """Colour, verification and the words for levels."""
    pemda = pemda_dikelola(request)
    pengaturan, _ = Pengaturan.objects.get_or_create(pemda=pemda)
    form = PengaturanForm(request.POST or None, objek=pengaturan)
    halaman = Halaman(
        judul="Tampilan dan persetujuan",
        kembali=reverse("tampilan"),
        remah=((reverse("pengaturan"), "Pengaturan"),),
        keterangan=f"Berlaku di semua halaman {pemda}. Sebutan yang kosong memakai kata baku.",
    )
    return isi_formulir(
        request, form, lambda: pengaturan.ubah(**form.isi_ubah(), **siapa(request)), halaman
    )


@require_safe
@untuk(Peran.ADMIN_PEMDA)
def urusan_daftar(request: PermintaanMasuk) -> HttpResponse:
    pemda_dikelola(request)
    daftar = BidangUrusan.objects.order_by("kode")
    return render(request, "kinerja/pengaturan_urusan.html", {"daftar": daftar})


@untuk(Peran.ADMIN_PEMDA)
def urusan_baru(request: PermintaanMasuk) -> HttpResponse:
    pemda = pemda_dikelola(request)
    form = BidangUrusanForm(request.POST or None)
    return isi_formulir(
        request,
        form,
        lambda: BidangUrusan(**form.isi_baru()).daftarkan(**siapa(request), di=pemda),
        _halaman("Bidang urusan baru", tombol="Tambah", pesan="Bidang urusan ditambahkan."),
    )


@untuk(Peran.ADMIN_PEMDA)
def urusan(request: PermintaanMasuk, urusan_id: int) -> HttpResponse:
    pemda = pemda_dikelola(request)
    urusan = get_object_or_404(BidangUrusan, pk=urusan_id)
    form = BidangUrusanForm(request.POST or None, objek=urusan)
    return isi_formulir(
        request,
        form,
        lambda: urusan.ubah(**form.isi_ubah(), **siapa(request), di=pemda),
        _halaman(str(urusan), hapus=reverse("urusan-penghapusan", args=[urusan.pk])),
    )


@require_POST
@untuk(Peran.ADMIN_PEMDA)
def urusan_hapus(request: PermintaanMasuk, urusan_id: int) -> HttpResponse:
    pemda = pemda_dikelola(request)
    urusan = get_object_or_404(BidangUrusan, pk=urusan_id)
    return jalankan(
        request,
        lambda: urusan.hapus(**siapa(request), di=pemda),
        reverse("urusan-daftar"),
        "Bidang urusan dihapus.",
    )


def _halaman(judul: str, **lain: Any) -> Halaman:
    daftar = reverse("urusan-daftar")
    remah = ((reverse("pengaturan"), "Pengaturan"), (daftar, "Bidang urusan"))
    return Halaman(judul=judul, kembali=daftar, remah=remah, **lain)
