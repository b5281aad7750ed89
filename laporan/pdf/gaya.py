"""The style sheet of the table documents. Selectors are few and flat: cost is per box."""

from __future__ import annotations

from urllib.parse import quote

from laporan.pdf.huruf import KELUARGA_BOOKMAN, KELUARGA_SANS
from laporan.pdf.kepala import ALAMAT, JUDUL, LEMBAGA, PEMDA, TANDA_TANGAN
from laporan.pdf.lebar import GARIS, ISI_X, MM, Kertas
from laporan.pdf.ukuran import ISI_Y, SELA

_DASAR = """
@page {{ size: {lebar:.3f}pt {tinggi:.3f}pt; margin: {atas:.3f}pt {tepi:.3f}pt {bawah:.3f}pt; {air}
  @bottom-left {{ content: {kaki}; width: 84%; text-align: left; {huruf_kaki} }}
  @bottom-right {{ content: "Halaman " counter(page) " dari " counter(pages);
    width: 16%; text-align: right; {huruf_kaki} }} }}
html {{ font: {ukuran}pt/{sela} {sans}; color: #111827; hyphens: none }}
body, h1, h2, p {{ margin: 0 }}
section + section {{ break-before: page }}
table {{ width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0;
  border: {setengah}pt solid #374151 }}
td, th {{ white-space: pre; vertical-align: top; padding: {isi_y}pt {isi_x}pt; text-align: left;
  border: {setengah}pt solid #374151 }}
tr {{ break-inside: avoid }}
th {{ background: #dbe5f1; font-weight: bold; text-align: center; vertical-align: middle }}
.k th {{ font-weight: normal; background: #eef3f9 }}
.c {{ text-align: center }} .n {{ text-align: right }} .b {{ font-weight: bold }}
.dc {{ text-decoration: line-through }}
i {{ color: #4b5563 }}
.j td {{ font-weight: bold; background: #eef3f9 }} .j i {{ font-weight: normal }}
.kop {{ position: relative; text-align: center; line-height: {sela};
  font-family: {bookman}; white-space: pre }}
.kop img {{ position: absolute; top: 0; object-fit: contain }}
.p {{ font-size: {pemda}pt }} .q {{ font-size: {lembaga}pt; font-weight: bold }}
.a {{ font-size: {alamat}pt }}
.garis {{ border-top: 2.2pt solid #111827; border-bottom: .6pt solid #111827; height: 1pt;
  margin-bottom: 4.2pt }}
h1, h2 {{ font: bold {judul}pt/{sela} {bookman}; text-align: center; white-space: pre;
  bookmark-level: none }}
h1 {{ padding: 4pt 0 6pt }}
h2 {{ bookmark-level: 1 }}
.sela {{ position: relative }} .sela h1 {{ position: absolute; bottom: 0; width: 100% }}
.u table, .u .ket {{ font-size: 8pt }}
.ket {{ white-space: pre; color: #374151; padding-top: 3pt }}
.ttd {{ position: relative; margin-top: 10pt; font-size: {ttd}pt; line-height: {sela};
  white-space: pre; text-align: center; break-inside: avoid }}
.ttd .kiri {{ position: absolute; left: 6%; width: 34%; top: 0 }}
.ttd .kanan {{ position: absolute; right: 6%; width: 34%; top: 0 }}
.ttd b {{ text-decoration: underline }}
"""


def gaya(kertas: Kertas, ukuran: float, kaki: str, air: str) -> str:
    """CSS for one paper and size of type. ``air`` is the watermark's word, empty for none."""
    markah = "".join(
        f".m{n} {{ bookmark-level: {n}; bookmark-label: attr(title) }}\n" for n in range(1, 7)
    )
    isi = _DASAR.format(
        lebar=kertas.lebar, tinggi=kertas.tinggi, atas=kertas.atas, tepi=kertas.tepi,
        bawah=kertas.bawah, air=tanda_air(kertas, air), kaki=teks_css(kaki),
        huruf_kaki=f"font: 7.5pt {KELUARGA_SANS}; color: #374151; vertical-align: middle",
        ukuran=ukuran, sela=SELA, sans=KELUARGA_SANS, bookman=KELUARGA_BOOKMAN, setengah=GARIS / 2,
        isi_x=ISI_X, isi_y=ISI_Y, pemda=PEMDA, lembaga=LEMBAGA, alamat=ALAMAT, judul=JUDUL,
        ttd=TANDA_TANGAN,
    )  # fmt: skip
    return isi + markah


def teks_css(teks: str) -> str:
    """A CSS string that cannot end early."""
    aman = "".join(c if c not in '\\"<>\n\r\f' else f"\\{ord(c):x} " for c in teks)
    return f'"{aman}"'


def tanda_air(kertas: Kertas, kata: str) -> str:
    """The word across the page, behind everything; light enough to read through."""
    if not kata:
        return ""
    w, h = kertas.lebar, kertas.tinggi
    ukuran = min(w / len(kata) * 0.9, 72 * 3)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w:.1f}pt" height="{h:.1f}pt" '
        f'viewBox="0 0 {w:.1f} {h:.1f}"><text x="{w / 2:.1f}" y="{h / 2 + ukuran / 3:.1f}" '
        f'text-anchor="middle" font-family="Liberation Sans" font-weight="bold" '
        f'font-size="{ukuran:.1f}" letter-spacing="{6 * MM:.1f}" fill="#f0f2f6" '
        f'transform="rotate(-28 {w / 2:.1f} {h / 2:.1f})">{kata}</text></svg>'
    )
    return (
        f'background: url("data:image/svg+xml,{quote(svg)}") no-repeat center; '
        f"background-size: {w:.1f}pt {h:.1f}pt;"
    )
