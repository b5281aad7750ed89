"""Instruments of a pemda: its versions, a workbook looked through and loaded, one given out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.impor.pengaman import BerkasDitolak
from kinerja.models import PerangkatDaerah
from kinerja.pilihan import JenisPerangkatDaerah
from kinerja.unggahan import TANDA
from kinerja.views.impor import XLSX
from laporan.aturan.bawaan_lke import NAMA, instrumen_bawaan
from laporan.aturan.instrumen_lke import banding_instrumen, dari_json, ke_json
from laporan.evaluasi.baca_instrumen import BacaanInstrumen, baca_instrumen
from laporan.evaluasi.buku_instrumen import buku_instrumen
from laporan.evaluasi.instrumen_lke import muat_instrumen
from laporan.evaluasi.wewenang_lke import PENGELOLA_INSTRUMEN
from laporan.forms_lke import InstrumenForm
from laporan.models import VersiLke

GARAM = "instrumen-lke"
SEJAM = 3600
BAWAAN_SEJAK = 2022


@require_safe
@untuk(*PENGELOLA_INSTRUMEN)
def lke_instrumen(request: PermintaanMasuk) -> HttpResponse:
    """The versions with the years they serve and how many sheets use each."""
    return _halaman(request, InstrumenForm())


@require_POST
@untuk(*PENGELOLA_INSTRUMEN)
def instrumen_pratinjau(request: PermintaanMasuk) -> HttpResponse:
    """What a workbook would load: findings by cell, differences from the newest version."""
    besar = getattr(request, TANDA, False)
    form = InstrumenForm(request.POST, request.FILES, terlalu_besar=besar)
    pemda = _pemda(request)
    if not form.is_valid():
        return _halaman(request, form, status=422)
    berkas = form.cleaned_data["berkas"]
    try:
        bacaan = baca_instrumen(berkas.read(), berkas.name)
    except BerkasDitolak as ditolak:
        form.add_error("berkas", [t.pesan for t in ditolak.temuan])
        return _halaman(request, form, status=422)
    context = _pratinjau(pemda, bacaan)
    status = 200 if bacaan.sah else 422
    return render(request, "laporan/lke_instrumen_pratinjau.html", context, status=status)


@require_POST
@untuk(*PENGELOLA_INSTRUMEN)
def instrumen_muat(request: PermintaanMasuk) -> HttpResponse:
    """What the preview signed, or with ``bawaan`` the one that comes with the software."""
    pemda = _pemda(request)
    try:
        isi = _bawaan() if "bawaan" in request.POST else _dari_pratinjau(request)
        instrumen = dari_json(isi.pop("isi"))
        versi = muat_instrumen(pemda, instrumen, **isi, oleh=request.user, pada=timezone.now())
    except signing.BadSignature:
        basi = Temuan(kode="PRATINJAU_BASI", pesan="Pratinjau kedaluwarsa; unggah lagi berkasnya.")
        return _halaman(request, InstrumenForm(), status=422, ditolak=[basi])
    except AturanDilanggar as ditolak:
        return _halaman(request, InstrumenForm(), status=422, ditolak=ditolak.temuan)
    messages.success(request, f"{versi} dimuat; melayani {versi.masa}.")
    return redirect("lke-instrumen")


@require_safe
@untuk(*PENGELOLA_INSTRUMEN)
def instrumen_unduh(request: PermintaanMasuk, versi_id: int) -> HttpResponse:
    """As the workbook that loads it again: the template."""
    versi = _versi(request, versi_id)
    jawaban = HttpResponse(buku_instrumen(versi), content_type=XLSX)
    jawaban["Content-Disposition"] = f'attachment; filename="instrumen-lke-{versi.pk}.xlsx"'
    return jawaban


@require_POST
@untuk(*PENGELOLA_INSTRUMEN)
def instrumen_hapus(request: PermintaanMasuk, versi_id: int) -> HttpResponse:
    """A version that no sheet uses."""
    versi = _versi(request, versi_id)
    try:
        versi.hapus(oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        return _halaman(request, InstrumenForm(), status=422, ditolak=ditolak.temuan)
    messages.success(request, f"{versi} dihapus.")
    return redirect("lke-instrumen")


def _pemda(request: PermintaanMasuk) -> PerangkatDaerah:
    """The pemda where the role is held; 403 where it is held at an agency only."""
    for k in request.user.daftar_keanggotaan():
        if (
            k.peran in PENGELOLA_INSTRUMEN
            and k.perangkat_daerah.jenis == JenisPerangkatDaerah.PEMDA
        ):
            return k.perangkat_daerah
    raise PermissionDenied


def _versi(request: PermintaanMasuk, pk: int) -> VersiLke:
    return get_object_or_404(VersiLke.objects.filter(pemda=_pemda(request)), pk=pk)


def _halaman(
    request: PermintaanMasuk,
    form: InstrumenForm,
    status: int = 200,
    ditolak: list[Temuan] | None = None,
) -> HttpResponse:
    pemda = _pemda(request)
    daftar = VersiLke.objects.berhitung(pemda)
    context = {"form": form, "pemda": pemda, "daftar": daftar, "ditolak": ditolak}
    return render(request, "laporan/lke_instrumen.html", context, status=status)


def _pratinjau(pemda: PerangkatDaerah, bacaan: BacaanInstrumen) -> dict[str, Any]:
    terakhir = VersiLke.objects.filter(pemda=pemda).order_by("-pk").first()
    beda = banding_instrumen(terakhir.instrumen, bacaan.instrumen) if terakhir else []
    isi = {
        "nama": bacaan.nama,
        "tahun_mulai": bacaan.tahun_mulai,
        "tahun_sampai": bacaan.tahun_sampai,
        "sumber": bacaan.sumber,
        "isi": ke_json(bacaan.instrumen),
    }
    return {
        "bacaan": bacaan,
        "terakhir": terakhir,
        "beda": beda,
        "banyak": len(list(bacaan.instrumen.kriteria)),
        "kiriman": signing.dumps(isi, salt=GARAM, compress=True) if bacaan.sah else "",
    }


def _dari_pratinjau(request: PermintaanMasuk) -> dict[str, Any]:
    """Raises BadSignature for what is not our own preview of the last hour."""
    isi: dict[str, Any] = signing.loads(
        request.POST.get("kiriman", ""), salt=GARAM, max_age=SEJAM
    )  # fmt: skip
    return isi


def _bawaan() -> dict[str, Any]:
    return {"nama": NAMA, "tahun_mulai": BAWAAN_SEJAK, "isi": ke_json(instrumen_bawaan())}
