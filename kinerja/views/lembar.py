"""The reference sheet of one indicator: read by all, changed while its document is a draft."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.lembar import LembarForm
from kinerja.lembar_acuan import lembar_acuan
from kinerja.models import Bentrok, Indikator, Pohon


@untuk(YANG_MASUK)
def indikator_lembar(request: PermintaanMasuk, indikator_id: int) -> HttpResponse:
    daftar = Indikator.objects.filter(pohon__in=Pohon.objects.terlihat_oleh(request.user))
    indikator = get_object_or_404(
        daftar.select_related("simpul", "pohon__perangkat_daerah__pemda", "pohon__periode"),
        pk=indikator_id,
    )
    boleh = request.user.boleh_menyusun(indikator.pohon, indikator.simpul)
    tahun = indikator.pohon.periode.daftar_tahun()
    form = LembarForm(request.POST or None, indikator=indikator, tahun=tahun)
    status = 200
    if request.method == "POST":
        if not boleh:
            raise PermissionDenied
        status = _simpan(request, indikator, form)
        if status == 200:
            messages.success(request, "Lembar acuan disimpan.")
            return redirect("indikator-lembar", indikator.pk)
    context = {"acuan": lembar_acuan(indikator), "form": form, "boleh": boleh}
    context["pohon"] = indikator.pohon
    return render(request, "kinerja/lembar_indikator.html", context, status=status)


def _simpan(request: PermintaanMasuk, indikator: Indikator, form: LembarForm) -> int:
    if not form.is_valid():
        return 422
    try:
        indikator.pohon.ubah_indikator(
            indikator, {"lembar": form.lembar().simpan()}, oleh=request.user, pada=timezone.now(),
            lama={"lembar": indikator.lembar},
        )  # fmt: skip
    except AturanDilanggar as ditolak:
        form.tolak(ditolak)
        return 422
    except Bentrok:
        form.add_error(None, "Lembar ini baru saja diubah orang lain; muat ulang halaman.")
        return 409
    return 200
