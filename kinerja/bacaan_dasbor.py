"""The rows a dashboard of one agency is made of: seven queries, whatever the size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Q

from kinerja.aturan.angka import Nilai
from kinerja.aturan.dasbor import Uang
from kinerja.aturan.jenjang import label
from kinerja.aturan.kumulatif import gabung, jatuh_tempo, per_triwulan, terisi
from kinerja.models import (
    Pagu,
    Pengukuran,
    Pohon,
    Realisasi,
    RealisasiAnggaran,
    Simpul,
    Target,
)
from kinerja.pilihan import JenisNilai, Jenjang
from kinerja.sel_ukur import jumlah_uang

BERGARIS = (Jenjang.TUJUAN, Jenjang.SASARAN)
"""Levels whose indicators are followed through the years."""


class Realisasian(NamedTuple):
    """One typed value."""

    nilai: Nilai
    cara: str
    capaian: Decimal | None
    keterangan: str


class UangTriwulan(NamedTuple):
    """Money of a quarter as ``jumlah_uang`` takes it."""

    cara: str
    nilai: int | None


@dataclass
class UkuranDasbor:
    """One indicator with its targets and values; ``target`` and ``nilai`` by (year, quarter)."""

    pk: int
    simpul: KotakDasbor
    teks: str
    satuan: str
    utama: bool
    arah: str
    agregasi: str
    frekuensi: str
    target: dict[tuple[int, int], Nilai] = field(default_factory=dict)
    nilai: dict[tuple[int, int], Realisasian] = field(default_factory=dict)

    def wajib(self, triwulan: int) -> bool:
        return jatuh_tempo(self.frekuensi, triwulan)

    def setahun(self, tahun: int) -> tuple[Nilai | None, int]:
        """What the quarters of a year come to, and the last one that is filled (0: none)."""
        isi = terisi({n: r.nilai for (t, n), r in self.nilai.items() if t == tahun})
        cara = {n: self.nilai[tahun, n].cara for n in isi}
        hasil = gabung(per_triwulan(isi, cara, self.agregasi), self.agregasi)
        return hasil, max(isi, default=0)


@dataclass
class KotakDasbor:
    """One box; ``pagu`` and ``uang`` are its own, nothing from below."""

    pk: int
    induk: int | None
    pohon: int
    jenjang: str
    kode: str
    sebutan: str
    lft: int
    rght: int
    ukuran: list[UkuranDasbor] = field(default_factory=list)
    pagu: int | None = None
    uang: dict[int, UangTriwulan] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return label(self.jenjang)

    def uang_sampai(self, triwulan: int) -> Uang:
        return Uang(self.pagu, jumlah_uang(self.uang, triwulan))


@dataclass(frozen=True)
class BacaanDasbor:
    """``kotak`` in tree order, document after document; ``status`` by (document, quarter)."""

    dokumen: Sequence[Pohon]
    tahun: int
    kotak: list[KotakDasbor]
    status: dict[tuple[int, int], str]

    @property
    def ukuran(self) -> list[UkuranDasbor]:
        return [u for k in self.kotak for u in k.ukuran]

    def bagian(self, atas: KotakDasbor) -> BacaanDasbor:
        """One branch."""
        isi = [k for k in self.kotak if k.pohon == atas.pohon and atas.lft <= k.lft <= atas.rght]
        return BacaanDasbor(self.dokumen, self.tahun, isi, self.status)

    def di_bawah(self, jenjang: str) -> Iterator[KotakDasbor]:
        """The boxes of a level with all that is below them, each once."""
        pohon = batas = 0
        for k in self.kotak:
            if k.jenjang == jenjang and (k.pohon != pohon or k.lft > batas):
                pohon, batas = k.pohon, k.rght
            if k.pohon == pohon and k.lft <= batas:
                yield k


def baca_dasbor(dokumen: Sequence[Pohon], tahun: int) -> BacaanDasbor:
    """Values and targets of the year, of the topmost levels those of all years."""
    kotak = _kotak(dokumen)
    ukuran = {u.pk: u for k in kotak.values() for u in k.ukuran}
    _pasang_nilai(dokumen, tahun, ukuran)
    _pasang_uang(dokumen, tahun, kotak)
    status = Pengukuran.objects.filter(pohon__in=dokumen, tahun=tahun)
    kolom = status.values_list("pohon_id", "triwulan", "status")
    urutan = {p.pk: n for n, p in enumerate(dokumen)}
    urut = sorted(kotak.values(), key=lambda k: (urutan[k.pohon], k.lft))
    return BacaanDasbor(dokumen, tahun, urut, {(p, n): s for p, n, s in kolom})


def _kotak(dokumen: Sequence[Pohon]) -> dict[int, KotakDasbor]:
    kolom = ("pk", "induk_id", "pohon_id", "jenjang", "kode", "nama", "kinerja", "lft", "rght")
    medan = ("pk", "teks", "satuan", "utama", "arah", "agregasi", "frekuensi")
    semua = Simpul.objects.filter(pohon__in=dokumen).exclude(jenjang=Jenjang.AKAR)
    urut = semua.order_by("indikator__urutan", "indikator__pk")
    hasil: dict[int, KotakDasbor] = {}
    for baris in urut.values_list(*kolom, *(f"indikator__{m}" for m in medan)):
        pk, induk, pohon, jenjang, kode, nama, kinerja, lft, rght, ukuran, *isi = baris
        if pk not in hasil:
            sebutan = nama or kinerja
            hasil[pk] = KotakDasbor(pk, induk, pohon, jenjang, kode, sebutan, lft, rght)
        if ukuran is not None:
            hasil[pk].ukuran.append(UkuranDasbor(ukuran, hasil[pk], *isi))
    return hasil


def _pasang_nilai(dokumen: Sequence[Pohon], tahun: int, ukuran: dict[int, UkuranDasbor]) -> None:
    milik = Q(indikator__pohon__in=dokumen)
    kini = Q(tahun=tahun) | Q(indikator__simpul__jenjang__in=BERGARIS)
    isi = ("indikator_id", "tahun", "triwulan", "mentah", "jenis", "nilai", "minimum", "maksimum")
    target = Target.objects.filter(milik, kini).order_by("tahap__urutan", "pk")
    for pk, t, n, *nilai in target.values_list(*isi):
        ukuran[pk].target[t, n] = Nilai(*nilai)  # the last stage comes last
    kolom = (*isi, "cara", "capaian", "keterangan_capaian")
    for pk, t, n, *nilai, cara, capaian, ket in Realisasi.objects.filter(milik, kini).values_list(
        *kolom
    ):
        ukuran[pk].nilai[t, n] = Realisasian(Nilai(*nilai), cara, capaian, ket)


def _pasang_uang(dokumen: Sequence[Pohon], tahun: int, kotak: dict[int, KotakDasbor]) -> None:
    milik: dict[str, Any] = {"simpul__pohon__in": dokumen, "tahun": tahun}
    pagu: dict[int, dict[str, int | None]] = defaultdict(dict)
    urut = Pagu.objects.filter(**milik).order_by("tahap__urutan", "pk")
    for simpul, dana, nilai in urut.values_list("simpul_id", "sumber_dana", "nilai"):
        pagu[simpul][dana] = nilai
    for simpul, dana_nilai in pagu.items():
        ada = [n for n in dana_nilai.values() if n is not None]
        kotak[simpul].pagu = sum(ada) if ada else None
    kolom = ("simpul_id", "triwulan", "cara", "nilai")
    for simpul, n, cara, nilai in RealisasiAnggaran.objects.filter(**milik).values_list(*kolom):
        kotak[simpul].uang[n] = UangTriwulan(cara, nilai)


def terbaca(nilai: Nilai | None) -> Decimal | None:
    """The one number of a value, where it is one."""
    return nilai.angka if nilai is not None and nilai.jenis == JenisNilai.ANGKA else None
