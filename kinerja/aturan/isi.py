"""A document as light rows in tree order: what checks, the page and the documents read.

No ORM here: ``kinerja.isi_pohon`` fills these from the database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kinerja.aturan.anggaran import Jumlah


@dataclass(slots=True)
class Triwulanan:
    """Targets of one year as numbers: of the year (None: no number) and of each quarter."""

    setahun: Decimal | None = None
    nilai: dict[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RinciIndikator:
    """What no row shows: how an indicator is to be read, and its start values as numbers."""

    arah: str
    frekuensi: str
    formulasi: tuple[str, ...]
    definisi: str
    sumber_data: str
    penanggung_jawab: str
    utama: bool
    ditanggung: bool = False
    """Is a position or an agency named for it, beside what was typed?"""
    baseline: tuple[tuple[int, Decimal], ...] = ()


@dataclass(slots=True)
class IsiIndikator:
    """One indicator; ``target`` maps a year to the text that is printed, empty years are absent.

    ``tertulis``: the text as typed of the years where it is another than what is printed;
    ``triwulan``: the numbers of the years that have targets of quarters; ``angka``: the targets
    of the years that are numbers; ``rinci``: in the reading of a whole document.
    """

    id: int
    uid: str
    teks: str
    satuan: str = ""
    target: dict[int, str] = field(default_factory=dict)
    tertulis: dict[int, str] = field(default_factory=dict)
    agregasi: str = ""
    triwulan: dict[int, Triwulanan] = field(default_factory=dict)
    angka: dict[int, Decimal] = field(default_factory=dict)
    rinci: RinciIndikator | None = None


@dataclass(slots=True)
class IsiPagu:
    """An amount as typed and in whole rupiah; ``nilai`` None = typed but unreadable."""

    mentah: str
    nilai: int | None
    sumber_dana: str = ""


class IsiLabel(NamedTuple):
    """A label of a box: its primary key, its kind and its name."""

    pk: int
    jenis: str
    nama: str


@dataclass(slots=True)
class IsiSimpul:
    """One box. ``induk`` is None directly under the document; ``tingkat`` counts from 1.

    ``dijawab``: some position is its penanggung jawab.
    """

    id: int
    uid: str
    induk: int | None
    tingkat: int
    jenjang: str
    kode: str = ""
    nomor: str = ""
    nama: str = ""
    kinerja: str = ""
    unit: str = ""
    unit_id: int | None = None
    mulai: int | None = None
    varian: list[str] = field(default_factory=list)
    dijawab: bool = False
    peran: str = ""
    terkait: list[str] = field(default_factory=list)
    pelaksana_lain: str = ""
    lembaga: list[str] = field(default_factory=list)
    label: list[IsiLabel] = field(default_factory=list)
    indikator: list[IsiIndikator] = field(default_factory=list)
    pagu: list[IsiPagu] = field(default_factory=list)
    klaim: IsiPagu | None = None
    jumlah: Jumlah | None = None
    ada_pagu: bool = False
    jumlah_anak: int = 0

    @property
    def golongan(self) -> str:
        """What the box is called and coloured by: its role as a condition, else its level."""
        return self.peran or self.jenjang

    @property
    def pelaksana(self) -> str:
        """Who carries it: the unit, agencies, and who else is written."""
        return ", ".join(filter(None, (self.unit, *self.lembaga, self.pelaksana_lain)))

    @property
    def sebutan(self) -> str:
        """What the box is called: its name, else its sentence."""
        return self.nama or self.kinerja


@dataclass(slots=True)
class IsiPohon:
    """One document in one year and stage; ``simpul`` in tree order without the hidden root.

    ``akar`` is that root: its ``jumlah`` is the total, its ``klaim`` the JUMLAH row of the source.
    """

    jenis: str
    tahun: int
    daftar_tahun: list[int]
    simpul: list[IsiSimpul]
    akar: IsiSimpul
