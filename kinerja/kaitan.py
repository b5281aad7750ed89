"""What higher rooms know about the tree, asked without importing them.

A higher app registers its functions in its AppConfig; ``kinerja`` calls whoever is registered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.akses import PermintaanMasuk
    from kinerja.models.indikator import Indikator
    from kinerja.models.pohon import Pohon
    from kinerja.models.simpul import Simpul

Ikut = Callable[["Pohon", Collection[int]], list[str]]
"""(document, keys of the boxes of a branch) -> one sentence per kind of record that hangs on it."""


@dataclass(frozen=True)
class Lapisan:
    """What a higher room adds to a box of the diagram: lines of programmes in pairs of word and
    name, who else contributes, money (None: it knows of none).
    """

    program: tuple[tuple[str, str], ...] = ()
    lintas: tuple[str, ...] = ()
    pagu: int | None = None


@dataclass(frozen=True)
class Tanda:
    """A mark behind the name of a box in the table: words, address, class of its badge."""

    kata: str
    alamat: str
    kelas: str


Lapis = Callable[["Pohon", int, str], Mapping[str, Lapisan]]
"""(document, year, stage) -> by uid of the box. A fixed number of queries."""
Tandai = Callable[["Pohon"], Mapping[str, tuple[Tanda, ...]]]
"""(document) -> by uid of the box. A fixed number of queries; kept until the version of the pemda's
settings grows.
"""
Ukuran = Callable[["PermintaanMasuk", "Indikator", int], str]
"""(request, indicator, year) -> safe HTML for the page of an indicator's measuring; or nothing."""
Rinci = Callable[["PermintaanMasuk", "Simpul"], str]
"""Safe HTML for the details of a box; empty for nothing."""


Keadaan = Callable[["Pohon"], str]
"""Safe HTML for the status page of a document; empty for nothing."""


def _tidak_ada(pohon: Pohon, simpul: Collection[int]) -> list[str]:
    return []


@dataclass(frozen=True)
class Kaitan:
    """One higher room. ``ikut`` says what moves along with, or goes with, a branch; ``lapis`` what
    the diagram shows of it, ``rinci`` what the details of a box do, ``tandai`` what marks its row,
    ``keadaan`` what the status page of the document says,
    ``ukuran`` what stands beside the values of an indicator.
    """

    nama: str
    ikut: Ikut = _tidak_ada
    lapis: Lapis | None = None
    rinci: Rinci | None = None
    tandai: Tandai | None = None
    keadaan: Keadaan | None = None
    ukuran: Ukuran | None = None


_DAFTAR: dict[str, Kaitan] = {}


def daftarkan(kaitan: Kaitan) -> None:
    """Register a room once; the same name again replaces it (the app was loaded anew)."""
    _DAFTAR[kaitan.nama] = kaitan


def ikut_serta(pohon: Pohon, simpul: Collection[int]) -> list[str]:
    """What all rooms say about a branch, in the order of their registration."""
    return [kalimat for satu in _DAFTAR.values() for kalimat in satu.ikut(pohon, simpul)]


def lapisan(pohon: Pohon, tahun: int, tahap: str) -> dict[str, Lapisan]:
    """All rooms together, by uid: lines one after the other, the first amount counts."""
    hasil: dict[str, Lapisan] = {}
    for satu in _DAFTAR.values():
        for uid, isi in (satu.lapis(pohon, tahun, tahap) if satu.lapis else {}).items():
            lama = hasil.get(uid, Lapisan())
            pagu = isi.pagu if lama.pagu is None else lama.pagu
            hasil[uid] = Lapisan(lama.program + isi.program, lama.lintas + isi.lintas, pagu)
    return hasil


def rincian(request: PermintaanMasuk, simpul: Simpul) -> list[str]:
    """What all rooms show in the details of a box."""
    daftar = (satu.rinci(request, simpul) for satu in _DAFTAR.values() if satu.rinci)
    return [isi for isi in daftar if isi]


def tanda(pohon: Pohon) -> dict[str, tuple[Tanda, ...]]:
    """The marks of all rooms together, by uid."""
    hasil: dict[str, tuple[Tanda, ...]] = {}
    for satu in _DAFTAR.values():
        for uid, isi in (satu.tandai(pohon) if satu.tandai else {}).items():
            hasil[uid] = hasil.get(uid, ()) + isi
    return hasil


def keadaan(pohon: Pohon) -> list[str]:
    """What all rooms say on the status page of a document."""
    daftar = (satu.keadaan(pohon) for satu in _DAFTAR.values() if satu.keadaan)
    return [isi for isi in daftar if isi]


def ukuran(request: PermintaanMasuk, indikator: Indikator, tahun: int) -> list[str]:
    """What all rooms show beside the values of an indicator."""
    daftar = (s.ukuran(request, indikator, tahun) for s in _DAFTAR.values() if s.ukuran)
    return [isi for isi in daftar if isi]
