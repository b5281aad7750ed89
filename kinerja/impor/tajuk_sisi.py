"""Two tables side by side under one row of heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinerja.impor.buku import Lembar
from kinerja.impor.tajuk_batas import kosong
from kinerja.impor.tajuk_blok import ISI_TABEL, Blok
from kinerja.impor.tajuk_kolom import Kolom

CONTOH = 400  # rows looked at
TERSEDIKIT = 3  # columns of a table


def pecah_blok(blok: Blok, lembar: Lembar) -> list[Blok]:
    """The block, or its parts from the left: the same names begin again behind an empty column or
    at another number column.
    """
    kolom = blok.kolom
    for i in range(TERSEDIKIT, len(kolom) - TERSEDIKIT + 1):
        kiri, kanan = kolom[:i], kolom[i:]
        if not (_tabel(kiri) and _tabel(kanan) and _isi(kiri) & _isi(kanan)):
            continue
        ulang = kanan[0].medan == "no" and any(k.medan == "no" for k in kiri)
        if ulang or _bercelah(lembar, blok, kiri[-1].c, kanan[0].c):
            depan, belakang = _bagi(blok, i)
            return [depan, *pecah_blok(belakang, lembar)]
    return [blok]


def _bagi(blok: Blok, i: int) -> tuple[Blok, Blok]:
    mulai = blok.kolom[i].c
    asing = [{}, {}]  # type: list[dict[int, str]]
    for c, teks in blok.asing.items():
        asing[c >= mulai][c] = teks
    return (
        replace(blok, kolom=blok.kolom[:i], kanan=mulai, asing=asing[0]),
        replace(blok, kolom=blok.kolom[i:], kiri=mulai, asing=asing[1]),
    )


def _tabel(kolom: Sequence[Kolom]) -> bool:
    return any(k.medan in ISI_TABEL for k in kolom)


def _isi(kolom: Sequence[Kolom]) -> set[tuple[str, str | None]]:
    """The levels whose names, or sentences, stand in these columns."""
    berisi = [k for k in kolom if k.medan in ("nama", "kinerja")]
    return {(k.medan, j) for k in berisi for j in (k.banyak or (k.jenjang,))}


def _bercelah(lembar: Lembar, blok: Blok, kiri: int, kanan: int) -> bool:
    """A column between them that holds nothing, from the head down."""
    bawah = min(blok.bawah + 1 + CONTOH, len(lembar.baris))
    return any(
        all(kosong(lembar.nilai(r, c)) for r in range(blok.atas, bawah))
        for c in range(kiri + 1, kanan)
    )
