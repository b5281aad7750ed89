"""Which components sound like a condition: similar wording, told with how similar."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

from kinerja.aturan.terkait import pecah_terkait

TERBANYAK = 3
PALING_SEDIKIT = 55.0
"""Below this share of common words two sentences only share their grammar."""
TERTULIS = 88.0
"""A written programme line must be nearly the name, for it was copied from it."""

Saran = tuple[int, float]
"""(place in the list of components, likeness of 0 to 100), the best first."""


def saran_tautan(
    kondisi: str, terkait: Sequence[str], komponen: Sequence[Sequence[str]]
) -> list[Saran]:
    """``komponen`` are the names and sentences of each; ``terkait`` the programme lines written
    under the condition: their last names lead, for they say what is meant.
    """
    hasil: dict[int, float] = {}
    teks = [(ke, satu) for ke, daftar in enumerate(komponen) for satu in daftar if satu]
    isi = [satu for _, satu in teks]
    for baris in terkait:
        nama = pecah_terkait(baris)[-1:]
        for _, dicari in nama:
            _kumpulkan(hasil, dicari, isi, teks, TERTULIS)
    _kumpulkan(hasil, kondisi, isi, teks, PALING_SEDIKIT)
    urut = sorted(hasil.items(), key=lambda pasang: (-pasang[1], pasang[0]))
    return [(ke, round(nilai, 1)) for ke, nilai in urut[:TERBANYAK]]


def _kumpulkan(
    hasil: dict[int, float],
    dicari: str,
    isi: Sequence[str],
    teks: Sequence[tuple[int, str]],
    batas: float,
) -> None:
    mirip = process.extract(
        dicari, isi, scorer=fuzz.token_sort_ratio, processor=utils.default_process,
        score_cutoff=batas, limit=TERBANYAK * 2,
    )  # fmt: skip
    for _, nilai, letak in mirip:
        ke = teks[letak][0]
        hasil[ke] = max(hasil.get(ke, 0.0), nilai)
