"""The list of findings that closes a draft: a table of its own, planned like the matrix."""

from __future__ import annotations

from collections.abc import Sequence

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
    kolom = (
        [str(n) for n in range(1, len(daftar) + 1)],
        [c.jenis for c in daftar],
        [c.letak for c in daftar],
        [c.isi for c in daftar],
    )
    sel = tuple(tuple(Sel(n, 1, teks) for n, teks in enumerate(isi)) for isi in kolom)
    return Matriks("catatan", "", KOLOM, len(daftar), sel, JumlahMatriks("", 0), "")
