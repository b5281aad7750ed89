"""The stages of an agency on one card: which values are in force, which stage an edit writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from kinerja.models.anggaran import MURNI, Tahap
from kinerja.models.realisasi import Realisasi

Tahapan = dict[int, int]
"""Stages that count: primary key to urutan."""


@dataclass(frozen=True)
class BarisTahap:
    pk: int
    tahun: int
    urutan: int
    kode: str
    nama: str
    terkunci: bool
    terukur: bool | None = None
    """Does the document that the card was read for hold values of the year? None: not asked."""


class KartuTahap:
    """All stages of one agency, a handful of rows."""

    def __init__(self, perangkat_daerah_id: int, baris: Iterable[BarisTahap]):
        self.perangkat_daerah_id = perangkat_daerah_id
        self.baris = list(baris)

    @classmethod
    def baca(
        cls, perangkat_daerah_id: int, *, kunci: bool = False, pohon_id: int | None = None
    ) -> KartuTahap:
        """``kunci`` holds the rows to the end of the transaction: nobody closes a stage meanwhile.

        Always in the order of their keys, so that two writers never wait for each other.
        ``pohon_id``, a document under its lock, tells which of its years were measured.
        """
        daftar = Tahap.objects.filter(perangkat_daerah=perangkat_daerah_id).order_by("pk")
        if kunci:
            daftar = daftar.select_for_update(no_key=True)
        kolom = ["pk", "tahun", "urutan", "kode", "nama", "terkunci"]
        if pohon_id is not None:
            milik = Realisasi.objects.filter(indikator__pohon=pohon_id, tahun=OuterRef("tahun"))
            daftar, kolom = daftar.annotate(terukur=Exists(milik)), [*kolom, "terukur"]
        return cls(perangkat_daerah_id, (BarisTahap(*satu) for satu in daftar.values_list(*kolom)))

    def cari(self, tahun: int, kode: str) -> BarisTahap | None:
        return next((b for b in self.baris if (b.tahun, b.kode) == (tahun, kode)), None)

    def ambil(self, tahun: int, kode: str) -> int:
        """Primary key of a stage; MURNI is made when a year has none yet."""
        if (ada := self.cari(tahun, kode)) is not None:
            return ada.pk
        baru = Tahap.ambil(self.perangkat_daerah_id, tahun, kode)
        self.baris.append(
            BarisTahap(baru.pk, baru.tahun, baru.urutan, baru.kode, baru.nama, baru.terkunci)
        )
        return baru.pk

    def berlaku(self, tahun: int, kode: str = "") -> Tahapan:
        """The stages that count; a named one hides the later ones of its year."""
        dipilih = self.cari(tahun, kode)
        batas = dipilih.urutan if dipilih else None
        return {
            b.pk: b.urutan
            for b in self.baris
            if b.tahun != tahun or batas is None or b.urutan <= batas
        }

    def tahun_ini(self, tahun: int) -> tuple[BarisTahap, ...]:
        """The stages of a year in order."""
        milik = (b for b in self.baris if b.tahun == tahun)
        return tuple(sorted(milik, key=lambda b: b.urutan))

    def ditulis(self, tahun: int) -> str:
        """The stage that an edit of a year writes: the last one opened, MURNI when none."""
        milik = [b for b in self.baris if b.tahun == tahun]
        return max(milik, key=lambda b: b.urutan).kode if milik else MURNI


def terakhir(baris: Iterable[tuple[Any, ...]], tahapan: Tahapan) -> dict[Any, tuple[Any, ...]]:
    """Rows (kunci, tahap, …) by key: the one of the last stage that counts."""
    hasil: dict[Any, tuple[Any, ...]] = {}
    urutan: dict[Any, int] = {}
    for kunci, tahap, *isi in baris:
        ke = tahapan.get(tahap)
        if ke is not None and ke >= urutan.get(kunci, 0):
            urutan[kunci], hasil[kunci] = ke, tuple(isi)
    return hasil
