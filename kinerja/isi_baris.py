"""Boxes from the rows of one query that joins what a box has several of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from kinerja.aturan.isi import IsiLabel, IsiSimpul

KOLOM_SIMPUL = (
    *("id", "uid", "induk_id", "level", "jenjang", "kode", "nomor"),
    *("nama", "kinerja", "unit__nama", "unit_id", "tahun_mulai", "varian", "dijawab"),
    *("peran", "program_terkait", "pengampu_tertulis"),
)
"""In the order of the fields of IsiSimpul."""
KOLOM_LABEL = ("baris_label__label", "baris_label__label__jenis", "baris_label__label__nama")
KOLOM_LEMBAGA = "baris_pengampu__perangkat_daerah__nama"
KOLOM = (*KOLOM_SIMPUL, KOLOM_LEMBAGA, *KOLOM_LABEL)


def kotak_dari_baris(baris: Iterable[tuple[Any, ...]]) -> Iterator[IsiSimpul]:
    """Boxes from rows of box, agency and label; a box of several comes in several rows."""
    banyak = len(KOLOM_SIMPUL)
    for _, milik in groupby(baris, key=itemgetter(0)):
        semua = list(milik)
        simpul = IsiSimpul(*semua[0][:banyak])
        simpul.lembaga = list(dict.fromkeys(b[banyak] for b in semua if b[banyak] is not None))
        label = (IsiLabel(*b[banyak + 1 :]) for b in semua if b[banyak + 1] is not None)
        simpul.label = list(dict.fromkeys(label))
        yield simpul
