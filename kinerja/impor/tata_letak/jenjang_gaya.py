"""Levels told by looks alone: bold, fill, colour, size. The evidence of last resort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

POLOS = "biasa"
KAPITAL = "huruf kapital"


def dari_gaya(gaya: Sequence[str], nama: Sequence[str], jenjang: Sequence[str]) -> list[str]:
    """One level per row, [] when the looks do not nest. The first row stands highest, every look
    that appears later lies deeper and is at least as frequent.
    """
    for ciri in (gaya, _kapital(nama)):
        urut = list(dict.fromkeys(ciri))
        if len(urut) < 2 or len(urut) > len(jenjang):
            continue
        dalam = [urut.index(g) for g in ciri]
        if len(urut) == 2 and len(jenjang) > 2:
            dalam = _berderet(dalam)
        banyak = [dalam.count(d) for d in sorted(set(dalam))]
        if banyak == sorted(banyak) and not _melompat(dalam):
            return [jenjang[d] for d in dalam]
    return []


def temuan_rupa(gaya: Sequence[str], nama: Sequence[str], level: Sequence[str]) -> str:
    """What was taken for what: "tebal = program (2), biasa = kegiatan (5)"."""
    ciri = _pembeda(gaya) if len(set(gaya)) > 1 else _kapital(nama)
    banyak = Counter(zip(ciri, level, strict=True))
    pasangan = [f"{g} = {j.replace('_', ' ')} ({n})" for (g, j), n in banyak.items()]
    return _PESAN.format(", ".join(pasangan))


_PESAN = (
    "Jenjang tidak ditulis; dibaca dari rupa namanya: {}. Periksa pratinjaunya, atau beri nomor 1, "
    "1.1, 1.1.1."
)


def _pembeda(gaya: Sequence[str]) -> list[str]:
    """Each look without what all of them have in common."""
    ciri = [g.split(", ") for g in gaya]
    sama = set(ciri[0]).intersection(*ciri)
    return [", ".join(c for c in satu if c not in sama) or POLOS for satu in ciri]


def _kapital(nama: Sequence[str]) -> list[str]:
    return [KAPITAL if n.isupper() else POLOS for n in nama]


def _berderet(dalam: list[int]) -> list[int]:
    """Two looks for three levels: of two prominent rows that follow each other the first is the
    parent. Where every prominent row heads plain ones there are two levels only.
    """
    deret = [a == b == 0 for a, b in pairwise([*dalam, 1])]
    if not deret[0]:
        return dalam
    return [2 if d else 0 if kepala else 1 for d, kepala in zip(dalam, deret, strict=True)]


def _melompat(dalam: Sequence[int]) -> bool:
    """A row two levels below the one above it: looks that do not follow the tree."""
    return any(b - a > 1 for a, b in pairwise(dalam))
