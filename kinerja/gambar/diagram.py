"""A tree as a diagram: what a box shows, its size and its place. ``diagram_svg`` draws it.

Upper levels stand side by side, each level on one line; what belongs to a box with ``susun`` hangs
below it in a stack. Text is measured and broken here, so nothing is cut and no box meets another.
Lengths have no unit: pixels on the screen, points on paper. No page, no database, no colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kinerja.gambar.ukur_teks import bungkus, lebar

LEBAR = 224
LEBAR_PALING_SEMPIT = 168
TEPI = 9
JARAK_DATAR = 18
JARAK_JENJANG = 40
JARAK_SUSUN = 9
MASUK = 16
"""A hanging box stands this much to the right of the one above it."""
TINGGI_KEPALA = 20
RENGGANG = 1.3
"""Height of a line for a size of 1."""

HURUF = {
    "kepala": (10.0, "tebal"),
    "judul": (12.0, "tebal"),
    "kalimat": (11.0, "tegak"),
    "indikator": (10.5, "miring"),
    "kaki": (11.0, "tebal"),
    "sisa": (10.5, "tegak"),
}
"""Size and style of each kind of text."""
JEDA = {"judul": 5, "kalimat": 3, "indikator": 4}
"""Room above a paragraph."""


@dataclass(frozen=True)
class Kotak:
    """What one box says. ``jenjang`` is the class of its level, ``nama_jenjang`` its words;
    ``kaki`` is the money; ``tertutup`` counts the boxes below it that are not drawn.
    """

    id: str
    jenjang: str
    nama_jenjang: str
    judul: str
    nomor: str = ""
    kalimat: str = ""
    indikator: tuple[str, ...] = ()
    kaki: str = ""
    alamat: str = ""
    susun: bool = False
    tertutup: int = 0
    anak: tuple[Kotak, ...] = ()


@dataclass(frozen=True)
class Baris:
    """One printed line; x and y (of its foot) count from the corner of the box."""

    jenis: str
    teks: str
    x: float
    y: float


@dataclass
class Petak:
    """A box with its size and, after ``tata``, its place."""

    kotak: Kotak
    lebar: float
    tinggi: float
    baris: list[Baris]
    garis: float | None
    """Where the line above its foot stands."""
    anak: list[Petak] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0

    def semua(self) -> Iterator[Petak]:
        yield self
        for satu in self.anak:
            yield from satu.semua()

    def geser(self, dx: float) -> None:
        for petak in self.semua():
            petak.x += dx

    @property
    def tengah(self) -> float:
        return self.x + self.lebar / 2


@dataclass(frozen=True)
class Diagram:
    """Boxes in their places; every coordinate lies within ``lebar`` and ``tinggi``."""

    akar: tuple[Petak, ...]
    lebar: float
    tinggi: float

    def semua(self) -> Iterator[Petak]:
        for satu in self.akar:
            yield from satu.semua()


def tata(daftar: Sequence[Kotak]) -> Diagram:
    """Measure and place the boxes of one or several trees."""
    akar = [_ukur(kotak, LEBAR) for kotak in daftar]
    garis = _garis(akar)
    _sejajarkan(akar, 0, garis)
    semua = [petak for satu in akar for petak in satu.semua()]
    kiri = min((p.x for p in semua), default=0.0)
    for petak in semua:
        petak.x -= kiri
    return Diagram(
        tuple(akar),
        max((p.x + p.lebar for p in semua), default=0.0),
        max((p.y + p.tinggi for p in semua), default=0.0),
    )


# --- the inside of a box ---------------------------------------------------------------------


def _ukur(kotak: Kotak, lebar_kotak: float) -> Petak:
    """The box with its lines, and those below it."""
    isi = _Isi(lebar_kotak)
    isi.kepala(kotak)
    isi.alinea("judul", kotak.judul)
    isi.alinea("kalimat", kotak.kalimat)
    for satu in kotak.indikator:
        isi.alinea("indikator", satu)
    garis = isi.kaki(kotak)
    petak = Petak(kotak, lebar_kotak, isi.y + TEPI - 3, isi.baris, garis)
    bawah = max(LEBAR_PALING_SEMPIT, lebar_kotak - MASUK) if kotak.susun else LEBAR
    petak.anak = [_ukur(_ikut_susun(satu, kotak), bawah) for satu in kotak.anak]
    return petak


def _ikut_susun(anak: Kotak, induk: Kotak) -> Kotak:
    """Below a stack everything hangs."""
    if not induk.susun or anak.susun:
        return anak
    return replace(anak, susun=True)


class _Isi:
    """Collects the lines of one box from top to bottom."""

    def __init__(self, lebar_kotak: float) -> None:
        self.ruang = lebar_kotak - 2 * TEPI
        self.baris: list[Baris] = []
        self.y = 0.0

    def kepala(self, kotak: Kotak) -> None:
        """Level and number: on one line where both fit."""
        ukuran, gaya = HURUF["kepala"]
        nama = kotak.nama_jenjang
        muat = lebar(nama, ukuran, gaya) + 8 + lebar(kotak.nomor, ukuran, gaya) <= self.ruang
        teks = [nama, kotak.nomor] if not muat else [nama]
        self.y = 4.0
        for satu in filter(None, teks):
            self._tulis("kepala", satu)
        if muat and kotak.nomor:
            kiri = TEPI + self.ruang - lebar(kotak.nomor, ukuran, gaya)
            self.baris.append(Baris("kepala", kotak.nomor, kiri, self.baris[0].y))
        self.y = max(self.y + 2, TINGGI_KEPALA)

    def alinea(self, jenis: str, teks: str) -> None:
        if teks.strip():
            self.y += JEDA[jenis]
            self._tulis(jenis, teks)

    def kaki(self, kotak: Kotak) -> float | None:
        """Money, and how much is not drawn; the place of the line above them."""
        sisa = f"{kotak.tertutup} kotak di bawahnya" if kotak.tertutup else ""
        if not kotak.kaki and not sisa:
            return None
        self.y += 6
        garis = self.y
        self.y += 3
        if kotak.kaki:
            self._tulis("kaki", kotak.kaki)
        if sisa:
            self._tulis("sisa", sisa)
        return garis

    def _tulis(self, jenis: str, teks: str) -> None:
        ukuran, gaya = HURUF[jenis]
        for satu in bungkus(teks, self.ruang, ukuran, gaya):
            self.y += ukuran * RENGGANG
            self.baris.append(Baris(jenis, satu, TEPI, self.y - ukuran * 0.3))


# --- places ----------------------------------------------------------------------------------


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


def _sejajarkan(daftar: Sequence[Petak], ke: int, garis: list[float]) -> _Tepi:
    """Put trees side by side as close as they go; ``ke`` counts the lines."""
    gabungan: _Tepi = []
    for petak in daftar:
        tepi = _letakkan(petak, ke, garis)
        sama = zip(gabungan, tepi, strict=False)
        geser = max((kanan + JARAK_DATAR - kiri for (_, kanan), (kiri, _) in sama), default=0.0)
        petak.geser(geser)
        tepi = [(kiri + geser, kanan + geser) for kiri, kanan in tepi]
        lalu = gabungan
        gabungan = [(min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(lalu, tepi, strict=False)]
        gabungan += lalu[len(tepi) :] or tepi[len(lalu) :]
    return gabungan


def _letakkan(petak: Petak, ke: int, garis: list[float]) -> _Tepi:
    """Place a tree on its own, its box over the middle of what stands below."""
    petak.y = garis[ke]
    if petak.kotak.susun:
        kanan, _ = _susun(petak)
        return [(0.0, kanan)] * (len(garis) - ke)  # nothing stands below a stack
    bawah = _sejajarkan(petak.anak, ke + 1, garis)
    if petak.anak:
        tengah = (petak.anak[0].tengah + petak.anak[-1].tengah) / 2
        petak.x = tengah - petak.lebar / 2
    return [(petak.x, petak.x + petak.lebar), *bawah]


def _susun(petak: Petak) -> tuple[float, float]:
    """Hang all below a box that stands at x and y; answers how far right and down they reach."""
    kanan, bawah = petak.x + petak.lebar, petak.y + petak.tinggi
    for anak in petak.anak:
        anak.x, anak.y = petak.x + MASUK, bawah + JARAK_SUSUN
        kanan_anak, bawah = _susun(anak)
        kanan = max(kanan, kanan_anak)
    return kanan, bawah
