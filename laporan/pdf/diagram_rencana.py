"""The pages of a diagram: one poster, or an overview and pages for each Sasaran, split until the
smallest text is legible. A box that stands on a later page again names the page it began on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from kinerja.gambar.kotak import Kotak
from laporan.pdf.diagram_kertas import (
    GULUNGAN,
    Bidang,
    Muatan,
    bidang,
    cukup,
    lebih_besar,
    muat,
    muat_gulungan,
)
from laporan.pdf.naskah_diagram import POSTER, NaskahDiagram

LIHAT = "{} kotak, lihat halaman {}"
LANJUTAN = "lanjutan dari halaman {}"
LEBAR_JALUR = 460.0
NOMOR_DUGA = 888
"""Stands for a page number while pages are not counted yet; as wide as any."""


@dataclass(frozen=True)
class Halaman:
    """A page with its drawing; ``tujuan`` is the page that a box leads to."""

    judul: str
    muatan: Muatan
    tujuan: dict[str, int]


@dataclass
class _Rencana:
    """A page before it is drawn. ``rantai`` are the boxes above, from the Sasaran down."""

    judul: str
    kotak: tuple[Kotak, ...]
    rantai: tuple[str, ...] = ()


def rencanakan(naskah: NaskahDiagram, kertas: str) -> list[Halaman]:
    """All pages in print order."""
    if not naskah.kotak:
        return []
    if kertas == GULUNGAN:
        return [Halaman("", muat_gulungan(naskah.kotak), {})]
    lembar = bidang(kertas)
    if naskah.bentuk == POSTER or cukup(naskah.kotak, lembar):
        return [Halaman("", muat(naskah.kotak, lembar), {})]
    return _PenyusunSet(naskah, lembar).halaman()


class _PenyusunSet:
    def __init__(self, naskah: NaskahDiagram, lembar: Bidang) -> None:
        self.naskah, self.lembar = naskah, lembar
        self.rencana: list[_Rencana] = []
        self.tercetak: set[str] = set()
        """Boxes that stand somewhere with all they say; in a path they are short."""
        self.banyak_ikhtisar = 0

    def halaman(self) -> list[Halaman]:
        ikhtisar = self._ikhtisar()
        self.rencana = self._bagi_ikhtisar(ikhtisar)
        lengkap = {k.id for akar in ikhtisar for k in akar.semua() if _utuh(k)}
        self.tercetak = {k.id for akar in ikhtisar for k in akar.semua()}
        satuan = [k for akar in self.naskah.kotak for k in _satuan(akar, self._tingkat)]
        for kotak in satuan:
            if kotak.id not in lengkap:
                awal = len(self.rencana)
                self._pecah((), kotak)
                _beri_judul(self.rencana[awal:], _nama(kotak))
        return self._gambar()

    @property
    def _tingkat(self) -> int:
        return self.naskah.tingkat_halaman

    def _ikhtisar(self) -> tuple[Kotak, ...]:
        """As far down as is legible, at least the topmost level."""
        tingkat = sorted({k.tingkat for akar in self.naskah.kotak for k in akar.semua()})
        teratas = max(akar.tingkat for akar in self.naskah.kotak)
        calon = [t for t in reversed(tingkat[:-1]) if t >= teratas] or [teratas]
        for batas in calon:
            isi = tuple(_bertanda(akar.sampai(batas)) for akar in self.naskah.kotak)
            if cukup(isi, self.lembar):
                return isi
        return tuple(_bertanda(akar.sampai(calon[-1])) for akar in self.naskah.kotak)

    def _bagi_ikhtisar(self, daftar: tuple[Kotak, ...]) -> list[_Rencana]:
        """One page, else as many as the trees need."""
        kelompok: list[list[Kotak]] = [[]]
        for akar in daftar:
            if kelompok[-1] and not cukup([*kelompok[-1], akar], self.lembar):
                kelompok.append([])
            kelompok[-1].append(akar)
        hasil = [_Rencana("Ikhtisar", tuple(k)) for k in kelompok]
        _beri_judul(hasil, "Ikhtisar")
        self.banyak_ikhtisar = len(hasil)
        return hasil

    def _pecah(self, rantai: tuple[Kotak, ...], kotak: Kotak) -> None:
        """Pages of a box and all below it: one, else as many as its children need."""
        if not kotak.anak or self._muat(rantai, kotak):
            self._tambah(rantai, kotak)
            return
        kelompok: list[Kotak] = []
        for anak in kotak.anak:
            if self._muat(rantai, replace(kotak, anak=(*kelompok, anak))):
                kelompok.append(anak)
                continue
            self._tutup(rantai, kotak, kelompok)
            kelompok = []
            if self._muat(rantai, replace(kotak, anak=(anak,))):
                kelompok = [anak]
            else:
                self._dalami(rantai, kotak, anak)
        self._tutup(rantai, kotak, kelompok)

    def _dalami(self, rantai: tuple[Kotak, ...], kotak: Kotak, anak: Kotak) -> None:
        """A child that needs pages of its own; its parent stands in full once before."""
        if kotak.id not in self.tercetak:
            tertutup = (replace(a, anak=(), tertutup=a.banyak - 1) for a in kotak.anak)
            self._tambah(rantai, replace(kotak, anak=tuple(_bertanda(a) for a in tertutup)))
        self._pecah((*rantai, kotak), anak)

    def _tutup(self, rantai: tuple[Kotak, ...], kotak: Kotak, kelompok: list[Kotak]) -> None:
        if kelompok:
            self._tambah(rantai, replace(kotak, anak=tuple(kelompok)))

    def _muat(self, rantai: tuple[Kotak, ...], kotak: Kotak) -> bool:
        return cukup([_rangkai(rantai, kotak)], self.lembar)

    def _tambah(self, rantai: tuple[Kotak, ...], kotak: Kotak) -> None:
        self.tercetak |= {k.id for k in kotak.semua()}
        atas = tuple(k.id for k in rantai)
        self.rencana.append(_Rencana("", (_rangkai(rantai, kotak),), (*atas, kotak.id)))

    # --- numbers and drawings ---

    def _gambar(self) -> list[Halaman]:
        """Now that the pages are counted, boxes say where they go on."""
        awal: dict[str, int] = {}
        for nomor, r in enumerate(self.rencana, start=1):
            for kotak in (k for akar in r.kotak for k in akar.semua() if not k.tertutup):
                if nomor > self.banyak_ikhtisar:
                    awal.setdefault(kotak.id, nomor)
        for akar in self.naskah.kotak:
            _awal_di_bawah(akar, awal)
        hasil = []
        for nomor, r in enumerate(self.rencana, start=1):
            tujuan: dict[str, int] = {}
            isi = [_rujuk(k, nomor, awal, r.rantai, tujuan) for k in r.kotak]
            hasil.append(Halaman(r.judul, self._letakkan(isi), tujuan))
        return hasil

    def _letakkan(self, daftar: Sequence[Kotak]) -> Muatan:
        """On the sheet that was asked for; what is too large for it gets a larger one."""
        pilihan = muat(daftar, self.lembar)
        for besar in lebih_besar(self.lembar.kertas.nama):
            if pilihan.terbaca:
                break
            pilihan = muat(daftar, besar)
        return pilihan


def _awal_di_bawah(kotak: Kotak, awal: dict[str, int]) -> int:
    """A box above the Sasaran begins where the first of what is below it does; 0 for nowhere."""
    bawah = [n for n in (_awal_di_bawah(a, awal) for a in kotak.anak) if n]
    if kotak.id not in awal and bawah:
        awal[kotak.id] = min(bawah)
    return awal.get(kotak.id, 0)


def _satuan(kotak: Kotak, tingkat: int) -> list[Kotak]:
    """The topmost boxes at or below a level."""
    if kotak.tingkat >= tingkat:
        return [kotak]
    return [s for anak in kotak.anak for s in _satuan(anak, tingkat)]


def _utuh(kotak: Kotak) -> bool:
    """Nothing below it is left out of the overview."""
    return not any(k.rujukan for k in kotak.semua())


def _bertanda(kotak: Kotak) -> Kotak:
    """What is closed says where it goes on; the number follows when pages are counted."""
    rujukan = LIHAT.format(kotak.tertutup, NOMOR_DUGA) if kotak.tertutup else ""
    return replace(kotak, rujukan=rujukan, anak=tuple(_bertanda(a) for a in kotak.anak))


def _rangkai(rantai: Sequence[Kotak], kotak: Kotak) -> Kotak:
    """The box under its path, one above the other, all wide and low; the path only says what it
    is about.
    """
    if rantai:
        kotak = replace(kotak, lebar=LEBAR_JALUR)
    for atas in reversed(rantai):
        kotak = replace(_ringkas(atas), anak=(kotak,), rujukan=LANJUTAN.format(NOMOR_DUGA))
    return kotak


def _ringkas(kotak: Kotak) -> Kotak:
    kosong: dict[str, Any] = dict.fromkeys(("indikator", "program", "lintas"), ())
    return replace(kotak, lebar=LEBAR_JALUR, kalimat="", pelaksana="", kaki="", **kosong)


def _rujuk(
    kotak: Kotak, nomor: int, awal: dict[str, int], rantai: Sequence[str], tujuan: dict[str, int]
) -> Kotak:
    """The tree with its references; a box of the path that stood before is short."""
    anak = tuple(_rujuk(a, nomor, awal, rantai, tujuan) for a in kotak.anak)
    baru = replace(kotak, anak=anak, rujukan="")
    di = awal.get(kotak.id, nomor)
    if kotak.tertutup:
        tujuan[kotak.id] = di
        return replace(baru, rujukan=LIHAT.format(kotak.tertutup, di), tertutup=0)
    if kotak.id in rantai and di < nomor:
        tujuan[kotak.id] = di
        return replace(_ringkas(baru), rujukan=LANJUTAN.format(di))
    return baru


def _nama(kotak: Kotak) -> str:
    """ "Sasaran 1: Meningkatnya …" """
    return f"{' '.join(filter(None, (kotak.nama_jenjang, kotak.nomor)))}: {kotak.judul}"


def _beri_judul(daftar: Sequence[_Rencana], nama: str) -> None:
    for ke, r in enumerate(daftar, start=1):
        r.judul = nama + (f" (bagian {ke} dari {len(daftar)})" if len(daftar) > 1 else "")
