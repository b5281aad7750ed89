"""Positions as a diagram: a cascading per jabatan, or who answers for what in a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.gambar.diagram import tata
from kinerja.gambar.diagram_svg import svg
from kinerja.gambar.jabatan import BarisJabatan, hutan_jabatan
from kinerja.lembar_diagram_jabatan import baris_peta, baris_tugas
from kinerja.models import PetaJabatan, Pohon
from kinerja.views.tahun import tahun_tahap


@require_safe
@gzip_page
@untuk(YANG_MASUK)
def diagram_peta(request: PermintaanMasuk, peta_id: int) -> HttpResponse:
    """The boxes of a map; a click leads to the form of a box for those who may edit it."""
    peta = get_object_or_404(PetaJabatan.objects.terlihat_oleh(request.user), pk=peta_id)
    boleh = request.user.menyusun(peta.perangkat_daerah)
    kembali = reverse("peta-jabatan", args=[peta.pk])
    judul = f"{peta.sebutan} {peta.perangkat_daerah}"
    alamat = _berpola("kotak-jabatan", 0) if boleh else ""
    context = {"keterangan": str(peta.periode), "kembali": kembali}
    return _gambar(request, judul, baris_peta(peta, alamat), context)


@require_safe
@gzip_page
@untuk(YANG_MASUK)
def diagram_tugas(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """The positions of a document's agency with what each answers for."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    tahun, tahap = tahun_tahap(request, pohon)
    alamat = _berpola("pohon-jabatan-rinci", pohon.pk, 0)
    hari = timezone.localdate()
    baris = baris_tugas(pohon, tahun=tahun, tahap=tahap, pada=hari, alamat=alamat)
    kembali = reverse("pohon-jabatan", args=[pohon.pk])
    judul = f"Jabatan dan penugasan {pohon.sebutan} {pohon.perangkat_daerah}"
    return _gambar(request, judul, baris, {"keterangan": f"Tahun {tahun}", "kembali": kembali})


def _berpola(nama: str, *kunci: int) -> str:
    """The address of a record with {id} in the place of its key, the last one."""
    return reverse(nama, args=kunci).removesuffix("0/") + "{id}/"


def _gambar(
    request: PermintaanMasuk, judul: str, baris: Sequence[BarisJabatan], context: dict[str, Any]
) -> HttpResponse:
    gambar = svg(tata(hutan_jabatan(baris)), judul) if baris else ""
    context |= {"judul": judul, "banyak": len(baris)}
    context["gambar"] = mark_safe(gambar)  # noqa: S308  every text went through escape()
    return render(request, "kinerja/diagram_jabatan.html", context)
