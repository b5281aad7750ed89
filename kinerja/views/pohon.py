"""Planning documents: the list, a new one, the tree page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.tampilan import pilihan_kolom
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.dokumen import DokumenForm
from kinerja.lembar_pohon import Permintaan, lembar_pohon
from kinerja.models import Pohon
from kinerja.pilihan import Peran
from kinerja.sekitar import sekitar
from kinerja.views.saringan import konteks_saringan, saringan_diingat
from kinerja.views.tahun import tahun_tahap

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
    """The tree page: ?tahun=&tahap=, the filters of ``aturan/saring.py``; without JavaScript
    ?semua=1 for the rows that a large page starts without.
    """
    terlihat = Pohon.objects.terlihat_oleh(request.user).dengan_pengaturan()
    pohon = get_object_or_404(terlihat, pk=pohon_id)
    if diingat := saringan_diingat(request, pohon):
        return redirect(diingat)
    pada = timezone.now()
    di_sini = sekitar(pohon, request.user, pada)
    minta = _permintaan(request, pohon)
    lembar = lembar_pohon(pohon, minta)
    context = {"pohon": pohon, "minta": minta, "daftar_tahap": lembar.tahap, "lembar": lembar}
    disaring = konteks_saringan(request, pohon, minta, lembar, di_sini, pada)
    semua = bool(disaring["saring"]) or "semua" in request.GET
    baris, sebagian = lembar.kotak.halaman(semua=semua)
    baris = di_sini.pasang(disaring["hasil"].pasang(baris))
    context |= disaring | {"sekitar": di_sini, "sebagian": sebagian, "baris": baris}
    tahunnya = pohon.periode.daftar_tahun()
    context["kolom"] = pilihan_kolom(request.user.tampilannya, pohon.jenis, tahunnya)
    return render(request, "kinerja/pohon.html", context)


def _permintaan(request: PermintaanMasuk, pohon: Pohon) -> Permintaan:
    tahun, tahap = tahun_tahap(request, pohon)
    lingkup = request.user.lingkup_mengisi(pohon)
    return Permintaan(tahun, tahap, lingkup, hanya_angka=pohon.hanya_angka)
