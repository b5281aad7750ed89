"""A whole document read in a constant number of queries: page, matrix, XLSX and diff use it.

Numbers are those in force: per value the last tahap that has a row, up to the chosen one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.models import Baseline, Indikator, KlaimPagu, Pagu, Pohon, Simpul, Tahap, Target
from kinerja.pilihan import JenisKlaim, Triwulan


@dataclass(frozen=True, slots=True)
class NilaiIsi:
    """A typed target or baseline: raw text beside what it was read as."""

    mentah: str
    jenis: str
    nilai: Decimal | None
    minimum: Decimal | None
    maksimum: Decimal | None


@dataclass(frozen=True, slots=True)
class Uang:
    """A typed amount in rupiah; ``nilai`` None = the text can't be read."""

    mentah: str
    nilai: int | None
    tahap: str
    sumber_dana: str = ""


@dataclass(slots=True)
class IndikatorIsi:
    id: int
    uid: str
    simpul_id: int
    teks: str
    satuan: str
    formulasi: list[str]
    utama: bool
    target: dict[int, NilaiIsi] = field(default_factory=dict)  # by year
    baseline: dict[int, NilaiIsi] = field(default_factory=dict)


@dataclass(slots=True)
class SimpulIsi:
    """One node with all that hangs on it. ``tingkat`` counts from 1 under the hidden root (0)."""

    id: int
    uid: str
    induk_id: int | None
    tingkat: int
    jenjang: str
    kode: str
    nomor: str
    nama: str
    kinerja: str
    unit: str
    tahun_mulai: int | None
    tahun_sampai: int | None
    pengampu_tertulis: str
    varian: list[str]
    nomenklatur_id: int | None
    indikator_induk_id: int | None
    indikator: list[IndikatorIsi] = field(default_factory=list)
    pagu: list[Uang] = field(default_factory=list)  # of the chosen year, one per sumber dana
    klaim: Uang | None = None  # amount typed above the level that holds money
    pengampu: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)


@dataclass(slots=True)
class IsiPohon:
    """``simpul`` in tree order; the first one is the hidden root (its klaim is a JUMLAH row)."""

    pohon: Pohon
    tahun: int
    tahap: str
    simpul: list[SimpulIsi]

    @property
    def tampak(self) -> list[SimpulIsi]:
        return self.simpul[1:]


SIMPUL = (
    "pk uid induk_id level jenjang kode nomor nama kinerja unit__nama tahun_mulai tahun_sampai "
    "pengampu_tertulis varian nomenklatur_id indikator_induk_id"
).split()


def baca_isi(pohon: Pohon, *, tahun: int, tahap: str = "") -> IsiPohon:
    """Read nodes, indicators, targets, baselines, money and labels: eight queries at any size.

    ``tahap`` is a code ("MURNI"); empty = the last one of each year.
    """
    simpul = _simpul(pohon)
    _isi_indikator(pohon, simpul, tahun, tahap)
    _isi_uang(pohon, simpul, tahun, tahap)
    _isi_label(pohon, simpul)
    return IsiPohon(pohon, tahun, tahap, list(simpul.values()))


def _simpul(pohon: Pohon) -> dict[int, SimpulIsi]:
    daftar = Simpul.objects.filter(pohon=pohon).order_by("lft").values_list(*SIMPUL)
    hasil = {}
    for pk, uid, *isi in daftar:
        isi[7] = isi[7] or ""  # unit
        hasil[pk] = SimpulIsi(pk, str(uid), *isi)
    return hasil


def _isi_indikator(pohon: Pohon, simpul: dict[int, SimpulIsi], tahun: int, tahap: str) -> None:
    kolom = ("pk", "uid", "simpul_id", "teks", "satuan", "formulasi", "utama")
    daftar = Indikator.objects.filter(pohon=pohon).order_by("simpul_id", "urutan", "pk")
    indikator = {}
    for pk, uid, *isi in daftar.values_list(*kolom):
        indikator[pk] = baru = IndikatorIsi(pk, str(uid), *isi)
        simpul[baru.simpul_id].indikator.append(baru)
    nilai = ("indikator_id", "tahun", "mentah", "jenis", "nilai", "minimum", "maksimum")
    target = Target.objects.filter(indikator__pohon=pohon, triwulan=Triwulan.SETAHUN)
    batas = _urutan(pohon, tahun, tahap)
    for urutan, pk, th, *isi in target.order_by("tahap__urutan").values_list(
        "tahap__urutan", *nilai
    ):
        if th != tahun or urutan <= batas:
            indikator[pk].target[th] = NilaiIsi(*isi)
    for pk, th, *isi in Baseline.objects.filter(indikator__pohon=pohon).values_list(*nilai):
        indikator[pk].baseline[th] = NilaiIsi(*isi)


def _isi_uang(pohon: Pohon, simpul: dict[int, SimpulIsi], tahun: int, tahap: str) -> None:
    batas = _urutan(pohon, tahun, tahap)
    pagu: dict[tuple[int, str], Uang] = {}
    saring = {"simpul__pohon": pohon, "tahun": tahun, "tahap__urutan__lte": batas}
    for pk, sumber, mentah, nilai, kode in (
        Pagu.objects.filter(**saring)
        .order_by("tahap__urutan", "pk")
        .values_list("simpul_id", "sumber_dana", "mentah", "nilai", "tahap__kode")
    ):
        pagu[pk, sumber] = Uang(mentah, nilai, kode, sumber)
    for (pk, _), uang in pagu.items():
        simpul[pk].pagu.append(uang)
    for pk, mentah, nilai, kode in (
        KlaimPagu.objects.filter(**saring, jenis=JenisKlaim.PAGU)
        .order_by("tahap__urutan")
        .values_list("simpul_id", "mentah", "nilai", "tahap__kode")
    ):
        simpul[pk].klaim = Uang(mentah, nilai, kode)


def _isi_label(pohon: Pohon, simpul: dict[int, SimpulIsi]) -> None:
    pengampu = Simpul.pengampu.through.objects.filter(simpul__pohon=pohon).order_by("pk")
    for pk, nama in pengampu.values_list("simpul_id", "perangkat_daerah__nama"):
        simpul[pk].pengampu.append(nama)
    label = Simpul.label.through.objects.filter(simpul__pohon=pohon).order_by("pk")
    for pk, nama in label.values_list("simpul_id", "label__nama"):
        simpul[pk].label.append(nama)


def _urutan(pohon: Pohon, tahun: int, tahap: str) -> int:
    """Order of the chosen stage; beyond all when none is chosen."""
    if not tahap:
        return 10**6
    daftar = Tahap.objects.filter(
        perangkat_daerah_id=pohon.perangkat_daerah_id, tahun=tahun, kode=tahap
    )
    return daftar.values_list("urutan", flat=True).first() or 0


def anak_per_induk(isi: IsiPohon) -> dict[int | None, list[SimpulIsi]]:
    """Children of each node in order."""
    hasil: dict[int | None, list[SimpulIsi]] = defaultdict(list)
    for simpul in isi.simpul:
        hasil[simpul.induk_id].append(simpul)
    return hasil
