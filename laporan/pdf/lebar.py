"""Paper, size of type and column widths: what fits without breaking a word at a legal size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cascading.matriks import Matriks
from cascading.set_kolom import KOLOM_TERBANYAK, MEDAN_SEBUTAN, Kolom
from kinerja.gambar.ukur_teks import kata_terlebar, lebar

MM = 72 / 25.4
ISI_X = 2.6
"""Padding left and right of a cell, in points."""
GARIS = 0.5
LANJUTAN = "(lanjutan)"
LANGKAH = 0.25
TERBESAR = 8.0
NYAMAN = 0.88
"""Words may take this share of the paper before a smaller type is tried."""
BAGIAN_TERLEBAR = 0.24
"""No column is made wider than this share of the paper for one long word; such a word is cut."""
TERULANG = ("program", "kegiatan")
LEMBAR_TERBANYAK = KOLOM_TERBANYAK


@dataclass(frozen=True, slots=True)
class Kertas:
    """A landscape sheet in points, its margins and the smallest legal type."""

    nama: str
    lebar: float
    tinggi: float
    terkecil: float
    tepi: float = 12 * MM
    atas: float = 11 * MM
    bawah: float = 15 * MM

    @property
    def ruang(self) -> float:
        return self.lebar - 2 * self.tepi

    @property
    def ruang_tinggi(self) -> float:
        return self.tinggi - self.atas - self.bawah


KERTAS = {
    "A3": Kertas("A3", 420 * MM, 297 * MM, 5.5),
    "F4": Kertas("F4", 330 * MM, 215 * MM, 7.0),
}


@dataclass(frozen=True, slots=True)
class Lembar:
    """The columns that stand side by side on one sheet, with their widths."""

    kolom: tuple[int, ...]
    lebar: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TataLetak:
    """How a matrix goes on a paper. More than one lembar: they face each other, row by row."""

    kertas: Kertas
    ukuran: float
    lembar: tuple[Lembar, ...]
    memenggal: bool = False

    @property
    def muat(self) -> bool:
        """All columns on one sheet, no word broken."""
        return len(self.lembar) == 1 and not self.memenggal


def tata_letak(matriks: Matriks, kertas: Kertas) -> TataLetak:
    """The widest type on the fewest sheets."""
    kata = [_kata(matriks, i) for i in range(len(matriks.kolom))]
    terlebar = kertas.ruang * BAGIAN_TERLEBAR
    memenggal = any(_minimum(k, kertas.terkecil) > terlebar for k in kata)
    isi = [_isi(matriks, i) for i in range(len(kata))]
    for ukuran, kolom in _percobaan(matriks, kertas, kata):
        minimum = [min(_minimum(k, ukuran), terlebar) for k in kata]
        lembar = tuple(
            Lembar(k, _bagi([minimum[i] for i in k], [isi[i] for i in k], kertas.ruang))
            for k in kolom
        )
        return TataLetak(kertas, ukuran, lembar, memenggal)
    raise AssertionError("one column and the repeated ones always fit")  # pragma: no cover


def kertas_ditawarkan(matriks: Matriks) -> list[TataLetak]:
    """Papers on which the set fits; when none does, all of them with facing sheets."""
    semua = [tata_letak(matriks, k) for k in KERTAS.values()]
    return [t for t in semua if t.muat] or semua


def _percobaan(
    matriks: Matriks, kertas: Kertas, kata: Sequence[float]
) -> Iterator[tuple[float, list[tuple[int, ...]]]]:
    """Layouts that fit, best first: one comfortable sheet, one full sheet, facing sheets."""
    ukuran = _ukuran(kertas)
    terlebar = kertas.ruang * BAGIAN_TERLEBAR
    semua = tuple(range(len(kata)))
    for penuh in (NYAMAN, 1.0):
        for u in ukuran:
            if sum(min(_minimum(k, u), terlebar) for k in kata) <= kertas.ruang * penuh:
                yield u, [semua]
    for banyak in range(2, LEMBAR_TERBANYAK + 1):
        for u in ukuran:
            minimum = [min(_minimum(k, u), terlebar) for k in kata]
            if bagian := _belah(matriks.kolom, minimum, kertas.ruang, banyak):
                yield u, bagian


def _ukuran(kertas: Kertas) -> list[float]:
    n = round((TERBESAR - kertas.terkecil) / LANGKAH)
    return [TERBESAR - i * LANGKAH for i in range(n + 1)]


def terulang(kolom: Sequence[Kolom]) -> tuple[int, ...]:
    """No, Program and Kegiatan: what a facing sheet repeats so that a row can be followed."""
    hasil = [i for i, k in enumerate(kolom) if k.kunci == "no"]
    for tingkat in TERULANG:
        milik = [i for i, k in enumerate(kolom) if k.tingkat == tingkat]
        sebutan = [i for i in milik if kolom[i].medan in MEDAN_SEBUTAN]
        hasil += sorted(sebutan, key=lambda i: kolom[i].medan == "kinerja")[:1]
    return tuple(hasil)


def _belah(
    kolom: Sequence[Kolom], minimum: Sequence[float], ruang: float, banyak: int
) -> list[tuple[int, ...]] | None:
    """Columns over ``banyak`` sheets, as even as whole groups allow; None when they do not fit."""
    ulang = set(terulang(kolom))
    for utuh in (True, False):
        for isi in (0.8, 0.9, 1.0):
            bagian = _isi_lembar(kolom, minimum, ruang * isi, ulang, utuh)
            if bagian and len(bagian) <= banyak:
                return bagian
    return None


def _isi_lembar(
    kolom: Sequence[Kolom], minimum: Sequence[float], ruang: float, ulang: set[int], utuh: bool
) -> list[tuple[int, ...]] | None:
    hasil: list[tuple[int, ...]] = []
    kini: list[int] = []
    for potong in _potong(kolom, utuh):
        calon = sorted({*kini, *potong, *ulang})
        if kini and sum(minimum[i] for i in calon) > ruang:
            hasil.append(tuple(sorted({*kini, *ulang})))
            kini, calon = list(potong), sorted({*potong, *ulang})
        else:
            kini += potong
        if sum(minimum[i] for i in calon) > ruang:
            return None
    return [*hasil, tuple(sorted({*kini, *ulang}))]


def _potong(kolom: Sequence[Kolom], utuh: bool) -> list[list[int]]:
    """Columns that stay together: those under one group heading."""
    hasil: list[list[int]] = []
    for i, k in enumerate(kolom):
        if utuh and i and k.grup and k.grup == kolom[i - 1].grup:
            hasil[-1].append(i)
        else:
            hasil.append([i])
    return hasil


def _kata(matriks: Matriks, i: int) -> float:
    """Width of the widest word of the column for a type of size 1, heading included."""
    kolom = matriks.kolom[i]
    kandidat = [kata_terlebar(kolom.judul, 1, "tebal"), lebar("(10)", 1)]
    for sel in matriks.sel[i]:
        kandidat.append(kata_terlebar(sel.teks, 1))
        kandidat += [kata_terlebar(c, 1, "miring") for c in sel.catatan]
        if sel.label:
            kandidat.append(lebar(LANJUTAN, 1, "miring"))
    if matriks.jumlah.kolom == i:
        kandidat.append(lebar(f"{matriks.jumlah.angka:,}", 1, "tebal"))
        kandidat += [kata_terlebar(c, 1, "miring") for c in matriks.jumlah.catatan]
    return max(kandidat)


def _minimum(kata: float, ukuran: float) -> float:
    return kata * ukuran + 2 * ISI_X + GARIS + 0.2


def _isi(matriks: Matriks, i: int) -> float:
    """How much text the column holds per row; a merged cell spreads its text over its rows."""
    panjang = sum(lebar(s.teks, 1) for s in matriks.sel[i])
    return panjang / max(1, matriks.baris)


def _bagi(minimum: Sequence[float], isi: Sequence[float], ruang: float) -> tuple[float, ...]:
    """Every column its widest word; what is left goes where the text is."""
    sisa = ruang - sum(minimum)
    bobot = [max(x, 0.5) ** 0.7 for x in isi]
    tetap = [x * 1.0 for x in minimum]
    return tuple(m + sisa * b / sum(bobot) for m, b in zip(tetap, bobot, strict=True))
