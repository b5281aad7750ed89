"""Where the source leaves it open which of two texts is the goal: the planner is asked.

Some documents print a sentence ("Menurunkan jumlah …") in the column of the indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.impor.pencocokan import BarisBuku
from kinerja.pilihan import AksiImpor, Jenjang

_KALIMAT = re.compile(r"(?:me(?:m|n|ng|ny)?[a-z]+(?:kan|nya|i)|ter[a-z]+nya)\b", re.IGNORECASE)


def tukar(baris: Iterable[BarisBuku], keputusan: Mapping[str, str]) -> list[BarisBuku]:
    """The rows with goal and indicator exchanged where the planner said so."""
    if AksiImpor.TUKAR not in keputusan.values():
        return list(baris)
    return [_tukar(b) if keputusan.get(_alamat(b)) == AksiImpor.TUKAR else b for b in baris]


def tanyakan(baris: Iterable[BarisBuku], keputusan: Mapping[str, str]) -> Iterator[Temuan]:
    """Goals whose one indicator reads like a goal itself, unless it was answered."""
    for b in baris:
        if b.jenjang in (Jenjang.TUJUAN, Jenjang.SASARAN) and _meragukan(b):
            alamat = _alamat(b)
            if alamat in keputusan:
                continue
            jenjang = Jenjang(b.jenjang).label.lower()
            pesan = (
                f"“{b.simpul.indikator[0].teks[:120]}” tertulis sebagai indikator tetapi berbunyi "
                f"{jenjang}. Putuskan: tetap indikator, atau tukar dengan {jenjang} "
                f"“{b.simpul.kinerja[:120]}”."
            )
            temuan = Temuan(kode="TUJUAN_ATAU_INDIKATOR", pesan=pesan, tingkat=Tingkat.PERINGATAN)
            lembar, _, sel = alamat.rpartition("!")
            yield temuan.di(lembar=lembar, sel=sel)


def _meragukan(b: BarisBuku) -> bool:
    s = b.simpul
    satu = len(s.indikator) == 1 and bool(s.kinerja) and "indikator" in s.indikator[0].sel
    return satu and _KALIMAT.match(s.indikator[0].teks) is not None


def _alamat(b: BarisBuku) -> str:
    sel = b.simpul.indikator[0].sel.get("indikator", "") if b.simpul.indikator else ""
    return f"{b.lembar}!{sel}"


def _tukar(b: BarisBuku) -> BarisBuku:
    if not _meragukan(b):
        return b
    s, indikator = b.simpul, b.simpul.indikator[0]
    baru = replace(indikator, teks=s.kinerja)
    return b._replace(simpul=replace(s, kinerja=indikator.teks, indikator=[baru]))
