"""``manage.py impor`` on a workbook that we gave out: what it would do to its document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kinerja.impor.bacaan import HasilBaca
from kinerja.impor.potret import potret
from kinerja.impor.rencana import SAMA, PilihanRencana, Rencana, susun
from kinerja.pilihan import MaksudImpor

if TYPE_CHECKING:
    from kinerja.impor.perintah import Tujuan


def banding(hasil: HasilBaca, tujuan: Tujuan | None) -> tuple[HasilBaca, dict[str, Any]]:
    """The reading with the findings of the plan, and the differences it would make."""
    if hasil.buku_kerja is None or tujuan is None or tujuan.pohon is None:
        return hasil, {}
    maksud = tujuan.maksud or MaksudImpor.PERBARUI
    rencana = susun(hasil, potret(tujuan.pohon), PilihanRencana(benih="", maksud=maksud))
    return replace(hasil, temuan=hasil.temuan + rencana.temuan), {"rencana": jawaban(rencana)}


def jawaban(rencana: Rencana) -> dict[str, Any]:
    """Counts, every row that is not left as it is, and what the workbook no longer holds."""
    r = rencana.ringkasan
    return {
        "jumlah": {
            "baru": r.baru, "berubah": r.berubah, "dipindah": r.dipindah, "sama": r.sama,
            "basi": r.basi, "dilewati": r.dilewati, "dihapus": r.dihapus,
            "perubahan": len(rencana.perubahan),
        },
        "baris": [
            {
                "lembar": b.buku.lembar,
                "baris": b.buku.simpul.baris,
                "nama": b.buku.simpul.nama or b.buku.simpul.kinerja,
                "nasib": b.nasib.lower(),
                "beda": [[x.medan, x.lama, x.baru] for x in b.beda],
            }
            for b in rencana.baris
            if b.nasib != SAMA
        ],
        "dokumen": [[x.medan, x.lama, x.baru] for x in rencana.jumlah],
        "hilang": [
            {"apa": h.apa, "nama": h.sebutan, "dihapus": h.dihapus, "alasan": h.alasan}
            for h in rencana.hilang
        ],
    }  # fmt: skip
