"""The style sheet of the IKU document: A4 portrait, Bookman; annexes that need it lie on A3."""

from __future__ import annotations

from collections.abc import Iterable

from laporan.pdf.gaya import tanda_air, teks_css
from laporan.pdf.huruf import KELUARGA_BOOKMAN, KELUARGA_SANS
from laporan.pdf.lebar import GARIS, ISI_X, MM, Kertas
from laporan.pdf.ukuran import ISI_Y, SELA

A4 = Kertas("A4", 210 * MM, 297 * MM, 7.0)
_CSS = """
@page {{ size: {lebar:.3f}pt {tinggi:.3f}pt; margin: 25mm 20mm 22mm 25mm; {air}
  @bottom-left {{ content: {kaki}; width: 80%; text-align: left; {huruf} }}
  @bottom-right {{ content: "Halaman " counter(page) " dari " counter(pages); width: 20%;
    text-align: right; {huruf} }} }}
@page sampul {{ @bottom-left {{ content: none }} @bottom-right {{ content: none }} }}
html {{ font: 11.5pt/1.42 {bookman}; color: #111827; hyphenate-character: "-" }}
body, h1, h2, h3, p, ol, ul, li, dl, dd, dt {{ margin: 0; padding: 0 }}
section {{ break-before: page }} section.sampul {{ break-before: auto; page: sampul }}
h1 {{ font-size: 13pt; line-height: 1.35; text-align: center; margin-bottom: 7mm;
  bookmark-label: attr(title); break-after: avoid }}
h2 {{ font-size: 11.5pt; margin: 5mm 0 2mm; break-after: avoid }}
h3 {{ font-size: 11.5pt; margin: 5mm 0 1.5mm 7mm; text-indent: -7mm; break-after: avoid }}
h3 .no {{ display: inline-block; width: 7mm; text-indent: 0 }}
h2 .no {{ display: inline-block; min-width: 11mm }}
.t p {{ text-align: justify; text-indent: 11mm; margin: 0 0 2.6mm; hyphens: auto; widows: 2;
  orphans: 2 }}
.t p.rata, .t p.label {{ text-indent: 0 }}
.t p.takaran {{ text-indent: 0; text-align: center; hyphens: none }}
.t ol, .t ul {{ margin: 0 0 3mm; padding-left: 8mm }}
.t li {{ text-align: justify; hyphens: auto; padding-left: 1mm; margin-bottom: .8mm;
  widows: 2; orphans: 2 }}
.t .dalam {{ margin-left: 7mm }}
.sampul {{ text-align: center; line-height: 1.35 }}
.sampul img {{ width: 34mm; height: 38mm; object-fit: contain; margin-top: 8mm }}
.sampul .besar {{ font-size: 24pt; font-weight: bold; margin-top: 48mm }}
.sampul .sedang {{ font-size: 17pt; font-weight: bold; margin-top: 10mm }}
.sampul .bawah {{ font-size: 13pt; margin-top: 62mm }}
.garis {{ border-top: 2.2pt solid #111827; border-bottom: .6pt solid #111827; height: 1.2pt;
  margin: 0 auto 5mm }}
.isi {{ list-style: none }}
.isi li {{ margin-bottom: 1.4mm }}
.isi a {{ color: inherit; text-decoration: none; display: block; padding-right: 9mm }}
.isi .b a {{ padding-left: 6mm }} .isi .a {{ font-weight: bold; margin-top: 2.4mm }}
.isi a::after {{ content: leader(".") target-counter(attr(href), page); margin-right: -9mm }}
.d table, table.g {{ width: 100%; table-layout: fixed; border-collapse: collapse;
  font-size: 8.7pt; line-height: 1.28; margin-bottom: 4mm }}
.d th, .d td {{ border: .6pt solid #374151; padding: 1.1mm 1.2mm; vertical-align: top;
  text-align: left; overflow-wrap: break-word }}
.d th {{ background: #dbe5f1; text-align: center; vertical-align: middle }}
.d th {{ font-size: 7.6pt }}
.d .k th {{ font-weight: normal; background: #eef3f9; padding: .2mm; font-size: 7.5pt }}
.d tr {{ break-inside: avoid }}
.d .c {{ text-align: center }} .d .n {{ text-align: right; white-space: nowrap }}
.d td p + p {{ margin-top: 1mm }}
.d .butir {{ padding-left: 3.5mm }} .d .butir li {{ margin-bottom: .6mm }}
.takaran {{ text-align: center; font-weight: bold; margin: 0 0 2mm; break-after: avoid;
  line-height: 1.3 }}
.rumus {{ break-inside: avoid; margin: 1mm 0 4mm 7mm }}
.rumus .pecahan {{ display: inline-block; vertical-align: middle; text-align: center;
  max-width: 118mm; line-height: 1.3 }}
.rumus .pembilang {{ display: block; border-bottom: .8pt solid #111827; padding: 0 2mm .8mm }}
.rumus .penyebut {{ display: block; padding: .8mm 2mm 0 }}
.rumus .kali {{ display: inline-block; vertical-align: middle; padding-left: 2.5mm }}
.d .rumus {{ margin: 1mm 0 }}
dl.r {{ margin: 0 0 2mm 7mm; break-before: avoid; break-inside: avoid }}
dl.r dt {{ float: left; clear: left; width: 21mm }}
dl.r dd {{ margin: 0 0 1mm 24mm; text-align: justify; hyphens: auto }}
.label {{ margin: 2mm 0 1mm 7mm; break-after: avoid }}
.ttd {{ break-inside: avoid; margin: 7mm 0 0 47%; text-align: center; line-height: 1.35;
  break-before: avoid }}
.ttd .ruang {{ height: 22mm }} .ttd b {{ text-decoration: underline; white-space: nowrap }}
.akhir {{ break-inside: avoid }}
.cap {{ break-inside: avoid; margin-top: 10mm; border: .6pt solid #9ca3af; border-radius: 2mm;
  padding: 2.5mm 3mm; font: 8pt/1.45 {sans}; width: 125mm; min-height: 21mm }}
.cap img {{ float: left; width: 21mm; height: 21mm; margin-right: 4mm }}
.kop {{ position: relative; text-align: center; line-height: 1.25; padding: 0 24mm 2mm;
  min-height: 22mm }}
.kop img {{ position: absolute; left: 0; top: 0; width: 20mm; height: 22mm; object-fit: contain }}
.kop .p {{ font-size: 13.5pt }} .kop .q {{ font-size: 17pt; font-weight: bold }}
.kop .a {{ font-size: 9.5pt }}
table.sk {{ border-collapse: collapse; width: 100%; margin-bottom: 2mm }}
.sk td {{ vertical-align: top; padding: 0 0 1.6mm; text-align: justify; hyphens: auto }}
.sk tr {{ break-inside: avoid }}
.sk .w {{ width: 27mm; text-align: left }} .sk .s {{ width: 5mm }} .sk .h {{ width: 8mm }}
.catatan {{ font: 9pt/1.4 {sans} }} .catatan h1 {{ font-family: {bookman} }}
.catatan li {{ margin: 0 0 1.4mm 5mm }} .catatan p {{ margin-bottom: 3mm }}
"""
_MATRIKS = """
.x {{ font: 8pt/{sela} {sans}; hyphens: none }}
.x table {{ width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0;
  border: {setengah}pt solid #374151 }}
.x td, .x th {{ white-space: pre; vertical-align: top; padding: {isi_y}pt {isi_x}pt;
  text-align: left; border: {setengah}pt solid #374151 }}
.x tr {{ break-inside: avoid }}
.x th {{ background: #dbe5f1; font-weight: bold; text-align: center; vertical-align: middle }}
.x .k th {{ font-weight: normal; background: #eef3f9 }}
.x .c {{ text-align: center }} .x .n {{ text-align: right }}
.x .dc {{ text-decoration: line-through }} .x i {{ color: #4b5563 }}
.x .j td {{ font-weight: bold; background: #eef3f9 }}
.x .ket {{ white-space: pre; color: #374151; padding-top: 3pt }}
.x h1 {{ font: bold 11pt/1.25 {bookman}; margin: 0; height: {judul}pt; overflow: hidden }}
"""
TINGGI_JUDUL = 58.0
"""Points of the heading above an annex that lies on its own paper."""


def gaya_iku(kaki: str, air: str) -> str:
    """``air`` is the word across the page, "" for none."""
    dasar = _CSS.format(
        lebar=A4.lebar, tinggi=A4.tinggi, air=tanda_air(A4, air), kaki=teks_css(kaki),
        huruf=_kaki(), bookman=KELUARGA_BOOKMAN, sans=KELUARGA_SANS,
    )  # fmt: skip
    return dasar + _MATRIKS.format(
        sela=SELA, sans=KELUARGA_SANS, bookman=KELUARGA_BOOKMAN, setengah=GARIS / 2,
        isi_x=ISI_X, isi_y=ISI_Y, judul=TINGGI_JUDUL,
    )  # fmt: skip


def gaya_kertas(kertas: Iterable[Kertas], air: str) -> str:
    """A named page per paper that an annex lies on."""
    return "".join(
        f"@page {nama_halaman(k)} {{ size: {k.lebar:.3f}pt {k.tinggi:.3f}pt; "
        f"margin: {k.atas:.3f}pt {k.tepi:.3f}pt {k.bawah:.3f}pt; {tanda_air(k, air)} }}\n"
        f".{nama_halaman(k)} {{ page: {nama_halaman(k)} }}\n"
        for k in kertas
    )


def nama_halaman(kertas: Kertas) -> str:
    return f"kertas-{kertas.nama.lower().replace(' ', '-')}"


def _kaki() -> str:
    return f"font: 7.5pt {KELUARGA_SANS}; color: #374151; vertical-align: middle"
