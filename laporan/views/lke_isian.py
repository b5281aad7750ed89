"""One component of a sheet: the agency's answers, or the evaluator's values beside them."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.models import SuntinganDitolak
from kinerja.views.pengaturan.formulir import siapa
from laporan.aturan.tangga_lke import PelakuLke
from laporan.evaluasi.baca_lke import IsiLke, baca_lke
from laporan.evaluasi.bukti_lke import calon_bukti, cari_calon, pilihan_bukti, tampilkan
from laporan.evaluasi.lembar_lke import lembar_komponen, perkiraan_sistem, sebab_ditolak
from laporan.evaluasi.sisi_penilai import sisi_terlihat
from laporan.evaluasi.wewenang_lke import pelaku_lke
from laporan.forms_lke import BuktiLkeForm, KirimanLke, baca_kiriman
from laporan.models import BuktiLke, Lke, Sisi
from laporan.pilihan import JenisBuktiLke
from laporan.views.lke import lke_terlihat, wajib

SISI = {PelakuLke.PENGAJU: Sisi.LEMBAGA, PelakuLke.PENILAI: Sisi.PENILAI}


@require_http_methods(["GET", "POST"])
@untuk(YANG_MASUK)
def lke_komponen(request: PermintaanMasuk, lke_id: int, kode: str) -> HttpResponse:
    """All criteria of a component; a POST writes all changed cells or none."""
    satu = lke_terlihat(request, lke_id)
    if request.method != "POST":
        return _halaman(request, satu, kode)
    sisi = _sisi_penulis(request, satu)
    kiriman = _kiriman(request, satu)
    try:
        banyak = satu.isi(list(kiriman.sel.values()), sisi=sisi, **siapa(request))
    except SuntinganDitolak as ditolak:
        sebab = sebab_ditolak(kiriman, ditolak)
        status = 409 if ditolak.bentrok else 422
        return _halaman(request, satu, kode, kiriman, sebab, status=status)
    except AturanDilanggar as ditolak:
        return _halaman(request, satu, kode, pesan=str(ditolak), status=422)
    messages.success(request, f"{banyak} isian disimpan." if banyak else "Tidak ada yang berubah.")
    return redirect("lke-komponen", satu.pk, _lanjut(request, satu, kode))


@require_http_methods(["GET", "POST"])
@untuk(YANG_MASUK)
def lke_bukti(request: PermintaanMasuk, lke_id: int, kode: str) -> HttpResponse:
    """The evidence of a criterion or sub-component, and linking one more."""
    satu = lke_terlihat(request, lke_id)
    if request.method == "POST":
        wajib(request, satu, PelakuLke.PENGAJU)
    kiriman = request.POST if request.method == "POST" else None
    form = BuktiLkeForm(kiriman, pilihan=pilihan_bukti(calon_bukti(satu)))
    if request.method == "POST" and form.is_valid():
        try:
            _tautkan(request, satu, kode, form.cleaned_data)
        except AturanDilanggar as ditolak:
            form.add_error(None, [t.pesan for t in ditolak.temuan])
        else:
            messages.success(request, f"Bukti {kode} ditautkan.")
            return redirect("lke-bukti", satu.pk, kode)
    return _halaman_bukti(request, satu, kode, form)


@require_POST
@untuk(YANG_MASUK)
def lke_bukti_lepas(request: PermintaanMasuk, lke_id: int, bukti_id: int) -> HttpResponse:
    """Take an evidence off its criterion; what it pointed at stays."""
    satu = lke_terlihat(request, lke_id)
    wajib(request, satu, PelakuLke.PENGAJU)
    bukti = BuktiLke.objects.filter(lke=satu, pk=bukti_id).first()
    if bukti is None:
        raise Http404
    kode = bukti.kode
    try:
        satu.lepas_bukti(bukti, **siapa(request))
    except AturanDilanggar as ditolak:
        form = BuktiLkeForm(pilihan=pilihan_bukti(calon_bukti(satu)))
        return _halaman_bukti(request, satu, kode, form, ditolak=ditolak.temuan)
    messages.success(request, f"Bukti {kode} dilepas.")
    return redirect("lke-bukti", satu.pk, kode)


def _lanjut(request: PermintaanMasuk, satu: Lke, kode: str) -> str:
    """The component that the pressed button names."""
    ke = request.POST.get("lanjut", "")
    return ke if ke in {k.kode for k in satu.versi_lke.instrumen.komponen} else kode


def _sisi_penulis(request: PermintaanMasuk, satu: Lke) -> Sisi:
    """Whose cells this reader writes; where somebody is both, whose turn it is."""
    pelaku = pelaku_lke(request.user, satu.perangkat_daerah)
    if not pelaku:
        raise PermissionDenied
    if satu.dinilai and PelakuLke.PENILAI in pelaku:
        return Sisi.PENILAI
    return Sisi.LEMBAGA if PelakuLke.PENGAJU in pelaku else Sisi.PENILAI


def _kiriman(request: PermintaanMasuk, satu: Lke) -> KirimanLke:
    """With the button that takes over what the agency answered, where nothing is valued yet."""
    jawaban = {j.kode: j for j in satu.jawaban.all()} if "samakan" in request.POST else None
    return baca_kiriman(request.POST.dict(), jawaban)


def _sisi_terbuka(request: PermintaanMasuk, satu: Lke) -> Sisi | None:
    """Whose cells the page opens; None: it is only read."""
    pelaku = pelaku_lke(request.user, satu.perangkat_daerah)
    if satu.diisi_lembaga and PelakuLke.PENGAJU in pelaku:
        return Sisi.LEMBAGA
    return Sisi.PENILAI if satu.dinilai and PelakuLke.PENILAI in pelaku else None


def _halaman(
    request: PermintaanMasuk,
    satu: Lke,
    kode: str,
    kiriman: KirimanLke | None = None,
    ditolak: Mapping[str, str] | None = None,
    *,
    pesan: str = "",
    status: int = 200,
) -> HttpResponse:
    isi = sisi_terlihat(baca_lke(satu), pelaku_lke(request.user, satu.perangkat_daerah))
    komponen = next((k for k in isi.instrumen.komponen if k.kode == kode), None)
    if komponen is None:
        raise Http404
    perkiraan = perkiraan_sistem(
        satu.perangkat_daerah, komponen, tahun=satu.tahun, pada=timezone.localdate()
    )
    lembar = lembar_komponen(
        isi, kode, sisi=_sisi_terbuka(request, satu), perkiraan=perkiraan, kiriman=kiriman,
        bukti=tampilkan(satu, (b for daftar in isi.bukti.values() for b in daftar)),
        ditolak=ditolak,
    )  # fmt: skip
    context = {"lke": satu, "isi": isi, "lembar": lembar, "pesan_galat": pesan}
    return render(request, "laporan/lke_komponen.html", context, status=status)


def _tautkan(request: PermintaanMasuk, satu: Lke, kode: str, isi: dict[str, str]) -> None:
    if tautan := isi["tautan"].strip():
        nama = isi["nama"] or tautan
        satu.tautkan_bukti(
            kode, jenis=JenisBuktiLke.TAUTAN, tautan=tautan, nama=nama, **siapa(request)
        )
        return
    calon = cari_calon(satu, isi["bukti"])
    if calon is None:
        raise Http404
    satu.tautkan_bukti(kode, jenis=calon.jenis, asal=calon.asal, nama=calon.nama, **siapa(request))


def _halaman_bukti(
    request: PermintaanMasuk,
    satu: Lke,
    kode: str,
    form: BuktiLkeForm,
    *,
    ditolak: list[Temuan] | None = None,
) -> HttpResponse:
    isi = baca_lke(satu)
    judul, komponen = _judul(isi, kode)
    context = {
        "lke": satu,
        "kode": kode,
        "judul": judul,
        "komponen": komponen,
        "bukti": tampilkan(satu, isi.bukti.get(kode, [])).get(kode, []),
        "form": form,
        "boleh": _sisi_terbuka(request, satu) is Sisi.LEMBAGA,
        "ditolak": ditolak,
    }
    status = 422 if ditolak or form.errors else 200
    return render(request, "laporan/lke_bukti.html", context, status=status)


def _judul(isi: IsiLke, kode: str) -> tuple[str, str]:
    """What the code stands for, and the component that it belongs to. 404 for an unknown one."""
    for k in isi.instrumen.komponen:
        for s in k.sub:
            nama = {s.kode: s.nama} | {satu.kode: satu.teks for satu in s.kriteria}
            if kode in nama:
                return nama[kode], k.kode
    raise Http404
