"""What an IKU document says, as plain data: the reader fills it, checks and prints use it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from iku.aturan.rumus import Pecahan
from iku.aturan.teks_bab import Blok


@dataclass(frozen=True, slots=True)
class Komponen:
    """One sub kegiatan behind an IKU. ``menjadi``: what it became; ``berganti`` without a name:
    the source says that it changed but not into what.
    """

    nama: str
    indikator: str
    menjadi: str = ""
    berganti: bool = False


@dataclass(frozen=True, slots=True)
class IsiIku:
    """One main indicator with its numbers as printed, in the years of the table, and its words.

    ``rumus`` is printed where it is no fraction. ``kriteria`` are lines.
    """

    uid: str
    indikator: str
    satuan: str
    awal: tuple[str, ...]
    target: tuple[str, ...]
    ket: str
    judul: str
    tujuan: str
    sasaran: str
    uraian: tuple[Blok, ...]
    program: tuple[str, ...]
    komponen: tuple[Komponen, ...]
    pecahan: Pecahan | None
    rumus: tuple[str, ...]
    definisi: str
    sumber_data: str
    penanggung_jawab: str
    sebutan_lampiran: str
    cara: str
    kriteria: tuple[str, ...]
    jenjang: str

    @property
    def berganti(self) -> int:
        """Components that took another name."""
        return sum(1 for k in self.komponen if k.menjadi or k.berganti)


@dataclass(frozen=True, slots=True)
class IsiBab:
    """A text block with its variables filled. ``butir`` are the items of a ``berdaftar`` one."""

    bagian: str
    baku: str
    judul: str
    blok: tuple[Blok, ...]
    butir: tuple[str, ...]
    berdaftar: bool


@dataclass(frozen=True, slots=True)
class IsiReviu:
    """One reviewed change as printed."""

    tanggal: str
    berita_acara: str
    peserta: tuple[str, ...]
    jenis: str
    perihal: str
    sebelum: str
    sesudah: str
    sebab: str


@dataclass(frozen=True, slots=True)
class IsiDokumen:
    """The whole document. ``tahun_awal``: years of the baseline; ``tahun``: of the targets."""

    tahun_awal: tuple[int, ...]
    tahun: tuple[int, ...]
    iku: tuple[IsiIku, ...]
    bab: tuple[IsiBab, ...]
    sasaran: tuple[str, ...]
    reviu: tuple[IsiReviu, ...]
    variabel: Mapping[str, str]

    def bagian(self, nama: str) -> tuple[IsiBab, ...]:
        """The blocks of one chapter in order."""
        return tuple(b for b in self.bab if b.bagian == nama)

    def baku(self, nama: str) -> IsiBab | None:
        """The block that the document knows by this name."""
        return next((b for b in self.bab if b.baku == nama), None)
