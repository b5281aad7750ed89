"""Who answers for one box: given and taken back in the drawer or on the page of the box."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.akses import PermintaanMasuk, dari_skrip, untuk, wajib_menyusun
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.penugasan import TugasForm
from kinerja.models import Jabatan, Simpul
from kinerja.pilihan import PENYUSUN
from kinerja.tugas_kotak import tugas_kotak
from kinerja.views.simpul import konteks_rinci, simpul_terlihat


@require_POST
@untuk(*PENYUSUN)
def simpul_tugaskan(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """A position answers for the box, or in another part than before."""
    simpul = _disusun(request, simpul_id)
    form = TugasForm(request.POST, pohon=simpul.pohon)
    if not form.is_valid():
        return _jawab(request, simpul, [str(p) for daftar in form.errors.values() for p in daftar])
    verba = partial(simpul.pohon.tugaskan, simpul, **form.cleaned_data)
    return _lakukan(request, simpul, verba, "Penugasan disimpan.")


@require_POST
@untuk(*PENYUSUN)
def simpul_lepas(request: PermintaanMasuk, simpul_id: int, jabatan_id: int) -> HttpResponse:
    """The position answers no longer for the box."""
    simpul = _disusun(request, simpul_id)
    milik = Jabatan.objects.filter(perangkat_daerah=simpul.pohon.perangkat_daerah_id)
    jabatan = get_object_or_404(milik, pk=jabatan_id)
    verba = partial(simpul.pohon.lepas_tugas, simpul, jabatan)
    return _lakukan(request, simpul, verba, "Penugasan dilepas.")


def _disusun(request: PermintaanMasuk, simpul_id: int) -> Simpul:
    simpul = simpul_terlihat(request, simpul_id)
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, simpul)
    return simpul


def _lakukan(
    request: PermintaanMasuk, simpul: Simpul, verba: Callable[..., Any], kata: str
) -> HttpResponse:
    try:
        verba(oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        return _jawab(request, simpul, [t.pesan for t in ditolak.temuan])
    if dari_skrip(request):
        return _jawab(request, simpul)
    messages.success(request, kata)
    return redirect(f"{reverse('simpul-rinci', args=[simpul.pk])}#penugasan")


def _jawab(
    request: PermintaanMasuk, simpul: Simpul, ditolak: list[str] | None = None
) -> HttpResponse:
    """The section for a script, the page of the box without; 422 with what was refused."""
    dipilih = request.POST if ditolak else {}
    context: dict[str, Any] = {"tugas_ditolak": ditolak, "dipilih": dipilih}
    status = 422 if ditolak else 200
    if dari_skrip(request):
        tugas = tugas_kotak(simpul, request.user, timezone.localdate())
        context |= {"simpul": simpul, "tugas": tugas}
        return render(request, "kinerja/_rinci_penugasan.html", context, status=status)
    context = konteks_rinci(request, simpul) | context
    return render(request, "kinerja/simpul_rinci.html", context, status=status)
