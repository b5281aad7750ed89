"""The history of a document, of one box, of an agency; and undo as a new event."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.riwayat import SaringRiwayatForm
from kinerja.jejak import dengan_rincian
from kinerja.jejak_kotak import jejak_kotak, peristiwa_kotak, uid_kotak
from kinerja.models import PerangkatDaerah, Pohon, Riwayat, Simpul
from kinerja.pembatalan_lembaga import batalkan, terbaca
from kinerja.pilihan import PENYUSUN
from kinerja.rinci_riwayat import Rincian

PERISTIWA_PER_HALAMAN = 50


@require_safe
@untuk(YANG_MASUK)
def pohon_riwayat(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """What happened to the document, newest first."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    return _dokumen(request, pohon)


@require_safe
@untuk(YANG_MASUK)
def simpul_riwayat(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """What happened to one box and its indicators, also inside large events."""
    daftar = Simpul.objects.terlihat_oleh(request.user)
    simpul = get_object_or_404(
        daftar.select_related("pohon__perangkat_daerah__pemda", "pohon__periode"), pk=simpul_id
    )
    uid = uid_kotak(simpul)
    context = _halaman(request, peristiwa_kotak(simpul, uid))
    context |= {
        "pohon": simpul.pohon,
        "simpul": simpul,
        "asal": _kotak_asal(simpul, request.user),
        "daftar": dengan_rincian(simpul.pohon, context["halaman"], hanya=uid),
        "boleh_ubah": request.user.boleh_menyusun(simpul.pohon),
    }
    return render(request, "kinerja/riwayat.html", context)


@require_safe
@untuk(YANG_MASUK)
def simpul_jejak(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """Older events of one box for its drawer: before the event ?sebelum= of the document."""
    milik = Simpul.objects.terlihat_oleh(request.user).select_related("pohon")
    simpul = get_object_or_404(milik, pk=simpul_id)
    sebelum = request.GET.get("sebelum", "")
    if not (sebelum.isdecimal() and len(sebelum) < 10):
        return redirect("simpul-riwayat", simpul.pk)
    context = {"jejak": jejak_kotak(simpul, int(sebelum)), "simpul": simpul}
    return render(request, "kinerja/_rinci_jejak.html", context)


@require_safe
@untuk(YANG_MASUK)
def lembaga_riwayat(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """What happened in an agency; its own data and people are for its admins and evaluators."""
    lembaga = get_object_or_404(
        PerangkatDaerah.objects.terlihat_oleh(request.user).select_related("pemda"), pk=lembaga_id
    )
    semua = Riwayat.objects.filter(perangkat_daerah=lembaga)
    kelola = PerangkatDaerah.objects.dikelola_oleh(request.user).filter(pk=lembaga.pk).exists()
    if not (kelola or request.user.evaluator):
        semua = semua.filter(terbaca())
    context = _halaman(request, semua.select_related("pohon__perangkat_daerah__pemda"), lembaga)
    boleh, menyusun = request.user.boleh_menyusun, request.user.menyusun(lembaga)
    context["daftar"] = [
        (r, Rincian(), boleh(r.pohon) if r.pohon else menyusun) for r in context["halaman"]
    ]
    return render(request, "kinerja/riwayat_lembaga.html", context | {"lembaga": lembaga})


@require_POST
@untuk(*PENYUSUN)
def lembaga_batalkan(request: PermintaanMasuk, lembaga_id: int, nomor: int) -> HttpResponse:
    """Undo one event of an agency's own chain, where its room knows how."""
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user)
    lembaga = get_object_or_404(terlihat.select_related("pemda"), pk=lembaga_id)
    wajib_menyusun(request, lembaga)
    milik = Riwayat.objects.filter(terbaca(), perangkat_daerah=lembaga, pohon=None)
    riwayat = get_object_or_404(milik, nomor=nomor)
    try:
        baru = batalkan(riwayat, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        for temuan in ditolak.temuan:
            messages.error(request, temuan.pesan)
    else:
        messages.success(request, f"{baru.ringkasan}.")
    return redirect("lembaga-riwayat", lembaga.pk)


@require_POST
@untuk(*PENYUSUN)
def riwayat_batalkan(request: PermintaanMasuk, pohon_id: int, nomor: int) -> HttpResponse:
    """Undo one event of a document as a new event."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    wajib_menyusun(request, pohon.perangkat_daerah)
    riwayat = get_object_or_404(Riwayat, pohon=pohon, nomor=nomor)
    try:
        baru = pohon.batalkan(riwayat, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        for temuan in ditolak.temuan:
            messages.error(request, temuan.pesan)
        return _dokumen(request, pohon, status=422)
    if baru is not None:
        messages.success(request, f"{baru.ringkasan}.")
    return redirect("pohon-riwayat", pohon.pk)


def _dokumen(request: PermintaanMasuk, pohon: Pohon, status: int = 200) -> HttpResponse:
    context = _halaman(request, pohon.riwayat.defer("perubahan"))
    context |= {
        "pohon": pohon,
        "daftar": dengan_rincian(pohon, context["halaman"]),
        "boleh_ubah": request.user.boleh_menyusun(pohon),
    }
    return render(request, "kinerja/riwayat.html", context, status=status)


def _halaman(
    request: PermintaanMasuk, semua: QuerySet[Riwayat], lembaga: PerangkatDaerah | None = None
) -> dict[str, Any]:
    """One page of the events that the reader asked for, newest first, and the form that asks."""
    form = SaringRiwayatForm(request.GET, semua=semua, lembaga=lembaga is not None)
    daftar = form.saring().select_related("oleh", "dibatalkan_oleh")
    ringan = daftar.defer("perubahan", "dibatalkan_oleh__perubahan")
    urut = ringan.order_by("-pada", "-pk") if lembaga else ringan.order_by("-nomor")
    tanya = request.GET.copy()
    tanya.pop("halaman", None)
    halaman = Paginator(urut, PERISTIWA_PER_HALAMAN).get_page(request.GET.get("halaman"))
    awalan = f"{tanya.urlencode()}&" if tanya else ""
    return {"form": form, "halaman": halaman, "tanya": awalan, "menyaring": form.has_changed()}


def _kotak_asal(simpul: Simpul, pengguna: Any) -> Simpul | None:
    """The same box in the document that this one was opened or copied from."""
    if simpul.pohon.disalin_dari_id is None:
        return None
    sana = Simpul.objects.terlihat_oleh(pengguna).filter(pohon=simpul.pohon.disalin_dari_id)
    return sana.filter(uid=simpul.asal_uid or simpul.uid).select_related("pohon").first()
