"""Agreements: what waits for me, an agency's list, one as it prints."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cascading.models import PerjanjianKinerja
from cascading.pembuatan_perjanjian import buat_perjanjian, buat_semua
from cascading.wewenang_perjanjian import menyusun_perjanjian, pelaku
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.alamat import angka_alamat
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.models import Jabatan, PerangkatDaerah
from kinerja.pilihan import Peran
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, jalankan, siapa
from laporan.arsip import daftar_arsip
from laporan.daftar_perjanjian import (
    bawahan,
    daftar_lembaga,
    menunggu,
    menunggu_verifikasi,
    milik_saya,
    rincian_menunggu,
)
from laporan.dilihat import ingat_dilihat, sidik_dilihat
from laporan.forms_perjanjian import PerjanjianForm
from laporan.lembar_perjanjian import lembar_perjanjian

PENYUSUN = (Peran.PERENCANA, Peran.BAGIAN_ORGANISASI, Peran.BAPPEDA)
"""Who may prepare agreements somewhere; where, ``menyusun_perjanjian`` says."""


@require_safe
@untuk(YANG_MASUK)
def perjanjian_saya(request: PermintaanMasuk) -> HttpResponse:
    """The inbox of a head, one's own agreements, and the way to the lists."""
    hari = timezone.localdate()
    dilihat = sidik_dilihat(request)
    daftar = [
        (m, dilihat.get(str(m.perjanjian.pk)) == m.siap.sidik)
        for m in rincian_menunggu(menunggu(request.user, hari), hari)
    ]
    context = {
        "daftar": daftar,
        "ada_dilihat": any(lihat for _, lihat in daftar),
        "verifikasi": menunggu_verifikasi(request.user),
        "milik": milik_saya(request.user, hari),
        "bawahan": bawahan(request.user, hari),
        "lembaga": PerangkatDaerah.objects.terlihat_oleh(request.user).order_by("nama"),
        "tahun": hari.year,
    }
    return render(request, "laporan/perjanjian_saya.html", context)


@require_safe
@untuk(YANG_MASUK)
def perjanjian_daftar(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """Every position of an agency with its agreement of a year."""
    lembaga = _lembaga(request, lembaga_id)
    tahun = tahun_diminta(request)
    context = {
        "lembaga": lembaga,
        "tahun": tahun,
        "daftar_tahun": range(tahun - 2, tahun + 3),
        "daftar": daftar_lembaga(lembaga, tahun),
        "menyusun": menyusun_perjanjian(request.user, lembaga),
        "arsip": daftar_arsip(lembaga, tahun),
    }
    return render(request, "laporan/perjanjian_daftar.html", context)


@require_POST
@untuk(*PENYUSUN)
def perjanjian_buat_semua(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """A draft for every position with boxes that has none yet."""
    lembaga = _lembaga(request, lembaga_id)
    wajib_menyusun(request, lembaga)
    tahun = tahun_diminta(request)
    baru, kosong = buat_semua(lembaga, tahun, **siapa(request))
    pesan = f"{len(baru)} perjanjian {tahun} dibuat."
    if kosong:
        pesan += f" {len(kosong)} jabatan tanpa kotak dilewati: "
        pesan += ", ".join(j.nama for j in kosong[:5]) + "."
    messages.success(request, pesan)
    return redirect(f"{reverse('perjanjian-daftar', args=[lembaga.pk])}?tahun={tahun}")


@require_POST
@untuk(*PENYUSUN)
def perjanjian_baru(request: PermintaanMasuk, jabatan_id: int) -> HttpResponse:
    """The first agreement of a position, or a change of the agreed one."""
    milik = Jabatan.objects.select_related("perangkat_daerah__pemda")
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user)
    jabatan = get_object_or_404(milik, pk=jabatan_id, perangkat_daerah__in=terlihat)
    wajib_menyusun(request, jabatan.perangkat_daerah)
    tahun = tahun_diminta(request)
    try:
        baru = buat_perjanjian(jabatan, tahun, **siapa(request))
    except AturanDilanggar as ditolak:
        messages.error(request, str(ditolak))
        daftar = reverse("perjanjian-daftar", args=[jabatan.perangkat_daerah_id])
        return redirect(f"{daftar}?tahun={tahun}")
    return redirect("perjanjian", baru.pk)


@require_safe
@untuk(YANG_MASUK)
def perjanjian(request: PermintaanMasuk, perjanjian_id: int) -> HttpResponse:
    """As it prints, what is open before the buttons, and what was done."""
    return halaman_perjanjian(request, perjanjian_terlihat(request, perjanjian_id))


@untuk(YANG_MASUK)
def perjanjian_ubah(request: PermintaanMasuk, perjanjian_id: int) -> HttpResponse:
    """Date, number, place, stage and who promises."""
    p = perjanjian_terlihat(request, perjanjian_id)
    _wajib_pengaju(request, p)
    form = PerjanjianForm(request.POST or None, objek=p)
    kembali = reverse("perjanjian", args=[p.pk])
    daftar = (reverse("perjanjian-daftar", args=[p.perangkat_daerah_id]), "Perjanjian")
    halaman = Halaman(judul=f"Ubah {p}", kembali=kembali, remah=(daftar, (kembali, str(p))))
    return isi_formulir(request, form, lambda: p.ubah(**form.isi_ubah(), **siapa(request)), halaman)


@require_POST
@untuk(YANG_MASUK)
def perjanjian_hapus(request: PermintaanMasuk, perjanjian_id: int) -> HttpResponse:
    """A draft that nobody submitted."""
    p = perjanjian_terlihat(request, perjanjian_id)
    _wajib_pengaju(request, p)
    kembali = f"{reverse('perjanjian-daftar', args=[p.perangkat_daerah_id])}?tahun={p.tahun}"
    return jalankan(request, lambda: p.hapus(**siapa(request)), kembali, "Draf dihapus.")


def perjanjian_terlihat(request: PermintaanMasuk, perjanjian_id: int) -> PerjanjianKinerja:
    terlihat = PerjanjianKinerja.objects.terlihat_oleh(request.user)
    return get_object_or_404(terlihat.lengkap().distinct(), pk=perjanjian_id)


def halaman_perjanjian(
    request: PermintaanMasuk,
    p: PerjanjianKinerja,
    ditolak: list[Temuan] | None = None,
    status: int = 200,
    alasan: str = "",
) -> HttpResponse:
    """The page itself; with ``ditolak`` as the answer to a step that was refused."""
    lembar = lembar_perjanjian(p, request.user, timezone.now())
    if any(t.kata_kerja == "setujui" for t in lembar.tombol):
        ingat_dilihat(request, p.pk, lembar.sidik)
    context = {"p": p, "lembar": lembar, "n": lembar.naskah, "ditolak": ditolak, "alasan": alasan,
               "hari": timezone.localdate()}  # fmt: skip
    return render(request, "laporan/perjanjian.html", context, status=status)


def wajib_menyusun(request: PermintaanMasuk, lembaga: PerangkatDaerah) -> None:
    if not menyusun_perjanjian(request.user, lembaga):
        raise PermissionDenied


def _wajib_pengaju(request: PermintaanMasuk, p: PerjanjianKinerja) -> None:
    if "PENGAJU" not in pelaku(request.user, p, timezone.localdate()):
        raise PermissionDenied


def _lembaga(request: PermintaanMasuk, pk: int) -> PerangkatDaerah:
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user).select_related("pemda")
    return get_object_or_404(terlihat, pk=pk)


def tahun_diminta(request: PermintaanMasuk) -> int:
    """The asked year within reason, else this one."""
    kini = timezone.localdate().year
    tertulis = angka_alamat(request.POST.get("tahun") or request.GET.get("tahun", ""))
    return tertulis if 1990 <= tertulis <= 2200 else kini
