"""Reads a penjenjangan from its two trees into ``IsiPenjenjangan``; queries do not grow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from cascading.aturan.penjenjangan.isi import (
    ButirIsi,
    Daerah,
    IsiPenjenjangan,
    Komponen,
    Kondisi,
    Rujukan,
    Ukuran,
)
from cascading.aturan.penjenjangan.kata import kata
from cascading.models import KataPenjenjangan, Penjenjangan, Tautan
from kinerja.aturan.isi import IsiIndikator, IsiPohon, IsiSimpul
from kinerja.isi_pohon import baca_isi
from kinerja.models import Indikator, Penugasan, Pohon, Simpul
from kinerja.pilihan import Jenjang, PeranTugas

T = TypeVar("T", Kondisi, Komponen)


def baca_penjenjangan(dokumen: Penjenjangan, tahap: str = "") -> IsiPenjenjangan:
    """Everything that the stages say. ``tahap``: the budget stage; "" is the last one opened."""
    lembaga = dokumen.perangkat_daerah
    pemda = lembaga.pemda_atau_diri()
    pohon = baca_isi(dokumen.pohon_kinerja, tahun=dokumen.tahun, tahap=tahap)
    cascading = baca_isi(dokumen.cascading, tahun=dokumen.tahun, tahap=tahap)
    tautan = _tautan(dokumen, cascading)
    return IsiPenjenjangan(
        pemda=pemda.nama,
        perangkat_daerah=lembaga.nama,
        periode=str(dokumen.periode),
        tahun=dokumen.tahun,
        daftar_tahun=tuple(dokumen.periode.daftar_tahun()),
        judul=dokumen.judul,
        sampul=dokumen.sampul,
        catatan=dokumen.catatan,
        kata=kata(KataPenjenjangan.milik(pemda), dokumen.kata),
        butir=_butir(dokumen),
        kondisi=_hutan(pohon, _PembuatKondisi(tautan)),
        komponen=_hutan(cascading, _PembuatKomponen(dokumen.cascading, tautan)),
        daerah=tuple(_daerah(dokumen.cascading)),
        bentuk_kiri=dokumen.bentuk_kiri,
        pemegang=dokumen.pemegang,
        bentang=tuple(dokumen.bentang),
    )


def _butir(dokumen: Penjenjangan) -> dict[str, tuple[ButirIsi, ...]]:
    hasil: dict[str, list[ButirIsi]] = {}
    for b in dokumen.butir.order_by("urutan", "pk"):
        hasil.setdefault(b.kolom, []).append(ButirIsi(b.pk, b.teks, tuple(b.subbutir)))
    return {kolom: tuple(daftar) for kolom, daftar in hasil.items()}


def _hutan(isi: IsiPohon, buat: Callable[[IsiSimpul, int, tuple[Any, ...]], T]) -> tuple[T, ...]:
    """The boxes of a document with what is below them, from the leaves up."""
    anak: dict[int | None, list[T]] = {}
    for s in reversed(isi.simpul):
        di_bawah = tuple(reversed(anak.pop(s.id, [])))
        anak.setdefault(s.induk, []).append(buat(s, s.tingkat, di_bawah))
    return tuple(reversed(anak.get(None, [])))


class _PembuatKondisi:
    def __init__(self, tautan: Mapping[str, tuple[IsiSimpul, ...]]):
        self.tautan = tautan

    def __call__(self, s: IsiSimpul, tingkat: int, anak: tuple[Kondisi, ...]) -> Kondisi:
        terikat = tuple(
            Rujukan(k.id, k.uid, k.jenjang, k.kode, k.sebutan) for k in self.tautan.get(s.uid, ())
        )
        return Kondisi(
            s.id, s.uid, s.peran, s.kinerja or s.nama, tingkat, _ukuran(s.indikator),
            tuple(s.varian), terikat, anak,
        )  # fmt: skip


class _PembuatKomponen:
    def __init__(self, pohon: Pohon, tautan: Mapping[str, tuple[IsiSimpul, ...]]):
        self.pemegang = _pemegang(pohon)
        self.berkondisi = {k.uid for daftar in tautan.values() for k in daftar}

    def __call__(self, s: IsiSimpul, tingkat: int, anak: tuple[Komponen, ...]) -> Komponen:
        tertulis = [p.mentah for p in s.pagu] or ([s.klaim.mentah] if s.klaim else [])
        return Komponen(
            s.id, s.uid, s.jenjang, s.kode, s.nama, s.kinerja, _ukuran(s.indikator),
            tuple(s.varian), s.jumlah if s.ada_pagu else None, tuple(tertulis),
            self.pemegang.get(s.id, ()), s.uid in self.berkondisi, anak,
        )  # fmt: skip


def _ukuran(daftar: Iterable[IsiIndikator]) -> tuple[Ukuran, ...]:
    return tuple(Ukuran(i.teks, i.satuan, dict(i.target), dict(i.tertulis)) for i in daftar)


def _tautan(dokumen: Penjenjangan, cascading: IsiPohon) -> dict[str, tuple[IsiSimpul, ...]]:
    """By uid of a condition: the boxes of this cascading that serve it, in tree order."""
    urutan = {s.uid: n for n, s in enumerate(cascading.simpul)}
    hasil: dict[str, list[int]] = {}
    milik = Tautan.objects.filter(perangkat_daerah=dokumen.perangkat_daerah_id)
    for kondisi, komponen in milik.values_list("kondisi_uid", "komponen_uid"):
        if str(komponen) in urutan:
            hasil.setdefault(str(kondisi), []).append(urutan[str(komponen)])
    return {uid: tuple(cascading.simpul[n] for n in sorted(ke)) for uid, ke in hasil.items()}


def _pemegang(pohon: Pohon) -> Mapping[int, tuple[str, ...]]:
    """Positions that answer for each box. One query."""
    daftar = Penugasan.objects.filter(simpul__pohon=pohon, peran=PeranTugas.PENANGGUNG_JAWAB)
    hasil: dict[int, tuple[str, ...]] = {}
    urut = daftar.order_by("simpul__lft", "pk").values_list("simpul_id", "jabatan__nama")
    for simpul, nama in urut:
        hasil[simpul] = (*hasil.get(simpul, ()), nama)
    return hasil


def _daerah(pohon: Pohon) -> Iterable[Daerah]:
    """What the tujuan of a cascading serve in the RPJMD, each once. Three queries."""
    tujuan = Simpul.objects.filter(pohon=pohon, mendukung__isnull=False).order_by("lft")
    kotak = list(dict.fromkeys(s.mendukung for s in tujuan.select_related("mendukung__induk")))
    atas = {k.pk: _tujuan_daerah(k) for k in kotak if k is not None}
    indikator: dict[int, list[str]] = {}
    milik = Indikator.objects.filter(simpul__in=[t.pk for t in atas.values() if t])
    for simpul, teks in milik.order_by("urutan", "pk").values_list("simpul_id", "teks"):
        indikator.setdefault(simpul, []).append(teks)
    for k in kotak:
        if k is None:
            continue
        di_atas = atas[k.pk]
        sasaran = k.sebutan if k.jenjang == Jenjang.SASARAN else ""
        yield Daerah(
            di_atas.sebutan if di_atas else "",
            tuple(indikator.get(di_atas.pk, ())) if di_atas else (),
            sasaran,
        )


def _tujuan_daerah(kotak: Simpul) -> Simpul | None:
    """The tujuan of the RPJMD that a served box is, or stands below."""
    if kotak.jenjang == Jenjang.TUJUAN:
        return kotak
    return kotak.induk if kotak.induk and kotak.induk.jenjang == Jenjang.TUJUAN else None
