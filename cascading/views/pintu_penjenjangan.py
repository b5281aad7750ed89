"""What one may open here: invisible is 404, visible but somebody else's to write is 403."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from cascading.models import ButirPenjenjangan, Penjenjangan
from kinerja.akses import PermintaanMasuk, wajib_menyusun
from kinerja.views.pengaturan.formulir import Halaman

DAFTAR = "Penjenjangan"


def terlihat(request: PermintaanMasuk, dokumen_id: int) -> Penjenjangan:
    daftar = Penjenjangan.objects.terlihat_oleh(request.user).lengkap()
    dokumen: Penjenjangan = get_object_or_404(daftar, pk=dokumen_id)
    return dokumen


def disusun(request: PermintaanMasuk, dokumen_id: int) -> Penjenjangan:
    """A document that the user writes."""
    dokumen = terlihat(request, dokumen_id)
    wajib_menyusun(request, dokumen.perangkat_daerah)
    return dokumen


def butir_disusun(request: PermintaanMasuk, butir_id: int) -> ButirPenjenjangan:
    """An item of a document that the user writes."""
    boleh = Penjenjangan.objects.terlihat_oleh(request.user)
    daftar = ButirPenjenjangan.objects.filter(penjenjangan__in=boleh)
    butir = get_object_or_404(
        daftar.select_related("penjenjangan__perangkat_daerah__pemda"), pk=butir_id
    )
    wajib_menyusun(request, butir.penjenjangan.perangkat_daerah)
    return butir


def halaman(dokumen: Penjenjangan, judul: str, tahap: str = "", **lain: Any) -> Halaman:
    """The words around a form of the document, and the way back to it or to one of its stages."""
    alamat = reverse("penjenjangan", args=[dokumen.pk])
    remah = (
        (reverse("penjenjangan-daftar"), DAFTAR),
        (alamat, f"{dokumen} {dokumen.perangkat_daerah}"),
    )
    kembali = alamat_tahap(dokumen, tahap) if tahap else alamat
    return Halaman(judul=judul, kembali=kembali, remah=remah, **lain)


def alamat_tahap(dokumen: Penjenjangan, tahap: str) -> str:
    return reverse("penjenjangan-tahap", args=[dokumen.pk, tahap])
