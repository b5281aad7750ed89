"""The style sheet of an agreement: F4 portrait, Bookman, tables of one section per promise."""

from __future__ import annotations

from urllib.parse import quote

from laporan.pdf.gaya import teks_css
from laporan.pdf.huruf import KELUARGA_BOOKMAN, KELUARGA_SANS

LEBAR, TINGGI = 215, 330
_CSS = """
@page {{ size: {lebar}mm {tinggi}mm; margin: 18mm 22mm 22mm 25mm; {air}
  @bottom-left {{ content: {kaki}; width: 82%; text-align: left; {huruf} }}
  @bottom-right {{ content: "Halaman " counter(page) " dari " counter(pages);
    width: 18%; text-align: right; {huruf} }} }}
html {{ font: 11.5pt/1.4 {bookman}; color: #111827; hyphenate-character: "-" }}
body, h1, h2, p, dl, dd {{ margin: 0 }}
.kop {{ position: relative; text-align: center; line-height: 1.25; padding: 0 0 2mm }}
.kop.l {{ padding: 0 24mm 2mm; min-height: 22mm }}
.kop img {{ position: absolute; left: 0; top: 0; width: 20mm; height: 22mm; object-fit: contain }}
.kop .p {{ font-size: 13.5pt }} .kop .q {{ font-size: 18pt; font-weight: bold }}
.kop .a {{ font-size: 9.5pt }}
.garis {{ border-top: 2.2pt solid #111827; border-bottom: .6pt solid #111827; height: 1.2pt }}
h1 {{ font-size: 12.5pt; text-align: center; margin: 8mm 0 1mm; line-height: 1.3 }}
h2 {{ font-size: 11.5pt; text-align: center; margin: 0 0 5mm; line-height: 1.35 }}
.nomor {{ text-align: center }}
.s p {{ text-align: justify; text-indent: 12mm; margin-top: 3.2mm; hyphens: auto;
  widows: 2; orphans: 2 }}
.s .pembuka {{ margin-top: 6mm }}
.s .lanjut {{ text-indent: 0; margin-top: 2mm }}
.pihak {{ margin: 2.5mm 0 0 8mm; border-collapse: collapse }}
.pihak td {{ padding: .3mm 1.5mm .3mm 0; vertical-align: top }}
.ttd {{ break-inside: avoid; margin-top: 6mm; line-height: 1.3; width: 100%;
  table-layout: fixed; border-collapse: collapse; text-align: center; font-size: 11pt }}
.ttd td {{ vertical-align: top; padding: 0 2mm }}
.ttd .ruang td {{ height: 21mm }} .ttd b {{ text-decoration: underline }}
.tempat {{ text-align: right; margin-top: 6mm; break-after: avoid; break-before: avoid }}
.cap {{ break-inside: avoid; margin-top: 8mm; border: .6pt solid #9ca3af; border-radius: 2mm;
  padding: 2.5mm 3mm; font: 8pt/1.45 {sans}; width: 125mm; min-height: 21mm }}
.cap img {{ float: left; width: 21mm; height: 21mm; margin-right: 4mm }}
.lampiran {{ break-before: page }}
table.t {{ width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 9.5pt;
  line-height: 1.3; margin-bottom: 5mm }}
.t th, .t td {{ border: .6pt solid #374151; padding: 1mm 1.5mm; vertical-align: top;
  text-align: left; overflow-wrap: anywhere }}
.t thead {{ display: table-header-group }}
.t th {{ background: #dbe5f1; text-align: center; vertical-align: middle }}
.t .k th {{ font-weight: normal; background: #eef3f9; padding: .3mm }}
.t tr {{ break-inside: avoid }}
.t .c {{ text-align: center }} .t .n {{ text-align: right; white-space: nowrap }}
.t .j {{ break-before: avoid }} .t .kepala {{ break-after: avoid }}
.t .kepala td, .t .j td {{ font-weight: bold }} .t .j td {{ background: #eef3f9 }}
.t .sambung {{ border-top-color: #fff; }}
.t .awal {{ border-bottom-color: #fff }}
.t small {{ font-size: 8.5pt; font-weight: normal }}
.dasar {{ font-size: 9.5pt; margin-bottom: 4mm }}
"""


def gaya_perjanjian(kaki: str, air: str) -> str:
    """``air`` is the word across the page, "" for none."""
    huruf = f"font: 7.5pt {KELUARGA_SANS}; color: #374151; vertical-align: middle"
    return _CSS.format(
        lebar=LEBAR, tinggi=TINGGI, kaki=teks_css(kaki), huruf=huruf, air=_tanda_air(air),
        bookman=KELUARGA_BOOKMAN, sans=KELUARGA_SANS,
    )  # fmt: skip


def _tanda_air(kata: str) -> str:
    if not kata:
        return ""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEBAR}mm" height="{TINGGI}mm" '
        f'viewBox="0 0 {LEBAR} {TINGGI}"><text x="{LEBAR / 2}" y="{TINGGI / 2 + 12}" '
        'text-anchor="middle" font-family="Liberation Sans" font-weight="bold" font-size="40" '
        f'letter-spacing="4" fill="#eef1f6" transform="rotate(-48 {LEBAR / 2} {TINGGI / 2})">'
        f"{kata}</text></svg>"
    )
    return (
        f'background: url("data:image/svg+xml,{quote(svg)}") no-repeat center; '
        f"background-size: {LEBAR}mm {TINGGI}mm;"
    )
