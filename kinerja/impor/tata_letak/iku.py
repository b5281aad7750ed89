"""Indikator kinerja utama: number, indicator, unit, baseline, a target per year."""

from __future__ import annotations

import re

from kinerja.impor.bacaan import TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.tabel_indikator import baca_indikator, bernilai_tahunan

JENIS = "iku"
_SEBUTAN = re.compile(r"\biku\b|indikator\s+kinerja\s+(?:utama|kunci)", re.IGNORECASE)


def kenali(tabel: Tabel) -> float:
    """Years of targets beside indicators; a baseline or the words make it an IKU table."""
    if not tabel.punya("indikator") or set(tabel.jenjang) & {"program", "kegiatan", "sub_kegiatan"}:
        return 0
    sebutan = any(_SEBUTAN.search(t) for t in (tabel.judul, tabel.lembar.nama))
    bernilai = bernilai_tahunan(tabel) or (tabel.punya("target") and tabel.punya("baseline"))
    if not bernilai or tabel.nama is not None:
        return 0.3 * bernilai
    return 0.6 + 0.2 * sebutan + 0.2 * tabel.punya("baseline")


def baca(p: Pembacaan) -> TabelBaca:
    hasil, _ = baca_indikator(p, JENIS)
    for i in hasil.simpul[0].indikator:
        i.lain["utama"] = True
    hasil.jumlah["iku"] = len(hasil.simpul[0].indikator)
    return hasil
