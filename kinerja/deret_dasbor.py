"""One indicator of a dashboard through the years of its periode."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.aturan.angka import Nilai
from kinerja.aturan.dasbor import TRIWULAN
from kinerja.bacaan_dasbor import UkuranDasbor, terbaca
from kinerja.gambar.deret import Titik, deret


@dataclass(frozen=True)
class BarisDeret:
    """One indicator through the years of its periode, drawn and as a table."""

    ukuran: UkuranDasbor
    titik: Sequence[Titik]
    gambar: str

    @property
    def berangka(self) -> bool:
        return any(t.teks_target or t.teks_realisasi for t in self.titik)


def baris_deret(u: UkuranDasbor, tahun: Sequence[int]) -> BarisDeret:
    titik = []
    for t in tahun:
        nilai, akhir = u.setahun(t)
        wajib = max(n for n in TRIWULAN if u.wajib(n))
        titik.append(
            Titik(
                tahun=t,
                target=terbaca(u.target.get((t, 0))),
                realisasi=terbaca(nilai),
                teks_target=mentah(u.target.get((t, 0))),
                teks_realisasi=mentah(nilai),
                sampai=akhir if akhir < wajib else 0,
            )
        )
    return BarisDeret(u, titik, deret(titik, u.teks))


def mentah(nilai: Nilai | None) -> str:
    return nilai.mentah if nilai else ""
