"""An approved planning document as one PDF: sheet of approval, cascading table, diagram."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from laporan.aturan.keaslian import naskah_baku
from laporan.pdf.awal import awal_html
from laporan.pdf.cap import html_cap
from laporan.pdf.cascading import Dokumen
from laporan.pdf.cetak import Lampiran, cetak_gabungan
from laporan.pdf.diagram import DokumenDiagram
from laporan.pdf.gaya_perjanjian import gaya_perjanjian
from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.naskah_pohon import NaskahPohon
from laporan.pdf.perjanjian import html_kop

KERTAS = "A3"
_GAYA = """
table.r { margin: 8mm 0 0; border-collapse: collapse; font-size: 11pt; width: 100% }
.r th, .r td { text-align: left; vertical-align: top; font-weight: normal;
  padding: 1.2mm 3mm 1.2mm 0; border-bottom: .4pt solid #d1d5db }
.r th { width: 45mm; color: #374151 }
.isi { margin-top: 6mm }
"""


def cetak_beku(naskah: NaskahPohon, cuplikan: dict[str, object]) -> bytes:
    """The PDF. Raises HurufTidakAda."""
    from laporan.ekspor.pohon_xlsx import cetak as cetak_xlsx

    periksa_huruf()
    lampiran = [
        Lampiran("pohon.json", "Isi dokumen sebagai data", naskah_baku(cuplikan)),
        Lampiran("pohon.xlsx", "Isi dokumen sebagai tabel", cetak_xlsx(naskah)),
    ]
    bagian = list(_bagian(naskah))
    return cetak_gabungan(
        list(_bernomor([(html, halaman) for html, halaman, _ in bagian])),
        bertanda=all(bertanda for *_, bertanda in bagian),
        lampiran=lampiran,
        waktu=naskah.waktu,
    )


def _bernomor(bagian: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Page numbers go on from part to part."""
    jumlah, mulai = sum(halaman for _, halaman in bagian), 0
    for html, halaman in bagian:
        gaya = (
            f"@page :first {{ counter-reset: page {mulai + 1} }} @page {{ @bottom-right {{ "
            f'content: "Halaman " counter(page) " dari {jumlah}" }} }}'
        )
        yield html.replace("</style></head>", f"{gaya}</style></head>", 1)
        mulai += halaman


def _bagian(n: NaskahPohon) -> Iterator[tuple[str, int, bool]]:
    """The HTML of each part, its pages, and whether it is small enough to be tagged."""
    yield lembar_pengesahan(n), 1, True
    if n.tabel is not None:
        tabel = Dokumen.siapkan(n.tabel, KERTAS)
        yield tabel.html(), tabel.jumlah_halaman, tabel.bertanda
    if n.diagram is not None:
        diagram = DokumenDiagram.siapkan(n.diagram, KERTAS)
        yield diagram.html(), diagram.jumlah_halaman, diagram.bertanda


def lembar_pengesahan(n: NaskahPohon) -> str:
    """Page one: what was approved, by whom, and how to check it."""
    judul = "<br>".join(escape(j.upper()) for j in n.judul)
    baris = "".join(
        f'<tr><th scope="row">{escape(a)}</th><td>{escape(b)}</td></tr>' for a, b in n.rincian
    )
    bagian = [
        "tabel cascading" if n.tabel is not None else "",
        "diagram" if n.diagram is not None else "",
    ]
    isi = " dan ".join(b for b in bagian if b) or "tidak ada kotak"
    css = f"{gaya_perjanjian(n.kaki, '')}{_GAYA}"
    awal = awal_html(" ".join(n.judul), css, penulis=n.penulis, waktu=n.waktu)
    return (
        f"{awal}<body>{html_kop(n.kop)}"
        f'<h1>LEMBAR PENGESAHAN<br>{judul}</h1><table class="r">{baris}</table>'
        f'<p class="isi">{escape(n.cap.persetujuan)}</p>'
        f'<p class="isi">Halaman berikutnya memuat {isi}, seperti saat disetujui. Target dan pagu '
        "semua tahun terlampir sebagai data.</p>"
        f"{html_cap(n.cap)}</body></html>"
    )
