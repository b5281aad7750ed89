"""What only a penjenjangan stores: items of Tahap 1, words, titles, matrix; and undoing it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from cascading.aturan.penjenjangan import matriks, susun
from cascading.aturan.penjenjangan.kata import kata
from cascading.baca_penjenjangan import baca_penjenjangan
from cascading.forms.penjenjangan import BentukForm, ButirForm, KataForm, MatriksForm
from cascading.models import ButirPenjenjangan, KataPenjenjangan, Penjenjangan
from cascading.models.bagian import ubah_bagian
from cascading.models.butir_penjenjangan import ARAH
from cascading.pembatalan_penjenjangan import pk_dokumen
from cascading.pilihan import BarisMatriks, BentukKiri, KolomTahap1
from cascading.pilihan import TahapPenjenjangan as T
from cascading.views.pintu_penjenjangan import alamat_tahap, butir_disusun, disusun, halaman
from kinerja.akses import PermintaanMasuk, untuk
from kinerja.aturan.alamat import angka_alamat
from kinerja.models import Bentrok, Riwayat
from kinerja.pembatalan_lembaga import batalkan
from kinerja.pilihan import PENYUSUN, Peran
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, jalankan, siapa
from kinerja.views.pengaturan.pintu import pemda_dikelola


@untuk(*PENYUSUN)
def butir_baru(request: PermintaanMasuk, dokumen_id: int, kolom: str) -> HttpResponse:
    """A new item at the end of a column."""
    if kolom not in KolomTahap1.values:
        raise Http404
    dokumen = disusun(request, dokumen_id)
    form = ButirForm(request.POST or None)
    judul = f"Butir baru: {KolomTahap1(kolom).label}"
    lembar = halaman(dokumen, judul, T.TAHAP_1, tombol="Tambah butir", pesan="Butir ditambahkan.")
    return isi_formulir(request, form, lambda: _tambah(request, dokumen, kolom, form), lembar)


def _tambah(
    request: PermintaanMasuk, dokumen: Penjenjangan, kolom: str, form: ButirForm
) -> ButirPenjenjangan:
    baru = ButirPenjenjangan(penjenjangan=dokumen, kolom=kolom, **form.isi_baru())
    return baru.tambahkan(**siapa(request))


@untuk(*PENYUSUN)
def butir(request: PermintaanMasuk, butir_id: int) -> HttpResponse:
    satu = butir_disusun(request, butir_id)
    form = ButirForm(request.POST or None, objek=satu)
    hapus = reverse("penjenjangan-butir-penghapusan", args=[satu.pk])
    judul = f"Butir: {satu.get_kolom_display()}"
    return isi_formulir(
        request,
        form,
        lambda: satu.ubah(**form.isi_ubah(), **siapa(request)),
        halaman(satu.penjenjangan, judul, T.TAHAP_1, hapus=hapus),
    )


@require_POST
@untuk(*PENYUSUN)
def butir_hapus(request: PermintaanMasuk, butir_id: int) -> HttpResponse:
    satu = butir_disusun(request, butir_id)
    kembali = alamat_tahap(satu.penjenjangan, T.TAHAP_1)
    return jalankan(request, lambda: satu.hapus(**siapa(request)), kembali, "Butir dihapus.")


@require_POST
@untuk(*PENYUSUN)
def butir_geser(request: PermintaanMasuk, butir_id: int) -> HttpResponse:
    """One place up or down (``arah``) in its column."""
    satu = butir_disusun(request, butir_id)
    arah = request.POST.get("arah", "")
    if arah not in ARAH:
        raise Http404
    kembali = f"{alamat_tahap(satu.penjenjangan, T.TAHAP_1)}#butir-{satu.pk}"
    return jalankan(
        request, lambda: satu.geser(arah, **siapa(request)), kembali, "Butir dipindahkan."
    )


@require_POST
@untuk(*PENYUSUN)
def penjenjangan_batalkan(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """Undo one change, named by its ``nomor`` in the agency's history."""
    dokumen = disusun(request, dokumen_id)
    nomor = angka_alamat(request.POST.get("nomor", ""))
    milik = Riwayat.objects.filter(perangkat_daerah=dokumen.perangkat_daerah, pohon=None)
    riwayat = get_object_or_404(milik, nomor=nomor)
    if pk_dokumen(riwayat) != dokumen.pk:
        raise Http404
    return jalankan(
        request,
        lambda: batalkan(riwayat, **siapa(request)),
        reverse("penjenjangan", args=[dokumen.pk]),
        "Perubahan dibatalkan.",
    )


@untuk(*PENYUSUN)
def penjenjangan_kata(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """Words of this document where they are not the pemda's."""
    dokumen = disusun(request, dokumen_id)
    baku = kata(KataPenjenjangan.milik(dokumen.perangkat_daerah.pemda_atau_diri()))
    form = KataForm(request.POST or None, isi=dokumen.kata, bawaan=baku)
    lembar = halaman(
        dokumen, "Judul dan kata", keterangan="Yang kosong memakai kata pemda, seperti tampak."
    )
    return isi_formulir(
        request,
        form,
        lambda: ubah_bagian(dokumen, "kata", **form.bagian(), **siapa(request)),
        lembar,
    )


@untuk(Peran.ADMIN_PEMDA)
def kata_pemda(request: PermintaanMasuk) -> HttpResponse:
    """Words of every penjenjangan of the pemda; what is empty keeps the software's."""
    pemda = pemda_dikelola(request)
    baris, _ = KataPenjenjangan.objects.get_or_create(pemda=pemda)
    form = KataForm(request.POST or None, isi=baris.kata, bawaan=kata())
    lembar = Halaman(
        judul="Judul dan kata penjenjangan",
        kembali=reverse("kata-penjenjangan"),
        remah=((reverse("pengaturan"), "Pengaturan"),),
        keterangan="Judul tahap, kepala kolom, dan petunjuk pengisian. Yang kosong memakai kata "
        "yang tampak; satu dokumen dapat menggantinya lagi.",
    )
    return isi_formulir(
        request,
        form,
        lambda: ubah_bagian(baris, "kata", **form.bagian(), **siapa(request)),
        lembar,
    )


@untuk(*PENYUSUN)
def penjenjangan_matriks(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """Holders and stretches of the matrix where they are not those of trees and assignments."""
    dokumen = disusun(request, dokumen_id)
    isi = baca_penjenjangan(dokumen)
    bawaan = {str(b): matriks.pemegang_tugas(isi, b) for b in BarisMatriks}
    bawaan["bentang"] = ", ".join(str(n) for _, n in matriks.bentang_pohon(isi))
    awal = dokumen.pemegang | {"bentang": dokumen.bentang}
    form = MatriksForm(request.POST or None, isi=awal, bawaan=bawaan)
    lembar = halaman(
        dokumen, "Atur matriks", T.MATRIKS,
        keterangan="Yang kosong mengikuti penugasan jabatan dan pohon, seperti tampak.",
    )  # fmt: skip
    return isi_formulir(request, form, lambda: _ubah_matriks(request, dokumen, form), lembar)


@transaction.atomic
def _ubah_matriks(request: PermintaanMasuk, dokumen: Penjenjangan, form: MatriksForm) -> None:
    ubah_bagian(dokumen, "pemegang", **form.bagian(), **siapa(request))
    if bentang := form.bentang_ubah():
        dokumen.ubah(**bentang, **siapa(request))


@untuk(*PENYUSUN)
def judul_kiri(request: PermintaanMasuk, dokumen_id: int, uid: UUID) -> HttpResponse:
    """The kind of title over the left column of one table of Tahap 3."""
    dokumen = disusun(request, dokumen_id)
    isi = baca_penjenjangan(dokumen)
    hasil = susun.pilihan_kiri(isi, str(uid))
    if not hasil:
        raise Http404
    kini = dokumen.bentuk_kiri.get(str(uid), "")
    form = BentukForm(request.POST or None, hasil=hasil, bentuk=kini)
    lembar = halaman(dokumen, "Judul kolom kiri", T.TAHAP_3)
    return isi_formulir(request, form, lambda: _ubah_bentuk(request, dokumen, uid, form), lembar)


def _ubah_bentuk(
    request: PermintaanMasuk, dokumen: Penjenjangan, uid: UUID, form: BentukForm
) -> None:
    dilihat: dict[str, Any] = {str(uid): form.awal("bentuk")}
    baru = {str(uid): form.cleaned_data["bentuk"]}
    try:
        ubah_bagian(dokumen, "bentuk_kiri", baru, lama=dilihat, **siapa(request))
    except Bentrok as bentrok:
        kini = BentukKiri(bentrok.kini).value if bentrok.kini else ""
        raise Bentrok("bentuk", bentrok.lama, kini) from bentrok
