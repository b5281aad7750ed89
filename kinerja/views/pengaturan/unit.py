"""Units of an agency."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import PermintaanMasuk, untuk
from kinerja.forms.lembaga import UnitForm
from kinerja.models import PerangkatDaerah, Unit
from kinerja.views.pengaturan.formulir import (
    Halaman,
    isi_formulir,
    jalankan,
    remah_lembaga,
    siapa,
)
from kinerja.views.pengaturan.pintu import ADMIN, lembaga_dikelola, milik_dikelola


@require_safe
@untuk(*ADMIN)
def unit_daftar(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """All units, the ended ones last."""
    lembaga = lembaga_dikelola(request, lembaga_id)
    hari = timezone.localdate()
    daftar = list(lembaga.unit.select_related("induk").order_by("nama", "pk"))
    daftar.sort(key=lambda u: bool(u.sampai and u.sampai < hari))
    context = {"lembaga": lembaga, "daftar": daftar, "hari": hari, "bagian": "unit"}
    return render(request, "kinerja/pengaturan_unit.html", context)


@untuk(*ADMIN)
def unit_baru(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    lembaga = lembaga_dikelola(request, lembaga_id)
    form = UnitForm(request.POST or None, lembaga=lembaga)
    return isi_formulir(
        request,
        form,
        lambda: Unit(perangkat_daerah=lembaga, **form.isi_baru()).daftarkan(**siapa(request)),
        _halaman(lembaga, "Unit baru", tombol="Tambah unit", pesan="Unit ditambahkan."),
    )


@untuk(*ADMIN)
def unit(request: PermintaanMasuk, unit_id: int) -> HttpResponse:
    unit = milik_dikelola(request, Unit.objects.all(), unit_id, "perangkat_daerah")
    form = UnitForm(request.POST or None, objek=unit, lembaga=unit.perangkat_daerah)
    hapus = reverse("unit-penghapusan", args=[unit.pk])
    return isi_formulir(
        request,
        form,
        lambda: unit.ubah(**form.isi_ubah(), **siapa(request)),
        _halaman(unit.perangkat_daerah, unit.nama, hapus=hapus),
    )


@require_POST
@untuk(*ADMIN)
def unit_hapus(request: PermintaanMasuk, unit_id: int) -> HttpResponse:
    unit = milik_dikelola(request, Unit.objects.all(), unit_id, "perangkat_daerah")
    kembali = reverse("unit-daftar", args=[unit.perangkat_daerah_id])
    return jalankan(request, lambda: unit.hapus(**siapa(request)), kembali, "Unit dihapus.")


def _halaman(lembaga: PerangkatDaerah, judul: str, **lain: Any) -> Halaman:
    daftar = reverse("unit-daftar", args=[lembaga.pk])
    return Halaman(
        judul=judul,
        kembali=daftar,
        remah=remah_lembaga(lembaga, (daftar, "Unit")),
        lembaga=lembaga,
        bagian="unit",
        **lain,
    )
