"""A diagram as one file to look at or to print elsewhere: SVG, and PNG made from it."""

from __future__ import annotations

from html import escape

import resvg_py

from kinerja.gambar.diagram_cetak import GAYA
from kinerja.gambar.diagram_svg import isi_svg, jenjang_diagram, legenda
from kinerja.gambar.ukur_teks import SANS, bungkus, muka
from laporan.pdf.cetak import Kemajuan
from laporan.pdf.diagram import KONSEP
from laporan.pdf.diagram_kertas import bidang, muat
from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.naskah_diagram import NaskahDiagram

PINGGIR = 24.0
LEBAR_GAMBAR = 4000
"""Pixels of a picture, at least; a picture never has more than GAMBAR_TERBESAR on a side."""
GAMBAR_TERBESAR = 12000


def diagram_svg(naskah: NaskahDiagram) -> str:
    """Title, drawing, legend and footer in the proportions of a poster, text of natural size."""
    periksa_huruf()
    d = muat(naskah.kotak, bidang("A0")).diagram
    isi_legenda, lebar_legenda = legenda(jenjang_diagram(d))
    lebar = max(d.lebar, lebar_legenda, 420.0)
    baris = _baris_judul(naskah, lebar)
    atas = 30.0 + sum(ukuran * 1.35 for _, ukuran, _ in baris)
    kaki = bungkus(f"{KONSEP} · {naskah.kaki}" if naskah.konsep else naskah.kaki, lebar, 9)
    bawah = atas + d.tinggi + 30
    tengah, tengah_legenda = ((lebar - x) / 2 + PINGGIR for x in (d.lebar, lebar_legenda))
    w, h = lebar + 2 * PINGGIR, bawah + 40 + 12 * len(kaki)
    teks, y = [], 14.0
    for isi, ukuran, gaya in baris:
        y += ukuran * 1.3
        teks.append(_teks(isi, w / 2, y, ukuran, f"{gaya}text-anchor:middle"))
    for ke, isi in enumerate(kaki):
        teks.append(_teks(isi, PINGGIR, bawah + 34 + 12 * ke, 9, "fill:#374151"))
    air = _air(w, h) if naskah.konsep else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w:.0f}" height="{h:.0f}"'
        f' viewBox="0 0 {w:.1f} {h:.1f}"><title>{escape(naskah.nama)}</title><style>{GAYA}</style>'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{air}{"".join(teks)}'
        f'<g transform="translate({tengah:.1f} {atas:.1f})">{isi_svg(d)}</g>'
        f'<g transform="translate({tengah_legenda:.1f} {bawah:.1f})">'
        f"{isi_legenda}</g></svg>"
    )


def _baris_judul(naskah: NaskahDiagram, lebar: float) -> list[tuple[str, float, str]]:
    utama, *lain = naskah.judul
    tebal = "font-weight:700;"
    baris = [(b, 20.0, tebal) for b in bungkus(utama.upper(), lebar, 20, "tebal")]
    return baris + [(b, 13.0, "") for b in bungkus(" · ".join(lain), lebar, 13)]


def _teks(isi: str, x: float, y: float, ukuran: float, gaya: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" style="font-size:{ukuran}px;{gaya}">{escape(isi)}</text>'


def _air(w: float, h: float) -> str:
    """The word across the drawing, behind everything."""
    ukuran = min(w / len(KONSEP) * 0.9, h * 0.6)
    return (
        f'<text x="{w / 2:.0f}" y="{h / 2 + ukuran / 3:.0f}" transform="rotate(-18 {w / 2:.0f} '
        f'{h / 2:.0f})" style="font-size:{ukuran:.0f}px;font-weight:700;text-anchor:middle;'
        f'fill:#f0f2f6">{KONSEP}</text>'
    )


def diagram_png(naskah: NaskahDiagram) -> bytes:
    """The SVG as a picture, drawn with the fonts that measured it."""
    svg = diagram_svg(naskah)
    lebar, tinggi = ukuran_svg(svg)
    skala = min(max(1.0, LEBAR_GAMBAR / lebar), GAMBAR_TERBESAR / max(lebar, tinggi))
    return gambar_png(svg, lebar * skala)


def gambar_png(svg: str, lebar: float) -> bytes:
    """A drawing made here as a picture so many pixels wide."""
    berkas = [muka(SANS, gaya).berkas for gaya in ("tegak", "tebal", "miring")]
    return resvg_py.svg_to_bytes(
        svg_string=svg, width=int(lebar), font_family=SANS, sans_serif_family=SANS,
        font_files=berkas, skip_system_fonts=True,
    )  # fmt: skip


def cetak_svg(naskah: NaskahDiagram, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    return diagram_svg(naskah).encode()


def cetak_png(naskah: NaskahDiagram, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    return diagram_png(naskah)


def ukuran_svg(svg: str) -> tuple[float, float]:
    """Width and height of a drawing made here, in its own units."""
    _, _, lebar, tinggi = svg.partition('viewBox="')[2].partition('"')[0].split()
    return float(lebar), float(tinggi)
