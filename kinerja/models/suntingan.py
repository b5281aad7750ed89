"""One edited cell, and why a set of them was refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja.aturan.temuan import Temuan

SIMPUL, INDIKATOR, INDIKATOR_BARU = "simpul", "indikator", "indikator_baru"
TARGET, PAGU, KLAIM = "target", "pagu", "klaim"
MEDAN_SEL = {
    SIMPUL: ("kode", "nomor", "nama", "kinerja", "peran"),
    INDIKATOR: ("teks", "satuan"),
    INDIKATOR_BARU: ("teks", "satuan", "target"),
}
"""Fields that a cell of the tree page may hold, by what they belong to."""

SEL_HILANG = "Kotak atau indikator ini sudah dihapus orang lain; salin ketikan Anda ke tempat lain."
JUDUL = {
    "kode": "Kode",
    "nomor": "Nomor",
    "nama": "Nama",
    "kinerja": "Kalimat kinerja",
    "peran": "Peran",
    "teks": "Indikator",
    "satuan": "Satuan",
    TARGET: "Target",
    PAGU: "Pagu",
    KLAIM: "Pagu tertulis",
}


@dataclass(frozen=True)
class Suntingan:
    """A cell as its writer saw it (``lama``) and as it is to be (``baru``), both as typed.

    ``milik`` is the table; ``uid`` and ``pk`` name the box (simpul, indikator_baru, pagu, klaim)
    or the indicator (indikator, target). ``medan`` is the field, for values the table's name.
    """

    milik: str
    uid: str
    pk: int
    medan: str
    lama: str
    baru: str
    tahun: int = 0
    sumber_dana: str = ""
    satuan: str = ""
    jenjang: str = ""
    sebutan: str = ""

    @property
    def judul(self) -> str:
        """What the cell is called in a sentence: "Target 2025"."""
        return f"{JUDUL[self.medan]} {self.tahun or ''}".strip()


@dataclass(frozen=True)
class BentrokSel:
    """Somebody else changed the cell first; ``kini`` is what stands there now."""

    kini: str


class SuntinganDitolak(Exception):
    """Nothing was written. ``sel``: by the place in the list, a conflict or findings."""

    def __init__(
        self, sel: Mapping[int, BentrokSel | list[Temuan]], umum: Sequence[Temuan] = ()
    ) -> None:
        self.sel, self.umum = dict(sel), list(umum)
        super().__init__(f"{len(self.sel)} cells refused")

    @property
    def bentrok(self) -> bool:
        return any(isinstance(sebab, BentrokSel) for sebab in self.sel.values())
