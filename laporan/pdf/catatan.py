"""The list of findings that closes a draft: a table of its own, planned like the matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from cascading.matriks import JumlahMatriks, Matriks, Sel
from cascading.matriks_catatan import CatatanPemeriksaan
from cascading.set_kolom import Kolom
from laporan.pdf.halaman import Halaman, Perencana, Ruang
from laporan.pdf.lebar import Kertas, Lembar, TataLetak
from laporan.pdf.tabel import Tabel

KOLOM = (
    Kolom("no", "No"),
    Kolom("jenis", "Jenis"),
    Kolom("letak", "Letak"),
    Kolom("isi", "Catatan"),
)
BAGIAN = (0.035, 0.15, 0.42, 0.395)
UKURAN = 8.0
TINGGI_JUDUL = 46.0
PENJELASAN = (
    "Daftar ini membantu pembaca memeriksa angka dan tidak termasuk yang ditandatangani. "
    "Jumlah dalam tabel selalu dihitung dari pagu yang terbaca."
)


def rencana_catatan(
    daftar: Sequence[CatatanPemeriksaan], kertas: Kertas
) -> tuple[Tabel, list[Halaman]] | None:
    """The pages of the list; None when there is nothing to say."""
    if not daftar:
        return None
    lebar = tuple(b * kertas.ruang for b in BAGIAN)
    tata = TataLetak(kertas, UKURAN, (Lembar(tuple(range(len(KOLOM))), lebar),))
    tabel = Tabel.ukur(_matriks(daftar), tata, "u")
    penuh = kertas.ruang_tinggi - sum(tabel.tinggi_judul) - 3
    ruang = Ruang(penuh - TINGGI_JUDUL, penuh)
    return tabel, Perencana(tabel.kolom, len(daftar), ruang).halaman()


def html_catatan(tabel: Tabel, halaman: Sequence[Halaman]) -> list[str]:
    """One section per page."""
    judul = (
        f'<div style="height:{TINGGI_JUDUL}pt"><h2>CATATAN PEMERIKSAAN</h2>'
        f'<p class="ket c">{PENJELASAN}</p></div>'
    )
    return [
        f'<section class="u">{judul if n == 0 else ""}{tabel.html(h, 0)}</section>'
        for n, h in enumerate(halaman)
    ]


def _matriks(daftar: Sequence[CatatanPemeriksaan]) -> Matriks:
    """A kind is one cell over all its lines, with their number; so is a place over its own."""
    banyak = Counter(c.jenis for c in daftar)
    sel = (
        tuple(Sel(n, 1, str(n + 1)) for n in range(len(daftar))),
        tuple(_sel([(c.jenis, f"{c.jenis} ({banyak[c.jenis]})") for c in daftar])),
        tuple(_sel([(c.jenis + c.letak, c.letak) for c in daftar])),
        tuple(Sel(n, 1, c.isi) for n, c in enumerate(daftar)),
    )
    return Matriks("catatan", "", KOLOM, len(daftar), sel, JumlahMatriks("", 0), "")


def _sel(daftar: Sequence[tuple[str, str]]) -> Iterator[Sel]:
    """(key, text) per line: lines with the same key in a row become one cell."""
    mulai = 0
    for (_, teks), kelompok in groupby(daftar):
        rentang = len(list(kelompok))
        yield Sel(mulai, rentang, teks, label=True)
        mulai += rentang
