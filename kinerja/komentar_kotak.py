"""The comments of a box as threads, and how many stand open in a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Subquery

from kinerja.models import Indikator, Komentar, Pengguna, Pohon, Simpul


@dataclass(frozen=True)
class Utas:
    """A comment with its answers, oldest first.

    ``tentang`` names the indicator it is about, ``edisi`` the earlier edition it comes from.
    """

    komentar: Komentar
    balasan: tuple[Komentar, ...]
    tentang: str
    edisi: int | None
    boleh_selesai: bool


def utas_kotak(simpul: Simpul, indikator: Iterable[Indikator], pengguna: Pengguna) -> list[Utas]:
    """All threads of a box in one query, the open ones first, the newest of each on top."""
    pohon = simpul.pohon
    semua = Komentar.objects.di(pohon).filter(simpul_uid=simpul.uid)
    balasan: dict[int, list[Komentar]] = {}
    pertama = []
    for satu in semua.select_related("oleh", "selesai_oleh", "pohon").order_by("-pada", "-pk"):
        if satu.membalas_id is None:
            pertama.append(satu)
        else:
            balasan.setdefault(satu.membalas_id, []).append(satu)
    nama = {i.uid: i.teks for i in indikator}
    menyusun = bool(pertama) and pengguna.menyusun(pohon.perangkat_daerah, simpul)
    return [
        Utas(
            komentar=satu,
            balasan=tuple(reversed(balasan.get(satu.pk, []))),
            tentang=_tentang(satu, nama),
            edisi=satu.pohon.edisi if satu.pohon_id != pohon.pk else None,
            boleh_selesai=menyusun or satu.oleh_id == pengguna.pk,
        )
        for satu in sorted(pertama, key=lambda k: k.selesai)
    ]


def _tentang(komentar: Komentar, nama: dict) -> str:
    if komentar.indikator_uid is None:
        return ""
    return nama.get(komentar.indikator_uid, "indikator yang sudah dihapus")


def komentar_terbuka(pohon: Pohon) -> dict[int, int]:
    """How many open comments each box has, by primary key; boxes without are absent. One query."""
    kotak = Simpul.objects.filter(pohon=pohon, uid=OuterRef("simpul_uid")).values("pk")
    terbuka = Komentar.objects.di(pohon).terbuka().annotate(kotak=Subquery(kotak[:1]))
    hitung = terbuka.exclude(kotak=None).values_list("kotak").annotate(banyak=Count("pk"))
    return dict(hitung.order_by("kotak"))
