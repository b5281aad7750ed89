"""What a penjenjangan prints, stage by stage, as tables in order. Words of its heads stand here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from laporan.pdf.naskah_penjenjangan import Blok, BlokSubKegiatan, NaskahPenjenjangan
from laporan.pdf.penjenjangan_alir import Potongan
from laporan.pdf.penjenjangan_tabel import KOLOM_MATRIKS, Penata, romawi

TARGET, KEGIATAN, SUB, MATRIKS = range(4)
"""Parts of Tahap 5."""
JUDUL_CATATAN = "Catatan penyusunan"
CATATAN = "Catatan"


def judul_bagian(naskah: NaskahPenjenjangan, bagian: int) -> str:
    """ "5.2 Program dan kegiatan"; the matrix has no number."""
    nomor = "" if bagian == MATRIKS else f"5.{bagian + 1} "
    return nomor + naskah.bagian[bagian]


def judul_csf(nomor: int) -> str:
    return f"CSF {romawi(nomor)}"


def judul_kondisi(ke: int) -> str:
    return f"Tabel 3.{ke}"


def judul_target(ke: int) -> str:
    return f"Tabel 5.1.{ke}"


def judul_kegiatan(ke: int) -> str:
    return f"Blok 5.2.{ke}"


def judul_sub(ke: int, blok: BlokSubKegiatan) -> str:
    """ "5.3.2 Program … · Kegiatan: …" """
    kegiatan = f"Kegiatan: {blok.kegiatan}" if blok.kegiatan else ""
    return " ".join((f"5.3.{ke}", " · ".join(filter(None, (blok.program, kegiatan)))))


@dataclass(frozen=True)
class Susunan:
    """The tables of each stage."""

    naskah: NaskahPenjenjangan
    penata: Penata

    def tahap(self, nomor: int) -> list[Potongan]:
        """In print order; Tahap 4 is drawn and has none."""
        daftar = {1: self._satu, 2: self._dua, 3: self._tiga, 5: self._lima}
        return list(daftar[nomor]())

    def _satu(self) -> Iterator[Potongan]:
        yield Potongan(self.penata.outcome(self.naskah), halaman_baru=True)
        if self.naskah.kolom:
            yield Potongan(self.penata.tahap_satu(self.naskah.kolom))

    def _dua(self) -> Iterator[Potongan]:
        yield Potongan(self.penata.tahap_dua(self.naskah), halaman_baru=True)

    def _tiga(self) -> Iterator[Potongan]:
        lama = 0
        for ke, tabel in enumerate(self.naskah.kondisi, start=1):
            baru = tabel.csf != lama
            lama = tabel.csf
            yield Potongan(self.penata.kondisi(tabel), judul_kondisi(ke), halaman_baru=baru,
                           sub=judul_csf(tabel.csf))  # fmt: skip

    def _lima(self) -> Iterator[Potongan]:
        for daftar in (self._target(), self._kegiatan(), self._sub(), self._matriks()):
            for ke, satu in enumerate(daftar):
                yield satu if ke else replace(satu, halaman_baru=True)
        if self.naskah.penutup:
            tabel = self.penata.bebas(self.naskah.penutup)
            yield Potongan(tabel, CATATAN)

    def _target(self) -> Iterator[Potongan]:
        for ke, tabel in enumerate(self.naskah.target, start=1):
            yield Potongan(self.penata.target(self.naskah, tabel), judul_target(ke),
                           sub=judul_bagian(self.naskah, TARGET))  # fmt: skip

    def _kegiatan(self) -> Iterator[Potongan]:
        for ke, blok in enumerate(self.naskah.kegiatan, start=1):
            tabel = self.penata.berdampingan(blok.program, blok.kegiatan)
            yield Potongan(
                tabel, judul_kegiatan(ke), kelas="blok", sub=judul_bagian(self.naskah, KEGIATAN)
            )

    def _sub(self) -> Iterator[Potongan]:
        for ke, blok in enumerate(self.naskah.sub_kegiatan, start=1):
            judul = judul_sub(ke, blok)
            for n, (kiri, kanan) in enumerate(berpasangan(blok.sub)):
                yield Potongan(self.penata.berdampingan(kiri, kanan), "" if n else judul, judul,
                               kelas="blok", sub=judul_bagian(self.naskah, SUB))  # fmt: skip

    def _matriks(self) -> Iterator[Potongan]:
        banyak = max(len(self.naskah.program), 1)
        lebar = KOLOM_MATRIKS[self.penata.kertas.nama]
        for lembar in self.naskah.matriks:
            for awal in range(0, banyak, lebar):
                tabel = self.penata.matriks(lembar, awal, min(awal + lebar, banyak))
                yield Potongan(tabel, lembar.judul, halaman_baru=True,
                               sub=judul_bagian(self.naskah, MATRIKS))  # fmt: skip


def berpasangan(daftar: tuple[Blok, ...]) -> Iterator[tuple[Blok, Blok | None]]:
    """Two by two; the last one may be alone."""
    for n in range(0, len(daftar), 2):
        yield daftar[n], daftar[n + 1] if n + 1 < len(daftar) else None
