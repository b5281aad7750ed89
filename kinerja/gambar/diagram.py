"""A tree as a diagram: the place of every box. ``diagram_svg`` draws it.

Upper levels stand side by side, each level on one line; what belongs to a box with ``susun`` hangs
below it in a stack, or in several even ones where ``tinggi_kolom`` says how tall a stack may be.
Boxes are as tall as their text, so nothing is cut and no box meets another. No page, no database,
no colours.
"""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.gambar.kotak import Diagram, Kotak, Petak
from kinerja.gambar.kotak_isi import MASUK, ukur

JARAK_DATAR = 18
JARAK_JENJANG = 40
JARAK_SUSUN = 9
JARAK_KOLOM = 26
"""Between a box and the stacks below it, where there are several."""


def tata(daftar: Sequence[Kotak], tinggi_kolom: float | None = None) -> Diagram:
    """Measure and place the boxes of one or several trees."""
    return tempatkan([ukur(kotak) for kotak in daftar], tinggi_kolom)


def tempatkan(akar: Sequence[Petak], tinggi_kolom: float | None = None) -> Diagram:
    """Place boxes that are measured; may be done again with another height."""
    garis = _garis(akar)
    _sejajarkan(akar, 0, garis, tinggi_kolom)
    semua = [petak for satu in akar for petak in satu.semua()]
    rel = [a.kiri - MASUK for p in semua if p.kotak.susun for a in p.anak]
    kiri = min([*(p.x for p in semua), *rel], default=0.0)
    for petak in semua:
        petak.x -= kiri
        petak.kiri -= kiri
    return Diagram(
        tuple(akar),
        max((p.x + p.lebar for p in semua), default=0.0),
        max((p.bawah for p in semua), default=0.0),
    )


# --- levels side by side ---------------------------------------------------------------------


def _garis(akar: Sequence[Petak]) -> list[float]:
    """Where each line of boxes that stand side by side begins; one more than there are lines."""
    tertinggi: list[float] = []
    lapis = list(akar)
    while lapis:
        tertinggi.append(max((p.tinggi for p in lapis if not p.kotak.susun), default=0.0))
        lapis = [anak for p in lapis if not p.kotak.susun for anak in p.anak]
    garis = [0.0]
    for tinggi in tertinggi:
        garis.append(garis[-1] + tinggi + JARAK_JENJANG)
    return garis


_Tepi = list[tuple[float, float]]
"""For each line from the box's own on: the leftmost and rightmost x of what stands there."""


def _sejajarkan(daftar: Sequence[Petak], ke: int, garis: list[float], batas: float | None) -> _Tepi:
    """Put trees side by side as close as they go; ``ke`` counts the lines."""
    gabungan: _Tepi = []
    for petak in daftar:
        tepi = _letakkan(petak, ke, garis, batas)
        sama = zip(gabungan, tepi, strict=False)
        geser = max((kanan + JARAK_DATAR - kiri for (_, kanan), (kiri, _) in sama), default=0.0)
        petak.geser(geser)
        tepi = [(kiri + geser, kanan + geser) for kiri, kanan in tepi]
        lalu = gabungan
        gabungan = [(min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(lalu, tepi, strict=False)]
        gabungan += lalu[len(tepi) :] or tepi[len(lalu) :]
    return gabungan


def _letakkan(petak: Petak, ke: int, garis: list[float], batas: float | None) -> _Tepi:
    """Place a tree on its own, its box over the middle of what stands below."""
    petak.x, petak.kiri, petak.y = 0.0, 0.0, garis[ke]
    if petak.kotak.susun:
        lebar, _ = _gantung(petak, batas)
        petak.geser(0.0, garis[ke] - petak.y)
        return [(0.0, lebar)] * (len(garis) - ke)  # nothing stands below a stack
    petak.kolom = []
    bawah = _sejajarkan(petak.anak, ke + 1, garis, batas)
    if petak.anak:
        tengah = (petak.anak[0].tengah + petak.anak[-1].tengah) / 2
        petak.x = tengah - petak.lebar / 2
    return [(petak.x, petak.x + petak.lebar), *bawah]


# --- stacks ----------------------------------------------------------------------------------


def _gantung(petak: Petak, batas: float | None) -> tuple[float, float]:
    """Hang all below a box, from (0, 0) on; answers width and height of the whole block."""
    petak.x = petak.y = petak.kiri = 0.0
    petak.kolom = []
    if not petak.anak:
        return petak.lebar, petak.tinggi
    ukuran = [_gantung(anak, batas) for anak in petak.anak]
    pembagian = _bagi([tinggi for _, tinggi in ukuran], batas)
    satu = len(pembagian) == 1
    atas = petak.tinggi + (JARAK_SUSUN if satu else JARAK_KOLOM)
    x, bawah = 0.0, petak.tinggi
    for awal, akhir in pembagian:
        y = atas
        for anak, (_, tinggi) in zip(petak.anak[awal:akhir], ukuran[awal:akhir], strict=True):
            anak.geser(x + MASUK, y)
            y += tinggi + JARAK_SUSUN
        petak.kolom.append(petak.anak[awal:akhir])
        bawah = max(bawah, y - JARAK_SUSUN)
        x += MASUK + max(lebar for lebar, _ in ukuran[awal:akhir]) + JARAK_DATAR
    kanan = max(petak.lebar, x - JARAK_DATAR)
    if not satu:
        petak.x = (kanan - petak.lebar) / 2
    return kanan, bawah


def _bagi(tinggi: Sequence[float], batas: float | None) -> list[tuple[int, int]]:
    """Consecutive stacks no taller than ``batas`` where that can be, as few and as even as can be;
    each as (first, one past the last).
    """
    if batas is None or len(tinggi) < 2 or sum(tinggi) + JARAK_SUSUN * (len(tinggi) - 1) <= batas:
        return [(0, len(tinggi))]
    terbaik = _isi_kolom(tinggi, batas)
    rendah, tegak = sum(tinggi) / len(terbaik), batas
    for _ in range(10):
        tengah = (rendah + tegak) / 2
        coba = _isi_kolom(tinggi, tengah)
        if len(coba) <= len(terbaik):
            terbaik, tegak = coba, tengah
        else:
            rendah = tengah
    return terbaik


def _isi_kolom(tinggi: Sequence[float], batas: float) -> list[tuple[int, int]]:
    hasil, awal, isi = [], 0, 0.0
    for ke, satu in enumerate(tinggi):
        if ke > awal and isi + satu > batas:
            hasil.append((awal, ke))
            awal, isi = ke, 0.0
        isi += satu + JARAK_SUSUN
    return [*hasil, (awal, len(tinggi))]
