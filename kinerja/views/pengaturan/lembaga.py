"""Agencies: their data, coat of arms and earlier names."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.forms.lembaga import LambangForm, LembagaForm, SebutanForm
from kinerja.models import PerangkatDaerah, Sebutan
from kinerja.pilihan import JenisPerangkatDaerah, Peran
from kinerja.views.pengaturan.formulir import (
    Halaman,
    isi_formulir,
    jalankan,
    remah_lembaga,
    siapa,
)
from kinerja.views.pengaturan.pintu import (
    ADMIN,
    kelolaan,
    lembaga_dikelola,
    luas,
    milik_dikelola,
    pemda_dikelola,
)


@require_safe
@untuk(*ADMIN)
def pengaturan(request: PermintaanMasuk) -> HttpResponse:
    """Where every setting is found."""
    kelola = kelolaan(request).order_by("nama", "pk")
    pemda = [k for k in kelola if k.jenis == JenisPerangkatDaerah.PEMDA]
    return render(request, "kinerja/pengaturan.html", {"kelola": kelola, "pemda": pemda})


@require_safe
@untuk(*ADMIN)
def lembaga_daftar(request: PermintaanMasuk) -> HttpResponse:
    """The agencies that the user administers."""
    kelola = kelolaan(request).annotate(
        banyak_unit=Count("unit", distinct=True), banyak_jabatan=Count("jabatan", distinct=True)
    )
    boleh_tambah = any(k.peran == Peran.ADMIN_PEMDA for k in request.user.daftar_keanggotaan())
    context = {"daftar": kelola.order_by("pemda", "nama", "pk"), "boleh_tambah": boleh_tambah}
    return render(request, "kinerja/pengaturan_lembaga.html", context)


@untuk(Peran.ADMIN_PEMDA)
def lembaga_baru(request: PermintaanMasuk) -> HttpResponse:
    """A further agency of the pemda."""
    pemda = pemda_dikelola(request)
    form = LembagaForm(request.POST or None, luas=True)
    halaman = Halaman(
        judul="Perangkat daerah baru",
        kembali=reverse("perangkat-daerah-daftar"),
        remah=(
            (reverse("pengaturan"), "Pengaturan"),
            (reverse("perangkat-daerah-daftar"), "Perangkat daerah"),
        ),
        tombol="Tambah perangkat daerah",
        pesan="Perangkat daerah ditambahkan.",
    )
    return isi_formulir(request, form, lambda: _daftarkan(request, form, pemda), halaman)


@untuk(*ADMIN)
def lembaga(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """Data of one agency, its coat of arms and earlier names."""
    lembaga = lembaga_dikelola(request, lembaga_id)
    form = LembagaForm(request.POST or None, objek=lembaga, luas=luas(request, lembaga))
    halaman = Halaman(
        judul=lembaga.nama,
        kembali=reverse("perangkat-daerah", args=[lembaga.pk]),
        remah=remah_lembaga(lembaga)[:1],
        lembaga=lembaga,
        bagian="data",
    )
    sebutan = lembaga.sebutan.order_by("-sampai", "pk")
    return isi_formulir(
        request, form, lambda: _ubah(request, form, lembaga), halaman,
        "kinerja/pengaturan_lembaga_data.html", sebutan=sebutan, form_lambang=LambangForm(),
    )  # fmt: skip


@require_safe
@cache_control(private=True, max_age=300)
@untuk(YANG_MASUK)
def lambang(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """The picture itself."""
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user)
    lembaga = get_object_or_404(terlihat, pk=lembaga_id)
    if not lembaga.lambang:
        raise Http404
    return HttpResponse(bytes(lembaga.lambang), content_type=lembaga.jenis_lambang)


@require_POST
@untuk(*ADMIN)
def lambang_pasang(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """Upload a picture, or take it off with ``lepas``."""
    lembaga = lembaga_dikelola(request, lembaga_id)
    kembali = reverse("perangkat-daerah", args=[lembaga.pk])
    if "lepas" in request.POST:
        return jalankan(
            request, lambda: lembaga.lepas_lambang(**siapa(request)), kembali, "Lambang dilepas."
        )
    form = LambangForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, "Pilih berkas gambarnya dulu.")
        return redirect(kembali)
    isi = form.cleaned_data["berkas"]
    return jalankan(
        request, lambda: lembaga.pasang_lambang(isi, **siapa(request)), kembali, "Lambang dipasang."
    )


@untuk(*ADMIN)
def sebutan_baru(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """An earlier name that was forgotten."""
    lembaga = lembaga_dikelola(request, lembaga_id)
    form = SebutanForm(request.POST or None)
    return isi_formulir(
        request,
        form,
        lambda: Sebutan(perangkat_daerah=lembaga, **form.isi_baru()).daftarkan(**siapa(request)),
        _halaman_sebutan(lembaga, "Nama lama", pesan="Nama lama ditambahkan."),
    )


@untuk(*ADMIN)
def sebutan(request: PermintaanMasuk, sebutan_id: int) -> HttpResponse:
    sebutan = milik_dikelola(request, Sebutan.objects.all(), sebutan_id, "perangkat_daerah")
    form = SebutanForm(request.POST or None, objek=sebutan)
    return isi_formulir(
        request,
        form,
        lambda: sebutan.ubah(**form.isi_ubah(), **siapa(request)),
        _halaman_sebutan(
            sebutan.perangkat_daerah,
            sebutan.nama,
            hapus=reverse("sebutan-penghapusan", args=[sebutan.pk]),
        ),
    )


@require_POST
@untuk(*ADMIN)
def sebutan_hapus(request: PermintaanMasuk, sebutan_id: int) -> HttpResponse:
    sebutan = milik_dikelola(request, Sebutan.objects.all(), sebutan_id, "perangkat_daerah")
    kembali = reverse("perangkat-daerah", args=[sebutan.perangkat_daerah_id])
    return jalankan(request, lambda: sebutan.hapus(**siapa(request)), kembali, "Nama lama dihapus.")


def _halaman_sebutan(lembaga: PerangkatDaerah, judul: str, **lain: Any) -> Halaman:
    return Halaman(
        judul=judul,
        kembali=reverse("perangkat-daerah", args=[lembaga.pk]),
        remah=remah_lembaga(lembaga),
        lembaga=lembaga,
        bagian="data",
        **lain,
    )


@transaction.atomic
def _daftarkan(request: PermintaanMasuk, form: LembagaForm, pemda: PerangkatDaerah) -> None:
    baru = PerangkatDaerah(pemda=pemda, **form.isi_baru()).daftarkan(**siapa(request))
    baru.atur_bidang_urusan(form.cleaned_data.get("bidang_urusan", ()), **siapa(request))


@transaction.atomic
def _ubah(request: PermintaanMasuk, form: LembagaForm, lembaga: PerangkatDaerah) -> None:
    sampai = form.cleaned_data.get("lama_sampai")
    lembaga.ubah(**form.isi_ubah(), lama_sampai=sampai, **siapa(request))
    if "bidang_urusan" in form.changed_data:
        lembaga.atur_bidang_urusan(form.cleaned_data["bidang_urusan"], **siapa(request))
