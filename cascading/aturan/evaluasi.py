"""Texts that stand in the foot of a form: short enough to stay on its page."""

from __future__ import annotations

from kinerja.aturan.temuan import Temuan

PANJANG_EVALUASI = 2_000
BARIS_TERBANYAK = 12


def periksa_baris(medan: str, teks: str, terbanyak: int = BARIS_TERBANYAK) -> list[Temuan]:
    """Not more lines, and not more letters, than the foot of the form holds."""
    if len(teks) > PANJANG_EVALUASI:
        pesan = f"Paling banyak 2.000 huruf (kini {len(teks)}); ringkaslah."
        return [Temuan(kode="TEKS_TERLALU_PANJANG", pesan=pesan).di(medan=medan)]
    if (banyak := len(teks.splitlines())) > terbanyak:
        pesan = f"Paling banyak {terbanyak} baris (kini {banyak}); gabungkan kalimatnya."
        return [Temuan(kode="TERLALU_BANYAK_BARIS", pesan=pesan).di(medan=medan)]
    return []
