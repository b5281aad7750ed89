"""Crosscutting: asking from a box, the list of what is asked, one request with its answers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cascading.alur_lintas import langkahkan, minta
from cascading.aturan.lintas import (
    BERJALAN,
    JENIS,
    JENJANG,
    Sisi,
    berwenang,
    langkah_terbuka,
)
from cascading.forms.lintas import AlasanForm, BagiForm, FormLintas, KotakBaruForm, MintaForm
from cascading.indikator_bersama import indikator_berlaku
from cascading.lembar_lintas import calon_jawaban, calon_letak, daftar_lintas, status_dipilih
from cascading.lintas_dokumen import Lintas, dengan_kotak, sisi
from cascading.models import Crosscutting
from cascading.pilihan import StatusLintas
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Bentrok
from kinerja.pilihan import PENYUSUN
from kinerja.views.simpul import simpul_terlihat

KATA = {
    "setujui": "Permintaan disetujui dan dihubungkan.",
    "setujui_baru": "Permintaan disetujui; kotaknya dibuat.",
    "tolak": "Permintaan ditolak; alasannya dikirim.",
    "tarik": "Permintaan ditarik.",
}


@require_GET
@untuk(YANG_MASUK)
def crosscutting_daftar(request: PermintaanMasuk) -> HttpResponse:
    """What one's agencies are asked and ask; ?status= narrows both."""
    status = status_dipilih(request.GET.get("status", ""))
    isi = {
        "daftar": daftar_lintas(request.user, status),
        "status": status,
        "pilihan": StatusLintas.choices,
    }
    return render(request, "cascading/lintas_daftar.html", isi)


@require_http_methods(["GET", "POST"])
@untuk(*PENYUSUN)
def simpul_minta(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Ask another agency or unit to contribute to a box."""
    simpul = simpul_terlihat(request, simpul_id)
    lembaga = simpul.pohon.perangkat_daerah
    wajib_menyusun(request, lembaga, simpul)
    if simpul.pohon.jenis not in JENIS or simpul.jenjang not in JENJANG:
        raise PermissionDenied
    form = MintaForm(request.POST or None, lembaga=lembaga, simpul=simpul)
    if request.method == "POST" and form.is_valid():
        try:
            baru = minta(simpul, **form.untuk_verba(), oleh=request.user, pada=timezone.now())
        except AturanDilanggar as ditolak:
            form.tolak(ditolak)
        else:
            messages.success(request, f"Permintaan dikirim kepada {baru.kepada}.")
            return redirect("crosscutting", baru.pk)
    isi = {"simpul": simpul, "pohon": simpul.pohon, "form": form}
    return render(request, "cascading/lintas_minta.html", isi, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@untuk(YANG_MASUK)
def crosscutting(request: PermintaanMasuk, lintas_id: int) -> HttpResponse:
    """One request; a POST takes the step ``langkah`` from the status that was ``dilihat``."""
    daftar = Crosscutting.objects.terlihat_oleh(request.user).lengkap()
    (lintas,) = dengan_kotak([get_object_or_404(daftar, pk=lintas_id)])
    pihak = sisi(request.user, lintas.isi, lintas.kotak)
    if request.method == "GET":
        return _halaman(request, lintas, pihak)
    langkah = request.POST.get("langkah", "")
    if langkah not in KATA or not berwenang(langkah.removesuffix("_baru"), pihak):
        raise PermissionDenied
    return _melangkah(request, lintas, pihak, langkah)


@require_POST
@untuk(*PENYUSUN)
def crosscutting_bagi(request: PermintaanMasuk, lintas_id: int) -> HttpResponse:
    """The asking side says which indicator of its box both share."""
    daftar = Crosscutting.objects.terlihat_oleh(request.user).lengkap()
    (lintas,) = dengan_kotak([get_object_or_404(daftar, pk=lintas_id)])
    pihak = sisi(request.user, lintas.isi, lintas.kotak)
    if Sisi.PEMINTA not in pihak or lintas.kotak is None:
        raise PermissionDenied
    form = BagiForm(request.POST, simpul=lintas.kotak)
    if form.is_valid():
        try:
            isi: dict[str, Any] = {"oleh": request.user, "pada": timezone.now()}
            lintas.isi.bagi(form.cleaned_data["indikator"], lintas.kotak, **isi)
        except AturanDilanggar as ditolak:
            form.tolak(ditolak)
        else:
            messages.success(request, "Indikator bersama disimpan.")
            return redirect("crosscutting", lintas.isi.pk)
    return _halaman(request, lintas, pihak, {"bagi": form}, status=422)


def _melangkah(
    request: PermintaanMasuk, lintas: Lintas, pihak: frozenset[Sisi], langkah: str
) -> HttpResponse:
    form, isi = _isian(request, lintas.isi, langkah)
    if isi is None:
        return _halaman(request, lintas, pihak, {langkah: form}, status=422)
    isi |= {"dilihat": request.POST.get("dilihat", "")}
    try:
        langkahkan(lintas.isi, langkah, oleh=request.user, pada=timezone.now(), **isi)
    except Bentrok as bentrok:
        kini = StatusLintas(bentrok.semua[0][1]).label
        messages.error(request, f"Sementara itu permintaan ini menjadi: {kini}.")
        return _halaman(request, lintas, pihak, status=409)
    except AturanDilanggar as ditolak:
        form.tolak(ditolak)
        lintas.isi.refresh_from_db()
        return _halaman(request, lintas, pihak, {langkah: form}, status=422)
    messages.success(request, KATA[langkah])
    return redirect("crosscutting", lintas.isi.pk)


def _isian(
    request: PermintaanMasuk, lintas: Crosscutting, langkah: str
) -> tuple[FormLintas, dict[str, Any] | None]:
    """The form of a step with the arguments of its verb; None when it is not filled well."""
    if langkah == "setujui":
        form = FormLintas(request.POST)
        form.full_clean()
        kotak = calon_jawaban(lintas).get(request.POST.get("kotak", ""))
        if kotak is None:
            form.add_error(None, "Pilih kotak dari daftar; yang tadi sudah tidak ada.")
        return form, {"jawaban": kotak} if kotak else None
    if langkah == "setujui_baru":
        baru = KotakBaruForm(request.POST, calon=calon_letak(lintas, request.user))
        return baru, baru.untuk_verba() if baru.is_valid() else None
    alasan = AlasanForm(request.POST)
    return alasan, {"alasan": alasan.cleaned_data["alasan"]} if alasan.is_valid() else None


def _halaman(
    request: PermintaanMasuk,
    lintas: Lintas,
    pihak: frozenset[Sisi],
    form: dict[str, FormLintas] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page with the forms of the steps that are open; ``form`` holds the refused one."""
    c, terisi = lintas.isi, form or {}
    terbuka = langkah_terbuka(c.status, pihak)
    isi: dict[str, Any] = {"lintas": lintas, "c": c, "terbuka": terbuka, "ditolak": terisi}
    isi["milik"] = request.user.id_perangkat_daerah()
    if "setujui" in terbuka:
        cari = request.GET.get("cari", "").strip()
        letak = calon_letak(c, request.user)
        awal = {"kinerja": lintas.kotak.kinerja if lintas.kotak else ""}
        baru = terisi.get("setujui_baru") or KotakBaruForm(initial=awal, calon=letak)
        isi |= {"cari": cari, "calon": calon_jawaban(c, cari, lintas.kotak), "letak": letak}
        isi |= {"form_baru": baru}
    if c.indikator_uid:
        isi["indikator"] = indikator_berlaku(c.perangkat_daerah_id, c.indikator_uid)
    if Sisi.PEMINTA in pihak and lintas.kotak and c.status in BERJALAN:
        awal_bagi = {"indikator": isi.get("indikator")}
        isi["form_bagi"] = terisi.get("bagi") or BagiForm(initial=awal_bagi, simpul=lintas.kotak)
    for langkah in ("tolak", "tarik"):
        isi[f"form_{langkah}"] = terisi.get(langkah) or AlasanForm(auto_id=f"{langkah}_%s")
    return render(request, "cascading/lintas.html", isi, status=status)
