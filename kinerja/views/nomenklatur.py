"""The official names: versions with their sizes, loading a list, taking one out."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.nomenklatur import NomenklaturForm
from kinerja.impor.nomenklatur import (
    baca_nomenklatur,
    daftar_versi,
    muat_nomenklatur,
    tambah_versi,
)
from kinerja.models import Nomenklatur, VersiNomenklatur
from kinerja.pilihan import Peran
from kinerja.resources import NomenklaturResource
from kinerja.unggahan import TANDA
from kinerja.views.impor import XLSX
from kinerja.views.pengaturan.pintu import pemda_dikelola


@untuk(Peran.ADMIN_PEMDA)
def nomenklatur(request: PermintaanMasuk) -> HttpResponse:
    """Versions, and the form that loads a list into one."""
    pemda_dikelola(request)
    besar = getattr(request, TANDA, False)
    form = NomenklaturForm(request.POST or None, request.FILES or None, terlalu_besar=besar)
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, _muat(request, form))
        except AturanDilanggar as ditolak:
            form.add_error("berkas", [t.pesan for t in ditolak.temuan][:10])
        else:
            return redirect("nomenklatur")
    context = {"form": form, "daftar_versi": list(daftar_versi())}
    status = 422 if form.errors else 200
    return render(request, "kinerja/nomenklatur.html", context, status=status)


@require_safe
@untuk(Peran.ADMIN_PEMDA)
def nomenklatur_unduh(request: PermintaanMasuk, kode: str) -> HttpResponse:
    """A whole version as a workbook."""
    versi = get_object_or_404(VersiNomenklatur, kode=kode)
    daftar = Nomenklatur.objects.filter(versi=versi).select_related("versi").order_by("kode", "pk")
    data = NomenklaturResource().export(daftar)
    jawaban = HttpResponse(data.export("xlsx", escape=True), content_type=XLSX)
    jawaban["Content-Disposition"] = f'attachment; filename="nomenklatur-{versi.kode}.xlsx"'
    return jawaban


def _muat(request: PermintaanMasuk, form: NomenklaturForm) -> str:
    isi, berkas = form.cleaned_data, form.cleaned_data["berkas"]
    hasil = baca_nomenklatur(berkas.read(), berkas.name)
    versi = isi["versi"] or tambah_versi(
        isi["kode"],
        nama=isi["nama"],
        tahun_mulai=isi["tahun_mulai"],
        tahun_sampai=isi["tahun_sampai"],
    )
    muat = muat_nomenklatur(
        versi, hasil, oleh=request.user, pada=timezone.now(), pemda=pemda_dikelola(request)
    )
    return f"Nomenklatur {versi}: {muat.baru} baru, {muat.berubah} berubah, {muat.sama} sama."
