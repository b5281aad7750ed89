"""Which events are never undone, and what is done instead."""

from __future__ import annotations

from kinerja.aturan.tangga import KATA_KERJA

TETAP = {
    "buat": "Pembuatan dokumen tidak dapat dibatalkan.",
    **dict.fromkeys(
        KATA_KERJA, "Langkah persetujuan tidak dibatalkan; jawab dengan langkah berikutnya."
    ),
}


def sebab_tetap(kata_kerja: str) -> str:
    """Why an event of this kind stays; "" when it can be undone."""
    return TETAP.get(kata_kerja, "")
