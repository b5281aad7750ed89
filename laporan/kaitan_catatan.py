"""What the tree shows of notes without knowing them (``kinerja.kaitan``)."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils import timezone

if TYPE_CHECKING:
    from kinerja.akses import PermintaanMasuk
    from kinerja.models import Pohon, Simpul


def ikut_catatan(pohon: Pohon, simpul: Collection[int]) -> list[str]:
    """How many open notes hang on a branch; they stay when it goes."""
    from kinerja.models import Simpul
    from laporan.models import Catatan

    uid = Simpul.objects.filter(pk__in=simpul).values("uid")
    milik = Catatan.objects.filter(perangkat_daerah=pohon.perangkat_daerah_id, simpul_uid__in=uid)
    banyak = milik.berjalan().count()
    return [f"{banyak} catatan evaluasi yang belum selesai"] if banyak else []


def rinci_catatan(request: PermintaanMasuk, simpul: Simpul) -> str:
    """The notes of a box and the way to write one; for evaluators its indicators to compare."""
    from laporan.aturan.catatan import Pihak
    from laporan.evaluasi.alur_catatan import pihak
    from laporan.models import Catatan

    lembaga = simpul.pohon.perangkat_daerah
    hari = timezone.localdate()
    daftar = Catatan.objects.filter(perangkat_daerah=lembaga, simpul_uid=simpul.uid)
    baris = [(c, c.lewat(hari)) for c in daftar.order_by("-pada", "-pk")]
    boleh = Pihak.EVALUATOR in pihak(request.user, lembaga) and not simpul.pohon.arsip
    dibandingkan = list(simpul.indikator.order_by("urutan", "pk")) if request.user.evaluator else []
    if not baris and not boleh and not dibandingkan:
        return ""
    isi = {"simpul": simpul, "baris": baris, "boleh": boleh, "dibandingkan": dibandingkan}
    return render_to_string("laporan/evaluasi/_rinci_catatan.html", isi, request=request)
