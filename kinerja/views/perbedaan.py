"""What tells two documents apart, as a plain list that prints."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.perbedaan import Beda, JenisBeda, bandingkan
from kinerja.models import Pohon
from kinerja.models.pohon import PohonQuerySet
from kinerja.potret_dokumen import potret_dokumen

JUDUL = {
    JenisBeda.BARU: "Kotak baru",
    JenisBeda.HILANG: "Kotak yang tidak ada lagi",
    JenisBeda.PINDAH: "Kotak yang pindah",
    JenisBeda.UBAH: "Isi yang berubah",
    JenisBeda.ANGKA: "Angka yang berubah",
}


@require_safe
@gzip_page
@untuk(YANG_MASUK)
def perbedaan(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """This document against ?dengan=, the one it was made from unless another is named."""
    terlihat = Pohon.objects.terlihat_oleh(request.user)
    pohon = get_object_or_404(terlihat, pk=pohon_id)
    sanak = _sanak(pohon, terlihat)
    dengan = _dengan(pohon, sanak, request.GET.get("dengan", ""))
    beda = bandingkan(potret_dokumen(dengan), potret_dokumen(pohon)) if dengan else None
    context = {
        "pohon": pohon,
        "dengan": dengan,
        "sanak": sanak,
        "bagian": _bagian(beda) if beda else (),
    }
    return render(request, "kinerja/perbedaan.html", context)


def _dengan(pohon: Pohon, sanak: QuerySet[Pohon], diminta: str) -> Pohon | None:
    if diminta:
        return get_object_or_404(sanak, pk=diminta if diminta.isdecimal() else 0)
    return sanak.filter(pk=pohon.disalin_dari_id or 0).first() or sanak.first()


def _sanak(pohon: Pohon, terlihat: PohonQuerySet) -> QuerySet[Pohon]:
    """Documents that share rows with this one: its editions, its origin, its copies, theirs."""
    edisi = pohon.semua_edisi().values("pk")
    asal = pohon.disalin_dari_id
    hubungan = Q(pk__in=edisi) | Q(pk=asal) | Q(disalin_dari__in=edisi)
    if asal:
        hubungan |= Q(disalin_dari=asal)
    return terlihat.filter(hubungan).exclude(pk=pohon.pk).urut().distinct()


def _bagian(beda: Beda) -> list[tuple[str, str, list]]:
    """(kind, heading, rows) of each kind that there is."""
    return [(jenis.value, JUDUL[jenis], beda[jenis]) for jenis in JenisBeda if beda[jenis]]
