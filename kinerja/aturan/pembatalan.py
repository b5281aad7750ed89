"""Which events are never undone, and what is done instead."""

from __future__ import annotations

from kinerja.aturan.tangga import KATA_KERJA

TETAP = {
    "arsipkan": "Arsip tidak dibatalkan; pulihkan dokumennya di halaman status.",
    "pulihkan": "Pemulihan tidak dibatalkan; arsipkan lagi di halaman status.",
    "buat": "Pembuatan dokumen tidak dapat dibatalkan.",
    **dict.fromkeys(
        KATA_KERJA, "Langkah persetujuan tidak dibatalkan; jawab dengan langkah berikutnya."
    ),
    **dict.fromkeys(("buka_perubahan", "salin"), "Salinan tidak dibatalkan; arsipkan dokumennya."),
    **dict.fromkeys(("dibuka", "disalin"), "Ini hanya catatan; salinannya adalah dokumen sendiri."),
}


def sebab_tetap(kata_kerja: str) -> str:
    """Why an event of this kind stays; "" when it can be undone."""
    return TETAP.get(kata_kerja, "")
