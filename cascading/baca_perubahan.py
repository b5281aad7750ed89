"""Reads the first and the present targets of a year: a fixed number of queries at any size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.timezone import localtime

from cascading.perubahan_target import IndikatorTarget, IsiTarget, KotakTarget
from kinerja.aturan.isi import IsiIndikator, IsiPohon
from kinerja.aturan.lembar import baca_lembar
from kinerja.aturan.tanggal import tanggal
from kinerja.isi_pohon import baca_isi, teks_nilai
from kinerja.models import Indikator, Pohon, Riwayat, Tahap, Target
from kinerja.models.tahapan import KartuTahap

Teks = dict[int, str]
Kunci = tuple[str, int]
"""uid of an indicator, quarter."""


def baca_perubahan(pohon: Pohon, tahun: int) -> IsiTarget:
    """The document in one year, its first stage beside the last one."""
    kartu = KartuTahap.baca(pohon.perangkat_daerah_id)
    tahapan = kartu.tahun_ini(tahun)
    kini = baca_isi(pohon, tahun=tahun, kartu=kartu)
    awal = baca_isi(pohon, tahun=tahun, tahap=tahapan[0].kode, kartu=kartu) if tahapan else kini
    pembaca = _Pembaca(pohon, tahun, {t.pk: t.urutan for t in tahapan})
    uang_awal = {s.id: s.jumlah.nilai for s in awal.simpul if s.ada_pagu and s.jumlah}
    return IsiTarget(tahun, tuple(_kotak(kini, uang_awal, pembaca)), _tahap(pohon, tahun))


def _kotak(isi: IsiPohon, uang_awal: Mapping[int, int], pembaca: _Pembaca) -> Iterable[KotakTarget]:
    for s in isi.simpul:
        yield KotakTarget(
            id=s.id,
            induk=s.induk,
            jenjang=s.jenjang,
            sebutan=s.sebutan,
            indikator=tuple(pembaca.indikator(i) for i in s.indikator),
            pagu_awal=uang_awal.get(s.id),
            pagu=s.jumlah.nilai if s.ada_pagu and s.jumlah else None,
        )


class _Pembaca:
    """First and last targets, reasons, and who wrote the last ones."""

    def __init__(self, pohon: Pohon, tahun: int, urutan: Mapping[int, int]) -> None:
        self.tahun = tahun
        self.awal: dict[int, Teks] = {}
        self.kini: dict[int, Teks] = {}
        pertama = min(urutan, key=lambda pk: urutan[pk], default=0)
        baris = Target.objects.filter(indikator__pohon=pohon, tahun=tahun)
        kolom = ("indikator_id", "triwulan", "tahap_id", "jenis", "mentah", "nilai")
        for i, masa, tahap, *isi in sorted(baris.values_list(*kolom), key=lambda b: urutan[b[2]]):
            teks = teks_nilai(*isi)
            if tahap == pertama:
                self.awal.setdefault(i, {})[masa] = teks
            self.kini.setdefault(i, {})[masa] = teks
        lembar = Indikator.objects.filter(pohon=pohon).exclude(lembar={})
        self.alasan = {
            pk: baca_lembar(isi).alasan_target.get(str(tahun), "")
            for pk, isi in lembar.values_list("pk", "lembar")
        }
        berubah = any(self.kini[i] != self.awal.get(i) for i in self.kini)
        self.penulis = _penulis(pohon, tahun) if berubah else {}

    def indikator(self, i: IsiIndikator) -> IndikatorTarget:
        awal, kini = self.awal.get(i.id, {}), self.kini.get(i.id, {})
        berubah = [m for m, teks in kini.items() if teks != awal.get(m, "")]
        oleh = (self.penulis.get((i.uid, m), "") for m in berubah)
        return IndikatorTarget(
            i.teks, i.satuan, awal, kini, self.alasan.get(i.id, ""),
            "; ".join(dict.fromkeys(o for o in oleh if o)),
        )  # fmt: skip


def _penulis(pohon: Pohon, tahun: int) -> dict[Kunci, str]:
    """Who wrote each target of the year last, and when, out of the history of all editions."""
    semua = Riwayat.objects.filter(pohon__in=pohon.semua_edisi()).select_related("oleh")
    daftar = semua.alias(isi=Cast("perubahan", TextField())).filter(isi__contains="target")
    hasil: dict[Kunci, str] = {}
    for peristiwa in daftar.order_by("pada", "pk").iterator():
        tulis = f"{peristiwa.oleh}, {tanggal(localtime(peristiwa.pada).date())}"
        for p in peristiwa.perubahan:
            if p["jenis"] == "target" and p["kunci"][1] == tahun:
                hasil[p["kunci"][0], p["kunci"][2]] = tulis
    return hasil


def _tahap(pohon: Pohon, tahun: int) -> tuple[str, ...]:
    """The stages of the year with number and date of their DPA."""
    daftar = Tahap.objects.sampai(pohon.perangkat_daerah, tahun)
    return tuple(
        " ".join(
            [
                t.nama,
                *([f"({t.nomor_dokumen})"] if t.nomor_dokumen else []),
                *([tanggal(t.tanggal_dokumen)] if t.tanggal_dokumen else []),
            ]
        )
        for t in daftar
    )
