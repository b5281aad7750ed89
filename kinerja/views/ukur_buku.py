"""The grid of a quarter as a workbook: given out, looked through, applied."""

from __future__ import annotations

import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.pengukuran import sebut
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.buku_ukur import buku_ukur
from kinerja.forms.ukur import Kisi
from kinerja.impor.pengaman import BerkasDitolak
from kinerja.impor.ukur import SelBuku, baca_buku_ukur
from kinerja.lembar_ukur import lembar_ukur
from kinerja.models import Pohon, SelUkur, SuntinganDitolak
from kinerja.models.rencana_ukur import ANGGARAN, MEDAN_INDIKATOR
from kinerja.views.pengukuran import alamat_ukur, kalimat_sebab, masa_ukur, wajib_kotak

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TERBANYAK = 20_000


@require_safe
@untuk(YANG_MASUK)
def pengukuran_unduh(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """All boxes of the quarter in one sheet."""
    pohon = _terlihat(request, pohon_id)
    tahun, triwulan = masa_ukur(request, pohon)
    lembar = lembar_ukur(pohon, tahun=tahun, triwulan=triwulan, hari=timezone.localdate(),
                         sehalaman=TERBANYAK)  # fmt: skip
    jawaban = HttpResponse(buku_ukur(pohon, lembar), content_type=XLSX)
    nama = f"pengukuran-{tahun}-tw{triwulan}-{pohon.pk}.xlsx"
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    return jawaban


@require_POST
@untuk(YANG_MASUK)
def pengukuran_impor(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """With a file: what it would change, and which cells are refused. With ``sel``: do it."""
    pohon = _terlihat(request, pohon_id)
    tahun, triwulan = masa_ukur(request, pohon)
    if kiriman := request.POST.get("sel"):
        return _terapkan(request, pohon, _sel(kiriman), tahun, triwulan)
    berkas = request.FILES.get("berkas")
    try:
        isi = berkas.read() if berkas else b""
        nama = berkas.name if berkas and berkas.name else ""
        daftar = baca_buku_ukur(isi, nama, pohon=pohon.pk, tahun=tahun, triwulan=triwulan)
    except (BerkasDitolak, AturanDilanggar) as ditolak:
        messages.error(request, " ".join(t.pesan for t in ditolak.temuan))
        return redirect(alamat_ukur(request, pohon, tahun, triwulan))
    wajib_kotak(request, pohon, Kisi({s.alamat: s.sel for s in daftar}))
    return _pratinjau(request, pohon, daftar, tahun, triwulan)


def _terapkan(
    request: PermintaanMasuk, pohon: Pohon, sel: list[SelUkur], tahun: int, triwulan: int
) -> HttpResponse:
    wajib_kotak(request, pohon, Kisi({str(n): s for n, s in enumerate(sel)}))
    try:
        pohon.ukur(sel, tahun=tahun, triwulan=triwulan, oleh=request.user, pada=timezone.now())
    except SuntinganDitolak:
        messages.error(request, "Isiannya berubah sesudah ditinjau; unggah lagi berkasnya.")
    except AturanDilanggar as dilanggar:
        messages.error(request, str(dilanggar))
    else:
        messages.success(request, f"{len(sel)} sel dari buku kerja disimpan.")
    return redirect(alamat_ukur(request, pohon, tahun, triwulan))


def _pratinjau(
    request: PermintaanMasuk, pohon: Pohon, daftar: list[SelBuku], tahun: int, triwulan: int
) -> HttpResponse:
    """Refused cells with their place and reason; the others wait for the button."""
    try:
        sebab = pohon.tinjau_ukur(
            [s.sel for s in daftar], tahun=tahun, triwulan=triwulan, oleh=request.user,
            pada=timezone.now(),
        )  # fmt: skip
    except AturanDilanggar as dilanggar:
        messages.error(request, str(dilanggar))
        return redirect(alamat_ukur(request, pohon, tahun, triwulan))
    sah = [s for ke, s in enumerate(daftar) if ke not in sebab]
    context = {
        "pohon": pohon,
        "masa": sebut(tahun, triwulan),
        "tanya": f"tahun={tahun}&triwulan={triwulan}",
        "sah": sah,
        "ditolak": [(daftar[ke], kalimat_sebab(s)) for ke, s in sorted(sebab.items())],
        "sel": json.dumps([[s.sel.uid, s.sel.medan, s.sel.baru, s.sel.lama] for s in sah]),
    }
    return render(request, "kinerja/pengukuran_impor.html", context, status=200)


def _terlihat(request: PermintaanMasuk, pohon_id: int) -> Pohon:
    return get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)


def _sel(kiriman: str) -> list[SelUkur]:
    """What our own preview sends back; anything else is none of ours."""
    try:
        daftar = [SelUkur(*map(str, satu)) for satu in json.loads(kiriman)]
    except (ValueError, TypeError) as galat:
        raise PermissionDenied from galat
    if any(s.medan not in (ANGGARAN, *MEDAN_INDIKATOR) for s in daftar):
        raise PermissionDenied
    return daftar
