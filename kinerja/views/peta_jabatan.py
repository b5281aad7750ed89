"""Cascading per jabatan: the list, the map, its boxes, and what its sentences mean in the tree."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.tangga import SELESAI, anak_tangga, berwenang, langkah_terbuka
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.peta_jabatan import KotakJabatanForm, PetaJabatanForm
from kinerja.lembar_peta_jabatan import kotak_tampil, pertanyaan_pasangan
from kinerja.models import Bentrok, KotakJabatan, Pengaturan, PetaJabatan
from kinerja.pilihan import Peran, StatusPohon
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, jalankan, siapa
from kinerja.wewenang import pelaku, penyetuju

KATA = {
    "ajukan": "Ajukan",
    "verifikasi": "Verifikasi",
    "kembalikan": "Kembalikan",
    "setujui": "Setujui",
}
PENULIS = (Peran.PERENCANA, Peran.OPERATOR)


@require_safe
@untuk(YANG_MASUK)
def peta_daftar(request: PermintaanMasuk) -> HttpResponse:
    """All maps that one may see."""
    daftar = PetaJabatan.objects.terlihat_oleh(request.user).urut()
    return render(request, "kinerja/peta_jabatan_daftar.html", {"daftar": daftar})


@untuk(Peran.PERENCANA)
def peta_baru(request: PermintaanMasuk) -> HttpResponse:
    """An empty map for an agency one plans for."""
    form = PetaJabatanForm(request.POST or None, pengguna=request.user)
    halaman = Halaman(
        judul="Cascading per jabatan baru",
        kembali=reverse("peta-jabatan-daftar"),
        remah=((reverse("peta-jabatan-daftar"), "Cascading per jabatan"),),
        tombol="Buat",
        pesan="Cascading per jabatan dibuat; tambahkan kotaknya.",
    )
    return isi_formulir(
        request, form, lambda: PetaJabatan(**form.isi_baru()).daftarkan(**siapa(request)), halaman
    )


@require_safe
@untuk(YANG_MASUK)
def peta_jabatan(request: PermintaanMasuk, peta_id: int) -> HttpResponse:
    """The map: boxes below each other with their two lists and what is odd about them."""
    peta = _terlihat(request, peta_id)
    return _lembar(request, peta)


@require_POST
@untuk(YANG_MASUK)
def peta_langkah(request: PermintaanMasuk, peta_id: int, kata_kerja: str) -> HttpResponse:
    """One step of the ladder, or ``perubahan``: the next map of an approved one."""
    peta = _terlihat(request, peta_id)
    siapa_kini = siapa(request)
    if kata_kerja == "perubahan":
        wajib_menyusun(request, peta.perangkat_daerah)
    elif not berwenang(kata_kerja, pelaku(request.user, peta, timezone.localdate()), _wajib(peta)):
        raise PermissionDenied
    try:
        if kata_kerja == "perubahan":
            return redirect("peta-jabatan", peta.buka_perubahan(**siapa_kini).pk)
        isi: Any = {
            "dilihat": request.POST.get("dilihat", ""),
            "alasan": request.POST.get("alasan", ""),
        }
        peta.melangkah(kata_kerja, **isi, **siapa_kini)
    except AturanDilanggar as ditolak:
        return _lembar(request, peta, [t.pesan for t in ditolak.temuan])
    messages.success(request, f"Cascading per jabatan {SELESAI[kata_kerja]}.")
    return redirect("peta-jabatan", peta.pk)


def _lembar(
    request: PermintaanMasuk, peta: PetaJabatan, ditolak: list[str] | None = None
) -> HttpResponse:
    """The page; with ``ditolak`` as the answer to a step that was refused."""
    peta = _terlihat(request, peta.pk)
    hari, wajib = timezone.localdate(), _wajib(peta)
    langkah = langkah_terbuka(peta.status, pelaku(request.user, peta, hari), wajib)
    menyusun = _boleh(request, peta)
    context = {
        "peta": peta,
        "akar": kotak_tampil(peta),
        "boleh": menyusun and peta.dapat_diubah,
        "tangga": anak_tangga(peta.status, wajib),
        "langkah": [(s.kata_kerja, KATA[s.kata_kerja]) for s in langkah],
        "boleh_buka": menyusun and peta.status == StatusPohon.DISETUJUI,
        "penyetuju": penyetuju(peta, hari).sebutan,
        "ditolak": ditolak,
    }
    return render(request, "kinerja/peta_jabatan.html", context, status=422 if ditolak else 200)


def _wajib(peta: PetaJabatan) -> bool:
    return Pengaturan.wajib_verifikasi(peta.perangkat_daerah.pemda_atau_diri())


@require_POST
@untuk(*PENULIS)
def peta_hapus(request: PermintaanMasuk, peta_id: int) -> HttpResponse:
    """An empty map goes; one with boxes stays."""
    peta = _disusun(request, peta_id)
    if peta.kotak.exists():
        messages.error(request, "Hapus dahulu semua kotaknya.")
        return redirect("peta-jabatan", peta.pk)
    kembali = reverse("peta-jabatan-daftar")
    return jalankan(request, lambda: peta.hapus(**siapa(request)), kembali, "Dihapus.")


@untuk(*PENULIS)
def kotak_baru(request: PermintaanMasuk, peta_id: int) -> HttpResponse:
    """A box, below ?induk= where that is named."""
    peta = _disusun(request, peta_id)
    awal = {"induk": request.GET.get("induk", ""), "urutan": peta.kotak.count()}
    form = KotakJabatanForm(request.POST or None, peta=peta, initial=awal)
    halaman = _halaman(peta, "Kotak baru", pesan="Kotak ditambahkan.")
    return isi_formulir(
        request,
        form,
        lambda: KotakJabatan(peta=peta, **form.isi_baru()).daftarkan(**siapa(request)),
        halaman,
    )


@untuk(*PENULIS)
def kotak_ubah(request: PermintaanMasuk, kotak_id: int) -> HttpResponse:
    """Title, place and lists of a box."""
    kotak = _kotak(request, kotak_id)
    form = KotakJabatanForm(request.POST or None, peta=kotak.peta, objek=kotak)
    hapus = reverse("kotak-jabatan-penghapusan", args=[kotak.pk])
    return isi_formulir(
        request,
        form,
        lambda: kotak.ubah(**form.isi_ubah(), **siapa(request)),
        _halaman(kotak.peta, str(kotak), hapus=hapus),
    )


@require_POST
@untuk(*PENULIS)
def kotak_hapus(request: PermintaanMasuk, kotak_id: int) -> HttpResponse:
    """A box without boxes below it."""
    kotak = _kotak(request, kotak_id)
    kembali = reverse("peta-jabatan", args=[kotak.peta_id])
    return jalankan(request, lambda: kotak.hapus(**siapa(request)), kembali, "Kotak dihapus.")


@require_http_methods(["GET", "POST"])
@untuk(*PENULIS)
def peta_pasangan(request: PermintaanMasuk, peta_id: int) -> HttpResponse:
    """Which box or indicator of the cascading each sentence means: a question, never needed."""
    peta = _disusun(request, peta_id)
    daftar = pertanyaan_pasangan(peta)
    if request.method == "POST":
        try:
            _pasangkan(daftar, request.POST, **siapa(request))
        except (AturanDilanggar, Bentrok):
            messages.error(request, "Ada kotak yang baru saja diubah; periksa lagi di bawah ini.")
        else:
            messages.success(request, "Pasangan disimpan.")
        return redirect("peta-jabatan-pasangan", peta.pk)
    ditanya = [p for p in daftar if p.usul]
    context = {"peta": peta, "daftar": ditanya, "tanpa": len(daftar) - len(ditanya)}
    return render(request, "kinerja/peta_jabatan_pasangan.html", context)


def _pasangkan(daftar: list[Any], jawaban: Any, **siapa: Any) -> None:
    """Only what was offered is taken; a sentence without an answer keeps what it has."""
    baru: dict[int, tuple[KotakJabatan, dict[str, str]]] = {}
    for p in daftar:
        kotak, pasangan = baru.setdefault(p.kotak.pk, (p.kotak, dict(p.kotak.terpasang)))
        if (pilihan := jawaban.get(p.nama)) == "":
            pasangan.pop(p.teks, None)
        elif pilihan in dict(p.usul):
            pasangan[p.teks] = pilihan
    for kotak, pasangan in baru.values():
        kotak.ubah({"pasangan": pasangan}, lama={"pasangan": kotak.pasangan}, **siapa)


def _terlihat(request: PermintaanMasuk, peta_id: int) -> PetaJabatan:
    return get_object_or_404(PetaJabatan.objects.terlihat_oleh(request.user), pk=peta_id)


def _disusun(request: PermintaanMasuk, peta_id: int) -> PetaJabatan:
    peta = _terlihat(request, peta_id)
    wajib_menyusun(request, peta.perangkat_daerah)
    return peta


def _boleh(request: PermintaanMasuk, peta: PetaJabatan) -> bool:
    return request.user.menyusun(peta.perangkat_daerah)


def _kotak(request: PermintaanMasuk, kotak_id: int) -> KotakJabatan:
    terlihat = PetaJabatan.objects.terlihat_oleh(request.user)
    daftar = KotakJabatan.objects.filter(peta__in=terlihat)
    jalan = ("peta__perangkat_daerah__pemda", "peta__periode")
    kotak = get_object_or_404(daftar.select_related(*jalan), pk=kotak_id)
    wajib_menyusun(request, kotak.peta.perangkat_daerah)
    return kotak


def _halaman(peta: PetaJabatan, judul: str, **lain: Any) -> Halaman:
    kembali = reverse("peta-jabatan", args=[peta.pk])
    remah = ((reverse("peta-jabatan-daftar"), "Cascading per jabatan"), (kembali, str(peta)))
    return Halaman(judul=judul, kembali=kembali, remah=remah, **lain)
