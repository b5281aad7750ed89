"""The drawn pages of Tahap 4: an overview down to what is right below the CSF, then the rest.

A CSF whose boxes fit together has one page; else each box below it (a programme) has, split where
it is too long, and every page repeats the path from the CSF down. Boxes that go on elsewhere name
the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kinerja.gambar.kotak import Kotak
from laporan.pdf.diagram_kertas import Bidang, Muatan, lebih_besar, muat
from laporan.pdf.diagram_rencana import LEBAR_JALUR, Halaman
from laporan.pdf.lebar import Kertas

TERBANYAK = 15
"""Boxes on one page, those of the path included."""
RENGGANG_CATATAN = 6.0
IKHTISAR = "Ikhtisar"


@dataclass(frozen=True)
class BidangPohon(Bidang):
    """A sheet with a head of its own height, and room for a note at the foot."""

    tinggi_kepala: float = 0.0
    tinggi_catatan: float = 0.0

    @property
    def kepala(self) -> float:
        return self.tinggi_kepala

    @property
    def tinggi(self) -> float:
        sisa = self.kertas.ruang_tinggi - self.kepala - self.legenda - 3
        return sisa - (self.tinggi_catatan + RENGGANG_CATATAN if self.tinggi_catatan else 0)


@dataclass(frozen=True)
class _Lembar:
    """A page before it is drawn. ``jalur`` are the boxes above its first one."""

    judul: str
    jalur: tuple[Kotak, ...]
    kotak: tuple[Kotak, ...]

    def pohon(self) -> tuple[Kotak, ...]:
        """The path wide and low; a single box below it too."""
        isi = self.kotak
        if len(isi) == 1 and isi[0].anak:
            isi = (replace(isi[0], lebar=LEBAR_JALUR),)
        for satu in reversed(self.jalur):
            isi = (replace(satu, lebar=LEBAR_JALUR, anak=isi),)
        return isi


def rencana_pohon(
    daftar: Sequence[Kotak], tingkat: int, kertas: Kertas, *, halaman_pertama: int,
    tinggi_kepala: float = 0.0, tinggi_catatan: float = 0.0, sebutan: str = "halaman {}",
) -> list[Halaman]:  # fmt: skip
    """All pages in print order. ``tingkat``: how deep the CSF stand; numbers count from
    ``halaman_pertama``, the overview, and are said in the words of ``sebutan``.
    """
    if not daftar:
        return []
    lembar = [s for akar in daftar for s in _rinci(akar, tingkat)]
    awal = _awal(lembar, halaman_pertama + 1)
    ikhtisar = tuple(_tutup(k, tingkat + 1, awal, sebutan) for k in daftar)
    tujuan = {k.id: awal[k.id] for akar in ikhtisar for k in akar.semua() if k.rujukan}
    pertama = BidangPohon(kertas, tinggi_kepala, tinggi_catatan)
    hasil = [Halaman(IKHTISAR, _letakkan(ikhtisar, pertama), tujuan)]
    for nomor, satu in enumerate(lembar, start=halaman_pertama + 1):
        tuju: dict[str, int] = {}
        jalur = tuple(_rujuk(satu.jalur, nomor, awal, halaman_pertama, tuju, sebutan))
        isi = replace(satu, jalur=jalur).pohon()
        hasil.append(Halaman(satu.judul, _letakkan(isi, BidangPohon(kertas, tinggi_kepala)), tuju))
    return hasil


def judul_pohon(daftar: Sequence[Kotak], tingkat: int) -> list[str]:
    """The titles of all pages, before anything is drawn."""
    rinci = [s.judul for akar in daftar for s in _rinci(akar, tingkat)]
    return [IKHTISAR, *rinci] if daftar else []


def _rinci(akar: Kotak, tingkat: int) -> Iterator[_Lembar]:
    """The pages of a box."""
    if akar.tingkat < tingkat:
        for anak in akar.anak:
            yield from _rinci(anak, tingkat)
        return
    if not any(k.tingkat > tingkat + 1 for k in akar.semua()):
        return  # all of it stands in the overview
    if akar.banyak <= TERBANYAK:
        yield _Lembar(_nama(akar), (akar,), akar.anak)
        return
    jalur = () if akar.tingkat > tingkat else (akar,)
    for program in akar.anak if jalur else (akar,):
        if program.anak:
            yield from _bernomor(_nama(program), list(_pecah(jalur, program)))


def _pecah(jalur: tuple[Kotak, ...], kotak: Kotak) -> Iterator[_Lembar]:
    """A box with what is below it, as many of its children on a page as belong together."""
    penuh = (*jalur, kotak)
    if len(penuh) + kotak.banyak - 1 <= TERBANYAK or not kotak.anak:
        yield _Lembar("", penuh, kotak.anak)
        return
    kelompok: list[Kotak] = []
    for anak in kotak.anak:
        if len(penuh) + sum(k.banyak for k in (*kelompok, anak)) <= TERBANYAK:
            kelompok.append(anak)
            continue
        if kelompok:
            yield _Lembar("", penuh, tuple(kelompok))
        kelompok = [anak]
        if len(penuh) + anak.banyak > TERBANYAK and anak.anak:
            yield from _pecah(penuh, anak)
            kelompok = []
    if kelompok:
        yield _Lembar("", penuh, tuple(kelompok))


def _bernomor(nama: str, daftar: list[_Lembar]) -> Iterator[_Lembar]:
    for ke, satu in enumerate(daftar, start=1):
        bagian = f" (bagian {ke} dari {len(daftar)})" if len(daftar) > 1 else ""
        yield replace(satu, judul=nama + bagian)


def _awal(lembar: Sequence[_Lembar], mulai: int) -> dict[str, int]:
    """The page on which each box stands first, below the overview."""
    awal: dict[str, int] = {}
    for nomor, satu in enumerate(lembar, start=mulai):
        for kotak in (*satu.jalur, *(k for akar in satu.kotak for k in akar.semua())):
            awal.setdefault(kotak.id, nomor)
    return awal


def _tutup(kotak: Kotak, sampai: int, awal: dict[str, int], sebutan: str) -> Kotak:
    """Down to the level ``sampai``; what is left out says how much it is, and where."""
    if kotak.tingkat < sampai:
        return replace(kotak, anak=tuple(_tutup(a, sampai, awal, sebutan) for a in kotak.anak))
    if kotak.banyak == 1:
        return kotak
    rujukan = f"{kotak.banyak - 1} kotak, lihat {sebutan.format(awal[kotak.id])}"
    return replace(kotak, anak=(), rujukan=rujukan)


def _rujuk(
    jalur: tuple[Kotak, ...], nomor: int, awal: dict[str, int], ikhtisar: int, tuju: dict[str, int],
    sebutan: str,
) -> Iterator[Kotak]:  # fmt: skip
    """The path leads back to the overview, and what went on from another page to that page."""
    for ke, kotak in enumerate(jalur):
        rujukan = ""
        if ke == 0:
            tuju[kotak.id] = ikhtisar
            rujukan = f"ikhtisar di {sebutan.format(ikhtisar)}"
        elif (di := awal[kotak.id]) < nomor:
            tuju[kotak.id] = di
            rujukan = f"lanjutan dari {sebutan.format(di)}"
        yield replace(kotak, rujukan=rujukan)


def _letakkan(daftar: Sequence[Kotak], b: BidangPohon) -> Muatan:
    """On the sheet that was asked for; what is not legible there gets a larger one."""
    pilihan = muat(daftar, b)
    for besar in lebih_besar(b.kertas.nama):
        if pilihan.terbaca:
            break
        pilihan = muat(daftar, replace(b, kertas=besar.kertas))
    return pilihan


def _nama(kotak: Kotak) -> str:
    return f"{' '.join(filter(None, (kotak.nama_jenjang, kotak.nomor)))}: {kotak.judul}"
