"""Positions of an agency, who holds them, and the people's data."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import PermintaanMasuk, untuk
from kinerja.forms.jabatan import JabatanForm, MasaForm, PegawaiForm, TunjukForm
from kinerja.models import Jabatan, Pegawai, Pejabat, PerangkatDaerah
from kinerja.susunan_jabatan import susun_jabatan
from kinerja.views.pengaturan.formulir import (
    Halaman,
    isi_formulir,
    jalankan,
    remah_lembaga,
    siapa,
)
from kinerja.views.pengaturan.pintu import ADMIN, lembaga_dikelola, milik_dikelola

KE_LEMBAGA = "jabatan__perangkat_daerah"


@require_safe
@untuk(*ADMIN)
def jabatan_daftar(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """The tree of positions with today's holders."""
    lembaga = lembaga_dikelola(request, lembaga_id)
    daftar = susun_jabatan(lembaga, timezone.localdate())
    context = {"lembaga": lembaga, "daftar": daftar, "bagian": "jabatan"}
    return render(request, "kinerja/pengaturan_jabatan.html", context)


@untuk(*ADMIN)
def jabatan_baru(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    lembaga = lembaga_dikelola(request, lembaga_id)
    form = JabatanForm(request.POST or None, lembaga=lembaga)
    return isi_formulir(
        request,
        form,
        lambda: Jabatan(perangkat_daerah=lembaga, **form.isi_baru()).daftarkan(**siapa(request)),
        _halaman(lembaga, "Jabatan baru", tombol="Tambah jabatan", pesan="Jabatan ditambahkan."),
    )


@untuk(*ADMIN)
def jabatan(request: PermintaanMasuk, jabatan_id: int) -> HttpResponse:
    """One position and its holders from the first to the last."""
    jabatan = milik_dikelola(request, Jabatan.objects.all(), jabatan_id, "perangkat_daerah")
    form = JabatanForm(request.POST or None, objek=jabatan, lembaga=jabatan.perangkat_daerah)
    boleh = Pegawai.objects.dikelola_oleh(request.user, timezone.localdate())
    return isi_formulir(
        request,
        form,
        lambda: jabatan.ubah(**form.isi_ubah(), **siapa(request)),
        _halaman(
            jabatan.perangkat_daerah,
            jabatan.nama,
            hapus=reverse("jabatan-penghapusan", args=[jabatan.pk]),
        ),
        "kinerja/pengaturan_jabatan_rinci.html",
        jabatan=jabatan,
        pejabat=jabatan.pejabat.select_related("pegawai").order_by("-mulai", "-pk"),
        boleh_pegawai=set(boleh.values_list("pk", flat=True)),
    )


@require_POST
@untuk(*ADMIN)
def jabatan_hapus(request: PermintaanMasuk, jabatan_id: int) -> HttpResponse:
    jabatan = milik_dikelola(request, Jabatan.objects.all(), jabatan_id, "perangkat_daerah")
    kembali = reverse("jabatan-daftar", args=[jabatan.perangkat_daerah_id])
    return jalankan(request, lambda: jabatan.hapus(**siapa(request)), kembali, "Jabatan dihapus.")


@untuk(*ADMIN)
def pejabat_baru(request: PermintaanMasuk, jabatan_id: int) -> HttpResponse:
    """Somebody takes the position."""
    jabatan = milik_dikelola(request, Jabatan.objects.all(), jabatan_id, "perangkat_daerah")
    form = TunjukForm(request.POST or None, lembaga=jabatan.perangkat_daerah)
    return isi_formulir(
        request,
        form,
        lambda: jabatan.tunjuk(form.orang(), **form.isi_baru(), **siapa(request)),
        _halaman_pejabat(jabatan, "Pejabat baru", tombol="Simpan", pesan="Pejabat dicatat."),
    )


@untuk(*ADMIN)
def pejabat(request: PermintaanMasuk, pejabat_id: int) -> HttpResponse:
    """When and as what somebody holds a position."""
    pejabat = milik_dikelola(request, Pejabat.objects.all(), pejabat_id, KE_LEMBAGA)
    form = MasaForm(request.POST or None, objek=pejabat)
    return isi_formulir(
        request,
        form,
        lambda: pejabat.ubah(**form.isi_ubah(), **siapa(request)),
        _halaman_pejabat(
            pejabat.jabatan,
            str(pejabat.pegawai),
            hapus=reverse("pejabat-penghapusan", args=[pejabat.pk]),
        ),
    )


@require_POST
@untuk(*ADMIN)
def pejabat_hapus(request: PermintaanMasuk, pejabat_id: int) -> HttpResponse:
    """Only for what was entered by mistake; a term that ended gets its last day."""
    pejabat = milik_dikelola(request, Pejabat.objects.all(), pejabat_id, KE_LEMBAGA)
    kembali = reverse("jabatan", args=[pejabat.jabatan_id])
    return jalankan(request, lambda: pejabat.hapus(**siapa(request)), kembali, "Pejabat dihapus.")


@untuk(*ADMIN)
def pegawai(request: PermintaanMasuk, pegawai_id: int) -> HttpResponse:
    """Name, NIP and rank, while the pegawai belongs to the admin's agencies alone."""
    boleh = Pegawai.objects.dikelola_oleh(request.user, timezone.localdate())
    pegawai = get_object_or_404(boleh, pk=pegawai_id)
    form = PegawaiForm(request.POST or None, objek=pegawai)
    lembaga = pegawai.lembaga()
    return isi_formulir(
        request,
        form,
        lambda: pegawai.ubah(**form.isi_ubah(), **siapa(request)),
        _halaman(lembaga, pegawai.nama),
    )


def _halaman(lembaga: PerangkatDaerah, judul: str, **lain: Any) -> Halaman:
    daftar = reverse("jabatan-daftar", args=[lembaga.pk])
    return Halaman(
        judul=judul,
        kembali=daftar,
        remah=remah_lembaga(lembaga, (daftar, "Jabatan")),
        lembaga=lembaga,
        bagian="jabatan",
        **lain,
    )


def _halaman_pejabat(jabatan: Jabatan, judul: str, **lain: Any) -> Halaman:
    lembaga = jabatan.perangkat_daerah
    daftar = reverse("jabatan-daftar", args=[lembaga.pk])
    rinci = reverse("jabatan", args=[jabatan.pk])
    return Halaman(
        judul=judul,
        kembali=rinci,
        remah=remah_lembaga(lembaga, (daftar, "Jabatan"), (rinci, jabatan.nama)),
        keterangan=jabatan.nama,
        lembaga=lembaga,
        bagian="jabatan",
        **lain,
    )
