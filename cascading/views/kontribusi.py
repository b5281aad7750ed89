"""A shared indicator: one realisation and the part of each side, filled by whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cascading.alur_lintas import isi_kontribusi, samakan
from cascading.aturan.lintas import Sisi
from cascading.forms.kontribusi import baca_isian, susun_isian
from cascading.indikator_bersama import (
    IndikatorBersama,
    Pihak,
    indikator_berlaku,
    indikator_bersama,
)
from cascading.lintas_dokumen import sisi
from cascading.models import Crosscutting
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Bentrok, Indikator, Pengguna, PerangkatDaerah, SuntinganDitolak
from kinerja.views.tahun import tahun_tahap


@require_http_methods(["GET", "POST"])
@untuk(YANG_MASUK)
def kontribusi(request: PermintaanMasuk, lintas_id: int) -> HttpResponse:
    """All parts in a year; a POST fills the part ``pihak``, or makes the realisation their sum."""
    lintas, indikator = _bersama(request, lintas_id)
    tahun, _ = tahun_tahap(request, indikator.pohon)
    bersama = indikator_bersama(indikator, tahun, timezone.localdate())
    _wajib_pihak(request.user, lintas, bersama)
    milik = {p.kunci: p for p in bersama.pihak if boleh_isi(request.user, bersama, p)}
    if request.method == "GET":
        return _halaman(request, lintas, bersama, milik)
    pihak = milik.get(request.POST.get("pihak", ""))
    if pihak is None:
        raise PermissionDenied
    galat, status = _tulis(request, bersama, pihak)
    if status:
        return _halaman(request, lintas, bersama, milik, galat, status=status)
    return redirect(f"{reverse('kontribusi', args=[lintas.pk])}?tahun={tahun}")


def _tulis(
    request: PermintaanMasuk, bersama: IndikatorBersama, pihak: Pihak
) -> tuple[dict[str, str], int]:
    """What was refused, by field, and the status of the answer; 0 when it is written."""
    siapa: dict[str, Any] = {"oleh": request.user, "pada": timezone.now()}
    try:
        if "samakan" in request.POST:
            _samakan(request, bersama, pihak, siapa)
        else:
            sel, tahun = baca_isian(request.POST.dict()), bersama.tahun
            isi_kontribusi(bersama.indikator, pihak.lintas, sel, tahun=tahun, **siapa)
            messages.success(request, "Kontribusi disimpan.")
    except Bentrok as bentrok:
        kata = "Baru saja diubah orang lain menjadi “{}”."
        return {m: kata.format(kini) for m, kini in bentrok.semua}, 409
    except AturanDilanggar as ditolak:
        return {t.letak.medan: t.pesan for t in ditolak.temuan}, 422
    except SuntinganDitolak as ditolak:
        sebab = [t.pesan for d in ditolak.sel.values() if isinstance(d, list) for t in d]
        return {"": " ".join(sebab) or "Realisasinya belum dapat ditulis; coba lagi."}, 422
    return {}, 0


def boleh_isi(pengguna: Pengguna, bersama: IndikatorBersama, pihak: Pihak) -> bool:
    """The leading agency its own part; the other side what it agreed to, while that runs."""
    if pihak.lintas is None:
        indikator = bersama.indikator
        return pengguna.menyusun(indikator.pohon.perangkat_daerah, indikator.simpul)
    if not pihak.berjalan:
        return False
    diminta = pihak.lintas.diminta
    return Sisi.DIMINTA in sisi(pengguna, pihak.lintas, None) or pengguna.menyusun(diminta)


def _bersama(request: PermintaanMasuk, lintas_id: int) -> tuple[Crosscutting, Indikator]:
    daftar = Crosscutting.objects.terlihat_oleh(request.user).lengkap()
    lintas: Crosscutting = get_object_or_404(daftar, pk=lintas_id)
    if lintas.indikator_uid is None:
        raise Http404
    indikator = indikator_berlaku(lintas.perangkat_daerah_id, lintas.indikator_uid)
    if indikator is None:
        raise Http404
    return lintas, indikator


def _wajib_pihak(pengguna: Pengguna, lintas: Crosscutting, bersama: IndikatorBersama) -> None:
    """404 for who was only asked: figures are for those who lead, agreed or have filled."""
    memimpin = PerangkatDaerah.objects.terlihat_oleh(pengguna)
    ikut = {p.lintas.pk for p in bersama.pihak if p.lintas}
    if lintas.pk not in ikut and not memimpin.filter(pk=lintas.perangkat_daerah_id).exists():
        raise Http404


def _samakan(
    request: PermintaanMasuk, bersama: IndikatorBersama, pihak: Pihak, siapa: dict[str, Any]
) -> None:
    """Only who leads the indicator."""
    if pihak.lintas is not None:
        raise PermissionDenied
    if samakan(bersama.indikator, bersama.tahun, (1, 2, 3, 4), **siapa):
        messages.success(request, "Realisasi disamakan dengan jumlah kontribusi.")
    else:
        messages.info(request, "Tidak ada triwulan yang dapat disamakan sekarang.")


def _halaman(
    request: PermintaanMasuk,
    lintas: Crosscutting,
    bersama: IndikatorBersama,
    milik: Mapping[str, Pihak],
    galat: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    dikirim = request.POST.get("pihak", "") if galat else ""
    isian = [
        (p, susun_isian(bersama, p, *((request.POST.dict(), galat) if k == dikirim else ())))
        for k, p in milik.items()
    ]
    isi = {
        "c": lintas,
        "bersama": bersama,
        "indikator": bersama.indikator,
        "isian": isian,
        "galat": galat,
        "dikirim": dikirim,
        "memimpin": "sendiri" in milik,
        "milik": request.user.id_perangkat_daerah(),
    }
    return render(request, "cascading/kontribusi.html", isi, status=status)
