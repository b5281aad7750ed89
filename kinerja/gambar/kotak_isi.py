"""The inside of a box: its text measured and broken into lines, so that nothing is cut."""

from __future__ import annotations

from dataclasses import replace

from kinerja.gambar.kotak import (
    HURUF,
    LEBAR,
    LEBAR_PALING_SEMPIT,
    RENGGANG,
    TEPI,
    TINGGI_KEPALA,
    Baris,
    Kotak,
    Petak,
)
from kinerja.gambar.ukur_teks import bungkus, lebar

MASUK = 16
"""A hanging box stands this much to the right of the one above it."""
JEDA = {"kepala_daftar": 5, "judul": 5, "kalimat": 3, "indikator": 4, "pelaksana": 4, "lintas": 4}
"""Room above a paragraph."""
TANDA_LINTAS = "\N{LEFT RIGHT ARROW} "


def ukur(kotak: Kotak, lebar_kotak: float = LEBAR) -> Petak:
    """The box with its lines, and those below it."""
    petak = _petak(kotak, kotak.lebar or lebar_kotak)
    bawah = max(LEBAR_PALING_SEMPIT, lebar_kotak - MASUK) if kotak.susun else LEBAR
    petak.anak = [ukur(_ikut_susun(satu, kotak), bawah) for satu in kotak.anak]
    return petak


def _petak(kotak: Kotak, lebar_kotak: float) -> Petak:
    isi = _Isi(lebar_kotak)
    isi.kepala(kotak)
    isi.alinea("judul", kotak.judul)
    isi.alinea("kalimat", kotak.kalimat)
    for satu in kotak.indikator:
        isi.alinea("indikator", satu)
    isi.daftar(kotak)
    isi.alinea("pelaksana", f"Pelaksana: {kotak.pelaksana}" if kotak.pelaksana else "")
    for satu in kotak.lintas:
        isi.alinea("lintas", TANDA_LINTAS + satu)
    isi.program(kotak)
    isi.kaki(kotak)
    return Petak(kotak, lebar_kotak, isi.y + TEPI - 3, isi.baris, isi.garis)


def _ikut_susun(anak: Kotak, induk: Kotak) -> Kotak:
    """Below a stack everything hangs."""
    if not induk.susun or anak.susun:
        return anak
    return replace(anak, susun=True)


class _Isi:
    """Collects the lines of one box from top to bottom."""

    def __init__(self, lebar_kotak: float) -> None:
        self.ruang = lebar_kotak - 2 * TEPI
        self.baris: list[Baris] = []
        self.garis: list[float] = []
        self.y = 0.0

    def kepala(self, kotak: Kotak) -> None:
        """Level and number: on one line where both fit."""
        ukuran, gaya = HURUF["kepala"]
        nama = kotak.nama_jenjang
        muat = lebar(nama, ukuran, gaya) + 8 + lebar(kotak.nomor, ukuran, gaya) <= self.ruang
        teks = [nama, kotak.nomor] if not muat else [nama]
        self.y = 4.0
        for satu in filter(None, teks):
            self._tulis("kepala", satu)
        if muat and kotak.nomor:
            kiri = TEPI + self.ruang - lebar(kotak.nomor, ukuran, gaya)
            self.baris.append(Baris("kepala", kotak.nomor, kiri, self.baris[0].y))
        self.y = max(self.y + 2, TINGGI_KEPALA)

    def alinea(self, jenis: str, teks: str) -> None:
        if teks.strip():
            self.y += JEDA[jenis]
            self._tulis(jenis, teks)

    def daftar(self, kotak: Kotak) -> None:
        """Headed lists; a single item has no number."""
        for kepala, butir in kotak.daftar:
            self.alinea("kepala_daftar", kepala)
            for nomor, teks in enumerate(butir, start=1):
                if len(butir) == 1:
                    self._tulis("butir", teks)
                else:
                    self._tulis_butir(f"{nomor}.", teks)

    def _tulis_butir(self, nomor: str, teks: str) -> None:
        """The number in front, the text beside it."""
        ukuran, gaya = HURUF["butir"]
        masuk = lebar("00. ", ukuran, gaya)
        for ke, satu in enumerate(bungkus(teks, self.ruang - masuk, ukuran, gaya)):
            self.y += ukuran * RENGGANG
            if ke == 0:
                self.baris.append(Baris("butir", nomor, TEPI, self.y - ukuran * 0.3))
            self.baris.append(Baris("butir", satu, TEPI + masuk, self.y - ukuran * 0.3))

    def program(self, kotak: Kotak) -> None:
        """What serves the condition, under a line of its own; each programme begins with a gap."""
        if not kotak.program:
            return
        pertama = kotak.program[0][0]
        for kata, nama in kotak.program:
            if kata == pertama:
                self._garis()
            self._tulis("program", f"{kata}: {nama}")

    def kaki(self, kotak: Kotak) -> None:
        """Money, and how much is not drawn or where it is."""
        sisa = f"{kotak.tertutup} kotak di bawahnya" if kotak.tertutup else ""
        if not (kotak.kaki or sisa or kotak.rujukan):
            return
        self._garis()
        for jenis, teks in (("kaki", kotak.kaki), ("sisa", sisa), ("rujukan", kotak.rujukan)):
            if teks:
                self._tulis(jenis, teks)

    def _garis(self) -> None:
        self.y += 6
        self.garis.append(self.y)
        self.y += 3

    def _tulis(self, jenis: str, teks: str) -> None:
        ukuran, gaya = HURUF[jenis]
        for satu in bungkus(teks, self.ruang, ukuran, gaya):
            self.y += ukuran * RENGGANG
            self.baris.append(Baris(jenis, satu, TEPI, self.y - ukuran * 0.3))
