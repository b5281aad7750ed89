"""One box: its details, and the plain forms that add, change, move and delete it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from kinerja.akses import YANG_MASUK, PermintaanMasuk, dari_skrip, untuk, wajib_menyusun
from kinerja.aturan.jenjang import anak_sah
from kinerja.aturan.teks import cuplik
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.isian import IsianSimpul
from kinerja.forms.komentar import DISEBUT
from kinerja.forms.simpul import (
    MENDUKUNG,
    DukunganForm,
    PelaksanaForm,
    PeranForm,
    PindahForm,
    TambahForm,
)
from kinerja.ikut_terhapus import ikut_terhapus
from kinerja.kaitan import rincian
from kinerja.komentar_kotak import utas_kotak
from kinerja.models import Bentrok, Indikator, Pohon, Simpul
from kinerja.models.penyusunan import AKHIR
from kinerja.pilihan import PENYUSUN, JenisPohon, Jenjang
from kinerja.rinci_simpul import rinci_simpul
from kinerja.tugas_kotak import tugas_kotak
from kinerja.views.tahun import tahun_tahap
from kinerja.views.terhapus import bila_terhapus


@require_safe
@never_cache
@vary_on_headers("X-Requested-With", "HX-Request")
@untuk(YANG_MASUK)
def simpul_rinci(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Details: the drawer's fragment for a script, a page of its own without."""
    simpul = simpul_terlihat(request, simpul_id)
    potong = "#rinci" if dari_skrip(request) else ""
    return render(request, f"kinerja/simpul_rinci.html{potong}", konteks_rinci(request, simpul))


@require_http_methods(["GET", "POST"])
@untuk(*PENYUSUN)
def simpul_baru(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Add a box below ?induk=, after its sibling ?setelah=, or directly under the document."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    induk, setelah = _letak(pohon, request.GET.get("induk", ""), request.GET.get("setelah", ""))
    wajib_menyusun(request, pohon.perangkat_daerah, induk)
    form = TambahForm(request.POST or None, pohon=pohon, induk=induk, setelah=setelah)
    if request.method == "POST" and form.is_valid():
        try:
            isi = form.cleaned_data | {"induk": induk, "setelah": setelah}
            baru = pohon.tambah(**isi, oleh=request.user, pada=timezone.now())
        except AturanDilanggar as ditolak:
            form.tolak(ditolak)
        else:
            messages.success(request, f"{baru.get_jenjang_display()} ditambahkan.")
            return redirect(_tujuan(request, baru, "simpul-ubah"))
    context = {"form": form, "pohon": pohon, "induk": induk}
    status = 422 if form.errors else 200
    return render(request, "kinerja/simpul_baru.html", context, status=status)


@require_http_methods(["GET", "POST"])
@untuk(*PENYUSUN)
@bila_terhapus
def simpul_ubah(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Texts, indicators with targets and the money of a box in one form."""
    simpul = _disusun(request, simpul_id)
    tahun, tahap = tahun_tahap(request, simpul.pohon)
    isian = IsianSimpul(simpul, tahun=tahun, tahap=tahap, data=request.POST or None)
    if request.method == "POST" and isian.is_valid():
        try:
            isian.simpan(oleh=request.user, pada=timezone.now())
        except (AturanDilanggar, Bentrok):
            pass  # the form it came from is marked
        else:
            messages.success(request, "Perubahan disimpan.")
            return redirect(di_pohon(simpul.pohon, simpul, tahun, tahap))
    status = 409 if isian.bentrok else 422 if isian.errors else 200
    context = {"isian": isian, "simpul": simpul, "pohon": simpul.pohon}
    return render(request, "kinerja/simpul_ubah.html", context, status=status)


@require_http_methods(["GET", "POST"])
@untuk(*PENYUSUN)
def simpul_pindah(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Move a box with what hangs below it to another legal parent or place."""
    simpul = _disusun(request, simpul_id)
    form = PindahForm(request.POST or None, simpul=simpul)
    if request.method == "POST" and form.is_valid():
        isi = {"induk": form.cleaned_data["induk"], "setelah": form.cleaned_data["letak"]}
        _wajib_menyusun(request, isi["induk"])
        try:
            simpul.pohon.pindahkan(simpul, **isi, oleh=request.user, pada=timezone.now())
        except AturanDilanggar as ditolak:
            form.add_error(None, [t.pesan for t in ditolak.temuan])
        else:
            messages.success(request, f"“{cuplik(simpul.sebutan, 80)}” dipindahkan.")
            return redirect(_tujuan(request, simpul))
    context = {"form": form, "simpul": simpul, "pohon": simpul.pohon}
    context["ikut"] = ikut_terhapus(simpul)
    status = 422 if form.errors else 200
    return render(request, "kinerja/simpul_pindah.html", context, status=status)


@require_http_methods(["GET", "POST"])
@untuk(*PENYUSUN)
def simpul_hapus(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Delete a box after showing everything that goes along."""
    simpul = _disusun(request, simpul_id)
    context = {"simpul": simpul, "pohon": simpul.pohon, "ikut": ikut_terhapus(simpul)}
    if request.method == "POST":
        try:
            simpul.pohon.hapus(simpul, oleh=request.user, pada=timezone.now())
        except AturanDilanggar as ditolak:
            context["ditolak"] = ditolak.temuan
        else:
            messages.success(request, f"“{cuplik(simpul.sebutan, 80)}” dihapus.")
            return redirect("pohon", simpul.pohon_id)
    status = 422 if "ditolak" in context else 200
    return render(request, "kinerja/simpul_hapus.html", context, status=status)


def simpul_terlihat(request: PermintaanMasuk, simpul_id: int) -> Simpul:
    daftar = Simpul.objects.terlihat_oleh(request.user).select_related(
        *("pohon__perangkat_daerah__pengaturan", "pohon__perangkat_daerah__pemda__pengaturan"),
        *("pohon__periode", "induk", "nomenklatur", "unit", "mendukung__pohon__periode"),
    )
    return get_object_or_404(daftar, pk=simpul_id)


def konteks_rinci(request: PermintaanMasuk, simpul: Simpul) -> dict[str, Any]:
    """Everything the drawer and the page of a box show."""
    tahun, tahap = tahun_tahap(request, simpul.pohon)
    rinci = rinci_simpul(simpul, tahun=tahun, tahap=tahap)
    daftar = [r.indikator for r in rinci.indikator]
    return konteks_komentar(request, simpul, daftar) | {
        "rinci": rinci,
        "tugas": tugas_kotak(simpul, request.user, timezone.localdate()),
        "pohon": simpul.pohon,
        "kembali": di_pohon(simpul.pohon, simpul, tahun, tahap),
        "form_dukungan": DukunganForm(simpul=simpul) if _mendukung(simpul) else None,
        "form_peran": PeranForm(simpul=simpul) if simpul.jenjang == Jenjang.KONDISI else None,
        "pelaksana": PelaksanaForm(simpul=simpul),
        "kaitan": rincian(request, simpul),
        "boleh_ubah": request.user.boleh_menyusun(simpul.pohon, simpul),
        "boleh_angka": request.user.boleh_mengisi(simpul.pohon, simpul),
        "boleh_turunan": bool(anak_sah(simpul.pohon.jenis, simpul.jenjang)),
    }


def _mendukung(simpul: Simpul) -> bool:
    return simpul.pohon.jenis == JenisPohon.CASCADING and simpul.jenjang in MENDUKUNG


def konteks_komentar(
    request: PermintaanMasuk, simpul: Simpul, daftar: list[Indikator] | None = None
) -> dict[str, Any]:
    """The comments of a box; ``daftar`` are its indicators, where they are read already."""
    indikator = list(simpul.indikator.order_by("urutan", "pk")) if daftar is None else daftar
    return {
        "simpul": simpul,
        "utas": utas_kotak(simpul, indikator, request.user),
        "daftar_indikator": indikator,
        "disebut": DISEBUT,
    }


def _disusun(request: PermintaanMasuk, simpul_id: int) -> Simpul:
    """The box, when the user edits it: 404 for other agencies, 403 for other roles."""
    simpul = simpul_terlihat(request, simpul_id)
    _wajib_menyusun(request, simpul)
    return simpul


def _wajib_menyusun(request: PermintaanMasuk, simpul: Simpul) -> None:
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, simpul)


def _letak(pohon: Pohon, induk: str, setelah: str) -> tuple[Simpul, str]:
    """The parent of a new box and the uid of the sibling it follows (AKHIR: none)."""
    if not (induk or setelah):
        return pohon.akar(), AKHIR
    diminta = setelah or induk
    daftar = Simpul.objects.tampak().filter(pohon=pohon).select_related("induk")
    acuan = get_object_or_404(daftar, pk=diminta if diminta.isdecimal() else 0)
    return (acuan.induk, str(acuan.uid)) if setelah else (acuan, AKHIR)


def _tujuan(request: PermintaanMasuk, simpul: Simpul, nama: str = "") -> str:
    """Where to go next: back to the tree at this box, or on to its form."""
    if nama:
        return reverse(nama, args=[simpul.pk])
    tahun, tahap = tahun_tahap(request, simpul.pohon)
    return di_pohon(simpul.pohon, simpul, tahun, tahap)


def di_pohon(pohon: Pohon, simpul: Simpul, tahun: int, tahap: str) -> str:
    tanya = urlencode({"tahun": tahun} | ({"tahap": tahap} if tahap else {}))
    return f"{reverse('pohon', args=[pohon.pk])}?{tanya}#s{simpul.pk}"
