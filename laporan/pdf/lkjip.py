"""Chapter III of a LKjIP -> HTML -> bytes: A4 landscape, text and tables in one flow.

Its tables have no cells over several rows, so that pages may break between any two of them: a
group is a row of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from cascading.bagian_laporan import KANAN, TENGAH, BagianDokumen, BarisTabel, TabelDokumen
from cascading.lkjip import banyak_tabel
from iku.aturan.teks_bab import baca_blok
from kinerja.aturan.angka import format_angka
from laporan.jenis_cetak import Kemajuan
from laporan.pdf.awal import awal_html
from laporan.pdf.cetak import cetak_pdf
from laporan.pdf.gaya import tanda_air, teks_css
from laporan.pdf.huruf import KELUARGA_BOOKMAN, KELUARGA_SANS, periksa_huruf
from laporan.pdf.iku_bagian import blok
from laporan.pdf.kepala import html_kepala
from laporan.pdf.lebar import MM, Kertas
from laporan.pdf.naskah_lkjip import BAB, KEPALA, NaskahLkjip, baca_naskah, judul_bagian

__all__ = ["baca_naskah", "cetak"]
KERTAS = Kertas("A4", 297 * MM, 210 * MM, 7.0, tepi=20 * MM)
BERTANDA_SAMPAI = 1000
"""Rows up to which the file is tagged for screen readers."""
KELAS = {KANAN: "n", TENGAH: "c"}
_CSS = """
@page {{ size: 297mm 210mm; margin: 20mm 20mm 18mm; {air}
  @bottom-left {{ content: {kaki}; width: 84%; text-align: left; {huruf} }}
  @bottom-right {{ content: "Halaman " counter(page) " dari " counter(pages); width: 16%;
    text-align: right; {huruf} }} }}
html {{ font: 11pt/1.4 {bookman}; color: #111827; hyphenate-character: "-" }}
body, h1, h2, h3, p, ol, ul {{ margin: 0; padding: 0 }}
.kop {{ position: relative; text-align: center; line-height: 1.25; white-space: pre }}
.kop img {{ position: absolute; top: 0; object-fit: contain }}
.kop .p {{ font-size: 13pt }} .kop .q {{ font-size: 17pt; font-weight: bold }}
.kop .a {{ font-size: 9pt }}
.garis {{ border-top: 2.2pt solid #111827; border-bottom: .6pt solid #111827; height: 1pt;
  margin-bottom: 4.2pt }}
h1 {{ font-size: 12pt; line-height: 1.25; text-align: center; white-space: pre;
  padding: 4pt 0 6pt; bookmark-level: none }}
h1.bab {{ bookmark-level: 1; margin: 3mm 0 4mm }}
h2 {{ font-size: 11.5pt; margin: 5mm 0 2mm; break-after: avoid; bookmark-level: 2 }}
h3 {{ font-size: 11pt; margin: 4mm 0 1.5mm; break-after: avoid; bookmark-level: 3 }}
.t p {{ text-align: justify; margin: 0 0 2.4mm; hyphens: auto; widows: 2; orphans: 2 }}
.t ol, .t ul {{ margin: 0 0 2.4mm; padding-left: 8mm }}
.judul {{ text-align: center; font-weight: bold; margin: 3mm 0 1.5mm; break-after: avoid }}
table {{ width: 100%; table-layout: fixed; border-collapse: collapse; font: 8.5pt/1.25 {sans};
  margin-bottom: 1.5mm }}
th, td {{ border: .5pt solid #374151; padding: 1mm 1.2mm; vertical-align: top; text-align: left;
  overflow-wrap: anywhere; white-space: pre-line }}
th {{ background: #dbe5f1; text-align: center; vertical-align: middle }}
thead {{ display: table-header-group }}
tr {{ break-inside: avoid }}
.k th {{ font-weight: normal; background: #eef3f9; padding: .2mm }}
.s {{ break-inside: avoid }}
.g td {{ font-weight: bold; background: #f3f4f6 }}
.j td {{ font-weight: bold; background: #eef3f9 }}
.c {{ text-align: center }} .n {{ text-align: right; font-variant-numeric: tabular-nums }}
.ket {{ font: 8pt/1.35 {sans}; color: #374151; margin-bottom: 3mm }}
"""


def cetak(naskah: NaskahLkjip, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The PDF. Raises HurufTidakAda."""
    periksa_huruf()
    banyak = sum(len(b.tabel.baris) for b in naskah.bagian if b.tabel)
    return cetak_pdf(html(naskah), bertanda=banyak <= BERTANDA_SAMPAI)


def html(n: NaskahLkjip) -> str:
    """The whole chapter."""
    konsep = "KONSEP" if n.konsep else ""
    kaki = f"{konsep} · {n.kaki}" if konsep else n.kaki
    huruf = f"font: 7.5pt {KELUARGA_SANS}; color: #374151; vertical-align: middle"
    css = _CSS.format(air=tanda_air(KERTAS, konsep), kaki=teks_css(kaki), huruf=huruf,
                      bookman=KELUARGA_BOOKMAN, sans=KELUARGA_SANS)  # fmt: skip
    awal = awal_html(" ".join(n.judul), css, penulis=n.penulis, waktu=n.diubah)
    return (
        f"{awal}<body>{html_kepala(n, KERTAS.ruang)}"
        f'<h1 class="bab">{BAB}</h1>{"".join(_bagian(n))}</body></html>'
    )


def _bagian(n: NaskahLkjip) -> Iterator[str]:
    lalu = ""
    for nomor, b in banyak_tabel(n.bagian):
        if (huruf := b.nomor[0]) != lalu:
            yield f"<h2>{KEPALA[huruf]}</h2>"
            lalu = huruf
        yield _isi(b, nomor)


def _isi(b: BagianDokumen, nomor: int) -> str:
    kepala = f"<h3>{escape(judul)}</h3>" if (judul := judul_bagian(b)) else ""
    kalimat = "".join(f"<p>{escape(k)}</p>" for k in b.kalimat)
    isi = blok(baca_blok(b.uraian)) + kalimat
    teks = f'<div class="t">{isi}</div>' if isi else ""
    return kepala + teks + (_tabel(b.tabel, nomor) if b.tabel else "")


def _tabel(t: TabelDokumen, nomor: int) -> str:
    lebar = sum(k.lebar for k in t.kolom)
    kolom = "".join(f'<col style="width:{100 * k.lebar / lebar:.2f}%">' for k in t.kolom)
    kepala = "".join(f'<th scope="col">{escape(k.judul)}</th>' for k in t.kolom)
    nomor_kolom = "".join(f"<th>({n})</th>" for n in range(1, len(t.kolom) + 1))
    badan = "".join(_badan(t)) or (
        f'<tbody><tr><td colspan="{len(t.kolom)}" class="c">Belum ada isi.</td></tr></tbody>'
    )
    catatan = f'<p class="ket">{escape(t.catatan)}</p>' if t.catatan else ""
    return (
        f'<p class="judul">Tabel 3.{nomor} {escape(t.judul)}</p><table><colgroup>{kolom}</colgroup>'
        f'<thead><tr>{kepala}</tr><tr class="k">{nomor_kolom}</tr></thead>'
        f"{badan}</table>{catatan}"
    )


def _badan(t: TabelDokumen) -> Iterator[str]:
    """The name of a group stays with the first row below it."""
    kini = ""
    for b in t.baris:
        if not b.kelompok:
            yield f'<tbody class="s">{kini}{_baris(b, t)}</tbody>' if kini else (
                f"<tbody>{_baris(b, t)}</tbody>"
            )  # fmt: skip
            kini = ""
        else:
            kini += _baris(b, t)
    if kini:
        yield f"<tbody>{kini}</tbody>"


def _baris(b: BarisTabel, t: TabelDokumen) -> str:
    if b.kelompok:
        return f'<tr class="g"><td colspan="{len(t.kolom)}">{escape(str(b.sel[0]))}</td></tr>'
    sel = "".join(
        f'<td class="{KELAS.get(k.rata, "")}">{escape(tulis_sel(s))}</td>'
        for k, s in zip(t.kolom, b.sel, strict=True)
    )
    kelas = ' class="j"' if b.jumlah else ""
    return f"<tr{kelas}>{sel}</tr>"


def tulis_sel(isi: str | int) -> str:
    return format_angka(isi) if isinstance(isi, int) else isi
