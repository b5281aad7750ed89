"""Penjenjangan: the list, a new one, its stages one by one, its steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cascading.aturan.penjenjangan import matriks, susun
from cascading.aturan.penjenjangan.isi import IsiPenjenjangan
from cascading.aturan.penjenjangan.tangga import PERLU_BERSIH, SELESAI
from cascading.forms.penjenjangan import DataPenjenjanganForm, PenjenjanganBaruForm
from cascading.lembar_penjenjangan import (
    banyak_galat,
    boleh_melangkah,
    lembar_penjenjangan,
    lembar_tangga,
)
from cascading.models import Penjenjangan
from cascading.models.salinan_penjenjangan import salin
from cascading.pilihan import TahapPenjenjangan as T
from cascading.pohon_penjenjangan import calon_pohon, edisi_baru, pohon_dokumen
from cascading.views.pintu_penjenjangan import DAFTAR, disusun, halaman, terlihat
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.alamat import angka_alamat
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.forms.dokumen import LangkahForm
from kinerja.pilihan import PENYUSUN
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, jalankan, siapa


@require_safe
@untuk(YANG_MASUK)
def penjenjangan_daftar(request: PermintaanMasuk) -> HttpResponse:
    """The documents one may read, the latest year first; ?pohon= those that read this tree,
    ?lembaga= those of an agency.
    """
    daftar = Penjenjangan.objects.terlihat_oleh(request.user).lengkap().urut()
    pohon = angka_alamat(request.GET.get("pohon", ""))
    if pohon:
        daftar = daftar.filter(Q(pohon_kinerja=pohon) | Q(cascading=pohon))
    lembaga = angka_alamat(request.GET.get("lembaga", ""))
    if lembaga:
        daftar = daftar.filter(perangkat_daerah=lembaga)
    boleh = bool(calon_pohon(request.user))
    context = {
        "daftar": daftar,
        "boleh_buat": boleh,
        "pohon": pohon or "",
        "disaring": bool(pohon or lembaga),
    }
    return render(request, "cascading/penjenjangan_daftar.html", context)


@untuk(*PENYUSUN)
def penjenjangan_baru(request: PermintaanMasuk) -> HttpResponse:
    """A new document over two trees; ?pohon= names one of them."""
    calon = calon_pohon(request.user)
    form = PenjenjanganBaruForm(request.POST or None, pohon=calon, initial=_awal(request))
    lembar = Halaman(
        judul="Penjenjangan baru",
        kembali=reverse("penjenjangan-daftar"),
        remah=((reverse("penjenjangan-daftar"), DAFTAR),),
        tombol="Buat penjenjangan",
        pesan="Penjenjangan dibuat; mulai dari Tahap 1.",
        keterangan="Kondisi dibaca dari pohon kinerja, komponen dari cascading; tidak disalin.",
    )
    return isi_formulir(request, form, lambda: _buat(request, form), lembar)


def _buat(request: PermintaanMasuk, form: PenjenjanganBaruForm) -> None:
    isi = form.isi_dokumen()
    wajib_menyusun(request, isi["perangkat_daerah"])
    waktu = siapa(request)
    Penjenjangan(**isi, diubah_pada=waktu["pada"]).daftarkan(**waktu)


def _awal(request: PermintaanMasuk) -> dict[str, Any]:
    """This year, and the tree whose page led here."""
    pohon = request.GET.get("pohon", "")
    return {"tahun": timezone.localdate().year, "pohon_kinerja": pohon, "cascading": pohon}


@require_safe
@untuk(YANG_MASUK)
def penjenjangan(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """The five stages with what is open in each, the ladder, the latest changes."""
    return _lembar(request, terlihat(request, dokumen_id))


def _lembar(
    request: PermintaanMasuk,
    dokumen: Penjenjangan,
    ditolak: list[Temuan] | None = None,
    alasan: str = "",
) -> HttpResponse:
    lembar = lembar_penjenjangan(dokumen, request.user)
    context = {
        "dokumen": dokumen,
        "lembar": lembar,
        "tangga": lembar_tangga(dokumen, request.user, timezone.localdate(), lembar),
        "edisi_baru": edisi_baru(dokumen) if dokumen.terbuka else (),
        "ditolak": ditolak,
        "alasan": alasan,
    }
    status = 422 if ditolak else 200
    return render(request, "cascading/penjenjangan.html", context, status=status)


TAMPILAN: dict[str, Callable[[IsiPenjenjangan], dict[str, Any]]] = {
    T.TAHAP_1: lambda i: {"outcome": susun.outcome(i), "kolom": susun.kolom_tahap1(i)},
    T.TAHAP_2: lambda i: {"outcome": susun.outcome(i), "csf": susun.daftar_csf(i)},
    T.TAHAP_3: lambda i: {"tabel": susun.tabel_tahap3(i)},
    T.TAHAP_4: lambda i: {
        "ringkasan": susun.ringkasan_tahap4(i),
        "cabang": susun.cabang_tahap4(i),
        "catatan": susun.catatan_tahap4(i),
    },
    T.TAHAP_5_1: lambda i: {
        "tabel": (("Tujuan", susun.tabel_tujuan(i)), ("Sasaran", susun.tabel_sasaran(i)))
    },
    T.TAHAP_5_2: lambda i: {"kelompok": susun.kelompok(susun.blok_program(i))},
    T.TAHAP_5_3: lambda i: {"kelompok": susun.kelompok(susun.blok_sub_kegiatan(i))},
    T.MATRIKS: lambda i: {"matriks": matriks.matriks(i)},
}
"""What each stage shows."""


@require_safe
@untuk(YANG_MASUK)
def penjenjangan_tahap(request: PermintaanMasuk, dokumen_id: int, tahap: str) -> HttpResponse:
    """One stage: its content, what is open, where to go next."""
    if tahap not in TAMPILAN:
        raise Http404
    dokumen = terlihat(request, dokumen_id)
    lembar = lembar_penjenjangan(dokumen, request.user)
    sebelum, kartu, sesudah = lembar.sekitar(tahap)
    context: dict[str, Any] = {
        "dokumen": dokumen,
        "lembar": lembar,
        "kartu": kartu,
        "sebelum": sebelum,
        "sesudah": sesudah,
        "templat": f"cascading/tahap/{tahap.replace('.', '_')}.html",
    }
    context |= TAMPILAN[tahap](lembar.isi)
    if tahap == T.MATRIKS:
        context["halaman"] = Paginator(context["matriks"], 1).get_page(request.GET.get("halaman"))
    return render(request, "cascading/penjenjangan_tahap.html", context)


@untuk(*PENYUSUN)
def penjenjangan_data(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """Year, title, trees, cover and note."""
    dokumen = disusun(request, dokumen_id)
    form = DataPenjenjanganForm(request.POST or None, objek=dokumen, pohon=pohon_dokumen(dokumen))
    hapus = reverse("penjenjangan-penghapusan", args=[dokumen.pk]) if dokumen.terbuka else ""
    lembar = halaman(dokumen, "Data penjenjangan", hapus=hapus)
    return isi_formulir(
        request, form, lambda: dokumen.ubah(**form.isi_ubah(), **siapa(request)), lembar
    )


@untuk(*PENYUSUN)
def penjenjangan_salin(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """Items, words and holders into a new draft over these or other trees."""
    asal = disusun(request, dokumen_id)
    awal = {m: getattr(asal, m) for m in ("pohon_kinerja", "cascading", "tahun", "judul")}
    form = PenjenjanganBaruForm(request.POST or None, pohon=calon_pohon(request.user), initial=awal)
    lembar = halaman(
        asal, "Salin penjenjangan", tombol="Buat salinan",
        pesan="Salinan dibuat; daftarnya ada di menu Penjenjangan.",
        keterangan="Butir Tahap 1, kata, dan pemegang ikut; kondisi dan komponen dibaca dari "
        "pohon yang dipilih di sini.",
    )  # fmt: skip
    return isi_formulir(request, form, lambda: _salin(request, asal, form), lembar)


def _salin(request: PermintaanMasuk, asal: Penjenjangan, form: PenjenjanganBaruForm) -> None:
    isi = form.isi_dokumen()
    wajib_menyusun(request, isi["perangkat_daerah"])
    salin(asal, **isi, **siapa(request))


@require_POST
@untuk(*PENYUSUN)
def penjenjangan_hapus(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """A draft that nobody needs; both trees stay."""
    dokumen = disusun(request, dokumen_id)
    return jalankan(
        request,
        lambda: dokumen.hapus(**siapa(request)),
        reverse("penjenjangan-daftar"),
        "Penjenjangan dihapus; pohon kinerja dan cascading tetap.",
    )


@require_POST
@untuk(YANG_MASUK)
def penjenjangan_langkah(
    request: PermintaanMasuk, dokumen_id: int, kata_kerja: str
) -> HttpResponse:
    """One step of the ladder. Whose it is depends on the day, not on a role alone."""
    dokumen = terlihat(request, dokumen_id)
    if not boleh_melangkah(dokumen, request.user, kata_kerja, timezone.localdate()):
        raise PermissionDenied
    isi: dict[str, Any] = LangkahForm.baca(request.POST, kata_kerja)
    if kata_kerja in PERLU_BERSIH:
        isi["galat"] = banyak_galat(dokumen)
    try:
        dokumen.melangkah(kata_kerja, **isi, **siapa(request))
    except AturanDilanggar as ditolak:
        dokumen = terlihat(request, dokumen_id)
        return _lembar(request, dokumen, ditolak.temuan, isi.get("alasan", ""))
    messages.success(request, f"Penjenjangan {SELESAI[kata_kerja]}.")
    return redirect("penjenjangan", dokumen.pk)
