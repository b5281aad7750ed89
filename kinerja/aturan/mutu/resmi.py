"""Q09: a box beside the official row of its code."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.aturan.mutu import kata as K
from kinerja.aturan.mutu.bahan import Kotak, Nomenklatur
from kinerja.aturan.mutu.temuan import tentang
from kinerja.aturan.nomenklatur import (
    BERKODE,
    BarisResmi,
    induk_kode,
    kunci_kode,
    kunci_nama,
)
from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import Jenjang

SERUPA = {"nama": 95, "kinerja": 75, "indikator": 85}
"""Likeness (0 to 100) below which the wording is another."""


def resmi(kotak: Kotak, atas: Kotak | None, daftar: Nomenklatur | None) -> Iterator[Temuan]:
    """Unknown code, another parent, other wording; a version of another year is named."""
    if daftar is None or kotak.jenjang not in BERKODE or not kotak.kode:
        return
    if kotak.uid in daftar.luar:
        return
    versi = f"“{daftar.versi}”"
    if not daftar.melayani:
        versi += " (daftar tahun lain)"
    baris = daftar.baris.get(kotak.uid)
    if baris is None:
        pesan = f"Kode {kotak.kode} tidak ada di daftar {versi}"
        lain = daftar.lain.get(kotak.uid)
        pesan += f", adanya di “{lain}”." if lain else "; periksa kodenya."
        yield tentang("Q09", pesan, kotak, isi=[kotak.kode])
        return
    if atas is not None and atas.kode and induk_kode(kotak.kode) != kunci_kode(atas.kode):
        pesan = f"Kode {kotak.kode} bukan turunan {atas.kode}; periksa letak atau kodenya."
        yield tentang("Q09", pesan, kotak, isi=[kotak.kode, atas.kode])
    if beda := list(_beda(kotak, baris)):
        rinci = "; ".join(f"{nama} resmi {K.kutip(isi)}" for nama, isi in beda)
        pesan = f"Berbeda dari daftar {versi}: {rinci}."
        yield tentang("Q09", pesan, kotak, isi=[kotak.kode, *(i for b in beda for i in b)])


def _beda(kotak: Kotak, baris: BarisResmi) -> Iterator[tuple[str, str]]:
    """(field, official wording) of what is written otherwise; nothing typed is no difference."""
    if kotak.nama and K.mirip(kunci_nama(kotak.nama), kunci_nama(baris.nama)) < SERUPA["nama"]:
        yield "nama", baris.nama
    if kotak.jenjang != Jenjang.SUB_KEGIATAN:
        return
    if (
        kotak.kinerja
        and baris.kinerja
        and K.mirip(kotak.kinerja, baris.kinerja) < SERUPA["kinerja"]
    ):
        yield "kinerja", baris.kinerja
    if not kotak.ukuran or not baris.indikator:
        return
    dekat = max(kotak.ukuran, key=lambda u: K.mirip(u.teks, baris.indikator))
    if K.mirip(dekat.teks, baris.indikator) < SERUPA["indikator"]:
        yield "indikator", baris.indikator
    if dekat.satuan and baris.satuan and not _sesatuan(dekat.satuan, baris.satuan):
        yield "satuan", baris.satuan


def _sesatuan(a: str, b: str) -> bool:
    """ "orang/bulan" and "Orang / Bulan" are one; the list itself spells units in many ways."""
    return kunci(a) == kunci(b)
