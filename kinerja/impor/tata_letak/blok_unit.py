"""Outlines printed in blocks, one per unit: the same program may be printed again in each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from kinerja.aturan.angka import Bacaan
from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Letak, Temuan, Tingkat
from kinerja.impor.bacaan import NilaiSel, SimpulBaca, TabelBaca
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.unit_tertulis import KepalaUnit, kepala_unit, mungkin_kepala
from kinerja.pilihan import JenisNilai

BLOK = "blok"
"""Key in ``SimpulBaca.lain``: the unit whose block a node was printed in."""
_PESAN_BEDA = "Target {} di unit {} berbeda dari {} di {}; yang dipakai {}."


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
    return next((k.nama for k in _kepala_judul(judul) if k.sub), "")


def _kepala_judul(judul: str) -> list[KepalaUnit]:
    kepala = (kepala_unit([baris]) for baris in judul.split("\n"))
    return [k for k in kepala if k and k.nama]


def pasang_unit_lembar(daftar: Sequence[TabelBaca]) -> None:
    """Units named above tables of one workbook that differ are those of their rows."""
    unit = [(k[-1].nama if (k := _kepala_judul(t.judul)) else "") for t in daftar]
    if len({kunci(u) for u in unit if u}) < 2:
        return
    for tabel, nama in zip(daftar, unit, strict=True):
        for s in tabel.simpul if nama else ():
            if not s.unit:
                s.lain.setdefault(BLOK, nama)
        pasang_unit(tabel.simpul)


def pasang_unit(simpul: list[SimpulBaca]) -> None:
    """The unit stands on the lowest nodes of its block; what is above serves all units."""
    berinduk = {s.induk for s in simpul}
    for s in simpul:
        if BLOK in s.lain and not s.unit and s.id not in berinduk:
            s.unit = s.lain.pop(BLOK)
            s.lain["unit_resmi"] = True


def gabung_blok(
    simpul: list[SimpulBaca], lembar: Callable[[SimpulBaca], str]
) -> tuple[list[SimpulBaca], list[Temuan]]:
    """One node for what several blocks print: indicators together, written sums added up.

    ``lembar`` answers the sheet a node stands in.
    """
    pertama: dict[tuple[object, ...], SimpulBaca] = {}
    pindah: dict[str | None, str] = {}
    hasil: list[SimpulBaca] = []
    temuan: list[Temuan] = []
    for s in simpul:
        s.induk = pindah.get(s.induk, s.induk)
        if BLOK not in s.lain:
            hasil.append(s)
            continue
        sidik = (s.induk, s.level, s.kode or kunci(s.sebutan))
        asli = pertama.setdefault(sidik, s)
        if asli is s:
            hasil.append(s)
        else:
            pindah[s.id] = asli.id
            temuan += _target_beda(asli, s, lembar(s))
            _tambahkan(asli, s)
    return hasil, temuan


def _target_beda(asli: SimpulBaca, lagi: SimpulBaca, lembar: str) -> Iterator[Temuan]:
    """One indicator can have one target: what a further block prints otherwise is said."""
    ada = {kunci(i.teks): i for i in asli.indikator}
    for i in lagi.indikator:
        lama = ada[kunci(i.teks)].target if kunci(i.teks) in ada else {}
        for tahun in sorted(_berisi(i.target) & _berisi(lama)):
            a, b = i.target[tahun].bacaan.nilai, lama[tahun].bacaan.nilai
            if (a.angka, a.mentah.split()) == (b.angka, b.mentah.split()):
                continue
            sel = lama[tahun].sel
            yield Temuan(
                kode="NILAI_TIDAK_WAJAR",
                pesan=_PESAN_BEDA.format(a.mentah, lagi.lain[BLOK], b.mentah, sel, b.mentah),
                tingkat=Tingkat.PERINGATAN,
                letak=Letak(lembar=lembar, sel=i.target[tahun].sel),
            )


def _berisi(target: dict[str, NilaiSel]) -> set[str]:
    """The years that have a value."""
    return {t for t, n in target.items() if n.bacaan.nilai.jenis != str(JenisNilai.KOSONG)}


def _tambahkan(asli: SimpulBaca, lagi: SimpulBaca) -> None:
    asli.kinerja = asli.kinerja or lagi.kinerja
    ada = {kunci(i.teks): i for i in asli.indikator}
    for i in lagi.indikator:
        if (sama := ada.get(kunci(i.teks))) is None:
            asli.indikator.append(i)
        else:
            sama.target |= {t: i.target[t] for t in _berisi(i.target) - _berisi(sama.target)}
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
