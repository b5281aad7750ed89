"""How far the indicators of agreements were from their target when they were last measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cascading.isi_perjanjian import IsiPerjanjian
from kinerja.aturan.capaian import persen
from kinerja.aturan.pengukuran import sebut
from kinerja.aturan.pita import Pita, merah
from kinerja.models import Realisasi

DISEBUT = 2
"""Indicators that are named; the others are counted."""


@dataclass(frozen=True)
class CapaianAkhir:
    """The last measured quarter of an indicator: its stored percentage and formula with numbers."""

    tahun: int
    triwulan: int
    capaian: Decimal
    keterangan: str


def capaian_akhir(daftar: Iterable[IsiPerjanjian], sampai: int) -> dict[str, CapaianAkhir]:
    """Of every indicator that these agreements promise, by uid, up to a year. One query.

    Editions share the uid of an indicator; the latest one has the values in force.
    """
    uid = {i.uid for isi in daftar for s in isi.sasaran for i in s.indikator}
    nilai = Realisasi.objects.filter(
        indikator__uid__in=uid, tahun__lte=sampai, capaian__isnull=False
    ).order_by("tahun", "triwulan", "indikator__pohon__edisi")
    kolom = ("indikator__uid", "tahun", "triwulan", "capaian", "keterangan_capaian")
    return {str(u): CapaianAkhir(*isi) for u, *isi in nilai.values_list(*kolom)}


def kalimat_capaian(
    isi: IsiPerjanjian, akhir: Mapping[str, CapaianAkhir], pita: Sequence[Pita]
) -> list[str]:
    """One sentence for each indicator in a red band, the furthest first, with its numbers."""
    jauh = [
        (akhir[str(i.uid)], i.teks)
        for s in isi.sasaran
        for i in s.indikator
        if str(i.uid) in akhir and merah(akhir[str(i.uid)].capaian, pita)
    ]
    jauh.sort(key=lambda pasang: pasang[0].capaian)
    hasil = [
        f"“{teks[:80]}” jauh dari target: capaian {persen(c.capaian)} pada "
        f"{sebut(c.tahun, c.triwulan)} ({c.keterangan})."
        for c, teks in jauh[:DISEBUT]
    ]
    if sisa := len(jauh) - DISEBUT:
        hasil += [f"{sisa} indikator lain juga jauh dari targetnya."] if sisa > 0 else []
    return hasil
