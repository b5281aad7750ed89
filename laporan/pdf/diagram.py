"""The diagram document: naskah -> planned pages -> HTML with one SVG per page. Bytes of the PDF
are made by ``cetak``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape

from kinerja.gambar.diagram_cetak import GAYA
from kinerja.gambar.diagram_svg import HURUF_LEGENDA, isi_svg, jenjang_diagram, legenda
from kinerja.gambar.kotak import Petak
from kinerja.gambar.ukur_teks import bungkus
from laporan.pdf.awal import awal_html
from laporan.pdf.cetak import Kemajuan, cetak_pdf
from laporan.pdf.diagram_kertas import JUDUL, LEGENDA, SUB, Bidang, Muatan
from laporan.pdf.diagram_rencana import Halaman, rencanakan
from laporan.pdf.gaya import tanda_air, teks_css
from laporan.pdf.huruf import KELUARGA_SANS, periksa_huruf
from laporan.pdf.naskah_diagram import NaskahDiagram

KONSEP = "KONSEP"
BANYAK_BERTANDA = 1000
"""Above this many boxes a tagged file costs too much."""

_GAYA = """
@page {{ {air}
  @bottom-left {{ content: {kaki}; width: 84%; text-align: left; {huruf_kaki} }}
  @bottom-right {{ content: "Halaman " counter(page) " dari " counter(pages);
    width: 16%; text-align: right; {huruf_kaki} }} }}
html {{ font: 10pt/1.3 {sans}; color: #111827; hyphens: none }}
body, h1, p {{ margin: 0 }}
section {{ position: relative }}
h1, p {{ text-align: center; white-space: pre }}
h1 {{ bookmark-level: none; font-weight: bold; letter-spacing: .02em }}
p {{ color: #374151 }}
.m {{ bookmark-level: 1 }}
.g, .l {{ position: absolute; display: block }}
.g a {{ position: absolute; display: block }}
svg {{ display: block }}
"""


@dataclass(frozen=True)
class DokumenDiagram:
    """A diagram on a paper: planned first, printed as planned."""

    naskah: NaskahDiagram
    kertas: str

    @classmethod
    def siapkan(cls, naskah: NaskahDiagram, kertas: str) -> DokumenDiagram:
        """Raises HurufTidakAda before anything is measured."""
        periksa_huruf()
        return cls(naskah, kertas)

    @cached_property
    def halaman(self) -> list[Halaman]:
        return rencanakan(self.naskah, self.kertas)

    @property
    def jumlah_halaman(self) -> int:
        return len(self.halaman)

    @property
    def bertanda(self) -> bool:
        """Small enough for a tagged file (screen readers)."""
        return sum(k.banyak for k in self.naskah.kotak) <= BANYAK_BERTANDA

    @property
    def huruf_terkecil(self) -> float:
        """Size of the smallest text, in points."""
        return min((h.muatan.huruf_terkecil for h in self.halaman), default=0.0)

    @cached_property
    def jenjang(self) -> dict[str, str]:
        """The levels of the whole document, for the legend of every page."""
        hasil: dict[str, str] = {}
        for halaman in self.halaman:
            hasil |= jenjang_diagram(halaman.muatan.diagram)
        return hasil

    def html(self) -> str:
        """The whole document; every section is one page."""
        isi = "".join(self._halaman(n, h) for n, h in enumerate(self.halaman, start=1))
        n = self.naskah
        awal = awal_html(n.nama, self._gaya(), penulis=n.penulis, waktu=n.diubah)
        return f"{awal}<body>{isi}</body></html>"

    def _gaya(self) -> str:
        n = self.naskah
        kaki = f"{KONSEP} · {n.kaki}" if n.konsep else n.kaki
        huruf = f"font: 7.5pt {KELUARGA_SANS}; color: #374151; vertical-align: middle"
        css = _GAYA.format(air="", kaki=teks_css(kaki), huruf_kaki=huruf, sans=KELUARGA_SANS)
        for nama, b in {_nama(h.muatan.bidang): h.muatan.bidang for h in self.halaman}.items():
            css += _gaya_kertas(nama, b, KONSEP if n.konsep else "")
        return css

    def _halaman(self, nomor: int, halaman: Halaman) -> str:
        b = halaman.muatan.bidang
        judul = halaman.judul or self.naskah.nama
        return (
            f'<section id="h{nomor}" class="{_nama(b)}">{self._kepala(halaman)}'
            f"{html_gambar(halaman, judul)}{html_legenda(self.jenjang, b)}</section>"
        )

    def _kepala(self, halaman: Halaman) -> str:
        """Title lines, cut to none: they are broken to the page's width."""
        b = halaman.muatan.bidang
        utama, *lain = self.naskah.judul
        sub = " · ".join(filter(None, (*lain, halaman.judul)))
        ukuran = JUDUL * b.faktor
        while ukuran > 6 and len(bungkus(utama.upper(), b.lebar * 0.95, ukuran, "tebal")) > 1:
            ukuran -= 0.5
        baris = bungkus(sub, b.lebar * 0.95, SUB * b.faktor)[:2]
        return (
            f'<h1 style="font-size:{ukuran:.2f}pt">{escape(utama.upper())}</h1>'
            f'<p class="m" style="font-size:{SUB * b.faktor:.2f}pt">'
            f"{escape(chr(10).join(baris))}</p>"
        )


def html_gambar(halaman: Halaman, judul: str) -> str:
    """The drawing in its place below the head of the page, with the links to other pages."""
    muatan, b = halaman.muatan, halaman.muatan.bidang
    lebar, tinggi = muatan.diagram.lebar * muatan.skala, muatan.diagram.tinggi * muatan.skala
    kiri = (b.lebar - lebar) / 2
    letak = f"left:{kiri:.2f}pt;top:{b.kepala:.2f}pt;width:{lebar:.2f}pt;height:{tinggi:.2f}pt"
    gambar, tautan = svg_muatan(muatan, judul), "".join(_tautan(halaman))
    return f'<div class="g" style="{letak}">{gambar}{tautan}</div>'


def svg_muatan(muatan: Muatan, judul: str, satuan: str = "pt") -> str:
    """The drawing of a page by itself, at its size on paper; a picture is measured without unit."""
    lebar, tinggi = muatan.diagram.lebar * muatan.skala, muatan.diagram.tinggi * muatan.skala
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{lebar:.2f}{satuan}"'
        f' height="{tinggi:.2f}{satuan}"'
        f' viewBox="-1 -1 {muatan.diagram.lebar + 2:.1f} {muatan.diagram.tinggi + 2:.1f}"'
        f' role="img" aria-label="Diagram: {escape(judul)}">'
        f"<style>{GAYA}</style>{isi_svg(muatan.diagram)}</svg>"
    )


def html_legenda(jenjang: Mapping[str, str], b: Bidang) -> str:
    """The colours of the levels, below the drawing."""
    isi, lebar = legenda(jenjang)
    skala = min(LEGENDA / HURUF_LEGENDA * b.faktor, b.lebar / max(lebar, 1))
    w, h = lebar * skala, 16 * skala
    letak = f"left:{(b.lebar - w) / 2:.2f}pt;top:{b.kepala + b.tinggi + 8 * b.faktor:.2f}pt"
    return (
        f'<div class="l" style="{letak};width:{w:.2f}pt;height:{h:.2f}pt">'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w:.2f}pt" height="{h:.2f}pt"'
        f' viewBox="0 0 {lebar:.1f} 16" role="img" aria-label="Keterangan warna jenjang">'
        f"<style>{GAYA}</style>{isi}</svg></div>"
    )


def _nama(b: Bidang) -> str:
    """The class of a page of this sheet."""
    return f"k{b.kertas.nama.lower()}"


def _gaya_kertas(nama: str, b: Bidang, air: str) -> str:
    k = b.kertas
    return (
        f"@page {nama} {{ size: {k.lebar:.3f}pt {k.tinggi:.3f}pt;"
        f" margin: {k.atas:.3f}pt {k.tepi:.3f}pt {k.bawah:.3f}pt; {tanda_air(k, air)} }}\n"
        f".{nama} {{ page: {nama}; height: {k.ruang_tinggi - 2:.2f}pt; break-after: page }}\n"
        f".{nama}:last-child {{ break-after: auto }}\n"
    )


def _tautan(halaman: Halaman) -> Iterator[str]:
    """Empty anchors over the boxes that go on elsewhere: a link inside SVG makes none in a PDF."""
    skala = halaman.muatan.skala
    for petak in halaman.muatan.diagram.semua():
        if tujuan := halaman.tujuan.get(petak.kotak.id):
            yield (
                f'<a href="#h{tujuan}" aria-label="Lihat halaman {tujuan}"'
                f' style="{_letak(petak, skala)}"></a>'
            )


def _letak(petak: Petak, skala: float) -> str:
    x, y = (petak.x + 1) * skala, (petak.y + 1) * skala
    w, h = petak.lebar * skala, petak.tinggi * skala
    return f"left:{x:.2f}pt;top:{y:.2f}pt;width:{w:.2f}pt;height:{h:.2f}pt"


def cetak(naskah: NaskahDiagram, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The PDF. Raises HurufTidakAda."""
    dokumen = DokumenDiagram.siapkan(naskah, kertas)
    html, halaman = dokumen.html(), dokumen.jumlah_halaman
    return cetak_pdf(html, bertanda=dokumen.bertanda, halaman=halaman, kemajuan=kemajuan)
