"""The style sheet of a penjenjangan: the tables' own, and what heads, cover and blocks add."""

from __future__ import annotations

from collections.abc import Iterable

from laporan.pdf.gaya import gaya, tanda_air
from laporan.pdf.huruf import KELUARGA_BOOKMAN, KELUARGA_SANS
from laporan.pdf.lebar import Kertas

TAHAP, JUDUL, SUB = 8.5, 13.0, 10.5
"""Sizes of type in the head of a page."""
KETERANGAN = 8.5
SELA = 1.25
_CSS = """
@page :first {{ @bottom-left {{ content: none }} @bottom-right {{ content: none }} }}
section {{ position: relative }}
.kt {{ border-bottom: 1.6pt solid #13597c; margin-bottom: {bawah}pt; white-space: pre;
  line-height: {sela}; overflow: hidden }}
.kt p {{ font-size: {tahap}pt; letter-spacing: .08em; color: #13597c; font-weight: bold }}
.kt h2 {{ font: bold {judul}pt/{sela} {bookman}; text-align: left; bookmark-level: none }}
.kt h2.u {{ bookmark-level: 1; bookmark-label: attr(title) }}
.kt h3 {{ font: bold {sub}pt/{sela} {sans}; margin: 0; color: #374151; bookmark-level: none }}
.kt h3.u {{ bookmark-level: 2; bookmark-label: attr(title) }}
.jt {{ white-space: pre; line-height: {sela}; overflow: hidden; font-weight: bold }}
.jt i {{ font-weight: normal }}
.sela {{ position: static }}
.g, .l {{ position: absolute; display: block }}
.g a {{ position: absolute; display: block }}
svg {{ display: block }}
.cp {{ position: absolute; left: 0; right: 0; white-space: pre; border: .8pt solid #13597c;
  background: #eef5f9; box-sizing: border-box; padding: 4pt 6pt; font-size: {ket}pt;
  line-height: {sela} }}
.sampul {{ text-align: center; font-family: {bookman}; white-space: pre; line-height: 1.3;
  padding-top: 70pt }}
.sampul img {{ height: 82pt; width: 82pt; object-fit: contain }}
.sampul .b {{ font-size: 27pt; font-weight: bold; margin-top: 46pt }}
.sampul .s {{ font-size: 17pt; font-weight: bold; margin-top: 14pt }}
.sampul .k {{ font-size: 13pt; margin-top: 60pt }}
h1.di {{ bookmark-level: 1; bookmark-label: attr(title); padding-bottom: 12pt }}
.isi {{ margin: 0; padding: 0; list-style: none; line-height: 1.6; font-size: {ket_isi}pt }}
.isi a {{ color: inherit; text-decoration: none; display: block; white-space: pre }}
.isi li {{ position: relative; padding-right: 30pt }}
.isi .t {{ font-weight: bold }} .isi .r {{ padding-left: 18pt }}
.isi a::after {{ content: target-counter(attr(href), page); position: absolute;
  right: 0; bottom: 0 }}
.isi li {{ border-bottom: .4pt solid #d1d5db }}
.tb {{ background: #eef3f9; font-weight: bold }}
.blok:not(.lanjut) tr:first-child td {{ background: #dbe5f1 }}
"""
TINGGI_ISI = 10.0
BAWAH_KEPALA = 7.0


def gaya_penjenjangan(
    kertas: Kertas, ukuran: float, kaki: str, air: str, lain: Iterable[Kertas]
) -> str:
    """``air`` is the word across the page, "" for none; ``lain`` larger sheets of single pages."""
    css = gaya(kertas, ukuran, kaki, air) + _CSS.format(
        bookman=KELUARGA_BOOKMAN, sans=KELUARGA_SANS, tahap=TAHAP, judul=JUDUL, sub=SUB,
        sela=SELA, ket=KETERANGAN, bawah=BAWAH_KEPALA, ket_isi=TINGGI_ISI,
    )  # fmt: skip
    return css + "".join(
        f"@page {nama_halaman(k)} {{ size: {k.lebar:.3f}pt {k.tinggi:.3f}pt; "
        f"margin: {k.atas:.3f}pt {k.tepi:.3f}pt {k.bawah:.3f}pt; {tanda_air(k, air)} }}\n"
        f".{nama_halaman(k)} {{ page: {nama_halaman(k)} }}\n"
        for k in lain
    )


def nama_halaman(kertas: Kertas) -> str:
    return f"kertas-{kertas.nama.lower()}"
