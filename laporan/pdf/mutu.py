"""The list "Cek kualitas" as PDF: criteria, findings by check, what was accepted."""

from __future__ import annotations

from html import escape

from laporan.jenis_cetak import Kemajuan
from laporan.pdf.cetak import cetak_pdf
from laporan.pdf.gaya import teks_css
from laporan.pdf.huruf import KELUARGA_BOOKMAN, KELUARGA_SANS, periksa_huruf
from laporan.pdf.kepala import html_kepala
from laporan.pdf.lebar import MM
from laporan.pdf.naskah_mutu import KelompokMutu, NaskahMutu, baca_naskah

__all__ = ["baca_naskah", "cetak"]
LEBAR, TINGGI, TEPI = 210, 297, 18
RUANG = (LEBAR - 2 * TEPI) * MM
BERTANDA_SAMPAI = 600
"""Findings up to which the file is tagged for screen readers; beyond it costs too much."""
BUKAN_NILAI = (
    "Perkiraan pemenuhan kriteria: bagian indikator atau kotak tanpa temuan. Bukan nilai dan "
    "bukan predikat."
)
_CSS = """
@page {{ size: {lebar}mm {tinggi}mm; margin: 15mm {tepi}mm 18mm;
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
.m {{ color: #374151; margin-bottom: 2mm; break-after: avoid }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed }}
th, td {{ border: .5pt solid #6b7280; padding: 1.1mm 1.6mm; text-align: left; vertical-align: top;
  overflow-wrap: anywhere }}
th {{ background: #dbe5f1 }}
thead {{ display: table-header-group }}
tr {{ break-inside: avoid }}
.n {{ text-align: right }} .no {{ width: 9mm; text-align: right }}
small {{ color: #374151; font-size: 8pt }}
"""


def cetak(naskah: NaskahMutu, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """A4 portrait. Raises HurufTidakAda."""
    periksa_huruf()
    return cetak_pdf(html(naskah), bertanda=naskah.banyak <= BERTANDA_SAMPAI)


def html(n: NaskahMutu) -> str:
    """The whole document."""
    huruf = f"font: 7.5pt {KELUARGA_SANS}; color: #374151; vertical-align: middle"
    css = _CSS.format(lebar=LEBAR, tinggi=TINGGI, tepi=TEPI, kaki=teks_css(n.kaki), huruf=huruf,
                      sans=KELUARGA_SANS, bookman=KELUARGA_BOOKMAN)  # fmt: skip
    judul = escape(" ".join(n.judul))
    isi = "".join(_kelompok(k) for k in n.kelompok) or "<p>Tidak ada temuan.</p>"
    dokumen = "".join(f"<li>{escape(d)}</li>" for d in n.dokumen)
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{judul}</title>'
        f"{_meta(n)}<style>{css}</style></head><body>{html_kepala(n, RUANG)}"
        f"<p>Dokumen yang diperiksa ({n.banyak} temuan):</p><ol>{dokumen}</ol>"
        f"{_kriteria(n)}{isi}{_diterima(n)}</body></html>"
    )


def _meta(n: NaskahMutu) -> str:
    nama = ("dcterms.created", "dcterms.modified")
    return "".join(f'<meta name="{m}" content="{escape(n.waktu)}">' for m in nama)


def _kriteria(n: NaskahMutu) -> str:
    baris = "".join(
        f"<tr><td>{escape(k.nama)}</td><td>{escape(k.komponen)}</td>"
        f'<td class="n">{k.terpenuhi} dari {k.banyak} {escape(k.pokok)}</td>'
        f'<td class="n">{"–" if k.persen < 0 else f"{k.persen} %"}</td></tr>'
        for k in n.kriteria
    )
    return (
        f'<h2>Perkiraan pemenuhan kriteria</h2><p class="m">{BUKAN_NILAI}</p><table><colgroup>'
        '<col style="width:42%"><col style="width:22%"><col style="width:23%"><col></colgroup>'
        '<thead><tr><th>Kriteria</th><th>Komponen</th><th class="n">Terpenuhi</th>'
        f'<th class="n">Perkiraan</th></tr></thead><tbody>{baris}</tbody></table>'
    )


def _kelompok(k: KelompokMutu) -> str:
    baris = "".join(
        f'<tr><td class="no">{nomor}</td><td>{escape(b.letak)}'
        f"{f'<br><small>{escape(b.dokumen)}</small>' if b.dokumen else ''}</td>"
        f"<td>{escape(b.pesan)}</td><td>{escape(b.bobot)}</td></tr>"
        for nomor, b in enumerate(k.butir, start=1)
    )
    mengapa = f'<p class="m">{escape(k.mengapa)}</p>' if k.mengapa else ""
    return (
        f"<h2>{escape(k.judul)} ({len(k.butir)})</h2>{mengapa}<table><colgroup>"
        '<col style="width:9mm"><col style="width:36%"><col><col style="width:22mm"></colgroup>'
        '<thead><tr><th class="no">No</th><th>Letak</th><th>Temuan</th><th>Bobot</th></tr></thead>'
        f"<tbody>{baris}</tbody></table>"
    )


def _diterima(n: NaskahMutu) -> str:
    if not n.diterima:
        return ""
    baris = "".join(
        f"<tr><td>{escape(d.pesan)}</td><td>{escape(d.alasan)}<br><small>{escape(d.oleh)}</small>"
        "</td></tr>"
        for d in n.diterima
    )
    return (
        f"<h2>Diterima dengan alasan ({len(n.diterima)})</h2><table><thead><tr><th>Temuan</th>"
        f"<th>Alasan</th></tr></thead><tbody>{baris}</tbody></table>"
    )
