"""Planning periods, and the stages of an agency's yearly numbers."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import PermintaanMasuk, untuk
from kinerja.forms.periode import PeriodeForm, TahapBaruForm, TahapForm
from kinerja.models import PerangkatDaerah, Periode, Tahap
from kinerja.pilihan import Peran
from kinerja.views.pengaturan.formulir import (
    Halaman,
    isi_formulir,
    jalankan,
    remah_lembaga,
    siapa,
)
from kinerja.views.pengaturan.pintu import (
    ADMIN,
    lembaga_dikelola,
    luas,
    milik_dikelola,
    pemda_dikelola,
)


@require_safe
@untuk(Peran.ADMIN_PEMDA)
def periode_daftar(request: PermintaanMasuk) -> HttpResponse:
    pemda_dikelola(request)
    daftar = Periode.objects.order_by("-tahun_awal", "nama")
    return render(request, "kinerja/pengaturan_periode.html", {"daftar": daftar})


@untuk(Peran.ADMIN_PEMDA)
def periode_baru(request: PermintaanMasuk) -> HttpResponse:
    pemda = pemda_dikelola(request)
    form = PeriodeForm(request.POST or None)
    return isi_formulir(
        request,
        form,
        lambda: Periode(**_lengkap(form.isi_baru())).daftarkan(**siapa(request), di=pemda),
        _halaman("Periode baru", tombol="Tambah periode", pesan="Periode ditambahkan."),
    )


@untuk(Peran.ADMIN_PEMDA)
def periode(request: PermintaanMasuk, periode_id: int) -> HttpResponse:
    pemda = pemda_dikelola(request)
    periode = get_object_or_404(Periode, pk=periode_id)
    form = PeriodeForm(request.POST or None, objek=periode)
    return isi_formulir(
        request,
        form,
        lambda: periode.ubah(**form.isi_ubah(), **siapa(request), di=pemda),
        _halaman(periode.nama, hapus=reverse("periode-penghapusan", args=[periode.pk])),
    )


@require_POST
@untuk(Peran.ADMIN_PEMDA)
def periode_hapus(request: PermintaanMasuk, periode_id: int) -> HttpResponse:
    """While no document uses it."""
    pemda = pemda_dikelola(request)
    periode = get_object_or_404(Periode, pk=periode_id)
    return jalankan(
        request,
        lambda: periode.hapus(**siapa(request), di=pemda),
        reverse("periode-daftar"),
        "Periode dihapus.",
    )


@require_safe
@untuk(*ADMIN)
def tahap_daftar(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """The stages of every year, the latest year first."""
    lembaga = lembaga_dikelola(request, lembaga_id)
    context = {
        "lembaga": lembaga,
        "daftar": lembaga.tahap.order_by("-tahun", "urutan"),
        "bagian": "tahap",
        "boleh_buka": luas(request, lembaga),
    }
    return render(request, "kinerja/pengaturan_tahap.html", context)


@untuk(*ADMIN)
def tahap_baru(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """Open the next stage of a year."""
    lembaga = lembaga_dikelola(request, lembaga_id)
    awal = {"tahun": timezone.localdate().year}
    form = TahapBaruForm(request.POST or None, initial=awal)
    halaman = _halaman_tahap(
        lembaga, "Tahap baru", tombol="Buka tahap", pesan="Tahap dibuka.",
        keterangan="Target dan pagu yang diisi sesudah ini masuk ke tahap baru; angka tahap "
        "sebelumnya tetap tersimpan.",
    )  # fmt: skip
    return isi_formulir(
        request, form, lambda: Tahap.buka(lembaga, **form.isi_baru(), **siapa(request)), halaman
    )


@untuk(*ADMIN)
def tahap(request: PermintaanMasuk, tahap_id: int) -> HttpResponse:
    """Name and document of a stage."""
    tahap = milik_dikelola(request, Tahap.objects.all(), tahap_id, "perangkat_daerah")
    form = TahapForm(request.POST or None, objek=tahap)
    return isi_formulir(
        request,
        form,
        lambda: tahap.ubah(**form.isi_ubah(), **siapa(request)),
        _halaman_tahap(tahap.perangkat_daerah, str(tahap)),
    )


@require_POST
@untuk(*ADMIN)
def tahap_kunci(request: PermintaanMasuk, tahap_id: int) -> HttpResponse:
    """Its numbers take no more changes."""
    tahap = milik_dikelola(request, Tahap.objects.all(), tahap_id, "perangkat_daerah")
    return jalankan(
        request,
        lambda: tahap.tutup(**siapa(request)),
        reverse("tahap-daftar", args=[tahap.perangkat_daerah_id]),
        f"Tahap {tahap} dikunci.",
    )


@require_POST
@untuk(Peran.ADMIN_PEMDA)
def tahap_buka(request: PermintaanMasuk, tahap_id: int) -> HttpResponse:
    """Unlock what was locked by mistake; only the pemda's admin, and it stands in the history."""
    tahap = milik_dikelola(request, Tahap.objects.all(), tahap_id, "perangkat_daerah")
    return jalankan(
        request,
        lambda: tahap.buka_lagi(**siapa(request)),
        reverse("tahap-daftar", args=[tahap.perangkat_daerah_id]),
        f"Tahap {tahap} dibuka lagi.",
    )


def _lengkap(isi: dict[str, Any]) -> dict[str, Any]:
    """Every year of the period when none is listed."""
    setiap = list(range(isi["tahun_awal"], isi["tahun_akhir"] + 1))
    return isi | {"tahun_target": isi["tahun_target"] or setiap}


def _halaman(judul: str, **lain: Any) -> Halaman:
    daftar = reverse("periode-daftar")
    remah = ((reverse("pengaturan"), "Pengaturan"), (daftar, "Periode"))
    return Halaman(judul=judul, kembali=daftar, remah=remah, **lain)


def _halaman_tahap(lembaga: PerangkatDaerah, judul: str, **lain: Any) -> Halaman:
    daftar = reverse("tahap-daftar", args=[lembaga.pk])
    return Halaman(
        judul=judul,
        kembali=daftar,
        remah=remah_lembaga(lembaga, (daftar, "Tahap")),
        lembaga=lembaga,
        bagian="tahap",
        **lain,
    )
