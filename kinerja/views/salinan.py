"""A perubahan, a copy, the archive: what makes a document from another or puts it away."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.akses import PermintaanMasuk, untuk, wajib_peran
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.dokumen import direncanakan
from kinerja.forms.salinan import SalinForm
from kinerja.models import Pohon
from kinerja.models.isi_salinan import IsiSalinan, KataDiganti
from kinerja.pilihan import Peran, StatusPohon
from kinerja.rinci_riwayat import MEDAN
from kinerja.views.status import halaman_status

TERLIHAT = 200
"""Replaced texts beyond this many are only counted."""


@dataclass(frozen=True)
class Tinjauan:
    """What a copy would bring, change and leave behind."""

    kotak: int
    kata: tuple[tuple[KataDiganti, str], ...]
    banyak_kata: int
    tertinggal: tuple[tuple[str, int], ...]


@require_POST
@untuk(Peran.PERENCANA)
def perubahan_buka(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """The next edition of an approved document."""
    pohon = _disusun(request, pohon_id)
    try:
        baru = pohon.buka_perubahan(oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        milik = pohon.semua_edisi().filter(disalin_dari=pohon, diarsipkan_pada=None)
        sudah = milik.filter(riwayat__nomor=1, riwayat__oleh=request.user).last()
        if sudah is None or sudah.status == StatusPohon.DISETUJUI:
            return halaman_status(request, pohon, ditolak.temuan)
        baru = sudah  # the second click of a double one
    messages.success(request, f"Perubahan dibuka sebagai edisi {baru.edisi}.")
    return redirect("pohon", baru.pk)


@require_POST
@untuk(Peran.PERENCANA)
def pohon_arsip(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Put a document away, or bring it back with ``pulihkan``."""
    pohon = _disusun(request, pohon_id)
    pulihkan = "pulihkan" in request.POST
    try:
        (pohon.pulihkan if pulihkan else pohon.arsipkan)(oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        return halaman_status(request, pohon, ditolak.temuan)
    kata = "dipulihkan" if pulihkan else "diarsipkan; daftar tidak menampilkannya lagi"
    messages.success(request, f"Dokumen {kata}.")
    return redirect("pohon-status", pohon.pk)


@require_http_methods(["GET", "POST"])
@untuk(Peran.PERENCANA)
def pohon_salin(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Copy a document that one may read to an agency that one plans for; first a look, then it."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    if not direncanakan(request.user).exists():
        raise PermissionDenied
    form = SalinForm(request.POST or None, pohon=pohon, pengguna=request.user)
    context = {"pohon": pohon, "form": form}
    if form.is_valid() and "periksa" in request.POST:
        context["tinjauan"] = _tinjauan(pohon.tinjau_salinan(form.pilihan()))
    elif form.is_valid():
        try:
            baru = pohon.salin(form.pilihan(), oleh=request.user, pada=timezone.now())
        except AturanDilanggar as ditolak:
            form.add_error(None, [t.pesan for t in ditolak.temuan])
        else:
            messages.success(request, "Dokumen disalin.")
            return redirect("pohon", baru.pk)
    status = 422 if form.errors else 200
    return render(request, "kinerja/salin.html", context, status=status)


def _disusun(request: PermintaanMasuk, pohon_id: int) -> Pohon:
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    wajib_peran(request, pohon.perangkat_daerah, Peran.PERENCANA)
    return pohon


def _tinjauan(isi: IsiSalinan) -> Tinjauan:
    return Tinjauan(
        kotak=sum(p.jenis == "simpul" for p in isi.perubahan),
        kata=tuple((k, MEDAN[k.medan]) for k in isi.kata[:TERLIHAT]),
        banyak_kata=len(isi.kata),
        tertinggal=tuple((apa, n) for apa, n in isi.tertinggal.items() if n),
    )
