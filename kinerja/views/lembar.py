"""The reference sheet of one indicator: read by all, changed while its document is a draft."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.lembar import LembarForm
from kinerja.forms.penanggung import PenanggungForm
from kinerja.lembar_acuan import lembar_acuan
from kinerja.models import Bentrok, Indikator, Pohon


def _indikator(request: PermintaanMasuk, indikator_id: int) -> Indikator:
    daftar = Indikator.objects.filter(pohon__in=Pohon.objects.terlihat_oleh(request.user))
    lengkap = daftar.select_related("simpul", "pohon__perangkat_daerah__pemda", "pohon__periode")
    return get_object_or_404(lengkap, pk=indikator_id)


@untuk(YANG_MASUK)
def indikator_lembar(request: PermintaanMasuk, indikator_id: int) -> HttpResponse:
    indikator = _indikator(request, indikator_id)
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
    return _halaman(request, indikator, form, PenanggungForm(indikator=indikator), status)


@require_POST
@untuk(YANG_MASUK)
def indikator_penanggung(request: PermintaanMasuk, indikator_id: int) -> HttpResponse:
    """The positions and agencies that answer for it, all of them at once."""
    indikator = _indikator(request, indikator_id)
    if not request.user.boleh_menyusun(indikator.pohon, indikator.simpul):
        raise PermissionDenied
    form = PenanggungForm(request.POST, indikator=indikator)
    if form.is_valid():
        try:
            indikator.pohon.tanggungkan(
                indikator, **form.cleaned_data, oleh=request.user, pada=timezone.now()
            )
            messages.success(request, "Penanggung jawab disimpan.")
            return redirect("indikator-lembar", indikator.pk)
        except AturanDilanggar as ditolak:
            for temuan in ditolak.temuan:
                form.add_error(None, temuan.pesan)
    lembar = LembarForm(indikator=indikator, tahun=indikator.pohon.periode.daftar_tahun())
    return _halaman(request, indikator, lembar, form, 422)


def _halaman(
    request: PermintaanMasuk,
    indikator: Indikator,
    form: LembarForm,
    penanggung: PenanggungForm,
    status: int,
) -> HttpResponse:
    context = {
        "acuan": lembar_acuan(indikator),
        "form": form,
        "penanggung": penanggung,
        "boleh": request.user.boleh_menyusun(indikator.pohon, indikator.simpul),
        "pohon": indikator.pohon,
    }
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
