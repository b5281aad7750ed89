"""Papers of a diagram, and the drawing that is largest on one: which levels hang, how tall the
stacks are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kinerja.gambar.diagram import tempatkan
from kinerja.gambar.kotak import HURUF_TERKECIL, Diagram, Kotak, Petak
from kinerja.gambar.kotak_isi import ukur
from laporan.pdf.lebar import KERTAS, MM, Kertas

POSTER = {
    nama: Kertas(nama, lebar * MM, tinggi * MM, 5.5)
    for nama, lebar, tinggi in (("A2", 594, 420), ("A1", 841, 594), ("A0", 1189, 841))
}
GULUNGAN = "GULUNGAN"
TINGGI_GULUNGAN = 914 * MM
"""The usual roll of a plotter, 36 inch; the drawing is as long as it needs to be."""
PANJANG_GULUNGAN = 14400.0
"""No page of a PDF may be longer."""
SKALA_GULUNGAN = 1.6
KERTAS_SET = KERTAS
LEBIH_BESAR = ("F4", "A3", "A2", "A1", "A0")
SKALA_TERBESAR = 1.25
SKALA_POSTER = 3.0
TINGGI_KOLOM = (150, 220, 300, 380, 460, 560, 680, 820, 1000, 1250, 1600, 2100, 2800, None)
JUDUL, SUB, LEGENDA = 15.0, 10.0, 9.0
"""Sizes of type on A3; a poster has larger ones."""


@dataclass(frozen=True)
class Bidang:
    """A sheet with the room that title, legend and margins leave for the drawing."""

    kertas: Kertas

    @cached_property
    def faktor(self) -> float:
        """How much larger the title is than on A3; no less than on F4."""
        return max(0.8, (self.kertas.tinggi / (297 * MM)) ** 0.8)

    @property
    def lebar(self) -> float:
        return self.kertas.ruang

    @property
    def kepala(self) -> float:
        return (JUDUL * 1.35 + SUB * 1.4 * 2 + 8) * self.faktor

    @property
    def legenda(self) -> float:
        return (LEGENDA + 14) * self.faktor

    @property
    def tinggi(self) -> float:
        return self.kertas.ruang_tinggi - self.kepala - self.legenda - 3

    @property
    def skala_terkecil(self) -> float:
        """Below it the smallest text is no longer legal."""
        return self.kertas.terkecil / HURUF_TERKECIL

    @property
    def skala_terbesar(self) -> float:
        return SKALA_TERBESAR if self.kertas.nama in KERTAS_SET else SKALA_POSTER


@dataclass(frozen=True)
class Muatan:
    """A drawing in its place on a sheet."""

    diagram: Diagram
    skala: float
    bidang: Bidang

    @property
    def huruf_terkecil(self) -> float:
        return HURUF_TERKECIL * self.skala

    @property
    def terbaca(self) -> bool:
        return self.skala >= self.bidang.skala_terkecil - 1e-9


def bidang(nama: str) -> Bidang:
    """The sheet of that name; a roll is as long as a drawing makes it (``muat_gulungan``)."""
    return Bidang({**KERTAS_SET, **POSTER}[nama])


def lebih_besar(nama: str) -> Iterator[Bidang]:
    """The sheets above one, the next larger first."""
    return (bidang(n) for n in LEBIH_BESAR[LEBIH_BESAR.index(nama) + 1 :])


def muat(daftar: Sequence[Kotak], bidang: Bidang) -> Muatan:
    """The drawing of these trees that is largest on the sheet."""
    return Muatan(*_terbesar(daftar, bidang), bidang)


def cukup(daftar: Sequence[Kotak], bidang: Bidang) -> bool:
    """Whether some drawing of these trees is legible on the sheet."""
    perlu = bidang.skala_terkecil
    for akar in _gantungan(daftar):
        luas = sum(p.lebar * p.tinggi for satu in akar for p in satu.semua())
        if luas * perlu**2 > bidang.lebar * bidang.tinggi:
            continue
        for tinggi in TINGGI_KOLOM:
            if _skala(tempatkan(akar, tinggi), bidang) >= perlu:
                return True
    return False


def muat_gulungan(daftar: Sequence[Kotak]) -> Muatan:
    """On a roll: the shortest drawing of full size that is not taller than the roll."""
    dasar = Bidang(Kertas(GULUNGAN, PANJANG_GULUNGAN, TINGGI_GULUNGAN, 5.5))
    terpilih: tuple[tuple[float, float], Sequence[Petak], float | None] | None = None
    for akar in _gantungan(daftar):
        for tinggi in TINGGI_KOLOM:
            diagram = tempatkan(akar, tinggi)
            skala = min(SKALA_GULUNGAN, _skala(diagram, dasar))
            nilai = (-round(skala, 3), diagram.lebar * skala)
            if terpilih is None or nilai < terpilih[0]:
                terpilih = (nilai, akar, tinggi)
    if terpilih is None:
        raise ValueError("nothing to draw")
    diagram = tempatkan(*terpilih[1:])
    skala = -terpilih[0][0]
    panjang = max(diagram.lebar * skala, 420 * MM) + 2 * dasar.kertas.tepi + 1
    kertas = replace(dasar.kertas, lebar=min(panjang, PANJANG_GULUNGAN))
    return Muatan(diagram, min(skala, _skala(diagram, Bidang(kertas))), Bidang(kertas))


def _terbesar(daftar: Sequence[Kotak], bidang: Bidang) -> tuple[Diagram, float]:
    terpilih: tuple[float, Sequence[Petak], float | None] = (0.0, [], None)
    for akar in _gantungan(daftar):
        for tinggi in TINGGI_KOLOM:
            skala = _skala(tempatkan(akar, tinggi), bidang)
            if skala > terpilih[0] + 1e-6:
                terpilih = (skala, akar, tinggi)
    return tempatkan(*terpilih[1:]), min(terpilih[0], bidang.skala_terbesar)


def _gantungan(daftar: Sequence[Kotak]) -> Iterator[list[Petak]]:
    """The trees, measured, with more and more levels side by side; the lowest always hangs."""
    tingkat = sorted({k.tingkat for akar in daftar for k in akar.semua()})
    for mulai in tingkat[:-1] or tingkat:
        yield [ukur(k.bergantung(mulai)) for k in daftar]


def _skala(diagram: Diagram, bidang: Bidang) -> float:
    lebar, tinggi = max(diagram.lebar, 1.0) + 2, max(diagram.tinggi, 1.0) + 2
    return min(bidang.lebar / lebar, bidang.tinggi / tinggi)
