"""Own column sets of an agency: list, make, change, remove."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cascading.models import SetKolom
from cascading.set_kolom import LENGKAP, SET_BAKU
from kinerja.akses import PermintaanMasuk, untuk, wajib_peran
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import PerangkatDaerah
from kinerja.pilihan import Peran
from laporan.forms import DaftarKolomForm, DaftarKolomFormSet, SetKolomForm, isi_awal

PENGATUR = (Peran.PERENCANA, Peran.ADMIN_PD, Peran.ADMIN_PEMDA)


@require_safe
@untuk(*PENGATUR)
def set_kolom_daftar(request: PermintaanMasuk, perangkat_daerah_id: int) -> HttpResponse:
    """The common sets and those of the agency."""
    lembaga = _lembaga(request, perangkat_daerah_id)
    milik = SetKolom.objects.filter(perangkat_daerah=lembaga).order_by("nama")
    context = {"lembaga": lembaga, "baku": SET_BAKU.values(), "milik": milik}
    return render(request, "laporan/set_kolom_daftar.html", context)


@untuk(*PENGATUR)
def set_kolom_baru(request: PermintaanMasuk, perangkat_daerah_id: int) -> HttpResponse:
    """Make a set, starting from the columns of another (``?dari=``)."""
    lembaga = _lembaga(request, perangkat_daerah_id)
    asal = SET_BAKU.get(request.GET.get("dari", ""), LENGKAP)
    form = SetKolomForm(request.POST or None, initial={"judul": asal.judul})
    kolom = DaftarKolomFormSet(request.POST or None, initial=isi_awal(asal), prefix="kolom")

    def simpan() -> None:
        baru = SetKolom(perangkat_daerah=lembaga, kolom=kolom.kolom(), **form.cleaned_data)
        baru.daftarkan(oleh=request.user, pada=timezone.now())

    return _isian(request, lembaga, form, kolom, simpan)


@untuk(*PENGATUR)
def set_kolom_ubah(request: PermintaanMasuk, set_id: int) -> HttpResponse:
    """Change a set of the agency."""
    milik = _milik(request, set_id)
    form = SetKolomForm(request.POST or None, initial={"nama": milik.nama, "judul": milik.judul})
    awal = isi_awal(milik.daftar())
    kolom = DaftarKolomFormSet(request.POST or None, initial=awal, prefix="kolom")

    def simpan() -> None:
        isi = {**form.cleaned_data, "kolom": kolom.kolom()}
        milik.ubah(isi, oleh=request.user, pada=timezone.now())

    return _isian(request, milik.perangkat_daerah, form, kolom, simpan, milik)


@require_POST
@untuk(*PENGATUR)
def set_kolom_hapus(request: PermintaanMasuk, set_id: int) -> HttpResponse:
    """Remove a set; documents printed with it stay as they are."""
    milik = _milik(request, set_id)
    milik.hapus(oleh=request.user, pada=timezone.now())
    messages.success(request, f"Set kolom {milik.nama} dihapus.")
    return redirect("set-kolom-daftar", milik.perangkat_daerah_id)


def _isian(
    request: PermintaanMasuk,
    lembaga: PerangkatDaerah,
    form: SetKolomForm,
    kolom: DaftarKolomForm,
    simpan: Callable[[], None],
    milik: SetKolom | None = None,
) -> HttpResponse:
    """The form, and what becomes of it: stored and back to the list, or 422 with the reasons."""
    dikirim = request.method == "POST"
    if dikirim and form.is_valid() and kolom.is_valid():
        try:
            simpan()
        except AturanDilanggar as ditolak:
            for t in ditolak.temuan:
                form.add_error(t.letak.medan if t.letak.medan in form.fields else None, t.pesan)
        else:
            messages.success(request, "Set kolom disimpan.")
            return redirect("set-kolom-daftar", lembaga.pk)
    context = {"lembaga": lembaga, "form": form, "kolom": kolom, "milik": milik}
    return render(request, "laporan/set_kolom.html", context, status=422 if dikirim else 200)


def _lembaga(request: PermintaanMasuk, perangkat_daerah_id: int) -> PerangkatDaerah:
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user)
    lembaga = get_object_or_404(terlihat, pk=perangkat_daerah_id)
    wajib_peran(request, lembaga, *PENGATUR)
    return lembaga


def _milik(request: PermintaanMasuk, set_id: int) -> SetKolom:
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user)
    daftar = SetKolom.objects.filter(perangkat_daerah__in=terlihat)
    milik = get_object_or_404(daftar.select_related("perangkat_daerah__pemda"), pk=set_id)
    wajib_peran(request, milik.perangkat_daerah, *PENGATUR)
    return milik
