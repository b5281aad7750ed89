"""The shape of the tree from its own page: new siblings and children, moves, copies, deletion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.jenjang import anak_sah, jenjang_pertama
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.suntingan import KirimanTidakSah, baca_deret, baca_kiriman
from kinerja.ikut_terhapus import ikut_terhapus
from kinerja.models import Riwayat, Simpul
from kinerja.models.penyusunan import AKHIR, AWAL
from kinerja.perubahan_lembar import jawaban
from kinerja.pilihan import PENYUSUN
from kinerja.views.suntingan import BERSAMA, menjawab_json, permintaan, pohon_terlihat


@require_POST
@gzip_page
@untuk(*PENYUSUN)
@menjawab_json
def simpul_saudara(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Boxes after this one, of its level: twenty pasted lines are twenty siblings."""
    simpul = _disusun(request, simpul_id)
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, simpul.induk)
    daftar = baca_deret(baca_kiriman(request.body), simpul.jenjang)
    return _tambah(request, simpul.induk, simpul.jenjang, daftar, str(simpul.uid))


@require_POST
@gzip_page
@untuk(*PENYUSUN)
@menjawab_json
def simpul_turunan(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Boxes below this one, at the end of its children."""
    simpul = _disusun(request, simpul_id)
    sah = anak_sah(simpul.pohon.jenis, simpul.jenjang)
    jenjang = sah[0] if sah else simpul.jenjang  # refused by the rule, in its words
    return _tambah(request, simpul, jenjang, baca_deret(baca_kiriman(request.body), jenjang), AKHIR)


@require_POST
@gzip_page
@untuk(*PENYUSUN)
@menjawab_json
def pohon_turunan(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Boxes directly below the document, of the level ``jenjang``: an empty one begins so."""
    pohon = pohon_terlihat(request, pohon_id)
    wajib_menyusun(request, pohon.perangkat_daerah)
    kiriman = baca_kiriman(request.body)
    jenjang = kiriman.get("jenjang")
    if jenjang not in jenjang_pertama(pohon.jenis):
        raise KirimanTidakSah("Jenjang tidak sah.")
    akar = pohon.akar()
    akar.pohon = pohon
    return _tambah(request, akar, jenjang, baca_deret(kiriman, jenjang), AKHIR)


@require_POST
@gzip_page
@untuk(*PENYUSUN)
@menjawab_json
def simpul_letak(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Move a branch under ``induk`` (null: the document), after ``setelah`` (null: first)."""
    simpul = _disusun(request, simpul_id)
    kiriman = baca_kiriman(request.body)
    induk = _acuan(simpul, kiriman, "induk") or simpul.pohon.akar()
    setelah = _acuan(simpul, kiriman, "setelah")
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, induk)
    letak = str(setelah.uid) if setelah else AWAL
    try:
        riwayat = simpul.pohon.pindahkan(
            simpul, induk=induk, setelah=letak, oleh=request.user, pada=timezone.now()
        )
    except AturanDilanggar as ditolak:
        return _tolak(ditolak)
    return _jawab(request, simpul, riwayat)


@require_safe
@untuk(*PENYUSUN)
def simpul_cabang(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """What goes along when the box is moved or deleted."""
    simpul = _disusun(request, simpul_id)
    ikut = ikut_terhapus(simpul)
    contoh = [f"{s.get_jenjang_display()}: {s.sebutan[:120]}" for s in ikut.contoh]
    isi = {"hitungan": ikut.hitungan, "contoh": contoh, "sisa": ikut.sisa, "kaitan": ikut.kaitan}
    return JsonResponse(isi)


@require_POST
@gzip_page
@untuk(*PENYUSUN)
@menjawab_json
def simpul_cabut(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Delete a branch."""
    simpul = _disusun(request, simpul_id)
    try:
        riwayat = simpul.pohon.hapus(simpul, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        return _tolak(ditolak)
    return _jawab(request, simpul, riwayat)


@require_POST
@gzip_page
@untuk(*PENYUSUN)
@menjawab_json
def simpul_ganda(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Copy a branch next to itself, without its money."""
    simpul = _disusun(request, simpul_id)
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, simpul.induk)
    try:
        riwayat, uid = simpul.pohon.gandakan(simpul, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        return _tolak(ditolak)
    return _jawab(request, simpul, riwayat, uid)


def _tambah(
    request: PermintaanMasuk,
    induk: Simpul,
    jenjang: str,
    daftar: list[dict[str, str]],
    setelah: str,
) -> HttpResponse:
    isi: dict[str, Any] = {"induk": induk, "jenjang": jenjang, "daftar": daftar, "setelah": setelah}
    try:
        riwayat, uid = induk.pohon.tambah_deret(**isi, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        return _tolak(ditolak)
    return _jawab(request, induk, riwayat, uid)


def _jawab(
    request: PermintaanMasuk, simpul: Simpul, riwayat: Riwayat | None, uid: list[str] | None = None
) -> HttpResponse:
    """Rows and order of what changed; ``kotak``: the new boxes."""
    pohon = simpul.pohon
    isi = jawaban(pohon, riwayat.perubahan if riwayat else [], permintaan(request, pohon))
    baru = Simpul.objects.filter(pohon=pohon, uid__in=uid or ()).order_by("lft")
    kotak = list(baru.values_list("pk", flat=True))
    return JsonResponse(isi | {"riwayat": riwayat.nomor if riwayat else None, "kotak": kotak})


def _tolak(ditolak: AturanDilanggar) -> HttpResponse:
    return JsonResponse({"pesan": str(ditolak)}, status=422)


def _disusun(request: PermintaanMasuk, simpul_id: int) -> Simpul:
    milik = Simpul.objects.terlihat_oleh(request.user).select_related("induk", *BERSAMA)
    simpul = get_object_or_404(milik, pk=simpul_id)
    if simpul.induk is not None:
        simpul.induk.pohon = simpul.pohon
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, simpul)
    return simpul


def _acuan(simpul: Simpul, kiriman: Mapping[str, Any], apa: str) -> Simpul | None:
    pk = kiriman.get(apa)
    if pk is None:
        return None
    if not isinstance(pk, int):
        raise KirimanTidakSah("Letak tidak sah.")
    return get_object_or_404(Simpul.objects.tampak(), pohon=simpul.pohon, pk=pk)
