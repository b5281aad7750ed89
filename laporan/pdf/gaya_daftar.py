"""The style sheet of lists and reports on A4: letterhead, headings, plain tables."""

from __future__ import annotations

from laporan.pdf.gaya import tanda_air, teks_css
from laporan.pdf.huruf import KELUARGA_BOOKMAN, KELUARGA_SANS
from laporan.pdf.lebar import MM, Kertas

LEBAR, TINGGI, TEPI = 210, 297, 18
RUANG = (LEBAR - 2 * TEPI) * MM
RUANG_MENDATAR = (TINGGI - 2 * TEPI) * MM
KERTAS = Kertas("A4", LEBAR * MM, TINGGI * MM, 7.0)
_CSS = """
@page {{ size: {lebar}mm {tinggi}mm; margin: 15mm {tepi}mm 18mm; {air}
  @bottom-left {{ content: {kaki}; width: 80%; {huruf} }}
  @bottom-right {{ content: "Halaman " counter(page) " dari " counter(pages);
    width: 20%; text-align: right; {huruf} }} }}
html {{ font: 9.5pt/1.4 {sans}; color: #111827 }}
body, h1, h2, p, dl {{ margin: 0 }}
.kop {{ position: relative; text-align: center; line-height: 1.25; white-space: pre;
  font-family: {bookman} }}
.kop img {{ position: absolute; top: 0; object-fit: contain }}
.kop .p {{ font-size: 13pt }} .kop .q {{ font-size: 17pt; font-weight: bold }}
.kop .a {{ font-size: 9pt }}
.garis {{ border-top: 2.2pt solid #111827; border-bottom: .6pt solid #111827; height: 1pt;
  margin-bottom: 4.2pt }}
h1 {{ font: bold 12pt/1.25 {bookman}; text-align: center; white-space: pre; padding: 4pt 0 6pt }}
h2 {{ font-size: 11pt; margin: 6mm 0 1mm; break-after: avoid }}
h3 {{ font-size: 9.5pt; margin: 4mm 0 .5mm; break-after: avoid }}
.m {{ color: #374151; margin-bottom: 2mm; break-after: avoid }}
p + table {{ margin-top: 1.5mm }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed }}
th, td {{ border: .5pt solid #6b7280; padding: 1.1mm 1.6mm; text-align: left; vertical-align: top;
  overflow-wrap: anywhere }}
th {{ background: #dbe5f1 }}
thead {{ display: table-header-group }}
tr {{ break-inside: avoid }}
.n {{ text-align: right }} .no {{ width: 9mm; text-align: right }}
small {{ color: #374151; font-size: 8pt }}
.ttd {{ width: 78mm; margin: 8mm 0 0 auto; text-align: center; break-inside: avoid }}
.ttd .ruang {{ height: 18mm }} .ttd b {{ text-decoration: underline }}
.cap {{ margin-top: 6mm; padding-top: 2mm; border-top: .5pt solid #6b7280; font-size: 8pt;
  min-height: 24mm; break-inside: avoid }}
.cap img {{ float: left; width: 22mm; height: 22mm; margin-right: 4mm }}
"""


def gaya_daftar(kaki: str, air: str = "", *, mendatar: bool = False) -> str:
    """``kaki`` is the footer, ``air`` the word across each upright page ("" for none)."""
    lebar, tinggi = (TINGGI, LEBAR) if mendatar else (LEBAR, TINGGI)
    huruf = f"font: 7.5pt {KELUARGA_SANS}; color: #374151; vertical-align: middle"
    return _CSS.format(
        lebar=lebar, tinggi=tinggi, tepi=TEPI, kaki=teks_css(kaki), huruf=huruf,
        air=tanda_air(KERTAS, air), sans=KELUARGA_SANS, bookman=KELUARGA_BOOKMAN,
    )  # fmt: skip
