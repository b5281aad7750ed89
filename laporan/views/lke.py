"""Evaluation sheets: those of all agencies in a year, one sheet, its beginning and its end."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.alamat import angka_alamat
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.models import PerangkatDaerah, Riwayat
from laporan.aturan.tangga_lke import DAKIAN, PelakuLke, anak_tangga
from laporan.evaluasi.baca_lke import IsiLke, baca_lke
from laporan.evaluasi.naskah_lke import dokumen_beku
from laporan.evaluasi.rekomendasi_lke import lke_tahun_lalu
from laporan.evaluasi.ringkasan_lke import ringkasan_lke
from laporan.evaluasi.sisi_penilai import KERJA_PENILAI, sisi_terlihat
from laporan.evaluasi.wewenang_lke import PENGELOLA_INSTRUMEN, pelaku_lke
from laporan.forms_lke import LaporanLkeForm, RekomendasiForm
from laporan.models import Lke, VersiLke
from laporan.views.perjanjian import tahun_diminta

KATA = {
    "ajukan": ("Ajukan penilaian mandiri", "lke-pengajuan"),
    "kembalikan": ("Kembalikan", "lke-pengembalian"),
    "finalkan": ("Nyatakan final", "lke-penetapan"),
}
PERISTIWA = 30


@require_safe
@untuk(YANG_MASUK)
def lke_daftar(request: PermintaanMasuk) -> HttpResponse:
    """Every agency the user may see, in a year: last year's unless another is asked for."""
    tahun = tahun_diminta(request) if request.GET.get("tahun") else timezone.localdate().year - 1
    return _halaman_daftar(request, tahun)


def _halaman_daftar(
    request: PermintaanMasuk, tahun: int, ditolak: list[Temuan] | None = None
) -> HttpResponse:
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user).defer("lambang")
    lembaga = list(terlihat.select_related("pemda").order_by("nama", "pk"))
    pelaku = {p.pk: pelaku_lke(request.user, p) for p in lembaga}
    dinilai = {pk for pk, siapa in pelaku.items() if PelakuLke.PENILAI in siapa}
    kelola = {k.peran for k in request.user.daftar_keanggotaan()} & set(PENGELOLA_INSTRUMEN)
    context = {
        "tahun": tahun,
        "ringkasan": ringkasan_lke(lembaga, tahun, dinilai),
        "boleh_mulai": {pk for pk, siapa in pelaku.items() if PelakuLke.PENGAJU in siapa},
        "kelola": bool(kelola),
        "ditolak": ditolak,
    }
    status = 422 if ditolak else 200
    return render(request, "laporan/lke_daftar.html", context, status=status)


@require_POST
@untuk(YANG_MASUK)
def lke_mulai(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """An empty sheet of an agency for a year."""
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user).select_related("pemda")
    lembaga = get_object_or_404(terlihat, pk=lembaga_id)
    if PelakuLke.PENGAJU not in pelaku_lke(request.user, lembaga):
        raise PermissionDenied
    milik = VersiLke.objects.filter(pemda=lembaga.pemda_atau_diri())
    versi = get_object_or_404(milik, pk=angka_alamat(request.POST.get("versi", "")))
    tahun = angka_alamat(request.POST.get("tahun", ""))
    try:
        lke = Lke.mulai(lembaga, tahun, versi, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        return _halaman_daftar(request, tahun, ditolak.temuan)
    messages.success(request, f"{lke} dimulai; isi penilaian mandiri per komponen.")
    return redirect("lke", lke.pk)


@require_safe
@untuk(YANG_MASUK)
def lke(request: PermintaanMasuk, lke_id: int) -> HttpResponse:
    """Values per component, what is missing, steps, recommendations, files."""
    return halaman_lke(request, lke_terlihat(request, lke_id))


@require_POST
@untuk(YANG_MASUK)
def lke_hapus(request: PermintaanMasuk, lke_id: int) -> HttpResponse:
    """A draft that nobody submitted."""
    satu = lke_terlihat(request, lke_id)
    wajib(request, satu, PelakuLke.PENGAJU)
    try:
        satu.hapus(oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        return halaman_lke(request, satu, ditolak=ditolak.temuan)
    messages.success(request, "Draf LKE dihapus.")
    return redirect("lke-daftar")


def lke_terlihat(request: PermintaanMasuk, pk: int) -> Lke:
    satu: Lke = get_object_or_404(Lke.objects.terlihat_oleh(request.user).lengkap(), pk=pk)
    return satu


def wajib(request: PermintaanMasuk, satu: Lke, pelaku: PelakuLke) -> None:
    """403 for whoever has not this capacity at the agency."""
    if pelaku not in pelaku_lke(request.user, satu.perangkat_daerah):
        raise PermissionDenied


def halaman_lke(
    request: PermintaanMasuk,
    satu: Lke,
    *,
    ditolak: list[Temuan] | None = None,
    status: int = 422,
    **isian: Any,
) -> HttpResponse:
    """The page; with ``ditolak`` as the answer to what was refused."""
    pelaku = pelaku_lke(request.user, satu.perangkat_daerah)
    isi = sisi_terlihat(baca_lke(satu), pelaku)
    context = _isi(isi, pelaku) | {"ditolak": ditolak, "lke": isi.lke, "isi": isi} | isian
    salah = ditolak or any(getattr(satu, "errors", None) for satu in isian.values())
    return render(request, "laporan/lke.html", context, status=status if salah else 200)


def _isi(isi: IsiLke, pelaku: frozenset[PelakuLke]) -> dict[str, Any]:
    satu, temuan = isi.lke, []
    if satu.diisi_lembaga and PelakuLke.PENGAJU in pelaku:
        temuan = isi.temuan_pengajuan
    if satu.dinilai and PelakuLke.PENILAI in pelaku:
        temuan = isi.temuan_final
    galat = sum(t.menghalangi for t in temuan)
    jejak = Riwayat.tentang(satu).exclude(kata_kerja__in=KERJA_PENILAI if isi.tertutup else ())
    return {
        "temuan": temuan,
        "galat": galat,
        "tangga": anak_tangga(satu.status),
        "tombol": [
            (t.kata_kerja, *KATA[t.kata_kerja])
            for t in reversed(DAKIAN.terbuka(satu.status, pelaku))
        ],
        "menilai": satu.dinilai and PelakuLke.PENILAI in pelaku,
        "menindaklanjuti": satu.final and PelakuLke.PENGAJU in pelaku,
        "boleh_hapus": satu.status == "DRAF" and PelakuLke.PENGAJU in pelaku,
        "komponen": list(zip(isi.mandiri.komponen, isi.penilaian.komponen, strict=True)),
        "lalu": lke_tahun_lalu(satu),
        "beku": dokumen_beku(satu),
        "jejak": jejak.select_related("oleh")[:PERISTIWA],
        "form_laporan": LaporanLkeForm(initial={m: getattr(satu, m) for m in
                                                ("nomor", "tanggal", "catatan")}),
        "form_rekomendasi": RekomendasiForm(sub=pilihan_sub(isi)),
    }  # fmt: skip


def pilihan_sub(isi: IsiLke) -> list[tuple[str, str]]:
    return [(s.kode, f"{s.kode} {s.nama}") for s in isi.instrumen.sub]
