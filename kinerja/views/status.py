"""Where a document stands on its ladder, and the steps up and down."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja import kaitan
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.tangga import PERLU_BERSIH, SELESAI
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.forms.dokumen import LangkahForm
from kinerja.lembar_status import boleh_melangkah, lembar_status, sudah_dilangkahi
from kinerja.models import Pohon
from kinerja.pembekuan import alamat_periksa
from kinerja.temuan_dokumen import temuan_dokumen
from kinerja.views.tahun import tahun_tahap


@require_safe
@untuk(YANG_MASUK)
def pohon_status(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """The ladder, what is open, and the reader's buttons."""
    return halaman_status(request, _terlihat(request, pohon_id))


@require_POST
@untuk(YANG_MASUK)
def pohon_langkah(request: PermintaanMasuk, pohon_id: int, kata_kerja: str) -> HttpResponse:
    """One step of the ladder. Whose it is depends on the day, not on a role alone."""
    pohon = _terlihat(request, pohon_id)
    if not boleh_melangkah(request.user, pohon, kata_kerja, timezone.localdate()):
        raise PermissionDenied
    isi: dict[str, Any] = LangkahForm.baca(request.POST, kata_kerja)
    if kata_kerja in PERLU_BERSIH:
        isi["galat"] = len(temuan_dokumen(pohon).galat)
    if kata_kerja == "setujui":
        isi["alamat"] = alamat_periksa(request)
    try:
        getattr(pohon, kata_kerja)(**isi, oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        pohon = _terlihat(request, pohon_id)
        if not sudah_dilangkahi(pohon, kata_kerja, request.user):
            return halaman_status(request, pohon, ditolak.temuan, isi.get("alasan", ""))
    messages.success(request, f"Dokumen {SELESAI[kata_kerja]}.")
    return redirect("pohon-status", pohon.pk)


def _terlihat(request: PermintaanMasuk, pohon_id: int) -> Pohon:
    return get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)


def halaman_status(
    request: PermintaanMasuk,
    pohon: Pohon,
    ditolak: list[Temuan] | None = None,
    alasan: str = "",
) -> HttpResponse:
    """The page itself; with ``ditolak`` as the answer to a step that was refused."""
    lembar = lembar_status(pohon, request.user, timezone.localdate())
    tahun, _ = tahun_tahap(request, pohon)
    context = {
        "pohon": pohon,
        "lembar": lembar,
        "tahun": tahun,
        "peringatan": lembar.temuan.peringatan.get(tahun, ()),
        "keadaan": kaitan.keadaan(pohon),
        "ditolak": ditolak,
        "alasan": alasan,
    }
    status = 422 if ditolak else 200
    return render(request, "kinerja/status_dokumen.html", context, status=status)
