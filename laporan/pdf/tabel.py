"""One page of a table as HTML: head repeated, merged cells closed, lines broken by us."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from cascading.matriks import Matriks, Sel
from cascading.set_kolom import Kolom
from kinerja.gambar.ukur_teks import bungkus
from laporan.pdf.halaman import Halaman, Potong
from laporan.pdf.lebar import GARIS, ISI_X, LANJUTAN, Lembar, TataLetak, terulang
from laporan.pdf.ukuran import ISI_Y, SELA, UkuranKolom, tinggi_sel

KELAS = {"kiri": "", "tengah": "c", "kanan": "n"}


@dataclass(frozen=True)
class Tabel:
    """A matrix laid on its sheets: measured columns and the head of every sheet."""

    matriks: Matriks
    tata: TataLetak
    kolom: tuple[UkuranKolom, ...]
    kode: str = "t"
    """Starts the class names of its columns."""
    berkepala: bool = True
    bernomor: bool = True
    """Head rows, and below them a row with the numbers of the columns."""
    tebal: tuple[int, ...] = ()
    """Columns measured in bold type; their cells have the class "tb"."""

    @classmethod
    def ukur(cls, matriks: Matriks, tata: TataLetak, kode: str = "t") -> Tabel:
        """Measure; a column that faces itself on several sheets takes its narrowest width."""
        lebar: dict[int, float] = {}
        for lembar in tata.lembar:
            for i, w in zip(lembar.kolom, lembar.lebar, strict=True):
                lebar[i] = min(w, lebar.get(i, w))
        kolom = tuple(UkuranKolom(sel, lebar[i], tata.ukuran) for i, sel in enumerate(matriks.sel))
        return cls(matriks, tata, kolom, kode)

    @property
    def tinggi_judul(self) -> tuple[float, ...]:
        """Heights of the head rows: group row (if any), headings, numbers (if any)."""
        if not self.berkepala:
            return ()
        grup = judul = 0
        for lembar in self.tata.lembar:
            g, j = _baris_judul(self.matriks.kolom, lembar, self.tata.ukuran)
            grup, judul = max(grup, g), max(judul, j)
        baris = self.tata.ukuran * SELA
        tinggi = [tinggi_sel(n, baris) for n in (grup, judul, int(self.bernomor)) if n]
        return tuple(tinggi)

    @property
    def gaya(self) -> str:
        """Column widths. Classes, so that equal cells of all pages share one computed style."""
        return "".join(
            f".{self.kode}{n}c{i}{{width:{w:.3f}pt}}"
            for n, lembar in enumerate(self.tata.lembar)
            for i, w in zip(lembar.kolom, lembar.lebar, strict=True)
        )

    def html(self, halaman: Halaman, nomor_lembar: int, penutup: str = "") -> str:
        """One table: the rows of a page on one of the sheets that face each other."""
        lembar = self.tata.lembar[nomor_lembar]
        kolom = "".join(f'<col class="{self.kode}{nomor_lembar}c{i}">' for i in lembar.kolom)
        badan = "".join(self._baris(halaman, nomor_lembar))
        return (
            f"<table><colgroup>{kolom}</colgroup>{self._judul(lembar)}"
            f"<tbody>{badan}{penutup}</tbody></table>"
        )

    def _judul(self, lembar: Lembar) -> str:
        if not self.berkepala:
            return ""
        semua = self.matriks.kolom
        tinggi = list(self.tinggi_judul)
        if self.bernomor:
            tinggi.pop()
        if not any(semua[i].grup for i in lembar.kolom):
            tinggi = [sum(tinggi)]
        baris = "".join(
            f"<tr>{isi}</tr>" for isi in _sel_judul(semua, lembar, self.tata.ukuran, tinggi)
        )
        nomor = "".join(_sel_nomor(semua, lembar)) if self.bernomor else ""
        nomor = f'<tr class="k">{nomor}</tr>' if nomor else ""
        return f"<thead>{baris}{nomor}</thead>"

    def _baris(self, halaman: Halaman, nomor_lembar: int) -> Iterator[str]:
        lembar = self.tata.lembar[nomor_lembar]
        batas = _batas(halaman, lembar.kolom)
        letak = {b: n for n, b in enumerate(batas)}
        potong = [(c, p) for c in lembar.kolom for p in halaman.potong[c]]
        penyangga = self._penyangga(halaman, potong)
        tampil = {c for c in lembar.kolom if nomor_lembar == 0 or not self._di_depan(c)}
        baris: list[list[str]] = [[] for _ in batas[:-1]]
        for c, p in potong:
            if self._tertutup(c, p, lembar):
                continue
            awal, akhir = letak[p.mulai], letak[p.mulai + p.rentang]
            tinggi = penyangga.get((c, p.mulai))
            if self.matriks.sel[c][p.sel].lebar > 1:
                tinggi = sum(halaman.tinggi[p.mulai : p.mulai + p.rentang])
            baris[awal].append(self._sel(c, p, akhir - awal, tinggi, c in tampil))
        for isi in baris:
            yield f"<tr>{''.join(isi)}</tr>"

    def _tertutup(self, c: int, p: Potong, lembar: Lembar) -> bool:
        """Does a remark to the left, on the same sheet, stand across this cell?"""
        sel = self.matriks.sel[c][p.sel]
        if sel.lebar:
            return False
        mulai, kiri = sel.mulai, c
        while kiri and self._di(kiri, mulai).lebar == 0:
            kiri -= 1
        return kiri != c and _bersambung(lembar.kolom, kiri, c)

    def _di(self, c: int, mulai: int) -> Sel:
        """The cell of a column that begins at a row of the matrix."""
        return next(s for s in self.matriks.sel[c] if s.mulai == mulai)

    def _lebar(self, c: int, p: Potong) -> int:
        """Columns that a cell stands across on its sheet."""
        lebar = self.matriks.sel[c][p.sel].lebar
        lembar = next(x for x in self.tata.lembar if c in x.kolom)
        while lebar > 1 and not _bersambung(lembar.kolom, c, c + lebar - 1):
            lebar -= 1
        return lebar

    def _penyangga(
        self, halaman: Halaman, potong: Sequence[tuple[int, Potong]]
    ) -> dict[tuple[int, int], float]:
        """Cells that hold a row at its planned height: one per row where no text reaches it."""
        baris = self.tata.ukuran * SELA
        hasil: dict[int, tuple[int, int, float] | None] = {}
        for c, p in potong:
            akhir = p.mulai + p.rentang
            penuh = sum(halaman.tinggi[p.mulai : akhir])
            if penuh <= tinggi_sel(len(p.tulisan), baris) + 0.05:
                hasil[akhir] = None
            else:
                hasil.setdefault(akhir, (c, p.mulai, penuh))
        return {(x[0], x[1]): x[2] for x in hasil.values() if x}

    def _di_depan(self, c: int) -> bool:
        """Is the column on the first sheet already, so that its outline entry stands there?"""
        return c in self.tata.lembar[0].kolom or c in terulang(self.matriks.kolom)

    def _sel(self, c: int, p: Potong, rentang: int, tinggi: float | None, tampil: bool) -> str:
        sel = self.matriks.sel[c][p.sel]
        kelas = [KELAS[self.matriks.kolom[c].rata]]
        atribut = f' rowspan="{rentang}"' if rentang > 1 else ""
        if sel.lebar > 1 and (lebar := self._lebar(c, p)) > 1:
            atribut += f' colspan="{lebar}"'
        if sel.dicoret:
            kelas.append("dc")
        if c in self.tebal:
            kelas.append("tb")
        if tampil and sel.markah > 0 and not p.lanjutan:
            kelas.append(f"m{min(sel.markah, 6)}")
            atribut += f' title="{escape(" ".join(sel.teks.split()))}"'
        if tinggi is not None:
            atribut += f' style="height:{tinggi - 2 * ISI_Y - GARIS:.2f}pt"'
        if nama := " ".join(k for k in kelas if k):
            atribut += f' class="{nama}"'
        return f"<td{atribut}>{_isi(p)}</td>"


def _bersambung(kolom: Sequence[int], awal: int, akhir: int) -> bool:
    """Do all columns from one to the other stand side by side on a sheet?"""
    return set(range(awal, akhir + 1)) <= set(kolom)


def _isi(p: Potong) -> str:
    """Text with its lines; "(lanjutan)" and notes in italics."""
    teks = escape("\n".join(p.tulisan.teks), quote=False)
    if p.lanjutan and LANJUTAN in teks:
        teks = teks.replace(LANJUTAN, f"<i>{LANJUTAN}</i>")
    if not p.tulisan.catatan:
        return teks
    catatan = escape("\n".join(p.tulisan.catatan), quote=False)
    return f"{teks}\n<i>{catatan}</i>" if p.tulisan.teks else f"<i>{catatan}</i>"


def _batas(halaman: Halaman, kolom: Sequence[int]) -> list[int]:
    """Where a cell of this sheet ends: rows without an end of their own are joined."""
    akhir = {p.mulai + p.rentang for c in kolom for p in halaman.potong[c]}
    return [0, *sorted(akhir)]


def _baris_judul(kolom: Sequence[Kolom], lembar: Lembar, ukuran: float) -> tuple[int, int]:
    """Lines of the group row and of the heading row on one sheet."""
    ada_grup = any(k.grup for k in kolom)
    grup = judul = 0
    for nama, daftar in _kelompok(kolom, lembar):
        if nama:
            lebar = sum(w for _, w in daftar)
            grup = max(grup, len(_bungkus(nama, lebar, ukuran)))
        for i, w in daftar:
            n = len(_bungkus(kolom[i].judul, w, ukuran))
            judul = max(judul, n if nama or not ada_grup else n - 1)
    return (max(grup, 1) if ada_grup else 0), max(judul, 1)


def _kelompok(
    kolom: Sequence[Kolom], lembar: Lembar
) -> Iterator[tuple[str, list[tuple[int, float]]]]:
    """Neighbouring columns under one group heading; the others alone."""
    daftar: list[tuple[int, float]] = []
    lama = ""
    for i, w in zip(lembar.kolom, lembar.lebar, strict=True):
        grup = kolom[i].grup
        if daftar and not (grup and grup == lama):
            yield lama, daftar
            daftar = []
        daftar.append((i, w))
        lama = grup
    yield lama, daftar


def _sel_judul(
    kolom: Sequence[Kolom], lembar: Lembar, ukuran: float, tinggi: Sequence[float]
) -> list[str]:
    """The head rows above the numbers. A cell of one row carries the row's height."""
    atas: list[str] = []
    bawah: list[str] = []
    dua = len(tinggi) == 2
    for nama, daftar in _kelompok(kolom, lembar):
        isi = [_bungkus(kolom[i].judul, w, ukuran) for i, w in daftar]
        if not nama:
            sangga = None if dua or atas else tinggi[0]
            atas += [_th(t, 'rowspan="2"' if dua else "", sangga) for t in isi]
            continue
        grup = _bungkus(nama, sum(w for _, w in daftar), ukuran)
        atas.append(_th(grup, f'colspan="{len(daftar)}"', tinggi[0], "colgroup"))
        bawah += [_th(t, "", None if bawah or n else tinggi[1]) for n, t in enumerate(isi)]
    return ["".join(b) for b in (atas, bawah) if b]


def _sel_nomor(kolom: Sequence[Kolom], lembar: Lembar) -> Iterator[str]:
    """Numbers of the columns; those that share one stand under one cell."""
    for teks, milik in groupby(lembar.kolom, key=lambda i: nomor_kolom(kolom, i)):
        banyak = len(list(milik))
        yield f'<th colspan="{banyak}">{escape(teks)}</th>' if banyak > 1 else f"<th>{teks}</th>"


def nomor_kolom(kolom: Sequence[Kolom], i: int) -> str:
    """What stands below the heading of a column: its own number, else its place."""
    return kolom[i].nomor or f"({i + 1})"


def _th(baris: Sequence[str], atribut: str, tinggi: float | None, lingkup: str = "col") -> str:
    gaya = "" if tinggi is None else f' style="height:{tinggi - 2 * ISI_Y - GARIS:.2f}pt"'
    teks = escape("\n".join(baris), quote=False)
    return f'<th scope="{lingkup}" {atribut}{gaya}>{teks}</th>'


def _bungkus(teks: str, lebar: float, ukuran: float) -> tuple[str, ...]:
    return bungkus(teks, lebar - 2 * ISI_X - GARIS, ukuran, "tebal")
