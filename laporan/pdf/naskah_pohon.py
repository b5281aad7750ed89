"""An approved planning document as plain data: its snapshot is this as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from laporan.pdf.kop import Kop
from laporan.pdf.muatan import baca, tulis
from laporan.pdf.naskah import Naskah
from laporan.pdf.naskah_diagram import NaskahDiagram
from laporan.pdf.naskah_perjanjian import Cap


@dataclass(frozen=True, slots=True)
class IndikatorData:
    """``target`` by year, as printed; ``baseline`` too."""

    uid: str
    teks: str
    satuan: str = ""
    arah: str = ""
    utama: bool = False
    formulasi: tuple[str, ...] = ()
    baseline: Mapping[str, str] | None = None
    target: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class KotakData:
    """One box in tree order; ``induk`` is the uid above it, "" at the top. ``pagu`` by year is the
    sum of what lies below, in whole rupiah; years without any are absent.
    """

    uid: str
    induk: str
    jenjang: str
    nama_jenjang: str
    nomor: str = ""
    kode: str = ""
    nama: str = ""
    kinerja: str = ""
    pelaksana: str = ""
    indikator: tuple[IndikatorData, ...] = ()
    pagu: Mapping[str, int] | None = None

    @property
    def sebutan(self) -> str:
        return self.nama or self.kinerja


@dataclass(frozen=True, slots=True)
class NaskahPohon:
    """The sheet of approval (``kop``, ``judul``, ``rincian`` as pairs), the cascading table (None
    for conditions), the diagram (None without boxes), and all numbers of all years as ``data``.

    ``versi_isi`` is the version of the document that was approved; ``waktu`` is ISO 8601.
    """

    kop: Kop
    judul: tuple[str, ...]
    rincian: tuple[tuple[str, str], ...]
    cap: Cap
    kaki: str
    waktu: str
    penulis: str
    tabel: Naskah | None
    diagram: NaskahDiagram | None
    data: tuple[KotakData, ...]
    tahun: tuple[str, ...]
    versi_isi: int

    def ke_json(self) -> str:
        return tulis(self)


def baca_naskah(teks: str) -> NaskahPohon:
    """What ``ke_json`` wrote."""
    return baca(NaskahPohon, teks)
