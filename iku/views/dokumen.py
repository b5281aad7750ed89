"""IKU documents: list, new, the document itself, its steps."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from iku.aturan.tangga import PERLU_BERSIH, SELESAI
from iku.forms import DataDokumenForm, DokumenBaruForm, SumberForm
from iku.lembar_dokumen import (
    banyak_galat,
    boleh_melangkah,
    calon_sumber,
    lembar_dokumen,
    sumber_dokumen,
)
from iku.models import DokumenIku, bulan_terbit
from iku.views.pintu import disusun, halaman, terlihat
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.forms.dokumen import LangkahForm
from kinerja.pembekuan import alamat_periksa
from kinerja.pilihan import PENYUSUN
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, jalankan, siapa


@require_safe
@untuk(YANG_MASUK)
def iku_daftar(request: PermintaanMasuk) -> HttpResponse:
    """The documents one may read, the latest year first."""
    daftar = DokumenIku.objects.terlihat_oleh(request.user)
    daftar = daftar.select_related("perangkat_daerah", "periode")
    context = {
        "daftar": daftar.order_by("-tahun", "perangkat_daerah__nama", "judul", "-pk"),
        "boleh_buat": bool(calon_sumber(request.user)),
    }
    return render(request, "iku/daftar.html", context)


@untuk(*PENYUSUN)
def iku_baru(request: PermintaanMasuk) -> HttpResponse:
    """A new document from cascadings that one plans for."""
    daftar = calon_sumber(request.user)
    awal = {"tahun": timezone.localdate().year}
    form = DokumenBaruForm(request.POST or None, daftar=daftar, initial=awal)
    lembar = Halaman(
        judul="Dokumen IKU baru",
        kembali=reverse("iku-daftar"),
        remah=((reverse("iku-daftar"), "Indikator kinerja utama"),),
        tombol="Buat dokumen",
        pesan="Dokumen IKU dibuat; periksa pilihan IKU dan teksnya.",
        keterangan="Teks awal disiapkan; semuanya dapat diubah. Landasan hukum Anda ketik sendiri.",
    )
    return isi_formulir(request, form, lambda: _buat(request, form), lembar)


def _buat(request: PermintaanMasuk, form: DokumenBaruForm) -> None:
    sumber = form.cleaned_data["sumber"]
    wajib_menyusun(request, sumber[0].perangkat_daerah)
    waktu = siapa(request)
    DokumenIku.buat(
        sumber,
        perangkat_daerah=sumber[0].perangkat_daerah,
        periode=sumber[0].periode,
        tahun=form.cleaned_data["tahun"],
        judul=form.cleaned_data["judul"],
        **bulan_terbit(timezone.localdate(waktu["pada"])),
        **waktu,
    )


@require_safe
@untuk(YANG_MASUK)
def iku(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """Table, narratives, texts, findings and steps on one page."""
    return _lembar(request, terlihat(request, dokumen_id))


def _lembar(
    request: PermintaanMasuk,
    dokumen: DokumenIku,
    ditolak: list[Temuan] | None = None,
    alasan: str = "",
) -> HttpResponse:
    context = {
        "dokumen": dokumen,
        "lembar": lembar_dokumen(dokumen, request.user, timezone.localdate()),
        "bab": dokumen.bab.order_by("urutan", "pk"),
        "reviu": dokumen.reviu.order_by("tanggal", "pk"),
        "ditolak": ditolak,
        "alasan": alasan,
    }
    return render(request, "iku/dokumen.html", context, status=422 if ditolak else 200)


@untuk(*PENYUSUN)
def iku_data(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """Year, month, place, number of the keputusan."""
    dokumen = disusun(request, dokumen_id)
    form = DataDokumenForm(request.POST or None, objek=dokumen)
    hapus = reverse("iku-penghapusan", args=[dokumen.pk]) if dokumen.terbuka else ""
    lembar = halaman(dokumen, "Data dokumen", hapus=hapus)
    return isi_formulir(
        request, form, lambda: dokumen.ubah(**form.isi_ubah(), **siapa(request)), lembar
    )


@untuk(*PENYUSUN)
def iku_sumber(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """Which cascadings its indicators come from, and in which order they are annexes."""
    dokumen = disusun(request, dokumen_id)
    dipakai = dokumen.sumber.order_by("urutan").values_list("pohon_id", flat=True)
    form = SumberForm(request.POST or None, daftar=sumber_dokumen(dokumen), dipakai=dipakai)
    return isi_formulir(
        request,
        form,
        lambda: dokumen.atur_sumber(form.cleaned_data["sumber"], **siapa(request)),
        halaman(dokumen, "Cascading asal"),
    )


@require_POST
@untuk(*PENYUSUN)
def iku_hapus(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """A draft that nobody needs."""
    dokumen = disusun(request, dokumen_id)
    return jalankan(
        request,
        lambda: dokumen.hapus(**siapa(request)),
        reverse("iku-daftar"),
        "Dokumen IKU dihapus.",
    )


@require_POST
@untuk(YANG_MASUK)
def iku_langkah(request: PermintaanMasuk, dokumen_id: int, kata_kerja: str) -> HttpResponse:
    """One step of the ladder. Whose it is depends on the day, not on a role alone."""
    dokumen = terlihat(request, dokumen_id)
    if not boleh_melangkah(dokumen, request.user, kata_kerja, timezone.localdate()):
        raise PermissionDenied
    isi: dict[str, Any] = LangkahForm.baca(request.POST, kata_kerja)
    if kata_kerja in PERLU_BERSIH:
        isi |= {"galat": banyak_galat(dokumen), "alamat": alamat_periksa(request)}
    try:
        dokumen.melangkah(kata_kerja, **isi, **siapa(request))
    except AturanDilanggar as ditolak:
        dokumen = terlihat(request, dokumen_id)
        return _lembar(request, dokumen, ditolak.temuan, isi.get("alasan", ""))
    messages.success(request, f"Dokumen IKU {SELESAI[kata_kerja]}.")
    return redirect("iku", dokumen.pk)
