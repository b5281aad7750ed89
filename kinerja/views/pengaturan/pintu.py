"""What an admin may open here: invisible is 404, visible but somebody else's to manage is 403."""

from __future__ import annotations

from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404

from kinerja.akses import PermintaanMasuk
from kinerja.models import PerangkatDaerah
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import JenisPerangkatDaerah, Peran

ADMIN = (Peran.ADMIN_PD, Peran.ADMIN_PEMDA)
M = TypeVar("M", bound=Model)
T = TypeVar("T", bound=Tercatat)


def kelolaan(request: PermintaanMasuk) -> Any:
    """Agencies that the user administers."""
    return PerangkatDaerah.objects.dikelola_oleh(request.user).defer("lambang")


def wajib_mengelola(request: PermintaanMasuk, lembaga: PerangkatDaerah) -> None:
    if not kelolaan(request).filter(pk=lembaga.pk).exists():
        raise PermissionDenied


def lembaga_dikelola(request: PermintaanMasuk, pk: int) -> PerangkatDaerah:
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user)
    lembaga = get_object_or_404(terlihat.select_related("pemda"), pk=pk)
    wajib_mengelola(request, lembaga)
    return lembaga


def milik_dikelola(request: PermintaanMasuk, daftar: QuerySet[T], pk: int, jalan: str) -> T:
    """A record of an agency; ``jalan`` is the way from it to the agency."""
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user)
    objek = get_object_or_404(daftar.filter(**{f"{jalan}__in": terlihat}), pk=pk)
    wajib_mengelola(request, objek.lembaga())
    return objek


def pemda_dikelola(request: PermintaanMasuk) -> PerangkatDaerah:
    """The pemda that the user administers; the first one of several."""
    pemda = kelolaan(request).filter(jenis=JenisPerangkatDaerah.PEMDA).order_by("pk").first()
    if pemda is None:
        raise PermissionDenied
    return pemda


def luas(request: PermintaanMasuk, lembaga: PerangkatDaerah) -> bool:
    """Is the user an admin of the whole pemda, beyond this agency?"""
    return kelolaan(request).filter(pk=lembaga.pemda_atau_diri().pk).exists()
