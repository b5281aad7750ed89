"""The public page of a pemda: nobody logs in, nothing unapproved, nothing is drawn on request."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from kinerja.akses import SIAPA_SAJA, untuk
from kinerja.models import PerangkatDaerah
from laporan.aturan.keaslian import kode_baku
from laporan.models import Dokumen
from laporan.pengesahan import minta_cetakan
from laporan.pilihan import JenisDokumen
from laporan.publik.baca import (
    berlaku,
    daftar_lembaga,
    dokumen_publik,
    katalog,
    lembar_publik,
    pemda_publik,
)
from laporan.publik.berkas import TIPE, baris_capaian, isi_capaian_jadi, isi_dokumen_jadi
from laporan.publik.jawab import SIMPAN, SIMPAN_BERKAS, isi_tersimpan, jawab, jawab_halaman
from laporan.publik.tabel import KOLOM

SEMENIT = "60"
AKHIRAN = (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))


@require_safe
@untuk(SIAPA_SAJA)
def publik(request: HttpRequest) -> HttpResponse:
    """The only public pemda, or the list of them."""
    daftar = list(pemda_publik())
    if not daftar:
        raise Http404
    if len(daftar) == 1:
        return redirect("publik-pemda", daftar[0].kode)
    return jawab_halaman(request, "laporan/publik/daftar.html", lambda: {"daftar": daftar}, 0)


@require_safe
@untuk(SIAPA_SAJA)
def publik_pemda(request: HttpRequest, pemda: str) -> HttpResponse:
    """Its agencies with what each has published."""
    satu = _pemda(pemda)
    return jawab_halaman(
        request,
        "laporan/publik/pemda.html",
        lambda: {"pemda": satu, "daftar": daftar_lembaga(satu)},
        satu.pengaturan.versi,
    )


@require_safe
@untuk(SIAPA_SAJA)
def publik_lembaga(request: HttpRequest, pemda: str, lembaga: str) -> HttpResponse:
    """Documents and results of one agency."""
    satu = _pemda(pemda)
    milik = _lembaga(satu, lembaga)
    return jawab_halaman(
        request,
        "laporan/publik/lembaga.html",
        lambda: {"pemda": satu, "lembar": lembar_publik(satu, milik), "akhiran": AKHIRAN},
        satu.pengaturan.versi,
    )


@require_safe
@untuk(SIAPA_SAJA)
def publik_kolom(request: HttpRequest, pemda: str) -> HttpResponse:
    """What the columns of the open data mean, and the addresses that stay."""
    satu = _pemda(pemda)
    isi = {"pemda": satu, "kolom": KOLOM}
    return jawab_halaman(
        request, "laporan/publik/kolom.html", lambda: isi, satu.pengaturan.versi
    )  # fmt: skip


@require_safe
@untuk(SIAPA_SAJA)
def publik_katalog(request: HttpRequest, pemda: str) -> HttpResponse:
    """All documents in force as JSON."""
    daftar = katalog(_pemda(pemda))
    for satu in daftar:
        satu["alamat"] = request.build_absolute_uri(f"/publik/dokumen/{satu['kode']}/")
    isi = json.dumps({"dokumen": daftar}, ensure_ascii=False).encode()
    return jawab(request, isi, TIPE["json"], SIMPAN)


@require_safe
@untuk(SIAPA_SAJA)
def publik_capaian_halaman(
    request: HttpRequest, pemda: str, lembaga: str, tahun: int
) -> HttpResponse:
    """Verified results of a year, to read."""
    satu = _pemda(pemda)
    milik = _lembaga(satu, lembaga)

    def susun() -> dict[str, Any]:
        baris = baris_capaian(_pohon(satu, milik), milik, tahun)
        if not baris:
            raise Http404
        isi = {"pemda": satu, "lembaga": milik, "tahun": tahun}
        return isi | {"baris": baris, "akhiran": AKHIRAN}

    return jawab_halaman(request, "laporan/publik/capaian.html", susun, satu.pengaturan.versi)


@require_safe
@untuk(SIAPA_SAJA)
def publik_capaian(
    request: HttpRequest, pemda: str, lembaga: str, tahun: int, akhiran: str
) -> HttpResponse:
    """Verified results of a year."""
    satu = _pemda(pemda)
    milik = _lembaga(satu, lembaga)
    isi = isi_tersimpan(
        f"publik-capaian:{satu.pengaturan.versi}:{milik.pk}:{tahun}:{akhiran}",
        lambda: isi_capaian_jadi(_pohon(satu, milik), milik, tahun, akhiran),
    )
    if isi is None:
        raise Http404
    nama = f"capaian-{milik.kode}-{tahun}.{akhiran}"
    return jawab(request, isi, TIPE[akhiran], SIMPAN, nama)


@require_safe
@untuk(SIAPA_SAJA)
def publik_dokumen(request: HttpRequest, kode: str, nama: str, akhiran: str) -> HttpResponse:
    """A frozen document as it was approved, or its data."""
    dokumen = _dokumen(kode)
    unduhan = f"{dokumen.jenis.lower()}-{dokumen.kode_tercetak}-{nama}.{akhiran}"
    if (nama, akhiran) == ("dokumen", "pdf"):
        if (berkas := minta_cetakan(dokumen)) is None:
            tunggu = render_to_string("laporan/publik/tunggu.html")
            return HttpResponse(tunggu, status=503, headers={"Retry-After": SEMENIT})
        return jawab(request, bytes(berkas.isi), TIPE["pdf"], SIMPAN_BERKAS, unduhan)
    isi = isi_dokumen_jadi(dokumen, nama, akhiran)
    if isi is None:
        raise Http404
    return jawab(request, isi, TIPE[akhiran], SIMPAN_BERKAS, unduhan)


@require_safe
@untuk(SIAPA_SAJA)
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines read the public pages only, and nothing where there are none."""
    boleh = "Allow: /publik/\n" if pemda_publik().exists() else ""
    isi = f"User-agent: *\n{boleh}Disallow: /\n"
    return jawab(request, isi.encode(), "text/plain; charset=utf-8", SIMPAN)


def _pemda(kode: str) -> PerangkatDaerah:
    """404 where the page is off: nobody learns that there is one to switch on."""
    return get_object_or_404(pemda_publik().select_related("pengaturan"), kode=kode)


def _lembaga(pemda: PerangkatDaerah, kode: str) -> PerangkatDaerah:
    """The pemda itself publishes too."""
    if kode == pemda.kode:
        return pemda
    return get_object_or_404(PerangkatDaerah.objects.defer("lambang"), kode=kode, pemda=pemda)


def _pohon(pemda: PerangkatDaerah, lembaga: PerangkatDaerah) -> list[Dokumen]:
    """The approved planning documents of an agency that are in force."""
    milik = dokumen_publik(pemda).filter(perangkat_daerah=lembaga, jenis=JenisDokumen.POHON)
    return list(berlaku(milik))


def _dokumen(kode: str) -> Dokumen:
    """Of any public pemda; replaced ones too, so that addresses stay."""
    satu = Dokumen.objects.defer("cuplikan").select_related("perangkat_daerah__pemda")
    dokumen = get_object_or_404(satu, kode=kode_baku(kode))
    pemda = _pemda(dokumen.perangkat_daerah.pemda_atau_diri().kode)
    return get_object_or_404(
        dokumen_publik(pemda).select_related("perangkat_daerah__pemda"), pk=dokumen.pk
    )
