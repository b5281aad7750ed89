"""Accounts: who has one, which roles, the link for a password."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import PermintaanMasuk, untuk
from kinerja.forms.pengguna import (
    PenggunaBaruForm,
    PenggunaForm,
    PeranForm,
    PilihLembagaForm,
    pegawai_boleh,
)
from kinerja.models import Keanggotaan, Pegawai, Pengguna
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, jalankan, siapa
from kinerja.views.pengaturan.pintu import (
    ADMIN,
    kelolaan,
    lembaga_dikelola,
    wajib_mengelola,
)

SEHALAMAN = 50
SEKALI = "tautan_sandi"
"""Where a link waits in the session until it is shown, once."""


@require_safe
@untuk(*ADMIN)
def pengguna_daftar(request: PermintaanMasuk) -> HttpResponse:
    """Accounts of the admin's agencies; ?cari= looks in names."""
    daftar = Pengguna.dikelola_oleh(request.user).prefetch_related("keanggotaan__perangkat_daerah")
    cari = request.GET.get("cari", "").strip()[:100]
    if cari:
        daftar = daftar.filter(Q(nama__icontains=cari) | Q(username__icontains=cari))
    halaman = Paginator(daftar.order_by("nama", "pk"), SEHALAMAN)
    context = {"halaman": halaman.get_page(request.GET.get("halaman")), "cari": cari}
    return render(request, "kinerja/pengaturan_pengguna.html", context)


@untuk(*ADMIN)
def pengguna_baru(request: PermintaanMasuk) -> HttpResponse:
    """A new account; its owner chooses the password through a link."""
    form = PenggunaBaruForm(request.POST or None, kelola=kelolaan(request))
    halaman = Halaman(
        judul="Pengguna baru",
        kembali=reverse("pengguna-tautan"),
        remah=_remah(),
        tombol="Buat akun",
        pesan="Akun dibuat.",
        keterangan="Sesudah ini Anda mendapat tautan untuk diteruskan kepada pemilik akun.",
    )
    return isi_formulir(request, form, lambda: _buka(request, form), halaman)


@untuk(*ADMIN)
def pengguna(request: PermintaanMasuk, pengguna_id: int) -> HttpResponse:
    """One account: its data, roles, status, and the button for a link."""
    pengguna = get_object_or_404(Pengguna.dikelola_oleh(request.user), pk=pengguna_id)
    penuh, diri = _penuh(request, pengguna), pengguna == request.user
    if request.method == "POST" and not penuh:
        raise PermissionDenied
    boleh = pegawai_boleh(pengguna, _pegawai(request))
    form = PenggunaForm(request.POST or None, objek=pengguna, pegawai=boleh, diri=diri)
    halaman = Halaman(
        judul=str(pengguna), kembali=reverse("pengguna", args=[pengguna.pk]), remah=_remah()
    )
    return isi_formulir(
        request, form, lambda: pengguna.ubah(**form.isi_ubah(), **siapa(request)), halaman,
        "kinerja/pengaturan_pengguna_rinci.html", pemilik=pengguna, penuh=penuh, diri=diri,
        keanggotaan=pengguna.daftar_keanggotaan(),
        kelola=set(kelolaan(request).values_list("pk", flat=True)),
    )  # fmt: skip


@require_POST
@untuk(*ADMIN)
def pengguna_tautan_buat(request: PermintaanMasuk, pengguna_id: int) -> HttpResponse:
    """Make a link with which the owner chooses a password."""
    pengguna = _dikelola_penuh(request, pengguna_id)
    _simpan_tautan(request, pengguna)
    return redirect("pengguna-tautan")


@never_cache
@require_safe
@untuk(*ADMIN)
def pengguna_tautan(request: PermintaanMasuk) -> HttpResponse:
    """The link made last, shown once."""
    tautan = request.session.pop(SEKALI, None)
    context = {"tautan": tautan, "hari": settings.PASSWORD_RESET_TIMEOUT // 86_400}
    return render(request, "kinerja/pengaturan_tautan.html", context, status=200 if tautan else 410)


@require_POST
@untuk(*ADMIN)
def pengguna_status(request: PermintaanMasuk, pengguna_id: int) -> HttpResponse:
    """Open or close an account (``aktif`` 1 or 0)."""
    pengguna = _dikelola_penuh(request, pengguna_id)
    aktif = request.POST.get("aktif") == "1"
    return jalankan(
        request,
        lambda: pengguna.atur_status(aktif, **siapa(request)),
        reverse("pengguna", args=[pengguna.pk]),
        f"Akun {'diaktifkan lagi' if aktif else 'dinonaktifkan'}.",
    )


@require_safe
@untuk(*ADMIN)
def keanggotaan_pilih(request: PermintaanMasuk, pengguna_id: int) -> HttpResponse:
    """A further role: first where. Nothing to choose for the admin of one agency."""
    pengguna = get_object_or_404(Pengguna.dikelola_oleh(request.user), pk=pengguna_id)
    kelola = kelolaan(request)
    form = PilihLembagaForm(request.GET or None, kelola=kelola)
    if kelola.count() == 1 or form.is_valid():
        lembaga = form.cleaned_data["perangkat_daerah"] if form.is_valid() else kelola.get()
        return redirect("keanggotaan-baru", pengguna.pk, lembaga.pk)
    halaman = _halaman_peran(pengguna, "Peran baru", tombol="Lanjut")
    context = {"form": form, "halaman": halaman, "cara": "get"}
    return render(request, "kinerja/pengaturan_formulir.html", context)


@untuk(*ADMIN)
def keanggotaan_baru(request: PermintaanMasuk, pengguna_id: int, lembaga_id: int) -> HttpResponse:
    """A further role at one agency."""
    pengguna = get_object_or_404(Pengguna.dikelola_oleh(request.user), pk=pengguna_id)
    lembaga = lembaga_dikelola(request, lembaga_id)
    form = PeranForm(request.POST or None, lembaga=lembaga)
    return isi_formulir(
        request,
        form,
        lambda: pengguna.beri_peran(**form.isi_baru(), di=lembaga, **siapa(request)),
        _halaman_peran(pengguna, f"Peran baru di {lembaga}", pesan="Peran diberikan."),
    )


@require_POST
@untuk(*ADMIN)
def keanggotaan_hapus(request: PermintaanMasuk, keanggotaan_id: int) -> HttpResponse:
    """Take a role away."""
    daftar = Keanggotaan.objects.filter(pengguna__in=Pengguna.dikelola_oleh(request.user))
    keanggotaan = get_object_or_404(daftar, pk=keanggotaan_id)
    wajib_mengelola(request, keanggotaan.perangkat_daerah)
    pengguna = keanggotaan.pengguna
    return jalankan(
        request,
        lambda: pengguna.cabut_peran(keanggotaan, **siapa(request)),
        reverse("pengguna", args=[pengguna.pk]),
        "Peran dicabut.",
    )


def _buka(request: PermintaanMasuk, form: PenggunaBaruForm) -> None:
    isi = form.cleaned_data
    pengguna = Pengguna.buka_akun(
        **form.isi_baru(), di=isi["perangkat_daerah"], peran=isi["peran"], **siapa(request)
    )
    _simpan_tautan(request, pengguna)


def _simpan_tautan(request: PermintaanMasuk, pengguna: Pengguna) -> None:
    kunci, token = pengguna.tautan_sandi(**siapa(request))
    alamat = request.build_absolute_uri(reverse("sandi-baru", args=[kunci, token]))
    request.session[SEKALI] = {
        "alamat": alamat,
        "pengguna": pengguna.pk,
        "nama": str(pengguna),
        "username": pengguna.username,
    }


def _penuh(request: PermintaanMasuk, pengguna: Pengguna) -> bool:
    return pengguna.dikelola_penuh_oleh(request.user, timezone.localdate())


def _dikelola_penuh(request: PermintaanMasuk, pengguna_id: int) -> Pengguna:
    """404 for accounts elsewhere; 403 for the own one and those that reach beyond."""
    pengguna = get_object_or_404(Pengguna.dikelola_oleh(request.user), pk=pengguna_id)
    if pengguna == request.user or not _penuh(request, pengguna):
        raise PermissionDenied
    return pengguna


def _pegawai(request: PermintaanMasuk) -> Any:
    return Pegawai.objects.dikelola_oleh(request.user, timezone.localdate())


def _halaman_peran(pengguna: Pengguna, judul: str, **lain: Any) -> Halaman:
    kembali = reverse("pengguna", args=[pengguna.pk])
    remah = (*_remah(), (kembali, str(pengguna)))
    return Halaman(judul=judul, kembali=kembali, remah=remah, **lain)


def _remah() -> tuple[tuple[str, str], ...]:
    return ((reverse("pengaturan"), "Pengaturan"), (reverse("pengguna-daftar"), "Pengguna"))
