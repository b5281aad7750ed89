"""Cek kualitas: the agencies, one agency's findings, accepting them, the weight of checks."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_peran
from kinerja.aturan.alamat import angka_alamat
from kinerja.aturan.mutu.katalog import KATALOG
from kinerja.aturan.mutu.temuan import sidik
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.mutu import BobotForm, TerimaForm
from kinerja.models import Pengaturan, PerangkatDaerah, TemuanDiterima
from kinerja.mutu_lembaga import LembarMutu, lembar_mutu
from kinerja.mutu_pemda import ringkasan_lembaga
from kinerja.pilihan import JenisPerangkatDaerah, Peran
from kinerja.views.pengaturan.pintu import lembaga_dikelola
from kinerja.wewenang import PENULIS_CATATAN

BERUBAH = "Temuan itu sudah berubah atau diterima orang lain; lihat lagi daftarnya."


@require_safe
@untuk(YANG_MASUK)
def kualitas(request: PermintaanMasuk) -> HttpResponse:
    """Every agency the user may see; who sees one only goes straight to it."""
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user).defer("lambang")
    daftar = list(terlihat.select_related("pemda").order_by("pemda_id", "nama", "pk"))
    if len(daftar) == 1:
        return redirect("kualitas-lembaga", daftar[0].pk)
    hari = timezone.localdate()
    tahun = _tahun(request) or hari.year
    dikelola = PerangkatDaerah.objects.dikelola_oleh(request.user)
    context = {
        "ringkasan": ringkasan_lembaga(daftar, tahun=tahun, pada=hari),
        "tahun": tahun,
        "pemda": dikelola.filter(jenis=JenisPerangkatDaerah.PEMDA).order_by("pk"),
    }
    return render(request, "kinerja/kualitas.html", context)


@require_safe
@untuk(YANG_MASUK)
def kualitas_lembaga(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """Findings of an agency by check, ?periksaan= and ?dokumen= narrow them."""
    lembaga = _lembaga(request, lembaga_id)
    return _halaman(request, lembaga, _lembar(request, lembaga))


@require_POST
@untuk(Peran.PERENCANA)
def temuan_terima(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """A finding may stay, with a reason."""
    lembaga = _lembaga(request, lembaga_id)
    wajib_peran(request, lembaga, Peran.PERENCANA)
    lembar = _lembar(request, lembaga)
    form = TerimaForm(request.POST)
    temuan = lembar.cari(*form.temuan) if form.is_valid() else None
    if temuan is None:
        return _halaman(request, lembaga, lembar, {"pesan_galat": [BERUBAH]}, status=409)
    siapa: dict[str, Any] = {"oleh": request.user, "pada": timezone.now()}
    try:
        alasan = form.cleaned_data["alasan"]
        TemuanDiterima.terima(lembaga, temuan, sidik(temuan), alasan=alasan, **siapa)
    except AturanDilanggar as ditolak:
        galat = {"pesan_galat": [t.pesan for t in ditolak.temuan], "ditolak": form}
        return _halaman(request, lembaga, lembar, galat, status=422)
    messages.success(request, "Temuan diterima; alasannya tercatat.")
    return redirect(_alamat(request, lembaga))


@require_POST
@untuk(Peran.PERENCANA)
def temuan_batal(request: PermintaanMasuk, terima_id: int) -> HttpResponse:
    """An accepted finding counts again."""
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user)
    milik = TemuanDiterima.objects.filter(perangkat_daerah__in=terlihat)
    diterima = get_object_or_404(milik.select_related("perangkat_daerah__pemda"), pk=terima_id)
    wajib_peran(request, diterima.perangkat_daerah, Peran.PERENCANA)
    diterima.hapus(oleh=request.user, pada=timezone.now())
    messages.success(request, "Penerimaan dibatalkan; temuannya dihitung lagi.")
    return redirect(_alamat(request, diterima.perangkat_daerah))


@require_http_methods(["GET", "POST"])
@untuk(Peran.ADMIN_PEMDA)
def kualitas_bobot(request: PermintaanMasuk, pemda_id: int) -> HttpResponse:
    """How much each check weighs in a pemda."""
    pemda = lembaga_dikelola(request, pemda_id)
    if pemda.jenis != JenisPerangkatDaerah.PEMDA:
        raise Http404
    lama = Pengaturan.objects.filter(pemda=pemda).first()
    form = BobotForm(request.POST or None, bobot=lama.tingkat_temuan if lama else {})
    if request.method == "POST" and form.is_valid():
        pengaturan, _ = Pengaturan.objects.get_or_create(pemda=pemda)
        isi = {"tingkat_temuan": form.bobot}
        pengaturan.ubah(isi, oleh=request.user, pada=timezone.now())
        messages.success(request, "Bobot pemeriksaan disimpan.")
        return redirect("kualitas")
    status = 422 if form.errors else 200
    daftar = [(form[nomor], p) for nomor, p in KATALOG.items()]
    context = {"pemda": pemda, "daftar": daftar}
    return render(request, "kinerja/kualitas_bobot.html", context, status=status)


def _lembaga(request: PermintaanMasuk, pk: int) -> PerangkatDaerah:
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user).defer("lambang")
    daftar = terlihat.select_related("pengaturan", "pemda__pengaturan")
    return get_object_or_404(daftar, pk=pk)


def _tahun(request: PermintaanMasuk) -> int | None:
    teks = request.GET.get("tahun", "")
    return int(teks) if teks.isdecimal() and len(teks) == 4 else None


def _lembar(request: PermintaanMasuk, lembaga: PerangkatDaerah) -> LembarMutu:
    return lembar_mutu(lembaga, tahun=_tahun(request), pada=timezone.localdate())


def _alamat(request: PermintaanMasuk, lembaga: PerangkatDaerah) -> str:
    """The page as it was filtered."""
    pilihan = {k: v for k in ("tahun", "periksaan", "dokumen") if (v := request.GET.get(k, ""))}
    alamat = reverse("kualitas-lembaga", args=[lembaga.pk])
    return f"{alamat}?{urlencode(pilihan)}" if pilihan else alamat


def _halaman(
    request: PermintaanMasuk,
    lembaga: PerangkatDaerah,
    lembar: LembarMutu,
    tambah: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    nomor, dokumen = request.GET.get("periksaan", ""), request.GET.get("dokumen", "")
    context = {
        "lembaga": lembaga,
        "lembar": lembar,
        "disaring": lembar.saring(
            nomor=nomor if nomor in KATALOG else "",
            pohon=angka_alamat(dokumen),
        ),
        "nomor": nomor,
        "dokumen": dokumen,
        "tahun": _tahun(request),
        "daftar_tahun": sorted({d.tahun for d in lembar.dokumen}),
        "menulis_catatan": request.user.punya_peran(PENULIS_CATATAN, lembaga.pemda_atau_diri()),
        "boleh_terima": request.user.punya_peran((Peran.PERENCANA,), lembaga),
        "tanya": request.GET.urlencode(),
    }
    return render(request, "kinerja/kualitas_lembaga.html", context | (tambah or {}), status=status)
