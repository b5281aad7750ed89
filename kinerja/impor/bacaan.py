"""What a workbook says, each value with the address of its cell. No database here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kinerja.aturan.angka import Bacaan
from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.impor.tajuk_peta import KolomTampil, Peta

if TYPE_CHECKING:
    from kinerja.impor.buku_kerja.baca import BukuKerja


@dataclass(slots=True)
class NilaiSel:
    """A number as typed and read, and where it stands. ``indikatif``: money that is a ceiling."""

    lembar: str
    sel: str
    bacaan: Bacaan
    indikatif: bool = False


@dataclass(slots=True)
class IndikatorBaca:
    """One indicator. ``target`` and ``baseline`` by year as text ("" when no year is known);
    ``nomor`` is the number glued to its text; ``lain`` are further fields by their name in the
    model. In tables that print no boxes ``milik`` is what stands above it, (level, sentence) from
    the top down, and ``uid`` the indicator of the document that it turned out to be.
    """

    teks: str
    satuan: str = ""
    formulasi: list[str] = field(default_factory=list)
    baseline: dict[str, NilaiSel] = field(default_factory=dict)
    target: dict[str, NilaiSel] = field(default_factory=dict)
    sel: dict[str, str] = field(default_factory=dict)
    nomor: str = ""
    lain: dict[str, Any] = field(default_factory=dict)
    milik: tuple[tuple[str, str], ...] = ()
    uid: str = ""


@dataclass(slots=True)
class SimpulBaca:
    """One node. ``baris`` is the Excel row; ``sel`` says which cell each field came from;
    ``pagu`` above the lowest level is a claim; ``lain`` holds what only some layouts print.
    """

    id: str
    induk: str | None
    level: str | None
    no: str = ""
    kode: str = ""
    nama: str = ""
    kinerja: str = ""
    unit: str = ""
    indikator: list[IndikatorBaca] = field(default_factory=list)
    pagu: dict[str, NilaiSel] = field(default_factory=dict)
    baris: int = 0
    sel: dict[str, str] = field(default_factory=dict)
    lain: dict[str, Any] = field(default_factory=dict)

    @property
    def sebutan(self) -> str:
        """What the box is called: its name, else its sentence."""
        return self.nama or self.kinerja


@dataclass(slots=True)
class TabelBaca:
    """One table that was read. Row numbers are Excel's; ``jumlah`` counts what it holds."""

    jenis: str
    lembar: str
    baris_judul: list[int] = field(default_factory=list)
    baris_data: list[int] = field(default_factory=list)
    kolom: dict[str, str] = field(default_factory=dict)
    simpul: list[SimpulBaca] = field(default_factory=list)
    tahun: int | None = None
    jumlah_tertulis: dict[str, NilaiSel] = field(default_factory=dict)
    judul: str = ""
    jumlah: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class TabelLain:
    """A table that was found and not read: the planner may choose it by number."""

    nomor: int
    lembar: str
    sel: str
    jenis: str
    judul: str
    baris_data: list[int]
    terbaca: bool = True


@dataclass(frozen=True, slots=True)
class PilihanImpor:
    """What the planner chose. ``koreksi``: "LEMBAR!SEL" -> the text that stands in for the cell,
    "" leaves it unfilled. ``tahun_awal``: first year of the periode, when no other is known.
    ``semua_tabel``: every table of the same layout together; ``peta``: what column heads mean.
    """

    lembar: str | None = None
    jenis: str | None = None
    tabel: int | None = None
    tahun: int | None = None
    koreksi: Mapping[str, str] = field(default_factory=dict)
    tahun_awal: int | None = None
    dengan_tersembunyi: bool = False
    semua_tabel: bool = False
    peta: Peta = field(default_factory=dict)


@dataclass(slots=True)
class HasilBaca:
    """The whole reading. ``tabel`` is empty when the file is refused; ``kolom`` lists the columns
    of the chosen tables also where their layout was not recognised; ``asal`` has the texts that
    corrections replaced, by "LEMBAR!SEL"; ``buku_kerja`` is set when
    our own workbook came back.
    """

    tabel: list[TabelBaca] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    tabel_lain: list[TabelLain] = field(default_factory=list)
    kolom: list[KolomTampil] = field(default_factory=list)
    sha256: str = ""
    asal: dict[str, str] = field(default_factory=dict)
    buku_kerja: BukuKerja | None = None

    @property
    def ditolak(self) -> bool:
        return not self.tabel or any(t.tingkat is Tingkat.TOLAK for t in self.temuan)
