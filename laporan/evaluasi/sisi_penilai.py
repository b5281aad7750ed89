"""The evaluator's side of a sheet is the evaluators' own until it is final."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from dataclasses import replace
from typing import Any

from laporan.aturan.tangga_lke import PelakuLke
from laporan.evaluasi.baca_lke import IsiLke, hasil_penilaian
from laporan.models import Lke
from laporan.pilihan import StatusLke

KERJA_PENILAI = ("rekomendasi lke", "cabut_rekomendasi lke", "laporan lke")
"""What the history tells of it."""


def penilai_terlihat(lke: Lke, pelaku: Collection[PelakuLke]) -> bool:
    return lke.final or PelakuLke.PENILAI in pelaku


def sisi_terlihat(isi: IsiLke, pelaku: Collection[PelakuLke]) -> IsiLke:
    """``isi`` as this reader may see it: without values, recommendations and text of the report
    before the sheet is final. Notes show while it is returned: they say what to mend.
    """
    if penilai_terlihat(isi.lke, pelaku):
        return isi
    tutup: dict[str, Any] = {}
    if isi.lke.status != StatusLke.DIKEMBALIKAN:
        tutup["catatan_penilai"] = ""
    jawaban = {k: _salin(j, penilaian="", **tutup) for k, j in isi.jawaban.items()}
    sub = {k: _salin(s, bertahan_penilai=None, **tutup) for k, s in isi.sub.items()}
    return replace(
        isi,
        lke=_salin(isi.lke, catatan="", nomor="", tanggal=None),
        jawaban=jawaban,
        sub=sub,
        rekomendasi=[],
        penilaian=hasil_penilaian(
            isi.instrumen, jawaban.values(), sub.values(), isi.bukti, isi.bertahan
        ),
        tertutup=True,
    )


def _salin(baris: Any, **isi: Any) -> Any:
    """A copy to read; what is stored stays in ``baris``."""
    hasil = copy(baris)
    for medan, nilai in isi.items():
        setattr(hasil, medan, nilai)
    return hasil
