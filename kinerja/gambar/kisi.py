"""Heat maps: rows by quarters, a number and its word in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from kinerja.gambar.ukur_teks import bungkus

NAMA, LEBAR_SEL, TINGGI_SEL, KEPALA = 184, 88, 40, 24
HURUF = 13.5
"""Measured wider than drawn: screens have fonts of their own."""
BARIS_NAMA = 2


class Sel(NamedTuple):
    """``rupa`` is the class of its colour, "kosong" for none."""

    angka: str
    kata: str
    rupa: str = "kosong"


def kisi(baris: Sequence[tuple[str, Sequence[Sel]]], kolom: Sequence[str], judul: str) -> str:
    """SVG of the whole grid; every row has a cell for each column."""
    lebar, tinggi = NAMA + LEBAR_SEL * len(kolom), KEPALA + TINGGI_SEL * len(baris)
    kepala = "".join(
        f'<text class="kisi-kepala" x="{_x(n) + LEBAR_SEL / 2:g}" y="16">{escape(k)}</text>'
        for n, k in enumerate(kolom)
    )
    isi = "".join(_baris(n, nama, sel) for n, (nama, sel) in enumerate(baris))
    return (
        f'<svg class="kisi-warna" viewBox="0 0 {lebar} {tinggi}" width="{lebar}" height="{tinggi}"'
        f' role="img" aria-label="{escape(judul)}">{kepala}{isi}</svg>'
    )


def _baris(ke: int, nama: str, sel: Sequence[Sel]) -> str:
    y = KEPALA + TINGGI_SEL * ke
    return _nama(nama, y) + "".join(_sel(_x(n), y, s) for n, s in enumerate(sel))


def _nama(nama: str, y: float) -> str:
    baris = list(bungkus(nama, NAMA - 10, HURUF))
    if len(baris) > BARIS_NAMA:
        baris = [*baris[: BARIS_NAMA - 1], baris[BARIS_NAMA - 1] + " …"]
    awal = y + TINGGI_SEL / 2 + 4 - 7.5 * (len(baris) - 1)
    return "".join(
        f'<text class="kisi-nama" y="{awal + 15 * n:g}">{escape(teks)}</text>'
        for n, teks in enumerate(baris)
    )


def _sel(x: float, y: float, sel: Sel) -> str:
    tengah = x + LEBAR_SEL / 2
    return (
        f'<g class="kisi-sel {sel.rupa}"><rect x="{x + 1:g}" y="{y + 1:g}" rx="4"'
        f' width="{LEBAR_SEL - 2}" height="{TINGGI_SEL - 2}"/>'
        f'<text class="kisi-angka" x="{tengah:g}" y="{y + 17:g}">{escape(sel.angka)}</text>'
        f'<text class="kisi-kata" x="{tengah:g}" y="{y + 31:g}">{escape(sel.kata)}</text></g>'
    )


def _x(kolom: int) -> int:
    return NAMA + LEBAR_SEL * kolom
