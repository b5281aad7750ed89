"""Indikator kinerja utama: number, indicator, unit, baseline, a target per year."""

from __future__ import annotations

import re

from kinerja.impor.bacaan import TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_tafsir import BERNAMA
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.tabel_indikator import baca_indikator, bernilai_tahunan

JENIS = "iku"
_PENJELAS = ("target", "formulasi", "definisi", "sumber_data")
_SEBUTAN = re.compile(r"\biku\b|indikator\s+kinerja\s+(?:utama|kunci)", re.IGNORECASE)


def kenali(tabel: Tabel) -> float:
    """Years of targets beside indicators; a baseline or the words make it an IKU table. A table
    that calls itself so may print no targets at all.
    """
    if not tabel.punya("indikator") or set(tabel.jenjang) & set(BERNAMA):
        return 0
    sebutan = _disebut(tabel)
    bernilai = bernilai_tahunan(tabel) or (tabel.punya("target") and tabel.punya("baseline"))
    atas = tabel.nama is None or (tabel.nama.banyak and not set(tabel.nama.banyak) & set(BERNAMA))
    if not bernilai or not atas:
        sendiri = sebutan and atas and any(tabel.punya(m) for m in _PENJELAS)
        return 0.85 if sendiri else 0.3 * bernilai
    return 0.6 + 0.2 * sebutan + 0.2 * tabel.punya("baseline")


def _disebut(tabel: Tabel) -> bool:
    """The words stand in the title, the name of the sheet or above the indicators."""
    judul = (k.judul for k in tabel.kolom if k.medan == "indikator")
    return any(_SEBUTAN.search(t) for t in (tabel.judul, tabel.lembar.nama, *judul))


def baca(p: Pembacaan) -> TabelBaca:
    """Main indicators, where the table calls them so."""
    hasil, _ = baca_indikator(p, JENIS)
    for i in hasil.simpul[0].indikator if _disebut(p.tabel) else ():
        i.lain["utama"] = True
    hasil.jumlah["iku"] = len(hasil.simpul[0].indikator)
    return hasil
