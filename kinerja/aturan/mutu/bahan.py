"""What the quality rules look at: frozen, so that what did not change is not checked again.

Everything beside the boxes is optional: a rule without its input finds nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.aturan.nomenklatur import BarisResmi
from kinerja.aturan.penugasan import Tugas
from kinerja.pilihan import Agregasi, Arah, Frekuensi

Deret = tuple[tuple[int, Decimal], ...]
"""(year, number) in the order of the years."""


@dataclass(frozen=True, slots=True)
class Ukuran:
    """An indicator. ``target`` and ``baseline`` hold numbers only, ``terisi`` the years that have
    any target; ``formulasi`` is one formula a line.
    """

    uid: str
    teks: str
    satuan: str = ""
    target: Deret = ()
    terisi: tuple[int, ...] = ()
    baseline: Deret = ()
    arah: str = Arah.NAIK
    agregasi: str = Agregasi.AKHIR
    frekuensi: str = Frekuensi.TAHUNAN
    formulasi: tuple[str, ...] = ()
    definisi: str = ""
    sumber_data: str = ""
    ditanggung: bool = False
    utama: bool = False

    def target_tahun(self, tahun: int) -> Decimal | None:
        return dict(self.target).get(tahun)


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box. ``induk`` is the uid of the one above; ``berpagu``: its money is readable;
    ``dijawab``: some position answers for it.
    """

    uid: str
    induk: str | None
    jenjang: str
    kode: str = ""
    nama: str = ""
    kinerja: str = ""
    unit: str = ""
    ukuran: tuple[Ukuran, ...] = ()
    berpagu: bool = False
    dijawab: bool = False

    @property
    def sebutan(self) -> str:
        return self.nama or self.kinerja


@dataclass(frozen=True)
class Nomenklatur:
    """The official rows of one version by box, and what other versions say of the rest.

    ``melayani``: the version serves the year that is checked; ``lain`` names, by box, a version
    that does have the code; ``luar`` are boxes of affairs that the version does not list.
    """

    versi: str
    melayani: bool = True
    baris: dict[str, BarisResmi] = field(default_factory=dict)
    lain: dict[str, str] = field(default_factory=dict)
    luar: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Bahan:
    """One document in one year; ``kotak`` in tree order, parents before children."""

    jenis: str
    tahun: int
    kotak: tuple[Kotak, ...]
    nomenklatur: Nomenklatur | None = None


PERENCANAAN = "dokumen perencanaan"


@dataclass(frozen=True)
class NilaiDokumen:
    """An indicator as one document prints it: IKU, PK or PERENCANAAN; ``target`` of the year."""

    dokumen: str
    uid: str
    simpul: str
    teks: str
    target: str = ""


@dataclass(frozen=True)
class Kondisi:
    """A condition of a pohon kinerja: who carries it out and whether it is marked crosscutting."""

    simpul: str
    sebutan: str
    perangkat_daerah: int
    pelaksana: int | None
    crosscutting: bool = False


@dataclass(frozen=True)
class Hasil:
    """What one indicator has reached in a quarter (0: the year). Percentages are 0 to 100 and
    more; ``serapan`` is that of the money below its box.
    """

    simpul: str
    teks: str
    tahun: int
    triwulan: int
    frekuensi: str = Frekuensi.TAHUNAN
    terisi: bool = True
    capaian: Decimal | None = None
    serapan: Decimal | None = None
    berbukti: bool = False
    hambatan: str = ""
    tindak_lanjut: str = ""


@dataclass(frozen=True)
class Tenggat:
    """Something that was due: what, until when, and when it was done (None: not yet), ISO dates."""

    sebutan: str
    sampai: str
    pada: str | None = None
    simpul: str = ""


@dataclass(frozen=True)
class BahanLembaga:
    """What stands around the documents of an agency: each part may be missing."""

    dokumen: tuple[NilaiDokumen, ...] = ()
    penggantian_iku: tuple[tuple[int, str, str], ...] = ()
    """(year, old, new) of each indicator that stopped being an IKU."""
    kondisi: tuple[Kondisi, ...] = ()
    hasil: tuple[Hasil, ...] = ()
    tenggat: tuple[Tenggat, ...] = ()
    jabatan: tuple[tuple[int, str], ...] = ()
    tugas: tuple[Tugas, ...] = ()
