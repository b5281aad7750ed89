"""A cascading per jabatan as plain data: the drawing, and its rows for a workbook."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.gambar.jabatan import BarisJabatan
from laporan.pdf.muatan import baca, tulis
from laporan.pdf.naskah_diagram import NaskahDiagram


@dataclass(frozen=True, slots=True)
class NaskahJabatan:
    """Everything printed; a maker takes the half that it needs."""

    diagram: NaskahDiagram
    baris: tuple[BarisJabatan, ...]

    def ke_json(self) -> str:
        return tulis(self)


def baca_naskah(teks: str) -> NaskahJabatan:
    """What ``ke_json`` wrote."""
    return baca(NaskahJabatan, teks)
