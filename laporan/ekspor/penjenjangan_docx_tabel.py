"""The tables of the penjenjangan as a Word file: real columns, heads that repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kinerja.gambar.kotak import Petak
from laporan.ekspor.docx_dasar import Penulis
from laporan.ekspor.docx_tabel import SelWord
from laporan.pdf.diagram_rencana import Halaman
from laporan.pdf.iku_bagian import huruf
from laporan.pdf.naskah_penjenjangan import (
    BarisMatriks,
    Blok,
    Isian,
    KolomOutcome,
    LembarMatriks,
    NaskahPenjenjangan,
    TabelKondisi,
    TabelTarget,
    UkuranTarget,
)
from laporan.pdf.penjenjangan_tabel import PETUNJUK, petunjuk, romawi

LEBAR = 300.0
"""Millimetres between the margins of the landscape page."""
UKURAN, UKURAN_MATRIKS = 8.5, 7.5
LEBAR_LABEL = 26.0
JARAK = 8.0
"""Between two tables without a line over the second, in points."""


def tabel_outcome(w: Penulis, n: NaskahPenjenjangan) -> None:
    """The outcome, then the three columns: hints under each head, numbered and lettered items."""
    w.tabel([[SelWord("Outcome", tebal=True), SelWord(n.outcome or "-", tebal=True)]],
            [LEBAR_LABEL, LEBAR - LEBAR_LABEL], kepala=0, ukuran=UKURAN, rapat=True)  # fmt: skip
    w.sela(JARAK)
    if not n.kolom:
        return
    baris = [
        [_kepala(k.judul) for k in n.kolom],
        [SelWord(PETUNJUK if k.petunjuk else "-", catatan=petunjuk(k)) for k in n.kolom],
        [SelWord("\n".join(_butir(k)) or "-") for k in n.kolom],
    ]
    w.tabel(baris, _rata(len(n.kolom)), kepala=1, ukuran=UKURAN, terbelah=True, rapat=True)


def _butir(kolom: KolomOutcome) -> Iterator[str]:
    for n, butir in enumerate(kolom.butir, start=1):
        yield f"\t{n}. {butir.teks}"
        yield from (f"\t\t{huruf(k)}. {sub}" for k, sub in enumerate(butir.sub, start=1))


def tabel_csf(w: Penulis, n: NaskahPenjenjangan) -> None:
    """The outcome beside its CSF."""
    csf = n.csf or ("-",)
    kepala = [_kepala("Outcome"), _kepala("CSF"), _kepala("Critical Success Factor")]
    isi = [
        [_menurun(ke, n.outcome or "-"), SelWord(f"CSF {romawi(ke + 1)}", tebal=True), SelWord(t)]
        for ke, t in enumerate(csf)
    ]
    w.tabel([kepala, *isi], [LEBAR * 0.4, LEBAR * 0.1, LEBAR * 0.5], kepala=1, ukuran=UKURAN,
            rapat=True)  # fmt: skip


def tabel_kondisi(w: Penulis, tabel: TabelKondisi) -> None:
    """Two columns, the right one numbered."""
    kepala = [_kepala(tabel.judul_kiri), _kepala("No"), _kepala(tabel.judul_kanan)]
    isi = [
        [_menurun(ke, tabel.kiri or "-"), SelWord(str(ke + 1), rata="center"), SelWord(teks)]
        for ke, teks in enumerate(tabel.kanan or ("-",))
    ]
    w.tabel([kepala, *isi], [LEBAR * 0.4, LEBAR * 0.05, LEBAR * 0.55], kepala=1, ukuran=UKURAN,
            utuh=True, rapat=True)  # fmt: skip


def tabel_kotak(w: Penulis, halaman: Halaman) -> None:
    """The boxes of a drawing as text, in its order."""
    kepala = [_kepala("Jenjang"), _kepala("Kinerja"), _kepala("Indikator")]
    isi = [_baris_kotak(p) for p in halaman.muatan.diagram.semua()]
    lebar = [LEBAR * 0.12, LEBAR * 0.44, LEBAR * 0.44]
    w.tabel([kepala, *isi], lebar, kepala=1, ukuran=UKURAN, rapat=True)


def _baris_kotak(petak: Petak) -> list[SelWord]:
    k = petak.kotak
    jenjang = " ".join(filter(None, (k.nama_jenjang, k.nomor)))
    kinerja = "\n".join(filter(None, (k.judul, k.kalimat)))
    indikator = "\n".join(i.removeprefix("Indikator: ") for i in k.indikator)
    return [SelWord(jenjang), SelWord(kinerja), SelWord(indikator or "-")]


def tabel_target(w: Penulis, n: NaskahPenjenjangan, tabel: TabelTarget) -> None:
    """Tujuan or sasaran merged over their indicators, a column for each year."""
    kolom = (tabel.sebutan, f"Indikator {tabel.sebutan}", "Satuan")
    atas = [SelWord(k, kepala=True, mulai=True) for k in kolom]
    atas.append(SelWord("Target Tahun", lebar=len(n.tahun), kepala=True))
    kosong = UkuranTarget("", "", ("",) * len(n.tahun))
    bawah = [SelWord(lanjut=True, kepala=True) for _ in kolom]
    bawah += [_kepala(str(t)) for t in n.tahun]
    isi = [
        [
            _menurun(ke, satu.kinerja), SelWord(u.indikator or "-"), SelWord(u.satuan or "-"),
            *(SelWord(t or "-", rata="center") for t in u.target),
        ]
        for satu in tabel.baris
        for ke, u in enumerate(satu.ukuran or (kosong,))
    ]  # fmt: skip
    lebar = [LEBAR * 0.26, LEBAR * 0.34, LEBAR * 0.08]
    lebar += [LEBAR * 0.32 / len(n.tahun)] * len(n.tahun)
    w.tabel([atas, bawah, *isi], lebar, kepala=2, ukuran=UKURAN, rapat=True)


def tabel_blok(w: Penulis, kiri: Blok, kanan: Blok | None) -> None:
    """Two blocks of labels and values side by side; one alone takes half."""
    daftar = [b for b in (kiri, kanan) if b is not None]
    banyak = max(len(b.isian) for b in daftar)
    baris = [[s for b in daftar for s in _isian(b, ke)] for ke in range(banyak)]
    lebar = [LEBAR_LABEL, LEBAR / 2 - LEBAR_LABEL] * len(daftar)
    w.tabel(baris, lebar, kepala=0, ukuran=UKURAN, utuh=True, rapat=True)


def _isian(blok: Blok, ke: int) -> tuple[SelWord, SelWord]:
    if ke >= len(blok.isian):
        return SelWord(), SelWord()
    isian: Isian = blok.isian[ke]
    return SelWord(isian.label, tebal=True), SelWord(isian.nilai or "-", catatan=isian.catatan)


def tabel_matriks(w: Penulis, lembar: LembarMatriks, banyak: int) -> None:
    """Programmes across; level and holder merged downwards."""
    atas = [SelWord("Level kinerja", kepala=True, mulai=True)]
    atas += [SelWord("Komponen", kepala=True, mulai=True)]
    atas += [SelWord("Kinerja menurut program", lebar=banyak, kepala=True)]
    atas += [SelWord("Pemegang", kepala=True, mulai=True)]
    tutup = SelWord(lanjut=True, kepala=True)
    bawah = [tutup, tutup, *(_kepala(str(n + 1)) for n in range(banyak)), tutup]
    lebar = [LEBAR * 0.085] * 2 + [LEBAR * 0.75 / banyak] * banyak + [LEBAR * 0.08]
    isi = list(_baris_matriks(lembar.baris))
    w.tabel([atas, bawah, *isi], lebar, kepala=2, ukuran=UKURAN_MATRIKS, rapat=True)


def _baris_matriks(daftar: Sequence[BarisMatriks]) -> Iterator[list[SelWord]]:
    for _, kelompok in groupby(daftar, key=lambda b: (b.level, b.pemegang)):
        for ke, b in enumerate(kelompok):
            tengah = [SelWord(s.teks or "-", lebar=s.rentang) for s in b.sel]
            yield [_menurun(ke, b.level), SelWord(b.komponen), *tengah, _menurun(ke, b.pemegang)]


def _menurun(ke: int, teks: str) -> SelWord:
    """A cell merged downwards: its text stands in the first row."""
    return SelWord(lanjut=True) if ke else SelWord(teks or "-", mulai=True)


def _kepala(teks: str) -> SelWord:
    return SelWord(teks, kepala=True)


def _rata(banyak: int) -> list[float]:
    return [LEBAR / banyak] * banyak
