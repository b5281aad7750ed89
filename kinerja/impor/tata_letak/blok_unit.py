"""Outlines printed in blocks, one per unit: the same program may be printed again in each."""

from __future__ import annotations

from decimal import Decimal

from kinerja.aturan.angka import Bacaan
from kinerja.aturan.teks import kunci
from kinerja.impor.bacaan import NilaiSel, SimpulBaca
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.unit_tertulis import KepalaUnit, kepala_unit, mungkin_kepala
from kinerja.pilihan import JenisNilai

BLOK = "blok"
"""Key in ``SimpulBaca.lain``: the unit whose block a node was printed in."""


class BlokUnit:
    """Which rows head a block, and the unit of each row below one."""

    def __init__(self, p: Pembacaan):
        self.p = p
        self.kepala: set[int] = set()
        self._unit: dict[int, str] = {}
        unit, sub = "", _unit_judul(p.tabel.judul)
        for r in p.tabel.batas.data:
            if (kepala := self._baca(r)) is not None:
                self.kepala.add(r)
                unit, sub = (unit, kepala.nama) if kepala.sub else (kepala.nama, "")
            elif unit or sub:
                self._unit[r] = sub or unit

    def _baca(self, r: int) -> KepalaUnit | None:
        isi = (self.p.mentah(r, k.c) for k in self.p.tabel.kolom)
        teks = (t for t in isi if isinstance(t, str) and t.strip())
        pertama = next(teks, "")
        return kepala_unit([pertama, *teks]) if mungkin_kepala(pertama) else None

    def tandai(self, s: SimpulBaca, r: int) -> None:
        if r in self._unit:
            s.lain[BLOK] = self._unit[r]


def _unit_judul(judul: str) -> str:
    """A sub unit named above the table is that of all rows; a unit is mostly the agency itself."""
    kepala = (kepala_unit([baris]) for baris in judul.split("\n"))
    return next((k.nama for k in kepala if k and k.sub), "")


def pasang_unit(simpul: list[SimpulBaca]) -> None:
    """The unit stands on the lowest nodes of its block; what is above serves all units."""
    berinduk = {s.induk for s in simpul}
    for s in simpul:
        if BLOK in s.lain and not s.unit and s.id not in berinduk:
            s.unit = s.lain.pop(BLOK)
            s.lain["unit_resmi"] = True


def gabung_blok(simpul: list[SimpulBaca]) -> list[SimpulBaca]:
    """One node for what several blocks print: indicators together, written sums added up."""
    pertama: dict[tuple[object, ...], SimpulBaca] = {}
    pindah: dict[str | None, str] = {}
    hasil: list[SimpulBaca] = []
    for s in simpul:
        s.induk = pindah.get(s.induk, s.induk)
        blok = s.lain.pop(BLOK, None)
        if blok is None:
            hasil.append(s)
            continue
        sidik = (s.induk, s.level, s.kode or kunci(s.nama or s.kinerja))
        asli = pertama.setdefault(sidik, s)
        if asli is s:
            hasil.append(s)
        else:
            pindah[s.id] = asli.id
            _tambahkan(asli, s)
    return hasil


def _tambahkan(asli: SimpulBaca, lagi: SimpulBaca) -> None:
    asli.kinerja = asli.kinerja or lagi.kinerja
    ada = {kunci(i.teks) for i in asli.indikator}
    asli.indikator += [i for i in lagi.indikator if kunci(i.teks) not in ada]
    for tahun, nilai in lagi.pagu.items():
        asli.pagu[tahun] = _jumlah(asli.pagu[tahun], nilai) if tahun in asli.pagu else nilai


def _jumlah(a: NilaiSel, b: NilaiSel) -> NilaiSel:
    """Both amounts as typed, "1.000 + 2.000"; unreadable when one of them is."""
    kiri, kanan = a.bacaan.nilai, b.bacaan.nilai
    terbaca = kiri.angka is not None and kanan.angka is not None
    jumlah = (kiri.angka or Decimal(0)) + (kanan.angka or Decimal(0))
    nilai = kiri._replace(
        mentah=f"{kiri.mentah} + {kanan.mentah}",
        jenis=str(JenisNilai.ANGKA if terbaca else JenisNilai.TEKS),
        angka=jumlah if terbaca else None,
    )
    return NilaiSel(a.lembar, a.sel, Bacaan(nilai))
