"""What is open in a whole document before it goes up the ladder, over all its years."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import caches

from kinerja.aturan.isi import IsiPohon
from kinerja.aturan.pemeriksaan import Saringan, saringan
from kinerja.aturan.temuan import Temuan
from kinerja.isi_pohon import baca_isi_per_tahun
from kinerja.lembar_pohon import LAMA_SIMPAN, SIMPANAN
from kinerja.models import Pohon
from kinerja.mutu_pohon import temuan_pohon, versi_pengaturan


@dataclass(frozen=True)
class Galat:
    """A finding that must be mended first: where it stands and what it says."""

    tahun: int
    simpul: int
    sebutan: str
    pesan: str


@dataclass(frozen=True)
class TemuanDokumen:
    """``galat`` of every target year; ``peringatan`` by year, counted by kind."""

    galat: tuple[Galat, ...]
    peringatan: dict[int, tuple[Saringan, ...]]


def temuan_dokumen(pohon: Pohon) -> TemuanDokumen:
    """Kept until the document changes; costs two queries a year besides reading it once."""
    versi = f"{pohon.versi}:{versi_pengaturan(pohon.perangkat_daerah)}"
    kunci = f"temuan:{pohon.pk}:{versi}:{pohon.diubah_pada.timestamp()}"
    if (temuan := caches[SIMPANAN].get(kunci)) is None:
        temuan = _susun(pohon)
        caches[SIMPANAN].set(kunci, temuan, LAMA_SIMPAN)
    return temuan


def _susun(pohon: Pohon) -> TemuanDokumen:
    galat: dict[tuple[str, str], Galat] = {}
    peringatan = {}
    for isi in baca_isi_per_tahun(pohon):
        semua = temuan_pohon(pohon, isi).berlaku
        for t in semua:
            if t.menghalangi:
                galat.setdefault((t.letak.simpul, t.pesan), _galat(isi, t))
        ringan = [t for t in semua if not t.menghalangi]
        peringatan[isi.tahun] = tuple(saringan(ringan, isi.tahun))
    return TemuanDokumen(tuple(galat.values()), peringatan)


def _galat(isi: IsiPohon, temuan: Temuan) -> Galat:
    simpul = next((s for s in isi.simpul if s.uid == temuan.letak.simpul), isi.akar)
    return Galat(isi.tahun, simpul.id, simpul.sebutan or "Dokumen", temuan.pesan)
