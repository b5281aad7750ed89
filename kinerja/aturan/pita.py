"""Bands of capaian, averages, absorption of money and efficiency.

A band starts at its ``dari`` and ends before the next one starts, so none is left between 90 and
91. A value is compared as it is printed, with two decimals. Bands are data of the pemda.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from kinerja.aturan.angka import format_rupiah
from kinerja.aturan.capaian import SERATUS, TAMPIL, Capaian, bulatkan, persen
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import Efisiensi


class Pita(NamedTuple):
    """One band: its name, where it starts (percent) and the colour that screens give it."""

    nama: str
    dari: Decimal
    rupa: str


RUPA = ("merah", "jingga", "kuning", "hijau", "biru")
PITA_BAWAAN: tuple[Pita, ...] = (
    Pita("Sangat Rendah", Decimal(0), "merah"),
    Pita("Rendah", Decimal(51), "jingga"),
    Pita("Sedang", Decimal(66), "kuning"),
    Pita("Tinggi", Decimal(76), "hijau"),
    Pita("Sangat Tinggi", Decimal(91), "biru"),
)
"""The scale of form E.81."""


def pita(nilai: Decimal | None, daftar: Sequence[Pita] = PITA_BAWAAN) -> Pita | None:
    """The band of a percentage, None where there is none."""
    if nilai is None:
        return None
    tampil = bulatkan(nilai, TAMPIL)
    return next((p for p in reversed(daftar) if p.dari <= tampil), daftar[0])


def merah(nilai: Decimal | None, daftar: Sequence[Pita] = PITA_BAWAAN) -> bool:
    """Does the value stand in a red band, so that it needs a note?"""
    milik = pita(nilai, daftar)
    return milik is not None and milik.rupa == RUPA[0]


def periksa_pita(daftar: Sequence[Pita]) -> list[Temuan]:
    """Bands start at 0, rise, and each has a name and a colour of its own kind."""
    galat = []
    if not daftar or daftar[0].dari != 0:
        galat.append(("PITA_AWAL", "Rentang warna pertama harus mulai dari 0%."))
    if any(b.dari <= a.dari for a, b in pairwise(daftar)):
        galat.append(("PITA_URUTAN", "Batas rentang warna harus naik dari satu ke berikutnya."))
    nama = [p.nama.strip().casefold() for p in daftar]
    if "" in nama or len(set(nama)) < len(nama):
        galat.append(("PITA_NAMA", "Beri setiap rentang warna nama yang berbeda."))
    if any(p.rupa not in RUPA for p in daftar):
        galat.append(("PITA_RUPA", f"Warna yang dikenal: {', '.join(RUPA)}."))
    return [Temuan(kode=kode, pesan=pesan) for kode, pesan in galat]


def beda_pita(
    nilai: Iterable[Decimal], lama: Sequence[Pita], baru: Sequence[Pita]
) -> dict[tuple[str, str], int]:
    """How many values change their band, by (old name, new name)."""
    hasil: dict[tuple[str, str], int] = {}
    for satu in nilai:
        dari, ke = pita(satu, lama), pita(satu, baru)
        if dari is not None and ke is not None and (dari.nama, dari.rupa) != (ke.nama, ke.rupa):
            hasil[dari.nama, ke.nama] = hasil.get((dari.nama, ke.nama), 0) + 1
    return hasil


class RataRata(NamedTuple):
    """Mean of the cells that have a value; ``dibatasi`` were cut to the cap, ``tanpa`` left out."""

    nilai: Decimal | None
    banyak: int
    tanpa: int
    dibatasi: int


def rata_rata(daftar: Iterable[Decimal | None], batas: Decimal | None = None) -> RataRata:
    """Mean of percentages. ``batas`` is the pemda's cap; the values themselves stay as they are."""
    semua = list(daftar)
    ada = [n for n in semua if n is not None]
    if not ada:
        return RataRata(None, 0, len(semua), 0)
    dipotong, dibatasi = potong(ada, batas)
    nilai = bulatkan(sum(dipotong, Decimal(0)) / len(ada))
    return RataRata(nilai, len(ada), len(semua) - len(ada), dibatasi)


def potong(nilai: list[Decimal], batas: Decimal | None) -> tuple[list[Decimal], int]:
    """The values cut at the cap, and how many of them were."""
    if batas is None:
        return nilai, 0
    return [min(n, batas) for n in nilai], sum(1 for n in nilai if n > batas)


def serapan(realisasi: int | None, pagu: int | None) -> Capaian:
    """Money spent of the pagu, in percent. At every level anew from sums, never a mean."""
    if pagu is None:
        return Capaian(sebab="Pagu belum diisi.")
    if realisasi is None:
        return Capaian(sebab="Realisasi anggaran belum diisi.")
    if pagu == 0:
        return Capaian(sebab="Pagu Rp 0: serapannya tidak dapat dihitung.")
    nilai = bulatkan(Decimal(realisasi) * SERATUS / Decimal(pagu))
    rumus = f"{format_rupiah(realisasi)} / {format_rupiah(pagu)} × 100% = {persen(nilai)}"
    return Capaian(nilai, rumus=rumus)


def efisiensi(
    cara: str, *, capaian: Decimal | None, realisasi: int | None, pagu: int | None
) -> Capaian:
    """By one of the named variants. RUPIAH answers rupiah, the others percent.

    NILAI is 50% + E / 20 × 50 with E = (1 − serapan / capaian) × 100, of one output.
    """
    serap = serapan(realisasi, pagu)
    if serap.nilai is None or realisasi is None or pagu is None:
        return Capaian(sebab=serap.sebab)
    if cara == Efisiensi.RUPIAH:
        sisa = pagu - realisasi
        rumus = f"{format_rupiah(pagu)} − {format_rupiah(realisasi)} = {format_rupiah(sisa)}"
        return Capaian(Decimal(sisa), rumus=rumus)
    if capaian is None:
        return Capaian(sebab="Capaian kinerjanya belum ada.")
    return {
        Efisiensi.SELISIH: _selisih,
        Efisiensi.SISA: _sisa,
        Efisiensi.NILAI: _nilai,
    }[Efisiensi(cara)](capaian, serap.nilai)


def _selisih(capaian: Decimal, serap: Decimal) -> Capaian:
    hasil = bulatkan(capaian - serap)
    return Capaian(hasil, rumus=f"{persen(capaian)} − {persen(serap)} = {persen(hasil)}")


def _sisa(capaian: Decimal, serap: Decimal) -> Capaian:
    if capaian < SERATUS:
        return Capaian(sebab=f"Target belum tercapai ({persen(capaian)}).")
    hasil = bulatkan(SERATUS - serap)
    return Capaian(hasil, rumus=f"100% − {persen(serap)} = {persen(hasil)}")


def _nilai(capaian: Decimal, serap: Decimal) -> Capaian:
    if capaian <= 0:
        return Capaian(sebab="Capaian 0%: nilai efisiensinya tidak dapat dihitung.")
    e = bulatkan((1 - serap / capaian) * SERATUS)
    hasil = bulatkan(50 + e / 20 * 50)
    rumus = f"E = (1 − {persen(serap)} / {persen(capaian)}) × 100% = {persen(e)}; "
    return Capaian(hasil, rumus=f"{rumus}50% + {persen(e)} / 20 × 50 = {persen(hasil)}")
