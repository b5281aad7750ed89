"""The cascading table as frozen dataclasses: columns, merged cells, totals, findings. Pure.

How several indicators of one box are printed: a box that ends a row gets one sub-row per
indicator, so unit, formula and target stand exactly beside it. In a merged parent cell they are
numbered lines, and the neighbouring columns repeat the numbers. Where every child says which
indicator it serves (``indikator_induk``), the parent's indicators become cells of their own
beside those children.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cascading.matriks_bagi import Kunci, Pembagi, catatan_jumlah, isi_pagu, tertutup
from cascading.matriks_catatan import CatatanPemeriksaan
from cascading.matriks_isi import Baris, IsiMatriks, susun_baris
from cascading.matriks_sel import KOSONG, teks_sel
from cascading.set_kolom import (
    LEPAS,
    MEDAN_INDIKATOR,
    MEDAN_SEBUTAN,
    TINGKAT,
    DaftarKolom,
    Kolom,
)


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell over ``rentang`` rows from ``mulai``.

    ``catatan`` stands under the text ("tertulis …"). ``label`` marks the cell that says
    "(lanjutan)" when a page cuts it; ``markah`` is its level in the outline, 0 for none. A remark
    stands across ``lebar`` columns; those it covers have cells of width 0. ``dicoret``: of a box
    that another one replaced.
    """

    mulai: int
    rentang: int
    teks: str
    catatan: tuple[str, ...] = ()
    angka: int | None = None
    label: bool = False
    markah: int = 0
    lebar: int = 1
    dicoret: bool = False


@dataclass(frozen=True, slots=True)
class JumlahMatriks:
    """The closing row. ``kolom`` is where the amount stands, None when the set has no money."""

    teks: str
    angka: int
    catatan: tuple[str, ...] = ()
    kolom: int | None = None

    @property
    def tercetak(self) -> bool:
        """A form without a column for money has no row for none."""
        return self.kolom is not None or bool(self.angka or self.catatan)


@dataclass(frozen=True, slots=True)
class Matriks:
    """A whole table: ``sel[k]`` are the cells of column k from the top, without gaps.

    ``kaki`` are closing rows across the table, as (name, text).
    """

    nama_set: str
    judul: str
    kolom: tuple[Kolom, ...]
    baris: int
    sel: tuple[tuple[Sel, ...], ...]
    jumlah: JumlahMatriks
    ringkasan: str
    nomor: tuple[Sel, ...] = ()
    catatan: tuple[CatatanPemeriksaan, ...] = ()
    kaki: tuple[tuple[str, str], ...] = ()

    def bernomor(self) -> Matriks:
        """With a column No in front, for sheets that face each other."""
        if any(k.kunci == "no" for k in self.kolom):
            return self
        jumlah = self.jumlah
        if jumlah.kolom is not None:
            jumlah = replace(jumlah, kolom=jumlah.kolom + 1)
        kolom = (Kolom("no", LEPAS["no"]), *self.kolom)
        return replace(self, kolom=kolom, sel=(self.nomor, *self.sel), jumlah=jumlah)


def susun(isi: IsiMatriks, daftar: DaftarKolom, *, judul_jumlah: str = "JUMLAH") -> Matriks:
    """The table of a document in one column set."""
    tingkat = frozenset(k.tingkat for k in daftar.kolom if k.tingkat)
    rinci = frozenset(k.tingkat for k in daftar.kolom if k.medan in MEDAN_INDIKATOR)
    baris = susun_baris(isi, tingkat, frozenset() if daftar.cara.sesel else rinci)
    pembagi = Pembagi(isi, daftar, rinci)
    markah = _markah(daftar, baris)
    kolom: list[Kolom] = []
    sel: list[tuple[Sel, ...]] = []
    bersatuan = {k.tingkat for k in daftar.kolom if k.medan == "satuan"}
    for k in daftar.kolom:
        k = replace(k, tanpa_satuan=k.medan == "target" and k.tingkat in bersatuan)
        isi_kolom = tuple(_sel_kolom(k, baris, isi, pembagi, markah.get(k.kunci, 0)))
        if k.opsional and all(s.teks == KOSONG for s in isi_kolom):
            continue
        kolom.append(k)
        sel.append(isi_kolom)
    sel = _bentangkan(kolom, sel, baris)
    return Matriks(
        nama_set=daftar.nama,
        judul=daftar.judul,
        kolom=tuple(kolom),
        baris=len(baris),
        sel=tuple(sel),
        jumlah=_jumlah(isi, kolom, judul_jumlah),
        ringkasan=_ringkasan(isi),
        nomor=tuple(_sel_kolom(Kolom("no", LEPAS["no"]), baris, isi, pembagi, 0)),
        catatan=isi.catatan,
    )


def _sel_kolom(
    kolom: Kolom, baris: Sequence[Baris], isi: IsiMatriks, pembagi: Pembagi, markah: int
) -> Iterator[Sel]:
    """Runs of equal keys become one cell."""
    label = kolom.medan in MEDAN_SEBUTAN and markah >= 0
    for mulai, sampai, rinci in _deret(kolom, baris, pembagi):
        b = baris[mulai]
        if kolom.medan == "pagu":
            teks, catatan, angka = isi_pagu(b.jalur.get(kolom.tingkat), isi, pembagi.berisi)
            yield Sel(mulai, sampai - mulai, teks, catatan, angka)
            continue
        milik = pembagi.di_baris(kolom, b)
        teks = teks_sel(milik, b, isi, rinci, pembagi.cara)
        ada = teks not in (KOSONG, "")
        simpul = b.jalur.get(milik.tingkat)
        yield Sel(
            mulai, sampai - mulai, teks, (), None, label and ada, markah if ada else 0,
            dicoret=simpul is not None and simpul.dicoret,
        )  # fmt: skip


def _deret(
    kolom: Kolom, baris: Sequence[Baris], pembagi: Pembagi
) -> Iterator[tuple[int, int, int | None]]:
    mulai = 0
    kunci: Kunci | None = None
    rinci: int | None = None
    for i, b in enumerate(baris):
        kini, kini_rinci = pembagi.kunci(pembagi.di_baris(kolom, b), b)
        if i and kini != kunci:
            yield mulai, i, rinci
            mulai = i
        kunci, rinci = kini, kini_rinci
    if baris:
        yield mulai, len(baris), rinci


def _bentangkan(
    kolom: Sequence[Kolom], sel: list[tuple[Sel, ...]], baris: Sequence[Baris]
) -> list[tuple[Sel, ...]]:
    """Let each remark stand across the columns of its level and all below."""
    for r, b in enumerate(baris):
        awal, akhir = tertutup(kolom, b.tingkat_penanda) if b.penanda else (0, 0)
        for i in range(awal, akhir):
            lebar, teks = (akhir - awal, b.penanda) if i == awal else (0, "")
            sel[i] = tuple(Sel(r, 1, teks, lebar=lebar) if s.mulai == r else s for s in sel[i])
    return sel


def _jumlah(isi: IsiMatriks, kolom: Sequence[Kolom], judul: str) -> JumlahMatriks:
    akar = isi.jumlah.get(isi.akar)
    letak = [i for i, k in enumerate(kolom) if k.medan == "pagu"]
    return JumlahMatriks(
        teks=judul,
        angka=akar.nilai if akar else 0,
        catatan=tuple(catatan_jumlah(isi, isi.akar)),
        kolom=letak[-1] if letak else None,
    )


def _markah(daftar: DaftarKolom, baris: Sequence[Baris]) -> dict[str, int]:
    """Outline level of the first naming column per level; the level of the rows has none."""
    ada = {t for b in baris for t in b.jalur}
    urut = [t for t in TINGKAT if t in ada and t != daftar.tingkat_terbawah]
    hasil: dict[str, int] = {}
    terpakai: set[str] = set()
    for k in daftar.kolom:
        if k.medan not in MEDAN_SEBUTAN:
            continue
        if k.tingkat in terpakai:
            hasil[k.kunci] = -1
            continue
        terpakai.add(k.tingkat)
        hasil[k.kunci] = urut.index(k.tingkat) + 1 if k.tingkat in urut else 0
    return hasil


def _ringkasan(isi: IsiMatriks) -> str:
    """ "7 program, 13 kegiatan, 43 sub kegiatan"."""
    hitung: Mapping[str, int] = {
        t: sum(s.tingkat == t for s in isi.simpul) for t in ("program", "kegiatan", "sub_kegiatan")
    }
    return ", ".join(f"{n} {TINGKAT[t].lower()}" for t, n in hitung.items() if n)
