"""Which boxes of a document a reader wants to see. No ORM.

Everything that is asked narrows: a box must carry all findings, and one of the labels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kinerja.aturan.pemeriksaan import DI_AKAR, KALIMAT

KOMENTAR = "KOMENTAR"
"""The filter for boxes with open comments, beside those of the findings."""
KUNJUNGAN = "kunjungan"
SEJAK = {
    KUNJUNGAN: "sejak kunjungan terakhir saya",
    "7": "dalam 7 hari terakhir",
    "30": "dalam 30 hari terakhir",
}
"""Moments that a reader may name instead of a date."""
TEMUAN = (*(kode for kode in KALIMAT if kode not in DI_AKAR), KOMENTAR)
MEDAN = ("cari", "temuan", "milik", "sejak", "label")
"""Names of the parts in an address."""
PENANDA = "saring"
"""In an address: its filters, or that there are none, are what the reader wants from now on."""
CARI_PALING_PANJANG = 200
LABEL_PALING_BANYAK = 30


@dataclass(frozen=True, slots=True)
class Butir:
    """What filters need to know of one box. ``induk`` is None directly under the document."""

    id: int
    uid: str
    induk: int | None
    unit_id: int | None
    teks: str
    temuan: tuple[str, ...]
    indikator: tuple[str, ...]
    label: tuple[int, ...]


@dataclass(frozen=True)
class Bahan:
    """What is known besides the boxes: those that are the reader's and those with open comments
    by id, those that changed by uid (of the box or of one of its indicators).
    """

    milik: Collection[int] = frozenset()
    berkomentar: Collection[int] = frozenset()
    berubah: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Saring:
    """``sejak`` is "", a key of SEJAK or a date (ISO); ``label`` are primary keys."""

    cari: str = ""
    temuan: tuple[str, ...] = ()
    milik: bool = False
    sejak: str = ""
    label: tuple[int, ...] = ()

    @classmethod
    def baca(cls, isi: Mapping[str, Any]) -> Saring:
        """From an address or from what was stored, both lists of texts by name."""
        teks = {nama: _teks(isi.get(nama)) for nama in (*MEDAN, "tanggal")}
        label = [int(satu) for satu in teks["label"] if satu.isdecimal() and len(satu) < 19]
        return cls(
            cari=" ".join(teks["cari"][:1]).strip()[:CARI_PALING_PANJANG],
            temuan=tuple(kode for kode in TEMUAN if kode in teks["temuan"]),
            milik="1" in teks["milik"],
            sejak=next(filter(_sah, [*teks["tanggal"], *teks["sejak"]]), ""),
            label=tuple(sorted(set(label))[:LABEL_PALING_BANYAK]),
        )

    def kueri(self) -> dict[str, list[str]]:
        """The parts that are asked, as they stand in an address."""
        isi = {
            "cari": [self.cari] if self.cari else [],
            "temuan": list(self.temuan),
            "milik": ["1"] if self.milik else [],
            "sejak": [self.sejak] if self.sejak else [],
            "label": [str(satu) for satu in self.label],
        }
        return {nama: daftar for nama, daftar in isi.items() if daftar}

    def __bool__(self) -> bool:
        return self != Saring()

    @property
    def tetap(self) -> Saring:
        """The part that only the server can tell; findings and search the page tells itself."""
        return replace(self, cari="", temuan=())

    @property
    def ingatan(self) -> Saring:
        """The part that is remembered: a search is of the moment."""
        return replace(self, cari="")

    def dengan_temuan(self, kode: str) -> Saring:
        """With one finding more, or less where it is asked already."""
        lain = tuple(k for k in self.temuan if k != kode)
        return replace(self, temuan=lain if kode in self.temuan else (*lain, kode))

    def cocok(self, butir: Butir, bahan: Bahan) -> bool:
        if self.milik and butir.id not in bahan.milik:
            return False
        if self.label and not set(self.label) & set(butir.label):
            return False
        if self.sejak and bahan.berubah.isdisjoint((butir.uid, *butir.indikator)):
            return False
        ada = {*butir.temuan, *([KOMENTAR] if butir.id in bahan.berkomentar else ())}
        return ada.issuperset(self.temuan) and self.cari.casefold() in butir.teks


def menyebut(isi: Collection[str]) -> bool:
    """Does an address with these names say what is to be filtered from now on?

    A link that only shows one finding does not.
    """
    return PENANDA in isi


def dengan_atas(daftar: Sequence[Butir], cocok: Iterable[int]) -> frozenset[int]:
    """Boxes with everything above them."""
    induk = {butir.id: butir.induk for butir in daftar}
    tampak: set[int] = set()
    for satu in cocok:
        atas: int | None = satu
        while atas is not None and atas not in tampak:
            tampak.add(atas)
            atas = induk.get(atas)
    return frozenset(tampak)


def _teks(isi: Any) -> list[str]:
    return [satu for satu in isi if isinstance(satu, str)] if isinstance(isi, list) else []


def _sah(sejak: str) -> bool:
    return sejak in SEJAK or tanggal_sejak(sejak) is not None


def tanggal_sejak(sejak: str) -> date | None:
    """The date that is named, None where something else is."""
    try:
        return date.fromisoformat(sejak)
    except ValueError:
        return None
