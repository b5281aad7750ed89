"""The cascading per jabatan on paper: the diagram, with a headed list for each half of a box."""

from __future__ import annotations

from laporan.pdf.cetak import Kemajuan
from laporan.pdf.diagram import cetak as cetak_diagram
from laporan.pdf.naskah_jabatan import NaskahJabatan


def cetak(naskah: NaskahJabatan, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The PDF. Raises HurufTidakAda."""
    return cetak_diagram(naskah.diagram, kertas, kemajuan)
