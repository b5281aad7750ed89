"""The grid of a quarter, the sheet of one indicator in it, and the steps of a quarter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.lembar import baca_lembar
from kinerja.aturan.pengukuran import langkah as langkah_ukur
from kinerja.aturan.pengukuran import langkah_terbuka, sebut, triwulan_bawaan
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.forms.ukur import Kisi, PembukaanForm, baca_kisi, baca_rinci
from kinerja.kabar_ukur import melangkah_ukur
from kinerja.kaitan import ukuran
from kinerja.lembar_ukur import ANGKA, LembarUkur, lembar_ukur
from kinerja.models import (
    BentrokSel,
    Indikator,
    PembukaanKotak,
    Pohon,
    Simpul,
    SuntinganDitolak,
)
from kinerja.pembekuan import alamat_periksa
from kinerja.pilihan import Peran
from kinerja.rinci_ukur import rinci_ukur
from kinerja.ringkasan_ukur import berubah_sesudah_verifikasi, ringkasan_ukur
from kinerja.views.tahun import tahun_tahap
from kinerja.wewenang import pelaku_ukur


@untuk(YANG_MASUK)
def pengukuran(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """The grid; a POST fills it, all cells or none."""
    pohon = _terlihat(request, pohon_id)
    if request.method != "POST":
        return _halaman(request, pohon)
    kisi = baca_kisi(request.POST.dict())
    wajib_kotak(request, pohon, kisi)
    tahun, triwulan = masa_ukur(request, pohon)
    try:
        riwayat = pohon.ukur(
            list(kisi.sel.values()), tahun=tahun, triwulan=triwulan, oleh=request.user,
            pada=timezone.now(),
        )  # fmt: skip
    except SuntinganDitolak as ditolak:
        return _halaman(request, pohon, kisi, ditolak=_per_medan(kisi, ditolak), sebab=ditolak)
    except AturanDilanggar as dilanggar:
        return _halaman(request, pohon, kisi, temuan=dilanggar.temuan)
    messages.success(request, riwayat.ringkasan if riwayat else "Tidak ada yang berubah.")
    return redirect(alamat_ukur(request, pohon, tahun, triwulan))


@untuk(YANG_MASUK)
def indikator_ukur(request: PermintaanMasuk, indikator_id: int) -> HttpResponse:
    """One indicator in a quarter: value, year it is about, notes, evidence, the whole year."""
    daftar = Indikator.objects.filter(pohon__in=Pohon.objects.terlihat_oleh(request.user))
    indikator = get_object_or_404(
        daftar.select_related("simpul", "pohon__perangkat_daerah__pemda", "pohon__periode"),
        pk=indikator_id,
    )
    pohon = indikator.pohon
    tahun, triwulan = masa_ukur(request, pohon)
    if request.method != "POST":
        return _rinci(request, indikator, tahun, triwulan)
    wajib_menyusun(request, pohon.perangkat_daerah, indikator.simpul)
    acuan = baca_lembar(indikator.lembar)
    bagian = acuan.bagian if acuan.dihitung else ()
    sel = baca_rinci(request.POST.dict(), str(indikator.uid), bagian)
    try:
        pohon.ukur(sel, tahun=tahun, triwulan=triwulan, oleh=request.user, pada=timezone.now())
    except SuntinganDitolak as ditolak:
        return _rinci(request, indikator, tahun, triwulan, _pesan(ditolak), ditolak.bentrok)
    except AturanDilanggar as dilanggar:
        return _rinci(request, indikator, tahun, triwulan, [t.pesan for t in dilanggar.temuan])
    messages.success(request, f"Realisasi {sebut(tahun, triwulan)} disimpan.")
    return redirect(f"{request.path}?tahun={tahun}&triwulan={triwulan}")


@require_POST
@untuk(YANG_MASUK)
def pengukuran_langkah(request: PermintaanMasuk, pohon_id: int, kata_kerja: str) -> HttpResponse:
    """Submit, return or verify the quarter. Whose it is depends on the day."""
    pohon = _terlihat(request, pohon_id)
    boleh = pelaku_ukur(request.user, pohon, timezone.localdate())
    if not langkah_ukur(kata_kerja).pelaku & boleh:
        raise PermissionDenied
    tahun, triwulan = masa_ukur(request, pohon)
    try:
        melangkah_ukur(
            pohon, kata_kerja, tahun=tahun, triwulan=triwulan, oleh=request.user,
            alasan=request.POST.get("alasan", ""), pada=timezone.now(),
            alamat=alamat_periksa(request),
        )  # fmt: skip
    except AturanDilanggar as dilanggar:
        return _halaman(request, pohon, temuan=dilanggar.temuan)
    kata = langkah_ukur(kata_kerja).selesai
    messages.success(request, f"Pengukuran {sebut(tahun, triwulan)} {kata}.")
    return redirect(alamat_ukur(request, pohon, tahun, triwulan))


@require_POST
@untuk(Peran.BAPPEDA, Peran.ADMIN_PEMDA)
def pengukuran_buka(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Open one box of a closed quarter again, with reason and last day."""
    pohon = _terlihat(request, pohon_id)
    pemda = pohon.perangkat_daerah.pemda_atau_diri()
    if not request.user.punya_peran({Peran.BAPPEDA, Peran.ADMIN_PEMDA}, pemda):
        raise PermissionDenied
    tahun, triwulan = masa_ukur(request, pohon)
    form = PembukaanForm(request.POST)
    if not form.is_valid():
        pesan = "Pilih kotaknya, isi hari terakhir dan alasannya."
        return _halaman(request, pohon, temuan=[Temuan(kode="PEMBUKAAN", pesan=pesan)])
    simpul = get_object_or_404(Simpul, pohon=pohon, pk=form.cleaned_data["simpul"])
    PembukaanKotak(
        perangkat_daerah=pohon.perangkat_daerah, simpul_uid=simpul.uid, tahun=tahun,
        triwulan=triwulan, sebutan=simpul.sebutan[:200], sampai=form.cleaned_data["sampai"],
        alasan=form.cleaned_data["alasan"],
    ).daftarkan(oleh=request.user, pada=timezone.now())  # fmt: skip
    messages.success(request, f"“{simpul.sebutan[:80]}” dapat diisi lagi.")
    return redirect(alamat_ukur(request, pohon, tahun, triwulan))


def _terlihat(request: PermintaanMasuk, pohon_id: int) -> Pohon:
    return get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)


def masa_ukur(request: PermintaanMasuk, pohon: Pohon) -> tuple[int, int]:
    """Year and quarter of the address; else the remembered year, the quarter that just ended."""
    tahun, _ = tahun_tahap(request, pohon)
    diminta = request.GET.get("triwulan", "")
    if diminta in ("1", "2", "3", "4"):
        return tahun, int(diminta)
    return tahun, triwulan_bawaan(tahun, timezone.localdate())


def alamat_ukur(request: PermintaanMasuk, pohon: Pohon, tahun: int, triwulan: int) -> str:
    """The page of the grid that the request came from."""
    alamat = f"{reverse('pengukuran', args=[pohon.pk])}?tahun={tahun}&triwulan={triwulan}"
    halaman = request.GET.get("halaman", "")
    return f"{alamat}&halaman={halaman}" if halaman.isdecimal() else alamat


def wajib_kotak(request: PermintaanMasuk, pohon: Pohon, kisi: Kisi) -> None:
    """403 when one of the cells belongs to a box that is not the writer's."""
    if request.user.menyusun(pohon.perangkat_daerah):
        return
    uid = {s.uid for s in kisi.sel.values()}
    boleh = Simpul.objects.filter(pk__in=request.user.kotak_disusun(pohon))
    milik = {str(u) for u in boleh.values_list("uid", flat=True)}
    milik |= {
        str(u) for u in Indikator.objects.filter(simpul__in=boleh).values_list("uid", flat=True)
    }
    if not boleh or uid - milik:
        raise PermissionDenied


def _halaman(
    request: PermintaanMasuk,
    pohon: Pohon,
    kisi: Kisi | None = None,
    *,
    temuan: list[Temuan] | None = None,
    ditolak: Mapping[str, str] | None = None,
    sebab: SuntinganDitolak | None = None,
) -> HttpResponse:
    tahun, triwulan = masa_ukur(request, pohon)
    hari = timezone.localdate()
    semua = request.user.menyusun(pohon.perangkat_daerah)
    lembar = lembar_ukur(
        pohon, tahun=tahun, triwulan=triwulan, hari=hari,
        halaman=_angka(request, "halaman", 1), kotak_dicari=_angka(request, "kotak", 0),
        boleh=None if semua else request.user.kotak_disusun(pohon),
    )  # fmt: skip
    pesan = [t.pesan for t in temuan or ()] + [t.pesan for t in (sebab.umum if sebab else ())]
    context = _isi(lembar, kisi or Kisi(), ditolak or {}) | {
        "pohon": pohon, "lembar": lembar, "pesan_galat": pesan,
        "ringkasan": ringkasan_ukur(pohon, tahun=tahun, triwulan=triwulan, aturan=lembar.aturan),
        "berubah": berubah_sesudah_verifikasi(lembar.ukuran),
        "langkah": langkah_terbuka(lembar.status, pelaku_ukur(request.user, pohon, hari)),
        "boleh_buka": bool(lembar.temuan) and request.user.punya_peran(
            {Peran.BAPPEDA, Peran.ADMIN_PEMDA}, pohon.perangkat_daerah.pemda_atau_diri()),
        "triwulan_semua": ANGKA, "tanya": f"tahun={tahun}&triwulan={triwulan}&", 
        "berlaku": pohon.edisi_berlaku(),
    }  # fmt: skip
    bentrok = sebab is not None and sebab.bentrok
    status = 409 if bentrok else 422 if pesan or ditolak else 200
    return render(request, "kinerja/pengukuran.html", context, status=status)


def _angka(request: PermintaanMasuk, nama: str, bawaan: int) -> int:
    """A whole number of the address."""
    teks = request.GET.get(nama, "")
    return int(teks) if teks.isdecimal() and len(teks) < 10 else bawaan


def _isi(lembar: LembarUkur, kisi: Kisi, ditolak: Mapping[str, str]) -> dict[str, Any]:
    """Put what was typed and why it was refused into the cells; ``lama``: what stands there."""
    for sel in lembar.sel:
        sel.isi = kisi.ketikan.get(sel.medan, sel.kini)
        sel.galat = ditolak.get(sel.medan, "")
    lama = {sel.medan: sel.kini for sel in lembar.sel if sel.kini}
    return {"lama": json.dumps(lama, ensure_ascii=False), "banyak_ditolak": len(ditolak)}


def _per_medan(kisi: Kisi, ditolak: SuntinganDitolak) -> dict[str, str]:
    nama = list(kisi.sel)
    return {nama[ke]: kalimat_sebab(sebab) for ke, sebab in ditolak.sel.items()}


def _pesan(ditolak: SuntinganDitolak) -> list[str]:
    satu = [kalimat_sebab(sebab) for sebab in ditolak.sel.values()]
    return list(dict.fromkeys([*satu, *(t.pesan for t in ditolak.umum)]))


def kalimat_sebab(sebab: BentrokSel | list[Temuan]) -> str:
    """Why a cell was refused, in one text."""
    if isinstance(sebab, BentrokSel):
        return f"Sudah diubah orang lain menjadi “{sebab.kini}”; periksa, lalu simpan lagi."
    return " ".join(t.pesan for t in sebab)


def _rinci(
    request: PermintaanMasuk,
    indikator: Indikator,
    tahun: int,
    triwulan: int,
    pesan: list[str] | None = None,
    bentrok: bool = False,
) -> HttpResponse:
    lembar = rinci_ukur(
        indikator, tahun=tahun, triwulan=triwulan, hari=timezone.localdate(),
        boleh=request.user.menyusun(indikator.pohon.perangkat_daerah, indikator.simpul),
        kiriman=request.POST.dict() if pesan and not bentrok else None,
    )  # fmt: skip
    status = 409 if bentrok else 422 if pesan else 200
    context = {"pohon": indikator.pohon, "lembar": lembar, "pesan_galat": pesan}
    context["kaitan"] = ukuran(request, indikator, tahun)
    return render(request, "kinerja/indikator_ukur.html", context, status=status)
