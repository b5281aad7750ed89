"""Who answers for what: how many may, and where nobody does (Q12). No ORM."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kinerja.aturan.jenjang import label
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import Jenjang, PeranTugas

TUNGGAL = frozenset({Jenjang.SUB_KEGIATAN})
"""Levels with one penanggung jawab: their money is somebody's."""


@dataclass(frozen=True)
class Tugas:
    """One assignment as the rules see it; the box and the position by any key."""

    simpul: str
    jabatan: int
    peran: str


def periksa_tunggal(jenjang: str, lain: str, sebutan: str = "") -> list[Temuan]:
    """A further penanggung jawab of a box; ``lain`` holds that part already."""
    if jenjang not in TUNGGAL:
        return []
    kotak = f" “{sebutan[:80]}”" if sebutan else ""
    pesan = (
        f"{label(jenjang)}{kotak} sudah menjadi tanggung jawab {lain}; lepas atau ubah peran "
        "jabatan itu dahulu, atau pilih peran lain."
    )
    return [Temuan(kode="PENANGGUNG_JAWAB_GANDA", pesan=pesan)]


def penanggung_jawab(tugas: Iterable[Tugas]) -> dict[str, list[int]]:
    """The positions that answer for each box, in the order given."""
    hasil: dict[str, list[int]] = {}
    for t in tugas:
        if t.peran == PeranTugas.PENANGGUNG_JAWAB:
            hasil.setdefault(t.simpul, []).append(t.jabatan)
    return hasil


def tanpa_penanggung_jawab(
    simpul: Sequence[tuple[str, str | None]], tugas: Iterable[Tugas]
) -> list[str]:
    """Leaves that nobody answers for; ``simpul`` are (key, key of the parent) of a document."""
    berinduk = {induk for _, induk in simpul}
    dijawab = penanggung_jawab(tugas)
    return [kunci for kunci, induk in simpul if kunci not in berinduk and kunci not in dijawab]


def tanpa_kotak(jabatan: Collection[int], tugas: Iterable[Tugas]) -> list[int]:
    """Positions that have no box in any part, in the order given."""
    bertugas = {t.jabatan for t in tugas}
    return [j for j in jabatan if j not in bertugas]


def pagu_jabatan(
    simpul: Iterable[tuple[str, str | None, int]], tugas: Iterable[Tugas]
) -> dict[int, int]:
    """The money, in rupiah, that each position answers for: of its boxes and of those below.

    ``simpul`` are (key, key of the parent, own readable pagu) in tree order; the money of a box
    counts once for a position, however often that answers for it on the way up.
    """
    dijawab = penanggung_jawab(tugas)
    pemegang: dict[str, frozenset[int]] = {}
    hasil: dict[int, int] = {}
    for kunci, induk, nilai in simpul:
        di_atas = pemegang.get(induk, frozenset()) if induk is not None else frozenset()
        pemegang[kunci] = di_atas.union(dijawab.get(kunci, ()))
        if nilai:
            for jabatan in pemegang[kunci]:
                hasil[jabatan] = hasil.get(jabatan, 0) + nilai
    return hasil
