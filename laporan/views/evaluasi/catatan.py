"""Notes of the evaluator: the list, a new one, one with its steps, its evidence."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.alamat import angka_alamat
from kinerja.aturan.bukti import MEDIA
from kinerja.aturan.mutu.katalog import KATALOG
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Bentrok, Pohon, Simpul
from kinerja.unggahan import TANDA
from laporan.aturan.catatan import SELESAI, Pihak, berwenang, langkah_terbuka
from laporan.evaluasi.alur_catatan import PENULIS, langkahkan, pihak, tulis
from laporan.evaluasi.daftar_catatan import Saringan, daftar_catatan
from laporan.evaluasi.objek import ambil_objek, rujukan
from laporan.forms_evaluasi import CatatanForm, LangkahForm
from laporan.models import Catatan, Tanggapan
from laporan.models.catatan import Objek, sebut

BASI = "Sementara itu catatan ini menjadi: {}. Baca dahulu, lalu kirim lagi bila masih perlu."
BESAR = "Berkas bukti terlalu besar; paling besar 10 MB."


@require_safe
@untuk(YANG_MASUK)
def catatan_daftar(request: PermintaanMasuk) -> HttpResponse:
    """Notes of the agencies one reads, narrowed by agency, status, year, lateness."""
    hari = timezone.localdate()
    saringan = Saringan.baca(request.GET)
    daftar = daftar_catatan(request.user, saringan, hari)
    context = daftar.halaman(request.GET.get("halaman", "")) | {"saringan": saringan, "hari": hari}
    return render(request, "laporan/evaluasi/catatan_daftar.html", context)


@require_http_methods(["GET", "POST"])
@untuk(*PENULIS)
def catatan_baru(request: PermintaanMasuk) -> HttpResponse:
    """?jenis=&asal= name the document, ?simpul= a box of it, ?kode= the check it comes from."""
    objek, simpul = _objek(request)
    hari = timezone.localdate()
    form = CatatanForm(request.POST or None, initial={"tahun": hari.year})
    kode = request.GET.get("kode", "")
    kode = kode if kode in KATALOG else ""
    if request.method == "POST" and form.is_valid():
        siapa: dict[str, Any] = {"oleh": request.user, "pada": timezone.now()}
        try:
            baru = tulis(objek, simpul=simpul, kode=kode, **form.cleaned_data, **siapa)
        except AturanDilanggar as ditolak:
            form.tolak(ditolak)
        else:
            messages.success(request, f"Catatan dikirim kepada {baru.perangkat_daerah}.")
            return redirect("catatan", baru.pk)
    context = {"form": form, "perihal": sebut(objek, simpul), "periksaan": KATALOG.get(kode),
               "lembaga": objek.perangkat_daerah}  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "laporan/evaluasi/catatan_baru.html", context, status=status)


@require_safe
@untuk(YANG_MASUK)
def catatan(request: PermintaanMasuk, catatan_id: int) -> HttpResponse:
    """The note, what was made of it, and the steps that are open."""
    return _halaman(request, _terlihat(request, catatan_id))


@require_POST
@untuk(YANG_MASUK)
def catatan_langkah(request: PermintaanMasuk, catatan_id: int, kata_kerja: str) -> HttpResponse:
    """Whose step it is follows from the role at pemda or agency."""
    satu = _terlihat(request, catatan_id)
    if not berwenang(kata_kerja, pihak(request.user, satu.perangkat_daerah)):
        raise PermissionDenied
    form = LangkahForm(request.POST, request.FILES, kata_kerja=kata_kerja)
    if getattr(request, TANDA, False):
        form.add_error("berkas", BESAR)
    status = _langkah(request, satu, form) if form.is_valid() else 422
    if status != 200:
        return _halaman(request, satu, form, status)
    messages.success(request, f"Catatan {SELESAI[kata_kerja]}.")
    return redirect("catatan", satu.pk)


@require_safe
@untuk(YANG_MASUK)
def tanggapan_bukti(request: PermintaanMasuk, tanggapan_id: int) -> HttpResponseBase:
    """Evidence of a step, always as a download and always as what its content is."""
    terlihat = Catatan.objects.terlihat_oleh(request.user)
    satu = get_object_or_404(Tanggapan, catatan__in=terlihat, pk=tanggapan_id)
    if not satu.sha256 or not satu.jalur.exists():
        raise Http404
    jawaban = FileResponse(
        satu.jalur.open("rb"), as_attachment=True, filename=satu.nama_berkas,
        content_type=MEDIA[satu.akhiran],
    )  # fmt: skip
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return jawaban


def _langkah(request: PermintaanMasuk, satu: Catatan, form: LangkahForm) -> int:
    """Take it; the status to answer with."""
    siapa: dict[str, Any] = {"oleh": request.user, "pada": timezone.now()}
    try:
        langkahkan(satu, form.kata_kerja, **form.untuk_verba(), **siapa)
    except Bentrok:
        satu.refresh_from_db()
        form.add_error(None, BASI.format(satu.get_status_display()))
        return 409
    except AturanDilanggar as ditolak:
        satu.refresh_from_db()
        form.tolak(ditolak)
        return 422
    return 200


def _halaman(
    request: PermintaanMasuk, satu: Catatan, ditolak: LangkahForm | None = None, status: int = 200
) -> HttpResponse:
    sisi = pihak(request.user, satu.perangkat_daerah)
    terbuka = langkah_terbuka(satu.status, sisi)
    awal = {"versi": satu.versi}
    form = {k: LangkahForm(initial=awal, kata_kerja=k) for k in terbuka}
    if ditolak is not None:
        # what stands on the page now is read: sent again, it counts
        ditolak.data = dict(ditolak.data.items()) | {"versi": str(satu.versi)}
        form = {k: ditolak if k == ditolak.kata_kerja else f for k, f in form.items()}
    context = {
        "c": satu,
        "form": list(form.values()),
        "ditolak": ditolak,
        "rujukan": rujukan(satu),
        "periksaan": KATALOG.get(satu.kode),
        "tanggapan": satu.tanggapan.select_related("oleh").order_by("nomor"),
        "lewat": satu.lewat(timezone.localdate()),
        "evaluator": Pihak.EVALUATOR in sisi,
    }
    return render(request, "laporan/evaluasi/catatan.html", context, status=status)


def _terlihat(request: PermintaanMasuk, pk: int) -> Catatan:
    return get_object_or_404(Catatan.objects.terlihat_oleh(request.user).lengkap(), pk=pk)


def _objek(request: PermintaanMasuk) -> tuple[Objek, Simpul | None]:
    """What the address names; 404 when it is not there, 403 where the user writes no notes."""
    asal, kotak = request.GET.get("asal", ""), request.GET.get("simpul", "")
    jenis = request.GET.get("jenis", "")
    objek = ambil_objek(request.user, jenis, angka_alamat(asal))
    if objek is None:
        raise Http404
    if Pihak.EVALUATOR not in pihak(request.user, objek.perangkat_daerah):
        raise PermissionDenied
    if not kotak:
        return objek, None
    if not isinstance(objek, Pohon):
        raise Http404
    return objek, get_object_or_404(Simpul.objects.tampak(), pohon=objek, pk=angka_alamat(kotak))
