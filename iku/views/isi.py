"""What an IKU document says: chosen indicators, their narratives, text blocks, reviews."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from iku.aturan.teks_bab import VARIABEL, baca_blok, daftar_butir, isi_variabel
from iku.baca import baca_dokumen
from iku.forms import BabBaruForm, BabForm, ReviuForm, UraianForm
from iku.lembar_dokumen import calon_iku, nomor_iku, pilihan_iku
from iku.models import Bab, DokumenIku, Reviu, UraianIku
from iku.pilih_iku import pilih_iku
from iku.tempat_isian import tempat_isian
from iku.views.pintu import disusun, halaman, milik_disusun
from kinerja.akses import PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.pilihan import PENYUSUN
from kinerja.views.pengaturan.formulir import isi_formulir, jalankan, siapa


@untuk(*PENYUSUN)
def iku_pilihan(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """Tick the indicators that are IKU; the choice is kept at the indicator itself."""
    dokumen = disusun(request, dokumen_id)
    ditolak: list[Temuan] = []
    if request.method == "POST":
        try:
            banyak = pilih_iku(dokumen, set(request.POST.getlist("iku")), **siapa(request))
        except AturanDilanggar as galat:
            ditolak = galat.temuan
        else:
            messages.success(request, f"{banyak} IKU dipilih.")
            return redirect("iku", dokumen.pk)
    context = {"dokumen": dokumen, "kelompok": pilihan_iku(dokumen), "ditolak": ditolak}
    return render(request, "iku/pilihan.html", context, status=422 if ditolak else 200)


@untuk(*PENYUSUN)
def iku_uraian(request: PermintaanMasuk, dokumen_id: int, uid: UUID) -> HttpResponse:
    """The narrative of one IKU; made when it is first written."""
    dokumen = disusun(request, dokumen_id)
    calon = next((i for i in calon_iku(dokumen) if i.uid == uid and i.utama), None)
    if calon is None:
        raise Http404
    isi = baca_dokumen(dokumen)
    ke = nomor_iku(isi, uid)
    milik = dokumen.uraian.filter(indikator_uid=uid).first()
    form = UraianForm(
        request.POST or None, objek=milik, pohon=tempat_isian(dokumen, uid),
        initial={} if milik else {"urutan": ke},
    )  # fmt: skip
    lembar = halaman(dokumen, f"Uraian IKU {ke}", keterangan=calon.teks)
    return isi_formulir(
        request, form, lambda: _simpan_uraian(request, dokumen, uid, milik, form), lembar
    )


def _simpan_uraian(
    request: PermintaanMasuk, dokumen: DokumenIku, uid: UUID, milik: UraianIku | None,
    form: UraianForm,
) -> None:  # fmt: skip
    if milik is not None:
        milik.ubah(**form.isi_ubah(), **siapa(request))
        return
    baru = UraianIku(dokumen=dokumen, indikator_uid=uid, **form.isi_baru())
    baru.daftarkan(**siapa(request))


@untuk(*PENYUSUN)
def iku_bab(request: PermintaanMasuk, bab_id: int) -> HttpResponse:
    """Change a text block, with a look at how it will be printed."""
    bab = milik_disusun(request, Bab.objects.all(), bab_id)
    form = BabForm(request.POST or None, objek=bab)
    hapus = "" if bab.baku else reverse("iku-bab-penghapusan", args=[bab.pk])
    lembar = halaman(bab.dokumen, str(bab.judul), hapus=hapus)
    if "pratinjau" in request.POST and form.is_valid():
        context = {"form": form, "halaman": lembar} | _pratinjau(bab, form.cleaned_data["isi"])
        return render(request, "iku/bab.html", context)
    return isi_formulir(
        request,
        form,
        lambda: bab.ubah(**form.isi_ubah(), **siapa(request)),
        lembar,
        "iku/bab.html",
        **_pratinjau(bab, bab.isi),
    )


def _pratinjau(bab: Bab, teks: str) -> dict[str, object]:
    """The block as printed, and the variables that it may name with their values."""
    nilai = baca_dokumen(bab.dokumen).variabel
    isi = isi_variabel(teks, nilai)
    return {
        "blok": () if bab.berdaftar else baca_blok(isi),
        "butir": daftar_butir(isi) if bab.berdaftar else (),
        "variabel": [(f"{{{nama}}}", arti, nilai[nama]) for nama, arti in VARIABEL.items()],
    }


@untuk(*PENYUSUN)
def iku_bab_baru(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """A block of the agency's own."""
    dokumen = disusun(request, dokumen_id)
    akhir = dokumen.bab.order_by("-urutan").values_list("urutan", flat=True).first() or 0
    form = BabBaruForm(request.POST or None, initial={"urutan": akhir + 1})
    lembar = halaman(dokumen, "Bagian baru", tombol="Tambah bagian", pesan="Bagian ditambahkan.")
    return isi_formulir(
        request,
        form,
        lambda: Bab(dokumen=dokumen, **form.isi_baru()).daftarkan(**siapa(request)),
        lembar,
    )


@require_POST
@untuk(*PENYUSUN)
def iku_bab_hapus(request: PermintaanMasuk, bab_id: int) -> HttpResponse:
    bab = milik_disusun(request, Bab.objects.all(), bab_id)
    kembali = reverse("iku", args=[bab.dokumen_id])
    return jalankan(request, lambda: bab.hapus(**siapa(request)), kembali, "Bagian dihapus.")


@untuk(*PENYUSUN)
def iku_reviu_baru(request: PermintaanMasuk, dokumen_id: int) -> HttpResponse:
    """What a review decided; berita acara and participants of the last one are offered again."""
    dokumen = disusun(request, dokumen_id)
    terakhir = dokumen.reviu.order_by("-pk").first()
    awal = {m: getattr(terakhir, m) for m in ("tanggal", "berita_acara", "peserta")
            if terakhir}  # fmt: skip
    form = ReviuForm(request.POST or None, initial=awal)
    lembar = halaman(dokumen, "Catat reviu", tombol="Catat reviu", pesan="Reviu dicatat.")
    return isi_formulir(
        request,
        form,
        lambda: Reviu(dokumen=dokumen, **form.isi_baru()).daftarkan(**siapa(request)),
        lembar,
    )


@untuk(*PENYUSUN)
def iku_reviu(request: PermintaanMasuk, reviu_id: int) -> HttpResponse:
    reviu = milik_disusun(request, Reviu.objects.all(), reviu_id)
    form = ReviuForm(request.POST or None, objek=reviu)
    hapus = reverse("iku-reviu-penghapusan", args=[reviu.pk])
    return isi_formulir(
        request,
        form,
        lambda: reviu.ubah(**form.isi_ubah(), **siapa(request)),
        halaman(reviu.dokumen, "Reviu", hapus=hapus),
    )


@require_POST
@untuk(*PENYUSUN)
def iku_reviu_hapus(request: PermintaanMasuk, reviu_id: int) -> HttpResponse:
    reviu = milik_disusun(request, Reviu.objects.all(), reviu_id)
    kembali = reverse("iku", args=[reviu.dokumen_id])
    return jalankan(request, lambda: reviu.hapus(**siapa(request)), kembali, "Reviu dihapus.")
