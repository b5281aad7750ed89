"""The level of each row of an outline: from a level column, codes, numbering, indentation, or
the words in front of the names, whichever the table really uses; from its looks where it has
nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kinerja.impor.nomor import (
    jenjang_kata,
    jenjang_kode,
    jenjang_tertulis,
)
from kinerja.impor.tata_letak.jenjang_gaya import dari_gaya
from kinerja.impor.tata_letak.penomoran import kedalaman_nomor

BAKU = ("program", "kegiatan", "sub_kegiatan")
ATAS_NOMENKLATUR = ("urusan", "bidang_urusan")


@dataclass(slots=True)
class Tanda:
    """What one row shows: its number, code, level column, name and indentation."""

    no: str = ""
    kode: str = ""
    level: str = ""
    nama: str = ""
    indentasi: int = 0
    pasti: bool = False  # the level is that of the column the name stands in
    gaya: str = ""  # bold, fill, colour and size of the name, in words


def tentukan(tanda: Sequence[Tanda], kepala: Sequence[str]) -> tuple[list[str | None], list[str]]:
    """One level per row, and those concluded from looks ([] where none were). ``kepala``: the
    levels that the head of the name column lists.
    """
    jenjang = _diperluas(tanda, tuple(kepala)) if len(kepala) > 1 else BAKU
    sumber: list[Callable[[Sequence[Tanda], Sequence[str]], list[str | None]]] = [
        _dari_kolom_level,
        _dari_kode,
        _dari_nomor,
        _dari_kata,
        _dari_indentasi,
    ]
    bacaan = [f(tanda, jenjang) for f in sumber]
    urut = sorted(bacaan, key=lambda b: sum(x is not None for x in b) * 10 < len(b) * 6)
    hasil = [next((b[i] for b in urut if b[i] is not None), None) for i in range(len(tanda))]
    hasil = [t.level if t.pasti else j for t, j in zip(tanda, hasil, strict=True)]
    if len(kepala) == 1:
        return [j or kepala[0] for j in hasil], []
    if rupa := _dari_rupa(tanda, hasil, jenjang):
        return list(rupa), rupa
    return _isi_celah(hasil, jenjang), []


def _cukup(hasil: Sequence[str | None]) -> bool:
    return sum(j is not None for j in hasil) * 10 >= len(hasil) * 6 or _berinduk(hasil)


def _dari_rupa(
    tanda: Sequence[Tanda], hasil: Sequence[str | None], jenjang: Sequence[str]
) -> list[str]:
    """Levels by looks where nothing else tells them, and nothing that is told contradicts."""
    if _cukup(hasil):
        return []
    rupa = dari_gaya([t.gaya for t in tanda], [t.nama for t in tanda], jenjang)
    cocok = all(a is None or a == b for a, b in zip(hasil, rupa, strict=False))
    return rupa if cocok else []


def _isi_celah(hasil: list[str | None], jenjang: Sequence[str]) -> list[str | None]:
    """A row that says nothing, among rows that do, stands beside a lowest one above it, or below
    any other. A table that says nothing at all keeps no levels; one whose parents only are
    numbered says enough.
    """
    if not _cukup(hasil):
        return hasil
    for i, j in enumerate(hasil):
        if j is None and i and (atas := hasil[i - 1]) in jenjang:
            hasil[i] = jenjang[min(jenjang.index(atas) + 1, len(jenjang) - 1)]
    return hasil


def _berinduk(hasil: Sequence[str | None]) -> bool:
    """Two levels or more from the first row on: what lies between them stands below."""
    ada = [j for j in hasil if j]
    return bool(ada) and hasil[0] is not None and len(set(ada)) > 1 and 8 * len(ada) >= len(hasil)


def _diperluas(tanda: Sequence[Tanda], jenjang: tuple[str, ...]) -> tuple[str, ...]:
    """The levels that a head lists, and those that its rows show besides: "Program/Kegiatan" above
    1, 1.1 and 1.1.1 goes on to sub kegiatan, "Kegiatan/Sub Kegiatan" begins at program.
    """
    kata = {j for t in tanda if (j := jenjang_kata(t.nama)) in BAKU}
    dalam = kedalaman_nomor([t.no for t in tanda])
    banyak = len({d for d in dalam if d})
    if banyak > 1 and jenjang[-1] in BAKU and 5 * dalam.count(0) >= 2 * len(dalam):
        banyak += jenjang[-1] != BAKU[-1]  # the lowest bear no numbers
    while jenjang[-1] in BAKU[:-1] and (len(jenjang) < banyak or kata & set(_di_bawah(jenjang))):
        jenjang = (*jenjang, BAKU[BAKU.index(jenjang[-1]) + 1])
    while jenjang[0] in BAKU[1:] and len(jenjang) < banyak:
        jenjang = (BAKU[BAKU.index(jenjang[0]) - 1], *jenjang)
    return jenjang


def _di_bawah(jenjang: tuple[str, ...]) -> tuple[str, ...]:
    return BAKU[BAKU.index(jenjang[-1]) + 1 :]


def _dari_kolom_level(tanda: Sequence[Tanda], _: Sequence[str]) -> list[str | None]:
    return [jenjang_tertulis(t.level) if t.level and not t.pasti else None for t in tanda]


def _dari_kode(tanda: Sequence[Tanda], _: Sequence[str]) -> list[str | None]:
    """Codes count when some of them are long enough to be codes and not outline numbers."""
    baca = [jenjang_kode(t.kode) if t.kode else None for t in tanda]
    return baca if any(j in BAKU for j in baca) else [None] * len(tanda)


def _dari_nomor(tanda: Sequence[Tanda], jenjang: Sequence[str]) -> list[str | None]:
    dalam = kedalaman_nomor([t.no for t in tanda])
    beda = {d for d in dalam if d}
    if not beda or beda == {1}:
        return [None] * len(tanda)  # 1, 2, 3 … down the table says nothing
    return _menurut_kedalaman(tanda, dalam, jenjang)


def _dari_indentasi(tanda: Sequence[Tanda], jenjang: Sequence[str]) -> list[str | None]:
    tingkat = sorted({t.indentasi for t in tanda})
    if len(tingkat) < 2:
        return [None] * len(tanda)
    return _menurut_kedalaman(tanda, [tingkat.index(t.indentasi) + 1 for t in tanda], jenjang)


def _menurut_kedalaman(
    tanda: Sequence[Tanda], dalam: Sequence[int], jenjang: Sequence[str]
) -> list[str | None]:
    geser = _geseran(tanda, dalam, jenjang)
    return [
        jenjang[d - 1 - geser] if d and 0 <= d - 1 - geser < len(jenjang) else None for d in dalam
    ]


def _geseran(tanda: Sequence[Tanda], dalam: Sequence[int], jenjang: Sequence[str]) -> int:
    """Where the first level stands when numbers begin deeper ("1.1" for a program): names that
    say their level decide, else the deepest number is the deepest level.
    """
    suara: Counter[int] = Counter()
    for t, d in zip(tanda, dalam, strict=True):
        kata = jenjang_kata(t.nama) if d else None
        if kata in jenjang:
            suara[d - 1 - jenjang.index(kata)] += 1
    if suara and suara.most_common(1)[0][1] * 2 > sum(suara.values()):
        return suara.most_common(1)[0][0]
    return max(0, max(dalam) - len(jenjang))


def _dari_kata(tanda: Sequence[Tanda], jenjang: Sequence[str]) -> list[str | None]:
    """ "Program 1" in the number column says it as well as the name does."""
    kata = (jenjang_kata(t.nama) or jenjang_kata(t.no) for t in tanda)
    return [k if k in jenjang else None for k in kata]
