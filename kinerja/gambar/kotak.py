"""The boxes of a diagram: what one says (``Kotak``), how large it is and where it stands
(``Petak``). Lengths have no unit: pixels on the screen, points on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

LEBAR = 224
LEBAR_PALING_SEMPIT = 168
TEPI = 9
TINGGI_KEPALA = 20
RENGGANG = 1.3
"""Height of a line for a size of 1."""

HURUF = {
    "kepala": (10.0, "tebal"),
    "judul": (12.0, "tebal"),
    "kalimat": (11.0, "tegak"),
    "indikator": (10.5, "miring"),
    "kepala_daftar": (10.5, "tebal"),
    "butir": (10.5, "tegak"),
    "pelaksana": (10.5, "tegak"),
    "program": (10.5, "tegak"),
    "lintas": (10.5, "tebal"),
    "kaki": (11.0, "tebal"),
    "sisa": (10.5, "tegak"),
    "rujukan": (10.5, "miring"),
}
"""Size and style of each kind of text."""
HURUF_TERKECIL = min(ukuran for ukuran, _ in HURUF.values())


@dataclass(frozen=True)
class Kotak:
    """What one box says. ``jenjang`` is the class of its level, ``nama_jenjang`` its words,
    ``tingkat`` how far down the level stands (1 is the top).

    ``daftar`` are headed lists, numbered where they have several items (a position's box);
    ``program`` are the lines of what serves a condition, in pairs of word and name; ``lintas``
    who else contributes, and how far that is agreed; ``kaki`` is the money; ``tertutup`` counts
    the boxes below it that are not drawn, ``rujukan`` says where they are, ``lipat`` is the address
    that opens or closes what is below. ``lebar`` makes a box
    wider than the others.
    """

    id: str
    jenjang: str
    nama_jenjang: str
    judul: str
    nomor: str = ""
    kalimat: str = ""
    indikator: tuple[str, ...] = ()
    daftar: tuple[tuple[str, tuple[str, ...]], ...] = ()
    pelaksana: str = ""
    program: tuple[tuple[str, str], ...] = ()
    lintas: tuple[str, ...] = ()
    kaki: str = ""
    alamat: str = ""
    susun: bool = False
    tingkat: int = 1
    tertutup: int = 0
    rujukan: str = ""
    lipat: str = ""
    lebar: float = 0.0
    anak: tuple[Kotak, ...] = ()

    def semua(self) -> Iterator[Kotak]:
        yield self
        for satu in self.anak:
            yield from satu.semua()

    @property
    def banyak(self) -> int:
        return sum(1 for _ in self.semua())

    def bergantung(self, mulai: int) -> Kotak:
        """The same tree where what belongs to a box of ``tingkat`` >= mulai hangs below it."""
        anak = tuple(a.bergantung(mulai) for a in self.anak)
        return replace(self, susun=self.tingkat >= mulai, anak=anak)

    def sampai(self, tingkat: int) -> Kotak:
        """The same tree down to a tingkat; what is left out is counted."""
        tampak = tuple(a.sampai(tingkat) for a in self.anak if a.tingkat <= tingkat)
        hilang = sum(a.banyak for a in self.anak if a.tingkat > tingkat)
        return replace(self, anak=tampak, tertutup=self.tertutup + hilang)


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
    garis: list[float]
    """Where the lines above its foot and above its programmes stand."""
    anak: list[Petak] = field(default_factory=list)
    kolom: list[list[Petak]] = field(default_factory=list)
    """The stacks that hang below it, from the left; empty where its children stand side by side."""
    x: float = 0.0
    y: float = 0.0
    kiri: float = 0.0
    """Where the block of a hanging box begins: its stacks may reach further left than the box."""

    def semua(self) -> Iterator[Petak]:
        yield self
        for satu in self.anak:
            yield from satu.semua()

    def geser(self, dx: float, dy: float = 0.0) -> None:
        for petak in self.semua():
            petak.x += dx
            petak.kiri += dx
            petak.y += dy

    @property
    def tengah(self) -> float:
        return self.x + self.lebar / 2

    @property
    def bawah(self) -> float:
        return self.y + self.tinggi


@dataclass(frozen=True)
class Diagram:
    """Boxes in their places; every coordinate lies within ``lebar`` and ``tinggi``."""

    akar: tuple[Petak, ...]
    lebar: float
    tinggi: float

    def semua(self) -> Iterator[Petak]:
        for satu in self.akar:
            yield from satu.semua()
