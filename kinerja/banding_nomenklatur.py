"""A document beside a version of the national list, box by box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kinerja.aturan.isi import IsiPohon, IsiSimpul
from kinerja.aturan.nomenklatur import (
    BERKODE,
    BarisResmi,
    BedaResmi,
    DaftarResmi,
    banding,
    induk_kode,
    kunci_kode,
)
from kinerja.isi_pohon import baca_isi
from kinerja.models import Pohon, VersiNomenklatur

SAMA, BERBEDA, TIDAK_ADA, INDUK_LAIN = "SAMA", "BERBEDA", "TIDAK_ADA", "INDUK_LAIN"
SEMUA = "SEMUA"
KEADAAN = {
    TIDAK_ADA: "tidak ada di versi ini",
    INDUK_LAIN: "induknya lain",
    BERBEDA: "berbeda",
    SAMA: "sama",
}
"""What became of a box, the gravest first."""


@dataclass(frozen=True)
class BarisBanding:
    """One box and its official row; ``resmi`` is None where the version has none."""

    simpul: IsiSimpul
    keadaan: str
    resmi: BarisResmi | None = None
    beda: list[BedaResmi] = field(default_factory=list)

    @property
    def kata(self) -> str:
        return KEADAAN[self.keadaan]


@dataclass(frozen=True)
class BandingPohon:
    """All boxes whose names a version gives. ``banyak``: (kind, words, count), none left out."""

    versi: VersiNomenklatur
    baris: list[BarisBanding]
    banyak: list[tuple[str, str, int]]

    def pilih(self, keadaan: str) -> list[BarisBanding]:
        """The boxes of a kind, all (SEMUA), else those that are not the same."""
        if keadaan in KEADAAN:
            return [b for b in self.baris if b.keadaan == keadaan]
        return [b for b in self.baris if keadaan == SEMUA or b.keadaan != SAMA]


def banding_pohon(pohon: Pohon, versi: VersiNomenklatur, *, tahun: int) -> BandingPohon:
    """Compare a document with a version of the list; a constant number of queries."""
    isi = baca_isi(pohon, tahun=tahun)
    baris = susun_banding(isi, versi.daftar_resmi(pohon.perangkat_daerah))
    banyak = [(k, kata, sum(b.keadaan == k for b in baris)) for k, kata in KEADAAN.items()]
    return BandingPohon(versi, baris, [satu for satu in banyak if satu[2]])


def susun_banding(isi: IsiPohon, daftar: DaftarResmi) -> list[BarisBanding]:
    """Each program, kegiatan and sub kegiatan of a document beside its official row."""
    resmi: dict[int | None, BarisResmi | None] = {}
    hasil = []
    for s in isi.simpul:
        if s.jenjang in BERKODE:
            resmi[s.id] = daftar.cari(s.jenjang, s.kode, s.nama, resmi.get(s.induk))
            hasil.append(_baris(s, resmi[s.id], resmi.get(s.induk)))
    return hasil


def _baris(s: IsiSimpul, resmi: BarisResmi | None, induk: BarisResmi | None) -> BarisBanding:
    if resmi is None:
        return BarisBanding(s, TIDAK_ADA)
    beda = _beda_kode(s, resmi) + banding(
        resmi,
        nama=s.nama,
        kinerja=s.kinerja,
        indikator={i.teks: i.satuan for i in s.indikator if i.teks},
    )
    if induk is not None and induk_kode(resmi.kode) != kunci_kode(induk.kode):
        return BarisBanding(s, INDUK_LAIN, resmi, beda)
    return BarisBanding(s, BERBEDA if beda else SAMA, resmi, beda)


def _beda_kode(s: IsiSimpul, resmi: BarisResmi) -> list[BedaResmi]:
    """A box found by its name has another code in this version."""
    tertulis, kode = kunci_kode(s.kode), kunci_kode(resmi.kode)
    if not s.kode or kode.endswith(tertulis):
        return []
    return [BedaResmi("kode", s.kode, resmi.kode)]


def versi_dipilih(
    pohon: Pohon, daftar: Iterable[VersiNomenklatur], kode: str
) -> VersiNomenklatur | None:
    """The version asked for, else the document's own, else the newest."""
    milik = {v.kode: v for v in daftar}
    return (
        milik.get(kode)
        or next((v for v in milik.values() if v.pk == pohon.versi_nomenklatur_id), None)
        or next(iter(milik.values()), None)
    )
