"""Planning documents: the list, a new one, the tree page, its history."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.pemeriksaan import RINGKASAN
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.dokumen import DokumenForm
from kinerja.jejak import dengan_rincian
from kinerja.lembar_pohon import Permintaan, lembar_pohon
from kinerja.models import Pohon, Riwayat, Tahap
from kinerja.pilihan import PENYUSUN, Peran
from kinerja.views.tahun import tahun_tahap

PERISTIWA_PER_HALAMAN = 50
DIBUAT = "Dokumen dibuat. Tambahkan isinya atau impor dari Excel."
DIPAKAI_LAGI = "Dokumen kosong dari impor yang dibatalkan dipakai lagi; riwayatnya berlanjut."


@require_safe
@untuk(YANG_MASUK)
def pohon_daftar(request: PermintaanMasuk) -> HttpResponse:
    """Every document the user may see; ?kosong=1 those of undone imports, ?arsip=1 the archive."""
    terlihat = Pohon.objects.terlihat_oleh(request.user).urut()
    pilihan = {"kosong": terlihat.batal(), "arsip": terlihat.arsip()}
    tampilan = next((nama for nama in pilihan if nama in request.GET), "")
    context = {
        "daftar_pohon": pilihan.get(tampilan, terlihat.tampak()),
        "banyak": {} if tampilan else {nama: d.count() for nama, d in pilihan.items()},
        "tampilan": tampilan,
    }
    return render(request, "kinerja/daftar_pohon.html", context)


@require_http_methods(["GET", "POST"])
@untuk(Peran.PERENCANA)
def pohon_baru(request: PermintaanMasuk) -> HttpResponse:
    """Make an empty document."""
    form = DokumenForm(request.POST or None, pengguna=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            pohon = Pohon.buat(**form.cleaned_data, oleh=request.user, pada=timezone.now())
        except AturanDilanggar as ditolak:
            form.add_error(None, [t.pesan for t in ditolak.temuan])
        else:
            messages.success(request, DIPAKAI_LAGI if pohon.versi > 1 else DIBUAT)
            return redirect("pohon", pohon.pk)
    status = 422 if form.errors else 200
    return render(request, "kinerja/dokumen_baru.html", {"form": form}, status=status)


@require_safe
@gzip_page
@untuk(YANG_MASUK)
def pohon(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """The tree page: ?tahun=&tahap=, and without JavaScript ?cari= and ?temuan=."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    tahun, tahap = tahun_tahap(request, pohon)
    saring = request.GET.get("temuan", "")
    minta = Permintaan(
        tahun=tahun,
        tahap=tahap,
        lingkup=request.user.lingkup_menyusun(pohon),
        cari=request.GET.get("cari", "").strip()[:200],
        saring=saring if saring in RINGKASAN else "",
    )
    daftar_tahap = Tahap.objects.sampai(pohon.perangkat_daerah, tahun)
    context = {"pohon": pohon, "minta": minta, "daftar_tahap": daftar_tahap}
    return render(request, "kinerja/pohon.html", context | {"lembar": lembar_pohon(pohon, minta)})


@require_safe
@untuk(YANG_MASUK)
def pohon_riwayat(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """What happened to the document, newest first."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    return _halaman_riwayat(request, pohon)


@require_POST
@untuk(*PENYUSUN)
def riwayat_batalkan(request: PermintaanMasuk, pohon_id: int, nomor: int) -> HttpResponse:
    """Undo one event of a document as a new event."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    wajib_menyusun(request, pohon.perangkat_daerah)
    riwayat = get_object_or_404(Riwayat, pohon=pohon, nomor=nomor)
    try:
        baru = pohon.batalkan(riwayat, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        for temuan in ditolak.temuan:
            messages.error(request, temuan.pesan)
        return _halaman_riwayat(request, pohon, status=422)
    if baru is not None:
        messages.success(request, f"{baru.ringkasan}.")
    return redirect("pohon-riwayat", pohon.pk)


def _halaman_riwayat(request: PermintaanMasuk, pohon: Pohon, status: int = 200) -> HttpResponse:
    daftar = pohon.riwayat.select_related("oleh", "dibatalkan_oleh")
    ringan = daftar.defer("perubahan", "dibatalkan_oleh__perubahan")
    buku = Paginator(ringan.order_by("-nomor"), PERISTIWA_PER_HALAMAN)
    halaman = buku.get_page(request.GET.get("halaman"))
    context = {
        "pohon": pohon,
        "halaman": halaman,
        "daftar": dengan_rincian(pohon, halaman),
        "boleh_ubah": request.user.boleh_menyusun(pohon),
    }
    return render(request, "kinerja/riwayat.html", context, status=status)
