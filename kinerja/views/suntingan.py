"""The cells of the tree page: edit one, edit many, undo, and see what colleagues did. All JSON."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.suntingan import (
    KirimanTidakSah,
    baca_kiriman,
    cara,
    daftar_suntingan,
    suntingan_indikator,
    suntingan_simpul,
)
from kinerja.lembar_pohon import Permintaan
from kinerja.models import Indikator, Pohon, Riwayat, Simpul, Suntingan, SuntinganDitolak
from kinerja.perubahan_lembar import jawaban, kotak_berubah
from kinerja.pilihan import PENYUSUN
from kinerja.views.kabar import hadir, kabar_sejak, kabar_sekitar
from kinerja.views.penolakan import penolakan

BERSAMA = "pohon__perangkat_daerah__pemda__pengaturan", "pohon__periode"
View = Callable[..., HttpResponse]


def menjawab_json(view: View) -> View:
    """400 for what our script never sends."""

    @wraps(view)
    def bungkus(request: PermintaanMasuk, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except KirimanTidakSah as salah:
            return JsonResponse({"pesan": str(salah)}, status=400)

    return bungkus


@require_http_methods(["PATCH"])
@untuk(*PENYUSUN)
@menjawab_json
def simpul_sunting(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """One field of a box: kode, nomor, nama, kinerja, pagu, klaim; or its first indicator."""
    milik = Simpul.objects.terlihat_oleh(request.user).select_related(*BERSAMA)
    simpul = get_object_or_404(milik, pk=simpul_id)
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, simpul)
    satu = suntingan_simpul(simpul, baca_kiriman(request.body))
    return _sunting(request, simpul.pohon, [satu], {simpul.pk})


@require_http_methods(["PATCH"])
@untuk(*PENYUSUN)
@menjawab_json
def indikator_sunting(request: PermintaanMasuk, indikator_id: int) -> HttpResponse:
    """One field of an indicator: teks, satuan, or the target of a year."""
    boks = Simpul.objects.terlihat_oleh(request.user)
    milik = Indikator.objects.filter(simpul__in=boks).select_related("simpul", *BERSAMA)
    indikator = get_object_or_404(milik, pk=indikator_id)
    pohon = indikator.pohon
    wajib_menyusun(request, pohon.perangkat_daerah, indikator.simpul)
    satu = suntingan_indikator(indikator, baca_kiriman(request.body))
    return _sunting(request, pohon, [satu], {indikator.simpul_id})


@require_POST
@untuk(*PENYUSUN)
@menjawab_json
def pohon_sunting(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Many cells as one event: a pasted block, a fill down, a cleared block. All or nothing."""
    pohon = pohon_terlihat(request, pohon_id)
    kiriman = baca_kiriman(request.body)
    try:
        daftar, kotak = daftar_suntingan(pohon, kiriman)
    except SuntinganDitolak as ditolak:
        _wajib_menyusun(request, pohon, set())
        return penolakan(pohon, [], ditolak)
    _wajib_menyusun(request, pohon, kotak)
    return _sunting(request, pohon, daftar, kotak, cara(kiriman))


@require_POST
@gzip_page
@untuk(*PENYUSUN)
@menjawab_json
def pohon_batalkan(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Undo the event ``nomor`` (Ctrl+Z); undoing that event again is Ctrl+Y."""
    pohon = pohon_terlihat(request, pohon_id)
    minta, nomor = permintaan(request, pohon), baca_kiriman(request.body).get("nomor")
    if not isinstance(nomor, int):
        raise KirimanTidakSah("Nomor peristiwa tidak sah.")
    riwayat = get_object_or_404(Riwayat, pohon=pohon, nomor=nomor)
    sendiri = riwayat.oleh_id == request.user.pk
    _wajib_menyusun(request, pohon, kotak_berubah(pohon, riwayat.perubahan) if sendiri else set())
    try:
        baru = pohon.batalkan(riwayat, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        return JsonResponse({"pesan": str(ditolak)}, status=422)
    isi = jawaban(pohon, riwayat.perubahan, minta)
    return JsonResponse(isi | {"riwayat": baru.nomor if baru else None})


@require_safe
@gzip_page
@untuk(YANG_MASUK)
@menjawab_json
def pohon_kabar(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """What happened since the version a page shows: rows to draw anew, or 204 for nothing.

    ``kotak`` names boxes whose rows are wanted in any case.
    """
    pohon = pohon_terlihat(request, pohon_id)
    sejak, kepala, kotak = (request.GET.get(n, "") for n in ("sejak", "kepala", "kotak"))
    pk = kotak.split(",") if kotak else []
    if not all(angka.isdecimal() and len(angka) < 19 for angka in (sejak, kepala, *pk)):
        raise KirimanTidakSah("Versi atau kotak tidak sah.")
    di_sini = hadir(request, pohon)
    sama = int(sejak) == int(kepala) == pohon.versi and not pk
    if sama and request.GET.get("sekitar") == di_sini.tanda:
        return HttpResponse(status=204)
    minta = permintaan(request, pohon)
    isi = {} if sama else kabar_sejak(request, pohon, minta, int(sejak), {int(k) for k in pk})
    isi |= {"versi": pohon.versi, "sekitar": kabar_sekitar(request, pohon, minta, di_sini)}
    return JsonResponse(isi)


def _sunting(
    request: PermintaanMasuk,
    pohon: Pohon,
    daftar: list[Suntingan],
    kotak: set[int],
    cara: str = "",
) -> HttpResponse:
    minta = permintaan(request, pohon)
    cakupan: dict[str, Any] = {"tahun": minta.tahun, "tahap": minta.tahap, "cara": cara}
    try:
        riwayat, kartu = pohon.sunting(daftar, **cakupan, oleh=request.user, pada=timezone.now())
    except SuntinganDitolak as ditolak:
        return penolakan(pohon, daftar, ditolak)
    perubahan = riwayat.perubahan if riwayat else []
    isi = jawaban(pohon, perubahan, minta, kotak=kotak, kartu=kartu)
    return JsonResponse(isi | {"riwayat": riwayat.nomor if riwayat else None})


def pohon_terlihat(request: PermintaanMasuk, pohon_id: int) -> Pohon:
    """404 unless the user may see it; read with the settings of its pemda."""
    milik = Pohon.objects.terlihat_oleh(request.user).dengan_pengaturan()
    return get_object_or_404(milik, pk=pohon_id)


def permintaan(request: PermintaanMasuk, pohon: Pohon) -> Permintaan:
    """Year and stage of the page that asks; unlike a page it is not remembered."""
    tahun = request.GET.get("tahun", "")
    if not tahun.isdecimal() or int(tahun) not in pohon.periode.daftar_tahun():
        raise KirimanTidakSah("Tahun tidak sah.")
    lingkup = request.user.lingkup_mengisi(pohon)
    tahap = request.GET.get("tahap", "")[:30]
    return Permintaan(int(tahun), tahap, lingkup, hanya_angka=pohon.hanya_angka)


def _wajib_menyusun(request: PermintaanMasuk, pohon: Pohon, kotak: set[int]) -> None:
    """A role narrowed to a unit or branch must reach every box."""
    if request.user.menyusun(pohon.perangkat_daerah):
        return
    if not kotak or not request.user.menyusun_semua(pohon, kotak):
        raise PermissionDenied
