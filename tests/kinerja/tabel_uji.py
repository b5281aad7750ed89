"""Sheets made of rows, for tests of heads and layouts: no workbook, no database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kinerja.impor.bacaan import HasilBaca, PilihanImpor, SimpulBaca, TabelBaca
from kinerja.impor.bacakan import baca_buku
from kinerja.impor.buku import Buku, Lembar, letak

N = None
KEPALA = ["No", "Program / Kegiatan / Sub Kegiatan", "Sasaran", "Indikator", "Target", "Satuan"]
KEPALA_GARIS = [*KEPALA, "Pagu (Rp)"]
KEPALA_LEBAR = [
    "No",
    "Program",
    "Kegiatan",
    "Sub Kegiatan",
    "Indikator",
    "Target",
    "Satuan",
    "Pagu",
]


def lembar(
    *baris: Sequence[object], gabung: Iterable[str] = (), nama: str = "RENJA", **isi: Any
) -> Lembar:
    """``gabung``: ranges such as "A1:C1"."""
    gabungan = [(*letak(awal), *letak(akhir)) for awal, akhir in (g.split(":") for g in gabung)]
    return Lembar(nama, [list(b) for b in baris], gabungan, **isi)


def baca(*daftar: Lembar, tahun: int | None = 2025, **pilihan: Any) -> HasilBaca:
    buku = Buku(nama="uji.xlsx", sha256="0" * 64, lembar=list(daftar))
    return baca_buku(buku, PilihanImpor(tahun=tahun, **pilihan))


def tabel(*daftar: Lembar, **pilihan: Any) -> TabelBaca:
    (satu,) = baca(*daftar, **pilihan).tabel
    return satu


def pohon(simpul: Iterable[SimpulBaca]) -> list[tuple[str, str | None, str]]:
    """(id, level, name) in order: the shape of a tree."""
    return [(s.id, s.level, s.nama or s.kinerja) for s in simpul]


def kode(hasil: HasilBaca) -> set[tuple[str, str]]:
    """Where which finding stands."""
    return {(t.letak.sel, t.kode) for t in hasil.temuan}


def garis(no: str, nama: str, pagu: object, **isi: object) -> list[object]:
    """One complete row below KEPALA_GARIS."""
    medan = {"sasaran": "Terlaksananya", "indikator": "Jumlah", "target": 1, "satuan": "Dokumen"}
    medan |= isi
    return [no, nama, *medan.values(), pagu]
