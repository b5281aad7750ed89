"""Packages of documents: ask for one, see the last ones."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.models import PerangkatDaerah
from laporan.evaluasi.minta_paket import minta_paket, paket_terakhir, pemda_dibaca, tahun_awal
from laporan.forms_evaluasi import SEMUA, PaketForm
from laporan.pekerjaan import HIDUP, berkas_hasil


@require_http_methods(["GET", "POST"])
@untuk(YANG_MASUK)
def paket(request: PermintaanMasuk) -> HttpResponse:
    """Of an agency one reads; of all agencies for those who read all of them."""
    kini, form = timezone.now(), _form(request)
    if request.method == "POST":
        _wajib_membaca(form, request.POST.get("lembaga", ""))
        if form.is_valid():
            lembaga, semua = form.dipilih
            isi = {"semua": semua, "tahun": form.cleaned_data["tahun"]}
            kerja = minta_paket(lembaga, **isi, oleh=request.user, pada=kini)
            return redirect("pekerjaan", kerja.uid)
    daftar = [(k, k.status in HIDUP, berkas_hasil(k)) for k in paket_terakhir(request.user)]
    context = {"form": form, "daftar": daftar}
    status = 422 if form.errors else 200
    return render(request, "laporan/evaluasi/paket.html", context, status=status)


def _form(request: PermintaanMasuk) -> PaketForm:
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user).defer("lambang")
    tahun = timezone.localdate().year
    awal = {"lembaga": request.GET.get("lembaga", ""), "tahun": tahun_awal(terlihat, tahun)}
    return PaketForm(
        request.POST or None, daftar=list(terlihat.order_by("nama")),
        pemda=pemda_dibaca(request.user), tahun=tahun, initial=awal,
    )  # fmt: skip


def _wajib_membaca(form: PaketForm, diminta: str) -> None:
    """403 for all agencies of a pemda of which one reads only some, 404 for another agency."""
    if diminta in form.calon or not diminta:
        return
    if diminta.startswith(SEMUA):
        raise PermissionDenied
    raise Http404
