"""The tables of a penjenjangan, measured: stages 1 to 3, targets, blocks, matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cascading.matriks import JumlahMatriks, Matriks, Sel
from cascading.set_kolom import Kolom
from kinerja.gambar.ukur_teks import bungkus, lebar
from laporan.pdf.iku_bagian import huruf
from laporan.pdf.lebar import GARIS, ISI_X, Kertas, Lembar, TataLetak
from laporan.pdf.naskah_penjenjangan import (
    BarisMatriks,
    Blok,
    KolomOutcome,
    LembarMatriks,
    NaskahPenjenjangan,
    TabelKondisi,
    TabelTarget,
)
from laporan.pdf.tabel import Tabel
from laporan.pdf.ukuran import UkuranKolom

UKURAN = {"F4": 9.0, "A3": 10.5}
"""Size of type by paper."""
UKURAN_MATRIKS = {"F4": 7.5, "A3": 9.0}
KOLOM_MATRIKS = {"F4": 8, "A3": 11}
"""Programmes that stand side by side on one sheet."""
PETUNJUK = "Petunjuk pengisian:"
MASUK = "\N{NO-BREAK SPACE}" * 4
"""As wide as a number with its full stop and a space."""


@dataclass(frozen=True)
class Penata:
    """Makes tables for one paper."""

    kertas: Kertas

    @property
    def ukuran(self) -> float:
        return UKURAN[self.kertas.nama]

    def susun(
        self, kode: str, kolom: Sequence[Kolom], bagian: Sequence[float],
        sel: Sequence[Sequence[Sel]], *, kepala: bool = True, tebal: Sequence[int] = (),
        ukuran: float = 0.0, porsi: float = 1.0,
    ) -> Tabel:  # fmt: skip
        """``bagian`` are shares of the table's width, which is ``porsi`` of the paper's; ``sel``
        the cells of each column from the top; columns in ``tebal`` are set in bold type.
        """
        selebar = tuple(b / sum(bagian) * self.kertas.ruang * porsi for b in bagian)
        ukuran = ukuran or self.ukuran
        tata = TataLetak(self.kertas, ukuran, (Lembar(tuple(range(len(selebar))), selebar),))
        baris = max((s.mulai + s.rentang for s in sel[0]), default=0)
        matriks = Matriks("penjenjangan", "", tuple(kolom), baris, tuple(map(tuple, sel)),
                          JumlahMatriks("", 0), "")  # fmt: skip
        ukur = tuple(
            UkuranTersebar(satu, selebar, c, ukuran, tebal=c in tebal)
            for c, satu in enumerate(matriks.sel)
        )
        return Tabel(
            matriks, tata, ukur, kode, berkepala=kepala, bernomor=False, tebal=tuple(tebal)
        )

    def outcome(self, naskah: NaskahPenjenjangan) -> Tabel:
        """The outcome over the three columns of Tahap 1."""
        sel = [[Sel(0, 1, "Outcome")], [Sel(0, 1, naskah.outcome or "-")]]
        kolom = (Kolom("label", ""), Kolom("isi", ""))
        return self.susun("o", kolom, (0.11, 0.89), sel, kepala=False, tebal=(0, 1))

    def bebas(self, teks: str) -> Tabel:
        """A text in a frame."""
        return self.susun("f", (Kolom("isi", ""),), (1.0,), [[Sel(0, 1, teks)]], kepala=False)

    def tahap_satu(self, daftar: Sequence[KolomOutcome]) -> Tabel:
        """Hints in italics, then what was filled in."""
        kolom = [Kolom(f"k{n}", k.judul) for n, k in enumerate(daftar)]
        ruang = self.kertas.ruang / max(len(daftar), 1) - 2 * ISI_X - GARIS
        isi = [teks_butir(k, ruang, self.ukuran) for k in daftar]
        sel = [
            [Sel(0, 1, PETUNJUK if k.petunjuk else "-", catatan=petunjuk(k)), Sel(1, 1, teks)]
            for k, teks in zip(daftar, isi, strict=True)
        ]
        return self.susun("a", kolom, [1.0] * len(daftar), sel)

    def tahap_dua(self, naskah: NaskahPenjenjangan) -> Tabel:
        """The outcome beside its CSF."""
        csf = naskah.csf or ("-",)
        kolom = (Kolom("outcome", "Outcome"), Kolom("no", "CSF"),
                 Kolom("csf", "Critical Success Factor"))  # fmt: skip
        sel = [
            [Sel(0, len(csf), naskah.outcome or "-", label=True)],
            [Sel(n, 1, f"CSF {romawi(n + 1)}") for n in range(len(csf))],
            [Sel(n, 1, teks) for n, teks in enumerate(csf)],
        ]
        return self.susun("b", kolom, (0.4, 0.1, 0.5), sel, tebal=(1,))

    def kondisi(self, tabel: TabelKondisi) -> Tabel:
        """One two-column table of Tahap 3."""
        kanan = tabel.kanan or ("-",)
        kolom = (Kolom("kiri", tabel.judul_kiri), Kolom("no", "No"),
                 Kolom("kanan", tabel.judul_kanan))  # fmt: skip
        sel = [
            [Sel(0, len(kanan), tabel.kiri or "-", label=True)],
            [Sel(n, 1, f"{n + 1}") for n in range(len(kanan))],
            [Sel(n, 1, teks) for n, teks in enumerate(kanan)],
        ]
        return self.susun("c", kolom, (0.4, 0.05, 0.55), sel)

    def target(self, naskah: NaskahPenjenjangan, tabel: TabelTarget) -> Tabel:
        """Tujuan or sasaran merged over their indicators, a column for each year."""
        grup = "Target Tahun"
        tahun = [Kolom(f"target_{t}", str(t), grup) for t in naskah.tahun]
        kolom = (Kolom("kinerja", tabel.sebutan), Kolom("indikator", f"Indikator {tabel.sebutan}"),
                 Kolom("satuan", "Satuan"), *tahun)  # fmt: skip
        kinerja: list[Sel] = []
        ukuran: list[tuple[str, ...]] = []
        for satu in tabel.baris:
            kinerja.append(Sel(len(ukuran), max(len(satu.ukuran), 1), satu.kinerja, label=True))
            ukuran += [(u.indikator, u.satuan, *u.target) for u in satu.ukuran] or [()]
        sel = [kinerja] + [
            [Sel(n, 1, (u[c] if c < len(u) else "") or "-") for n, u in enumerate(ukuran)]
            for c in range(len(kolom) - 1)
        ]
        bagian = (0.26, 0.34, 0.08, *(0.32 / len(tahun) for _ in tahun))
        return self.susun("d", kolom, bagian, sel)

    def berdampingan(self, kiri: Blok, kanan: Blok | None) -> Tabel:
        """Two blocks of labels and values side by side, row by row; one alone takes half."""
        daftar = [b.isian for b in (kiri, kanan) if b]
        banyak = max(map(len, daftar))
        kolom: list[Kolom] = []
        sel: list[list[Sel]] = []
        for sisi, isian in enumerate(daftar):
            kolom += [Kolom(f"label{sisi}", ""), Kolom(f"isi{sisi}", "")]
            isi = [(i.label, i.nilai or "-", i.catatan) for i in isian]
            isi += [("", "", ())] * (banyak - len(isi))
            sel.append([Sel(n, 1, label) for n, (label, _, _) in enumerate(isi)])
            sel.append([Sel(n, 1, nilai, ket) for n, (_, nilai, ket) in enumerate(isi)])
        return self.susun(f"e{len(daftar)}", kolom, (0.1, 0.4) * len(daftar), sel, kepala=False,
                          tebal=(0, 2), porsi=len(daftar) / 2)  # fmt: skip

    def matriks(self, lembar: LembarMatriks, awal: int, akhir: int) -> Tabel:
        """Programmes ``awal`` … ``akhir - 1`` across; level and holder merged over their rows."""
        baris = lembar.baris
        grup = "Kinerja menurut program"
        tengah = [Kolom(f"p{n}", str(n + 1), grup) for n in range(awal, akhir)]
        kolom = (Kolom("level", "Level kinerja"), Kolom("komponen", "Komponen"), *tengah,
                 Kolom("pemegang", "Pemegang"))  # fmt: skip
        isi: list[list[Sel]] = [[] for _ in tengah]
        for n, satu in enumerate(baris):
            for c, potong in enumerate(_potong_baris(satu, n, awal, akhir)):
                isi[c].append(potong)
        sel = [
            list(_gabung([(b.level, b.pemegang) for b in baris], [b.level for b in baris])),
            [Sel(n, 1, b.komponen) for n, b in enumerate(baris)],
            *isi,
            list(_gabung([(b.level, b.pemegang) for b in baris], [b.pemegang for b in baris])),
        ]
        bagian = (0.085, 0.085, *([0.75 / len(tengah)] * len(tengah)), 0.08)
        kode = f"m{awal}n{akhir}"
        return self.susun(kode, kolom, bagian, sel, tebal=(0,),
                          ukuran=UKURAN_MATRIKS[self.kertas.nama])  # fmt: skip


class UkuranTersebar(UkuranKolom):
    """A column whose cells may stand across several: their text is broken in all of that width."""

    def __init__(
        self, sel: Sequence[Sel], lebar: Sequence[float], c: int, ukuran: float, *, tebal: bool
    ):
        super().__init__(sel, lebar[c], ukuran, tebal)
        self._lebar, self._c = lebar, c

    def ruang_sel(self, i: int) -> float:
        banyak = max(self.sel[i].lebar, 1)
        return sum(self._lebar[self._c : self._c + banyak]) - 2 * ISI_X - GARIS


def _potong_baris(baris: BarisMatriks, n: int, awal: int, akhir: int) -> Iterator[Sel]:
    """The cells of a row between two columns; what a wide one covers has width 0."""
    kolom = 0
    for sel in baris.sel:
        kiri, kanan = max(kolom, awal), min(kolom + sel.rentang, akhir)
        kolom += sel.rentang
        if kiri < kanan:
            yield Sel(n, 1, sel.teks or "-", lebar=kanan - kiri)
            yield from (Sel(n, 1, "", lebar=0) for _ in range(kiri + 1, kanan))


def _gabung(kunci: Sequence[object], teks: Sequence[str]) -> Iterator[Sel]:
    """Equal neighbours become one cell."""
    mulai = 0
    for _, kelompok in groupby(kunci):
        rentang = len(list(kelompok))
        yield Sel(mulai, rentang, teks[mulai] or "-", label=True)
        mulai += rentang


def petunjuk(kolom: KolomOutcome) -> tuple[str, ...]:
    """The hints of a column, numbered where there are several."""
    if len(kolom.petunjuk) < 2:
        return kolom.petunjuk
    return tuple(f"{n}. {teks}" for n, teks in enumerate(kolom.petunjuk, start=1))


def teks_butir(kolom: KolomOutcome, ruang: float, ukuran: float) -> str:
    """Numbered items and lettered ones below, broken here so that their lines hang."""
    baris: list[str] = []
    for n, butir in enumerate(kolom.butir, start=1):
        baris += _menggantung(f"{n}.", butir.teks, "", ruang, ukuran)
        for k, sub in enumerate(butir.sub, start=1):
            baris += _menggantung(f"{huruf(k)}.", sub, MASUK, ruang, ukuran)
    return "\n".join(baris) or "-"


def _menggantung(nomor: str, teks: str, masuk: str, ruang: float, ukuran: float) -> Iterator[str]:
    dalam = masuk + MASUK
    sisa = ruang - lebar(dalam, ukuran) - 1
    for n, baris in enumerate(bungkus(" ".join(teks.split("\n")), sisa, ukuran)):
        yield f"{dalam if n else masuk + berspasi(nomor)}{baris}"


def berspasi(nomor: str) -> str:
    """A number filled up to the width of the indent."""
    return nomor + "\N{NO-BREAK SPACE}" * max(1, 4 - (2 * (len(nomor) - 1) + 1))


def romawi(n: int) -> str:
    """I, II, III, IV, …"""
    nilai = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    hasil = ""
    for angka, teks in nilai:
        while n >= angka:
            hasil += teks
            n -= angka
    return hasil
