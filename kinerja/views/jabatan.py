"""The positions of a document's agency: what each answers for, many boxes given at once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.penugasan import SaringKotakForm, TugasForm, TugaskanForm
from kinerja.isi_pohon import baca_isi
from kinerja.lembar_jabatan import (
    baca_tugas,
    baris_kotak,
    lembar_jabatan,
    nama_jabatan,
    saring_kotak,
)
from kinerja.models import Jabatan, Pohon
from kinerja.pilihan import PENYUSUN
from kinerja.views.tahun import tahun_tahap


@require_safe
@untuk(YANG_MASUK)
def pohon_jabatan(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """The position tree with the boxes of each, and what nobody answers for yet."""
    pohon = _terlihat(request, pohon_id)
    return _halaman(request, pohon)


@require_safe
@untuk(YANG_MASUK)
def jabatan_tugas(request: PermintaanMasuk, pohon_id: int, jabatan_id: int) -> HttpResponse:
    """One position: its boxes, who held it when, and all boxes to choose from."""
    pohon = _terlihat(request, pohon_id)
    return _halaman_jabatan(request, pohon, _jabatan(pohon, jabatan_id))


@require_POST
@untuk(*PENYUSUN)
def pohon_tugaskan(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Give the chosen boxes to a position, or take them back; one event."""
    pohon = _terlihat(request, pohon_id)
    form = TugaskanForm(request.POST, pohon=pohon)
    dari = request.POST.get("dari", "")
    sah = form.is_valid()
    if sah and not request.user.menyusun_semua(pohon, form.kotak_pk()):
        raise PermissionDenied
    ditolak = [str(p) for daftar in form.errors.values() for p in daftar]
    if sah:
        try:
            form.jalankan(oleh=request.user, pada=timezone.now())
        except AturanDilanggar as galat:
            ditolak = [t.pesan for t in galat.temuan]
        else:
            messages.success(request, form.kabar())
            return redirect(_kembali(pohon, dari))
    if dari.isdecimal():
        return _halaman_jabatan(request, pohon, _jabatan(pohon, int(dari)), ditolak)
    return _halaman(request, pohon, ditolak)


def _terlihat(request: PermintaanMasuk, pohon_id: int) -> Pohon:
    return get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)


def _jabatan(pohon: Pohon, jabatan_id: int) -> Jabatan:
    milik = Jabatan.objects.filter(perangkat_daerah=pohon.perangkat_daerah_id)
    return get_object_or_404(milik.select_related("unit", "atasan"), pk=jabatan_id)


def _kembali(pohon: Pohon, dari: str) -> str:
    if dari.isdecimal():
        return reverse("pohon-jabatan-rinci", args=[pohon.pk, int(dari)])
    return reverse("pohon-jabatan", args=[pohon.pk])


def _halaman(
    request: PermintaanMasuk, pohon: Pohon, ditolak: list[str] | None = None
) -> HttpResponse:
    tahun, tahap = tahun_tahap(request, pohon)
    hari = timezone.localdate()
    lembar = lembar_jabatan(pohon, tahun=tahun, tahap=tahap, pada=hari)
    context = _konteks(request, pohon, ditolak) | {"lembar": lembar, "tahun": tahun}
    status = 422 if ditolak else 200
    return render(request, "kinerja/pohon_jabatan.html", context, status=status)


def _halaman_jabatan(
    request: PermintaanMasuk, pohon: Pohon, jabatan: Jabatan, ditolak: list[str] | None = None
) -> HttpResponse:
    tahun, tahap = tahun_tahap(request, pohon)
    simpul = baca_isi(pohon, tahun=tahun, tahap=tahap).simpul
    daftar = baris_kotak(simpul, baca_tugas(pohon), nama_jabatan(pohon), jabatan.pk)
    context = _konteks(request, pohon, ditolak)
    saring = SaringKotakForm(request.GET)
    isi = saring.cleaned_data if saring.is_valid() else {}
    dipilih = {int(k) for k in context["kotak_dipilih"] if k.isdecimal()}
    context |= {
        "jabatan": jabatan,
        "saring": saring,
        "tersaring": any(isi.values()),
        "daftar": saring_kotak(daftar, selalu=dipilih, **isi),
        "milik": [b for b in daftar if b.peran],
        "pejabat": jabatan.pejabat.select_related("pegawai").order_by("-mulai", "-pk"),
        "hari": timezone.localdate(),
    }
    status = 422 if ditolak else 200
    return render(request, "kinerja/pohon_jabatan_rinci.html", context, status=status)


def _konteks(request: PermintaanMasuk, pohon: Pohon, ditolak: list[str] | None) -> dict[str, Any]:
    """What both pages show; after a refusal the choices stand as they were."""
    dipilih = request.POST if ditolak else {}
    return {
        "pohon": pohon,
        "boleh": bool(request.user.lingkup_menyusun(pohon)),
        "ditolak": ditolak,
        "dipilih": dipilih,
        "kotak_dipilih": request.POST.getlist("kotak") if ditolak else [],
        "form": TugasForm(initial=dipilih, pohon=pohon),
    }
