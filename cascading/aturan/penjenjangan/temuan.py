"""A finding of a penjenjangan and the stage it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.aturan.temuan import Temuan, Tingkat

POTONG = 120


@dataclass(frozen=True)
class TemuanTahap:
    """``temuan.letak.simpul`` is the uid of the box, where it is about one."""

    tahap: str
    temuan: Temuan


def catat(
    tahap: str,
    kode: str,
    pesan: str,
    simpul: str = "",
    tingkat: Tingkat = Tingkat.PERINGATAN,
) -> TemuanTahap:
    return TemuanTahap(
        str(tahap), Temuan(kode=kode, pesan=pesan, tingkat=tingkat).di(simpul=simpul)
    )


def sebut(teks: str) -> str:
    """A sentence inside another one."""
    return f"“{teks[:POTONG]}…”" if len(teks) > POTONG else f"“{teks}”"
