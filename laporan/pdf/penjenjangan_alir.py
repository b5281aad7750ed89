"""Tables one after the other on pages: whole where they fit, else cut with their heads repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kinerja.gambar.ukur_teks import bungkus
from laporan.pdf.halaman import Halaman, Perencana, Ruang
from laporan.pdf.lebar import LANJUTAN
from laporan.pdf.tabel import Tabel
from laporan.pdf.ukuran import SELA

RENGGANG = 9.0
"""Between two tables of a page, in points."""


@dataclass(frozen=True)
class Potongan:
    """A table with the lines over it. ``ulang`` is said over a table without title that begins a
    page. ``halaman_baru``: it begins one; ``sub`` is what the head of that page adds to the title
    of the stage.
    """

    tabel: Tabel
    judul: str = ""
    ulang: str = ""
    kelas: str = ""
    halaman_baru: bool = False
    sub: str = ""

    @property
    def ukuran(self) -> float:
        return self.tabel.tata.ukuran

    def baris_judul(self, lanjutan: bool) -> tuple[str, ...]:
        teks = f"{self.judul or self.ulang} {LANJUTAN}" if lanjutan else self.judul
        if not teks.removesuffix(LANJUTAN).strip():
            return ()
        return bungkus(teks, self.tabel.tata.kertas.ruang, self.ukuran, "tebal")

    def tinggi_judul(self, lanjutan: bool) -> float:
        banyak = len(self.baris_judul(lanjutan))
        return banyak * self.ukuran * SELA + 3 if banyak else 0.0

    def rencana(self, ruang: float) -> list[Halaman]:
        """Its pages when it begins one."""
        kepala = sum(self.tabel.tinggi_judul) + self.tinggi_judul(True) + 1
        isi = Ruang(ruang - kepala, ruang - kepala)
        return Perencana(self.tabel.kolom, self.tabel.matriks.baris, isi).halaman()

    def tinggi(self, halaman: Halaman, lanjutan: bool) -> float:
        return self.tinggi_judul(lanjutan) + sum(self.tabel.tinggi_judul) + sum(halaman.tinggi) + 1


@dataclass(frozen=True)
class Bagian:
    """The part of a table on one page."""

    potongan: Potongan
    halaman: Halaman
    lanjutan: bool
    jarak: float

    def html(self) -> str:
        p = self.potongan
        baris = "\n".join(map(escape, p.baris_judul(self.lanjutan)))
        tinggi = p.tinggi_judul(self.lanjutan)
        judul = f'<div class="jt" style="height:{tinggi:.2f}pt">{baris}</div>' if baris else ""
        jarak = f' style="margin-top:{self.jarak:.2f}pt"' if self.jarak else ""
        kelas = f"{p.kelas} lanjut" if self.halaman.awal else p.kelas
        lebar = sum(p.tabel.tata.lembar[0].lebar)
        gaya = f"font-size:{p.ukuran}pt;width:{lebar:.2f}pt"
        isi = p.tabel.html(self.halaman, 0)
        return f'<div class="{kelas}"{jarak}>{judul}<div style="{gaya}">{isi}</div></div>'


@dataclass(frozen=True)
class Lembaran:
    """What stands on one page, below its head."""

    sub: str
    bagian: tuple[Bagian, ...]


def alirkan(daftar: Sequence[Potongan], ruang: float) -> list[Lembaran]:
    """Pages of this height, in order."""
    hasil: list[tuple[str, list[Bagian]]] = []
    y, sub = 0.0, ""
    for p in daftar:
        sub = p.sub or sub
        for ke, h in enumerate(p.rencana(ruang)):
            jarak = RENGGANG if y else 0.0
            penuh = y + jarak + p.tinggi(h, False) > ruang
            baru = not hasil or ke > 0 or p.halaman_baru or penuh
            if baru:
                hasil.append((sub, []))
                y = jarak = 0.0
            lanjutan = ke > 0 or (baru and not p.judul)
            hasil[-1][1].append(Bagian(p, h, lanjutan, jarak))
            y += jarak + p.tinggi(h, lanjutan)
    return [Lembaran(s, tuple(b)) for s, b in hasil]
