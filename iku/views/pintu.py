"""What one may open here: invisible is 404, visible but somebody else's to write is 403."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse

from iku.models import DokumenIku
from iku.models.milik import MilikDokumen
from kinerja.akses import PermintaanMasuk, wajib_menyusun
from kinerja.views.pengaturan.formulir import Halaman

T = TypeVar("T", bound=MilikDokumen)


def terlihat(request: PermintaanMasuk, dokumen_id: int) -> DokumenIku:
    daftar = DokumenIku.objects.terlihat_oleh(request.user)
    dokumen: DokumenIku = get_object_or_404(
        daftar.select_related("perangkat_daerah__pemda", "periode"), pk=dokumen_id
    )
    return dokumen


def disusun(request: PermintaanMasuk, dokumen_id: int) -> DokumenIku:
    """A document that the user writes."""
    dokumen = terlihat(request, dokumen_id)
    wajib_menyusun(request, dokumen.perangkat_daerah)
    return dokumen


def milik_disusun(request: PermintaanMasuk, daftar: QuerySet[T], pk: int) -> T:
    """A record of a document that the user writes."""
    boleh = DokumenIku.objects.terlihat_oleh(request.user)
    objek = get_object_or_404(
        daftar.filter(dokumen__in=boleh).select_related("dokumen__perangkat_daerah__pemda"), pk=pk
    )
    wajib_menyusun(request, objek.dokumen.perangkat_daerah)
    return objek


def halaman(dokumen: DokumenIku, judul: str, **lain: Any) -> Halaman:
    """The words around a form of the document, and the way back to it."""
    alamat = reverse("iku", args=[dokumen.pk])
    remah = (
        (reverse("iku-daftar"), "Indikator kinerja utama"),
        (alamat, f"{dokumen} {dokumen.perangkat_daerah}"),
    )
    return Halaman(judul=judul, kembali=lain.pop("kembali", alamat), remah=remah, **lain)
