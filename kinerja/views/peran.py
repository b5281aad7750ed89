"""Role and pelaksana of a condition, set from its drawer."""

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
from kinerja.forms.simpul import PeranForm
from kinerja.models import Bentrok
from kinerja.pilihan import PENYUSUN, Jenjang
from kinerja.views.simpul import di_pohon, simpul_terlihat
from kinerja.views.tahun import tahun_tahap


@require_POST
@untuk(*PENYUSUN)
def simpul_peran(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Save; what is refused comes back as a page of its own."""
    simpul = simpul_terlihat(request, simpul_id)
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, simpul)
    form = PeranForm(request.POST, simpul=simpul)
    if simpul.jenjang == Jenjang.KONDISI and form.is_valid():
        siapa: dict[str, Any] = {"oleh": request.user, "pada": timezone.now()}
        ubah = partial(simpul.pohon.ubah, simpul, form.isi(), lama=form.lama(), **siapa)
        try:
            form.jalankan(ubah)
        except (AturanDilanggar, Bentrok):
            pass  # the form is marked
        else:
            messages.success(request, "Peran dan pelaksana disimpan.")
            tahun, tahap = tahun_tahap(request, simpul.pohon)
            return redirect(di_pohon(simpul.pohon, simpul, tahun, tahap))
    status = 409 if form.bentrok else 422
    context = {"form": form, "simpul": simpul, "pohon": simpul.pohon}
    return render(request, "kinerja/simpul_peran.html", context, status=status)
