"""Renstra: names with a starting point, a target and an amount per year, and where it is to end.

Its money is pagu indikatif: a ceiling for the budgets of these years, on every level.
"""

from __future__ import annotations

from decimal import Decimal

from kinerja.aturan.angka import Nilai, format_angka
from kinerja.impor.bacaan import NilaiSel, SimpulBaca, TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import LAIN, MENURUN
from kinerja.impor.tata_letak.mendatar import baca_mendatar
from kinerja.impor.tata_letak.menurun import baca_menurun
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import selesaikan

JENIS = "renstra"
_PESAN_TARGET = "Kondisi akhir {} bukan target tahun terakhir ({}) dan bukan jumlah semua tahun."
_PESAN_UANG = "Kondisi akhir {} berbeda dari jumlah pagu indikatif semua tahun, {} (selisih {})."


def kenali(tabel: Tabel) -> float:
    """Names with money of several years."""
    if tabel.bentuk == LAIN or len(tabel.tahun_kolom("pagu")) < 2:
        return 0
    return 0.95 if len(tabel.tahun_kolom("target")) > 1 else 0.7


def baca(p: Pembacaan) -> TabelBaca:
    baca_simpul = baca_menurun if p.tabel.bentuk == MENURUN else baca_mendatar
    simpul = baca_simpul(p)
    for s in simpul:
        _akhir(p, s)
    hasil = selesaikan(p, simpul, JENIS)
    for nilai in (n for s in hasil.simpul for n in s.pagu.values()):
        nilai.indikatif = True
    for nilai in hasil.jumlah_tertulis.values():
        nilai.indikatif = True
    return hasil


def _akhir(p: Pembacaan, s: SimpulBaca) -> None:
    """The end of the period repeats the years before it; what it says besides is told."""
    r = s.baris - 1
    kolom = {k.medan: k.c for k in p.tabel.kolom if k.jenjang in (None, s.level)}
    if "akhir" in kolom and s.indikator and p.isi(r, kolom["akhir"]):
        target = [n.bacaan.nilai for _, n in sorted(s.indikator[0].target.items())]
        _akhir_target(p, target, r, kolom["akhir"], s.indikator[0].satuan)
    if "akhir_pagu" in kolom and s.pagu and p.isi(r, kolom["akhir_pagu"]):
        _akhir_uang(p, s.pagu, r, kolom["akhir_pagu"])


def _akhir_target(p: Pembacaan, target: list[Nilai], r: int, c: int, satuan: str) -> None:
    akhir = p.target(r, c, satuan).bacaan.nilai
    angka = [n.angka for n in target if n.angka is not None]
    if akhir.angka is None or not angka or akhir.angka in (angka[-1], sum(angka, Decimal(0))):
        return
    pesan = _PESAN_TARGET.format(akhir.mentah, format_angka(angka[-1]))
    p.lapor("KONDISI_AKHIR_BEDA", pesan, r, c)


def _akhir_uang(p: Pembacaan, pagu: dict[str, NilaiSel], r: int, c: int) -> None:
    akhir = p.rupiah(r, c).bacaan.rupiah
    tahunan = [n.bacaan.rupiah for n in pagu.values()]
    if akhir is None or None in tahunan:
        return
    jumlah = sum(n or 0 for n in tahunan)
    if akhir != jumlah:
        angka = (format_angka(n) for n in (akhir, jumlah, jumlah - akhir))
        p.lapor("KONDISI_AKHIR_BEDA", _PESAN_UANG.format(*angka), r, c)
