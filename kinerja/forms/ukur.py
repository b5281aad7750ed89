"""What the grid and the sheet of one indicator send, as cells of ``Pohon.ukur``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django import forms

from kinerja.forms.tercatat import Tanggal
from kinerja.models import SelUkur
from kinerja.models.rencana_ukur import (
    ANGGARAN,
    MEDAN_INDIKATOR,
    NILAI,
    VARIABEL,
    tulis_variabel,
)

AWALAN = {"r": NILAI, "a": ANGGARAN}
"""Field names of the grid: r-<uid of the indicator>, a-<uid of the box>."""


@dataclass
class Kisi:
    """The cells that were changed, by their field, and all typed texts to show again."""

    sel: dict[str, SelUkur] = field(default_factory=dict)
    ketikan: dict[str, str] = field(default_factory=dict)


def baca_kisi(kiriman: Mapping[str, str]) -> Kisi:
    """``lama`` is one field for all cells: a grid may have more than Django takes fields."""
    lama = _baca_lama(kiriman.get("lama", ""))
    hasil = Kisi()
    for nama, teks in kiriman.items():
        awalan, _, uid = nama.partition("-")
        if awalan not in AWALAN or not uid:
            continue
        dilihat = lama.get(nama, "")
        if teks.strip() != dilihat.strip():
            hasil.ketikan[nama] = teks
            hasil.sel[nama] = SelUkur(uid, AWALAN[awalan], teks, dilihat)
    return hasil


def _baca_lama(teks: str) -> dict[str, str]:
    try:
        isi = json.loads(teks or "{}")
    except json.JSONDecodeError:
        return {}
    return {str(k): str(v) for k, v in isi.items()} if isinstance(isi, dict) else {}


def baca_rinci(kiriman: Mapping[str, str], uid: str, bagian: Sequence[str]) -> list[SelUkur]:
    """All fields of one indicator; each with what stood there (``lama-<medan>``).

    ``bagian``: the variables of its formula, sent as v-0, v-1, …; its value is then none of them.
    """
    kiriman = dict(kiriman)
    if bagian:
        kiriman.pop("realisasi", None)
        kiriman.pop("lama-realisasi", None)
        isi = {nama: kiriman.get(f"v-{n}", "").strip() for n, nama in enumerate(bagian)}
        kiriman[VARIABEL] = tulis_variabel({n: t for n, t in isi.items() if t})
    else:
        kiriman.pop("lama-variabel", None)
    return [
        SelUkur(uid, medan, kiriman.get(medan, ""), kiriman.get(f"lama-{medan}"))
        for medan in MEDAN_INDIKATOR
        if medan in kiriman or f"lama-{medan}" in kiriman
    ]


class PembukaanForm(forms.Form):
    """Open one box again."""

    simpul = forms.IntegerField()
    sampai = Tanggal(required=True)
    alasan = forms.CharField(max_length=2000)
