"""Role and pelaksana of a condition, what a goal serves: set from the drawer of the box."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.akses import PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.simpul import MENDUKUNG, DukunganForm, PelaksanaForm, PeranForm
from kinerja.models import Bentrok, Simpul
from kinerja.pilihan import PENYUSUN, JenisPohon, Jenjang
from kinerja.views.simpul import di_pohon, simpul_terlihat
from kinerja.views.tahun import tahun_tahap


@require_POST
@untuk(*PENYUSUN)
def simpul_peran(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Save; what is refused comes back as a page of its own."""
    return _simpan(request, simpul_id, PeranForm, "Peran dan pelaksana")


@require_POST
@untuk(*PENYUSUN)
def simpul_dukungan(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """The same for the goal of the RPJMD that a box serves."""
    return _simpan(request, simpul_id, DukunganForm, "Sasaran RPJMD yang didukung")


@require_POST
@untuk(*PENYUSUN)
def simpul_pelaksana(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """An agency carries the condition out, or with ``lepas`` no longer."""
    simpul = simpul_terlihat(request, simpul_id)
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, simpul)
    form = PelaksanaForm(request.POST, simpul=simpul)
    if _berlaku(simpul, PeranForm) and form.is_valid():
        lembaga = form.cleaned_data["perangkat_daerah"]
        verba = simpul.pohon.lepas_ampu if "lepas" in request.POST else simpul.pohon.ampu
        try:
            verba(simpul, lembaga, oleh=request.user, pada=timezone.now())
        except AturanDilanggar as ditolak:
            form.add_error(None, [t.pesan for t in ditolak.temuan])
        else:
            messages.success(request, f"Pelaksana disimpan: {lembaga}.")
            tahun, tahap = tahun_tahap(request, simpul.pohon)
            return redirect(di_pohon(simpul.pohon, simpul, tahun, tahap))
    context = {"form": form, "simpul": simpul, "pohon": simpul.pohon, "apa": "Pelaksana"}
    return render(request, "kinerja/simpul_peran.html", context, status=422)


def _simpan(
    request: PermintaanMasuk, simpul_id: int, bentuk: type[PeranForm | DukunganForm], apa: str
) -> HttpResponse:
    simpul = simpul_terlihat(request, simpul_id)
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, simpul)
    form = bentuk(request.POST, simpul=simpul)
    if _berlaku(simpul, bentuk) and form.is_valid():
        siapa: dict[str, Any] = {"oleh": request.user, "pada": timezone.now()}
        ubah = partial(simpul.pohon.ubah, simpul, form.isi(), lama=form.lama(), **siapa)
        try:
            form.jalankan(ubah)
        except (AturanDilanggar, Bentrok):
            pass  # the form is marked
        else:
            messages.success(request, f"{apa} disimpan.")
            tahun, tahap = tahun_tahap(request, simpul.pohon)
            return redirect(di_pohon(simpul.pohon, simpul, tahun, tahap))
    status = 409 if form.bentrok else 422
    context = {"form": form, "simpul": simpul, "pohon": simpul.pohon, "apa": apa}
    return render(request, "kinerja/simpul_peran.html", context, status=status)


def _berlaku(simpul: Simpul, bentuk: type[PeranForm | DukunganForm]) -> bool:
    """A condition has a role, a tujuan or sasaran of a cascading serves a goal."""
    if bentuk is PeranForm:
        return simpul.jenjang == Jenjang.KONDISI
    return simpul.pohon.jenis == JenisPohon.CASCADING and simpul.jenjang in MENDUKUNG
