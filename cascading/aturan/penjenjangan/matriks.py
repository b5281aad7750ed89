"""The matrix: programs across; level, component and holder as columns; a page per kegiatan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cascading.aturan.penjenjangan.isi import (
    IsiPenjenjangan,
    Komponen,
    dengan_atas,
    menurut_jenjang,
    telusur,
)
from cascading.pilihan import BarisMatriks
from kinerja.pilihan import Jenjang

B = BarisMatriks
LEVEL = {
    B.RPJMD: "LEVEL_DAERAH",
    B.RENSTRA: "LEVEL_URUSAN",
    B.PROGRAM: "LEVEL_PROGRAM",
    B.KEGIATAN: "LEVEL_KEGIATAN",
}
"""Which word names the level of the rows."""


@dataclass(frozen=True)
class SelMatriks:
    """A cell that stretches over ``rentang`` programs; ``teks`` are its paragraphs."""

    teks: tuple[str, ...]
    rentang: int = 1


@dataclass(frozen=True)
class Baris:
    """A row: its level, what it holds, who answers for it, and its cells."""

    kunci: str
    level: str
    komponen: str
    pemegang: str
    sel: tuple[SelMatriks, ...]


@dataclass(frozen=True)
class HalamanMatriks:
    """One page: the same rows with the ``ke``-th kegiatan of each program."""

    ke: int
    banyak_program: int
    baris: tuple[Baris, ...]


def matriks(isi: IsiPenjenjangan) -> tuple[HalamanMatriks, ...]:
    """As many pages as the program with most kegiatan has; none without programs."""
    program = daftar_program(isi)
    if not program:
        return ()
    anak = [_kegiatan(p) for p in program]
    banyak = max(1, *map(len, anak))
    atas = tuple(_atas(isi, program))
    return tuple(
        HalamanMatriks(ke + 1, len(program), (*atas, *_bawah(isi, anak, ke)))
        for ke in range(banyak)
    )


def daftar_program(isi: IsiPenjenjangan) -> tuple[Komponen, ...]:
    """The columns, in tree order."""
    return tuple(menurut_jenjang(isi, Jenjang.PROGRAM))


def bentang_pohon(isi: IsiPenjenjangan) -> list[tuple[Komponen | None, int]]:
    """(sasaran, how many programs stand below it) in the order of the columns."""
    hasil: list[tuple[Komponen | None, int]] = []
    for atas, kotak in dengan_atas(isi.komponen):
        if kotak.jenjang != Jenjang.PROGRAM:
            continue
        sasaran = next((k for k in reversed(atas) if k.jenjang == Jenjang.SASARAN), None)
        if hasil and hasil[-1][0] is sasaran:
            hasil[-1] = (sasaran, hasil[-1][1] + 1)
        else:
            hasil.append((sasaran, 1))
    return hasil


def bentang_sasaran(isi: IsiPenjenjangan) -> list[tuple[Komponen | None, int]]:
    """The same as it is printed: typed numbers where they fit sasaran and programs."""
    pohon = bentang_pohon(isi)
    if len(isi.bentang) != len(pohon) or sum(isi.bentang) != len(daftar_program(isi)):
        return pohon
    return [(sasaran, n) for (sasaran, _), n in zip(pohon, isi.bentang, strict=True)]


def tujuan_matriks(isi: IsiPenjenjangan) -> list[Komponen]:
    """The tujuan above some program, in tree order."""
    hasil = []
    for tujuan in menurut_jenjang(isi, Jenjang.TUJUAN):
        if any(k.jenjang == Jenjang.PROGRAM for k in telusur(tujuan.anak)):
            hasil.append(tujuan)
    return hasil


def pemegang(isi: IsiPenjenjangan, baris: str) -> str:
    """Who answers for a level: typed, else the positions assigned to its boxes, each once."""
    return isi.pemegang.get(baris) or pemegang_tugas(isi, baris)


def pemegang_tugas(isi: IsiPenjenjangan, baris: str) -> str:
    """The positions that answer for the boxes of a level, each once."""
    jenjang = {
        B.RENSTRA: (Jenjang.TUJUAN, Jenjang.SASARAN),
        B.PROGRAM: (Jenjang.PROGRAM,),
        B.KEGIATAN: (Jenjang.KEGIATAN,),
    }.get(B(baris), ())
    nama = (n for k in telusur(isi.komponen) if k.jenjang in jenjang for n in k.pemegang)
    return "; ".join(dict.fromkeys(nama))


def _atas(isi: IsiPenjenjangan, program: tuple[Komponen, ...]) -> Iterator[Baris]:
    lebar = len(program)
    daerah = isi.daerah
    yield _penuh(isi, B.RPJMD, "Tujuan RPJMD", [d.tujuan for d in daerah], lebar)
    indikator = [i for d in daerah for i in d.indikator]
    yield _penuh(isi, B.RPJMD, "Indikator Tujuan RPJMD", indikator, lebar)
    yield _penuh(isi, B.RPJMD, "Sasaran RPJMD", [d.sasaran for d in daerah], lebar)
    tujuan = tujuan_matriks(isi)
    yield _penuh(isi, B.RENSTRA, "Tujuan Renstra", [t.kinerja or t.nama for t in tujuan], lebar)
    ukuran = [i.teks for t in tujuan for i in t.indikator]
    yield _penuh(isi, B.RENSTRA, "Indikator Tujuan Renstra", ukuran, lebar)
    bentang = bentang_sasaran(isi)
    yield _baris(isi, B.RENSTRA, "Sasaran Renstra", [_kalimat(s, n) for s, n in bentang])
    yield _baris(isi, B.RENSTRA, "Indikator Sasaran", [_ukuran(s, n) for s, n in bentang])
    nama = [SelMatriks((p.sebutan,)) for p in program]
    yield _baris(isi, B.PROGRAM, "Program", nama)
    yield _baris(isi, B.PROGRAM, "Indikator Program", [_ukuran(p, 1) for p in program])


def _bawah(isi: IsiPenjenjangan, anak: list[list[Komponen]], ke: int) -> Iterator[Baris]:
    milik = [daftar[ke] if ke < len(daftar) else None for daftar in anak]
    nama = [SelMatriks((k.sebutan,) if k else ()) for k in milik]
    yield _baris(isi, B.KEGIATAN, "Kegiatan", nama)
    yield _baris(isi, B.KEGIATAN, "Indikator Kegiatan", [_ukuran(k, 1) for k in milik])


def _kegiatan(program: Komponen) -> list[Komponen]:
    return [k for k in telusur(program.anak) if k.jenjang == Jenjang.KEGIATAN]


def _kalimat(kotak: Komponen | None, rentang: int) -> SelMatriks:
    return SelMatriks((kotak.kinerja or kotak.nama,) if kotak else (), rentang)


def _ukuran(kotak: Komponen | None, rentang: int) -> SelMatriks:
    return SelMatriks(tuple(i.teks for i in kotak.indikator) if kotak else (), rentang)


def _penuh(
    isi: IsiPenjenjangan, kunci: BarisMatriks, komponen: str, teks: list[str], lebar: int
) -> Baris:
    satu = tuple(dict.fromkeys(t for t in teks if t))
    return _baris(isi, kunci, komponen, [SelMatriks(satu, lebar)])


def _baris(
    isi: IsiPenjenjangan, kunci: BarisMatriks, komponen: str, sel: list[SelMatriks]
) -> Baris:
    return Baris(
        str(kunci), isi.kata[LEVEL[kunci]], komponen, pemegang(isi, str(kunci)), tuple(sel)
    )
