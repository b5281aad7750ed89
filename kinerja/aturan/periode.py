"""Rules about planning periods and the stages of their yearly numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kinerja.aturan.temuan import Letak, Temuan

TAHUN = re.compile(r"\b(?:19|20|21)\d\d\b")
RENTANG = re.compile(r"\b(\d{4})\s*(?:-|\N{EN DASH}|s\.?d\.?|sampai)\s*(\d{4})\b", re.IGNORECASE)


def baca_daftar_tahun(teks: str) -> list[int] | None:
    """ "2025, 2026" or "2025-2029" as years in order; None when something else stands there."""

    def uraikan(cocok: re.Match[str]) -> str:
        awal, akhir = int(cocok[1]), int(cocok[2])
        daftar = range(awal, akhir + 1) if 0 < akhir - awal < 100 else ()
        return " ".join(str(t) for t in daftar) or cocok[0]

    terurai = RENTANG.sub(uraikan, teks)
    sisa = TAHUN.sub("", terurai)
    if re.search(r"[^\s,;.]", sisa):
        return None
    return sorted({int(t) for t in TAHUN.findall(terurai)})


def periksa_tahun(awal: int, akhir: int, target: Iterable[int]) -> list[Temuan]:
    """Target years lie within the period."""
    luar = [str(t) for t in target if not awal <= t <= akhir]
    if not luar:
        return []
    pesan = f"Tahun target {', '.join(luar)} berada di luar {awal}-{akhir}; perbaiki salah satunya."
    return [Temuan(kode="TAHUN_DI_LUAR", pesan=pesan, letak=Letak(medan="tahun_target"))]


def periksa_tahun_terpakai(target: Iterable[int], terpakai: Iterable[int]) -> list[Temuan]:
    """A year that holds numbers stays in the list, or the numbers would not be seen any more."""
    hilang = [str(t) for t in sorted(set(terpakai) - set(target))]
    if not hilang:
        return []
    pesan = f"Tahun {', '.join(hilang)} sudah berisi target atau pagu; biarkan tetap di daftar."
    return [Temuan(kode="TAHUN_TERPAKAI", pesan=pesan, letak=Letak(medan="tahun_target"))]
