"""The part of one side in a shared indicator: eight cells, each beside what its writer saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cascading.aturan.kontribusi import BERTRIWULAN
from cascading.indikator_bersama import IndikatorBersama, Pihak
from cascading.models import SelKontribusi
from cascading.pilihan import ApaKontribusi
from kinerja.pilihan import Triwulan

TERPANJANG = 200


@dataclass(frozen=True)
class Isian:
    """One field; ``tutup`` says why it takes nothing now."""

    sel: SelKontribusi
    judul: str
    isi: str
    lama: str
    tutup: str
    galat: str = ""


def baca_isian(kiriman: Mapping[str, str]) -> list[SelKontribusi]:
    """The cells of a posted form; fields that the page did not show are not there."""
    hasil = []
    for sel in _semua():
        if sel.medan in kiriman:
            baru, lama = kiriman[sel.medan][:TERPANJANG], kiriman.get(f"lama_{sel.medan}")
            hasil.append(SelKontribusi(sel.apa, sel.triwulan, baru, lama))
    return hasil


def susun_isian(
    bersama: IndikatorBersama,
    pihak: Pihak,
    kiriman: Mapping[str, str] | None = None,
    galat: Mapping[str, str] | None = None,
) -> dict[str, list[Isian]]:
    """The fields by what they hold, with what was typed and refused."""
    hasil: dict[str, list[Isian]] = {}
    for sel in _semua():
        kini = pihak.mentah(sel.apa, sel.triwulan)
        nilai = sel.apa == ApaKontribusi.REALISASI
        tutup = (bersama.tertutup if nilai else bersama.terkunci).get(sel.triwulan, "")
        apa = ApaKontribusi(sel.apa).label
        satu = Isian(
            sel,
            f"{apa} {Triwulan(sel.triwulan).label}",
            (kiriman or {}).get(sel.medan, kini),
            kini,
            tutup,
            (galat or {}).get(sel.medan, ""),
        )
        hasil.setdefault(str(apa), []).append(satu)
    return hasil


def _semua() -> Iterator[SelKontribusi]:
    for apa in ApaKontribusi.values:
        for n in BERTRIWULAN:
            yield SelKontribusi(apa, n, "")
