"""What goes along when a box is moved or deleted."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from kinerja.kaitan import ikut_serta
from kinerja.models import Indikator, Pagu, Penugasan, Simpul, Target
from kinerja.pilihan import Jenjang

CONTOH = 20


@dataclass(frozen=True)
class Ikut:
    """``hitungan`` in words ("3 kegiatan"); the first ``contoh`` boxes and how many more;
    ``kaitan``: what higher rooms keep about the branch, a sentence each.
    """

    hitungan: tuple[str, ...]
    contoh: tuple[Simpul, ...]
    sisa: int
    kaitan: tuple[str, ...]


def ikut_terhapus(simpul: Simpul) -> Ikut:
    """Everything below a box and on it, counted."""
    cabang = simpul.get_descendants(include_self=True)
    bawah = simpul.get_descendants()
    jenjang = dict(bawah.order_by().values_list("jenjang").annotate(n=Count("pk")))
    isi = {
        "indikator": Indikator.objects.filter(simpul__in=cabang).count(),
        "target": Target.objects.filter(indikator__simpul__in=cabang).count(),
        "penugasan": Penugasan.objects.filter(simpul__in=cabang).count(),
        "pagu": Pagu.objects.filter(simpul__in=cabang).count(),
    }
    hitungan = [f"{jenjang[j]} {j.label.lower()}" for j in Jenjang if j in jenjang]
    hitungan += [f"{banyak} {nama}" for nama, banyak in isi.items() if banyak]
    contoh = tuple(bawah.order_by("lft")[:CONTOH])
    sisa = sum(jenjang.values()) - len(contoh)
    kaitan = ikut_serta(simpul.pohon, list(cabang.values_list("pk", flat=True)))
    return Ikut(tuple(hitungan), contoh, sisa, tuple(kaitan))
