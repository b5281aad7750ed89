"""The planning documents behind an IKU document: boxes, chosen indicators, their numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import F

from iku.aturan.uraian import Kotak
from iku.models import DokumenIku
from kinerja.isi_pohon import teks_nilai
from kinerja.models import Baseline, Indikator, Penggantian, Simpul, Target
from kinerja.models.tahapan import KartuTahap, terakhir
from kinerja.pilihan import Triwulan

KOLOM = (
    *("pk", "uid", "simpul_id", "pohon_id", "teks", "satuan", "formulasi", "definisi"),
    *("sumber_data", "penanggung_jawab", "keterangan", "lembar"),
)


@dataclass(frozen=True, slots=True)
class IkuTerpilih:
    """A chosen indicator as the planning document has it; fields in the order of KOLOM."""

    pk: int
    uid: UUID
    simpul: int
    pohon: int
    teks: str
    satuan: str
    formulasi: list[str]
    definisi: str
    sumber_data: str
    penanggung_jawab: str
    keterangan: str
    lembar: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Angka:
    """Printed numbers by (indicator, year), and the years that have a start value."""

    awal: dict[tuple[int, int], str]
    target: dict[tuple[int, int], str]
    tahun_awal: tuple[int, ...]


def iku_terpilih(dokumen: DokumenIku, sumber: Sequence[int]) -> list[IkuTerpilih]:
    """The IKU in the order of their narratives, the others as in their documents."""
    ke = {pohon: n for n, pohon in enumerate(sumber)}
    urut = dict(dokumen.uraian.values_list("indikator_uid", "urutan"))
    daftar = Indikator.objects.filter(pohon__in=sumber, utama=True)
    baris = daftar.annotate(kiri=F("simpul__lft")).order_by("kiri", "urutan", "pk")
    semua = [IkuTerpilih(*isi) for isi in baris.values_list(*KOLOM)]
    akhir = len(semua) + max(urut.values(), default=0)
    return sorted(semua, key=lambda i: (urut.get(i.uid, akhir), ke[i.pohon]))


def kotak_sumber(sumber: Sequence[int], utama: Collection[int]) -> list[Kotak]:
    """All boxes of the documents in tree order, the hidden roots left out; three queries."""
    kolom = ("pk", "induk_id", "pohon_id", "jenjang", "nama", "kinerja")
    tampak = Simpul.objects.tampak().filter(pohon__in=sumber).order_by("tree_id", "lft")
    kotak = {isi[0]: Kotak(*isi) for isi in tampak.values_list(*kolom)}
    for pk in utama:
        kotak[pk].utama = True
    for simpul, teks in _indikator(sumber):
        kotak[simpul].indikator.append(teks)
    ganti = Penggantian.objects.filter(lama__pohon__in=sumber).order_by("tahun", "pk")
    for lama, nama, kinerja in ganti.values_list(
        "lama_id", "pengganti__nama", "pengganti__kinerja"
    ):
        kotak[lama].menjadi = nama or kinerja
    return list(kotak.values())


def _indikator(sumber: Sequence[int]) -> Iterator[tuple[int, str]]:
    daftar = Indikator.objects.filter(pohon__in=sumber).order_by("simpul_id", "urutan", "pk")
    return daftar.values_list("simpul_id", "teks").iterator()


def angka_iku(dokumen: DokumenIku, indikator: Sequence[int]) -> Angka:
    """Start values and yearly targets in force, as printed; three queries."""
    tahapan = KartuTahap.baca(dokumen.perangkat_daerah_id).berlaku(dokumen.tahun)
    baris = Target.objects.filter(indikator__in=indikator, triwulan=Triwulan.SETAHUN)
    kolom = baris.values_list("indikator_id", "tahun", "tahap_id", "jenis", "mentah", "nilai")
    berlaku = terakhir((((i, t), tahap, *isi) for i, t, tahap, *isi in kolom), tahapan)
    awal = Baseline.objects.filter(indikator__in=indikator)
    nilai = awal.values_list("indikator_id", "tahun", "jenis", "mentah", "nilai")
    tercetak = {(i, t): _cetak(isi) for i, t, *isi in nilai}
    return Angka(
        awal=tercetak,
        target={kunci: _cetak(isi) for kunci, isi in berlaku.items()},
        tahun_awal=tuple(sorted({t for _, t in tercetak})),
    )


def _cetak(isi: Sequence[Any]) -> str:
    jenis, mentah, angka = isi
    nilai: Decimal | None = angka
    return teks_nilai(jenis, mentah, nilai)
