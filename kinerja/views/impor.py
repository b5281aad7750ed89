"""The import: upload, preview with decisions, apply, undo, findings to download."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import PermintaanMasuk, untuk, wajib_peran
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.forms.impor import KeputusanForm, MaksudForm, PilihanForm, UnggahForm
from kinerja.forms.peta_kolom import PetaForm
from kinerja.impor import sesi as langkah
from kinerja.impor.halaman import halaman_pratinjau, kueri
from kinerja.impor.hasil import hasil_impor
from kinerja.impor.peta import kolom_peta
from kinerja.impor.tata_letak import MODUL, terbaca
from kinerja.impor.temuan_xlsx import temuan_xlsx
from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.models import Pohon, SesiImpor
from kinerja.pilihan import Peran, StatusSesiImpor
from kinerja.unggahan import TANDA

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SESI_TERBARU = 12
DIBATALKAN = "Impor dibatalkan; dokumen kembali seperti sebelumnya."
DOKUMEN_BATAL = (
    "Impor dibatalkan. Dokumennya kosong lagi dan tidak terdaftar; riwayatnya tetap tersimpan, "
    "dan impor baru dengan judul yang sama memakainya lagi."
)
NAMA_TATA_LETAK = {
    "renja_garis_besar": "Renja, jenjang menurun",
    "renja_lebar": "Renja, jenjang mendatar",
    "renja_sipd": "Renja cetakan SIPD",
    "renstra": "Renstra lima tahun",
    "cascading": "Cascading",
    "pohon_kinerja": "Pohon kinerja",
    "kotak": "Kotak dengan induk",
    "jabatan": "Cascading per jabatan",
    "iku": "Indikator kinerja utama",
    "target_tahunan": "Target tahunan",
    "blok_label": "Blok berlabel",
    "nomenklatur": "Daftar nomenklatur",
}


@untuk(Peran.PERENCANA)
def impor(request: PermintaanMasuk) -> HttpResponse:
    """Uploads so far and the form for a new one."""
    awal = {"tujuan": "ADA", "pohon": request.GET["pohon"]} if request.GET.get("pohon") else {}
    form = UnggahForm(
        request.POST or None, request.FILES or None, initial=awal, pengguna=request.user,
        terlalu_besar=getattr(request, TANDA, False),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            sesi = langkah.mulai(**form.isi_sesi(), oleh=request.user, pada=timezone.now())
        except AturanDilanggar as ditolak:
            form.add_error("berkas", [t.pesan for t in ditolak.temuan])
        else:
            if form.pakai_kosong:
                messages.info(request, "Dokumen itu sudah ada dan masih kosong; dimuat ke sana.")
            return redirect("impor-pratinjau", sesi.pk)
    context = {"form": form, "daftar_sesi": _terbaru(form)}
    return render(request, "kinerja/impor.html", context, status=422 if form.errors else 200)


@require_safe
@untuk(Peran.PERENCANA)
def impor_pratinjau(request: PermintaanMasuk, sesi_id: int) -> HttpResponse:
    """The preview before, the result after applying."""
    return _tampil(request, _sesi(request, sesi_id))


@require_POST
@untuk(Peran.PERENCANA)
def impor_keputusan(request: PermintaanMasuk, sesi_id: int) -> HttpResponse:
    """One decision on one cell; everything is read and compared again."""
    return _ubah(request, sesi_id, KeputusanForm(request.POST), _putuskan)


@require_POST
@untuk(Peran.PERENCANA)
def impor_usul(request: PermintaanMasuk, sesi_id: int) -> HttpResponse:
    """The first proposal of every card on the page the planner looks at."""
    sesi = _sesi(request, sesi_id)
    if sesi.status != StatusSesiImpor.PRATINJAU:
        return _tolak_langkah(request, sesi)
    usul = halaman_pratinjau(sesi, request.GET.dict()).usul
    return _ubah(
        request, sesi_id, forms.Form(request.POST), lambda sesi, isi: langkah.terima(sesi, usul)
    )


@require_POST
@untuk(Peran.PERENCANA)
def impor_pilihan(request: PermintaanMasuk, sesi_id: int) -> HttpResponse:
    """Another sheet, table, layout, year, stage or parent."""
    sesi = _sesi(request, sesi_id)
    form = PilihanForm(request.POST, sesi=sesi, tata_letak=_tata_letak())
    return _ubah(request, sesi_id, form, langkah.pilih)


@require_POST
@untuk(Peran.PERENCANA)
def impor_peta(request: PermintaanMasuk, sesi_id: int) -> HttpResponse:
    """What column heads mean; the workbook is read again by it."""
    form = PetaForm(request.POST, kolom=kolom_peta(_sesi(request, sesi_id)))
    return _ubah(request, sesi_id, form, _petakan)


@require_POST
@untuk(Peran.PERENCANA)
def impor_maksud(request: PermintaanMasuk, sesi_id: int) -> HttpResponse:
    """Add only, update, or make the same: the workbook is compared again."""
    form = MaksudForm(request.POST)
    return _ubah(request, sesi_id, form, lambda sesi, isi: langkah.maksudkan(sesi, isi["maksud"]))


@require_POST
@untuk(Peran.PERENCANA)
def impor_perbarui(request: PermintaanMasuk, sesi_id: int) -> HttpResponse:
    """Compare with the document as it stands now."""
    return _ubah(request, sesi_id, forms.Form(request.POST), _perbarui)


@require_POST
@untuk(Peran.PERENCANA)
def impor_terapkan(request: PermintaanMasuk, sesi_id: int) -> HttpResponse:
    """Write all or nothing; a stale preview is made anew and shown."""
    sesi = _sesi(request, sesi_id)
    try:
        terapkan(sesi, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        sesi = _sesi(request, sesi_id)
        basi = any(t.kode == "RENCANA_BASI" for t in ditolak.temuan)
        if basi and sesi.status == StatusSesiImpor.PRATINJAU:
            langkah.perbarui(sesi)
        return _tolak_langkah(request, sesi, _pesan(ditolak.temuan))
    messages.success(request, "Impor diterapkan.")
    return redirect("impor-pratinjau", sesi.pk)


@require_POST
@untuk(Peran.PERENCANA)
def impor_batalkan(request: PermintaanMasuk, sesi_id: int) -> HttpResponse:
    """Undo a whole import."""
    sesi = _sesi(request, sesi_id)
    try:
        batalkan(sesi, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        return _tampil(request, _sesi(request, sesi_id), _pesan(ditolak.temuan))
    batal = Pohon.objects.batal().filter(sesi_impor=sesi).exists()
    messages.success(request, DOKUMEN_BATAL if batal else DIBATALKAN)
    return redirect("impor-pratinjau", sesi.pk)


@require_POST
@untuk(Peran.PERENCANA)
def impor_buang(request: PermintaanMasuk, sesi_id: int) -> HttpResponse:
    """Throw away a preview that is not wanted."""
    sesi = _sesi(request, sesi_id)
    if sesi.status != StatusSesiImpor.PRATINJAU:
        return _tolak_langkah(request, sesi)
    sesi.delete()
    messages.success(request, "Pratinjau dibuang.")
    return redirect("impor")


@require_safe
@untuk(Peran.PERENCANA)
def impor_temuan(request: PermintaanMasuk, sesi_id: int) -> HttpResponse:
    """The findings as a workbook, written anew."""
    sesi = _sesi(request, sesi_id)
    jawaban = HttpResponse(temuan_xlsx(sesi), content_type=XLSX)
    jawaban["Content-Disposition"] = f'attachment; filename="temuan-impor-{sesi.pk}.xlsx"'
    return jawaban


def _terbaru(form: UnggahForm) -> QuerySet[SesiImpor]:
    """The last uploads of the agencies one plans for."""
    lembaga = form.fields["perangkat_daerah"].queryset  # type: ignore[attr-defined]
    daftar = SesiImpor.objects.filter(perangkat_daerah__in=lembaga).select_related("oleh")
    return daftar.defer("berkas", "rencana").order_by("-dibuat_pada", "-pk")[:SESI_TERBARU]


def _sesi(request: PermintaanMasuk, sesi_id: int) -> SesiImpor:
    """The session; 404 at another agency, 403 without the planner's role at this one."""
    daftar = SesiImpor.objects.terlihat_oleh(request.user).select_related(
        "perangkat_daerah",
        "periode",
        "riwayat",
        "pohon__periode",
        "pohon__perangkat_daerah",
        "peta_jabatan__periode",
        "peta_jabatan__perangkat_daerah",
    )
    sesi = get_object_or_404(daftar, pk=sesi_id)
    wajib_peran(request, sesi.perangkat_daerah, Peran.PERENCANA)
    return sesi


def _tata_letak() -> dict[str, str]:
    return {jenis: NAMA_TATA_LETAK.get(jenis, jenis) for jenis in MODUL if terbaca(jenis)}


def _pesan(temuan: Iterable[Temuan]) -> list[str]:
    return [f"{t.letak}: {t.pesan}" if t.letak.sel else t.pesan for t in temuan][:20]


def _perbarui(sesi: SesiImpor, isi: Mapping[str, Any]) -> None:
    langkah.perbarui(sesi)


def _petakan(sesi: SesiImpor, isi: Mapping[str, Any]) -> None:
    langkah.petakan(sesi, isi["peta"])


def _putuskan(sesi: SesiImpor, isi: Mapping[str, Any]) -> None:
    langkah.putuskan(sesi, **isi)


def _ubah(
    request: PermintaanMasuk, sesi_id: int, form: forms.Form, langkahkan: Callable[..., None]
) -> HttpResponse:
    """One step of a preview: back to the same page of it, or 422 with the reason."""
    sesi = _sesi(request, sesi_id)
    if sesi.status != StatusSesiImpor.PRATINJAU or not form.is_valid():
        pesan = [str(p) for daftar in form.errors.values() for p in daftar]
        return _tolak_langkah(request, sesi, pesan)
    try:
        langkahkan(sesi, form.cleaned_data)
    except AturanDilanggar as ditolak:
        return _tolak_langkah(request, _sesi(request, sesi_id), _pesan(ditolak.temuan))
    return redirect(reverse("impor-pratinjau", args=[sesi.pk]) + kueri(request.GET.dict()))


def _tolak_langkah(
    request: PermintaanMasuk, sesi: SesiImpor, galat: Iterable[str] = ()
) -> HttpResponse:
    """The preview with the reasons; once applied, in whatever window, the result and that alone."""
    if sesi.status == StatusSesiImpor.PRATINJAU:
        return _tampil(request, sesi, galat)
    return _tampil(request, sesi, catatan="Impor ini sudah diterapkan.")


def _tampil(
    request: PermintaanMasuk, sesi: SesiImpor, galat: Iterable[str] = (), catatan: str = ""
) -> HttpResponse:
    """The page of a session as it stands; 422 with the reasons when a step was refused."""
    context: dict[str, Any] = {"sesi": sesi, "galat": list(galat), "catatan": catatan}
    if sesi.status == StatusSesiImpor.PRATINJAU:
        nama = "kinerja/impor_pratinjau.html"
        context["p"] = halaman_pratinjau(sesi, request.GET.dict())
        context["pilihan"] = PilihanForm(sesi=sesi, tata_letak=_tata_letak())
        context["peta"] = PetaForm(kolom=kolom_peta(sesi))
    else:
        nama = "kinerja/impor_hasil.html"
        context["hasil"] = hasil_impor(sesi)
    return render(request, nama, context, status=422 if galat or catatan else 200)
