"""Which agreements a branch of the tree stands in: said before it moves or goes."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

DISEBUT = 3
"""Positions that are named; the others are counted."""


def ikut_perjanjian(pohon: Pohon, simpul: Collection[int]) -> list[str]:
    """At most two sentences: agreed ones stay as they were frozen, the others change. Five queries
    at any size.
    """
    from cascading.models import PerjanjianKinerja
    from kinerja.models import Penugasan, Simpul
    from laporan.models import Dokumen
    from laporan.pilihan import JenisDokumen

    semua = PerjanjianKinerja.objects.filter(perangkat_daerah=pohon.perangkat_daerah_id)
    semua = semua.select_related("jabatan").order_by("-tahun", "jabatan__nama")
    kotak = list(simpul)
    uid = set(Simpul.objects.filter(pk__in=kotak).values_list("uid", flat=True))
    disetujui = list(semua.filter(status__in=["DISETUJUI", "BERLAKU"]))
    beku = Dokumen.objects.filter(
        jenis=JenisDokumen.PERJANJIAN, asal__in=[p.pk for p in disetujui]
    ).values_list("asal", "cuplikan")
    memuat = {asal for asal, isi in beku if _uid(isi) & {str(u) for u in uid}}
    bertugas = Penugasan.objects.filter(simpul__in=kotak).values("jabatan")
    berjalan = list(semua.berjalan().filter(jabatan__in=bertugas))
    hasil = []
    if tetap := [p for p in disetujui if p.pk in memuat]:
        hasil.append(f"{_sebut(tetap)} memuatnya dan tetap seperti saat disetujui.")
    if berjalan:
        hasil.append(f"{_sebut(berjalan)} belum disetujui dan ikut berubah.")
    return hasil


def _uid(cuplikan: dict[str, Any]) -> set[str]:
    """The boxes that a frozen agreement prints."""
    isi = cuplikan.get("isi", {})
    return {b["uid"] for b in [*isi.get("sasaran", ()), *isi.get("uang", ())]}


def _sebut(daftar: list[Any]) -> str:
    nama = [f"{p.jabatan.nama} {p.tahun}" for p in daftar[:DISEBUT]]
    sisa = f" dan {len(daftar) - DISEBUT} lainnya" if len(daftar) > DISEBUT else ""
    return f"Perjanjian {', '.join(nama)}{sisa}"
