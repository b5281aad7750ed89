"""Closing rows across a table: a name on the left, its text over the rest, in known heights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from kinerja.gambar.ukur_teks import asing, bungkus
from laporan.pdf.lebar import GARIS, ISI_X
from laporan.pdf.ukuran import HURUF_ASING, ISI_Y, SELA, tinggi_sel

BAGIAN_NAMA = 0.2
"""Share of the sheet that the names take at least."""


@dataclass(frozen=True)
class KakiTabel:
    """``isi`` as (name, text); ``lebar`` of the columns of the sheet they stand on."""

    isi: Sequence[tuple[str, str]]
    lebar: Sequence[float]
    ukuran: float

    @cached_property
    def kolom_nama(self) -> int:
        """Columns that the names stand across; one is left for the texts."""
        return kolom_nama(self.lebar)

    @cached_property
    def _baris(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        kiri = sum(self.lebar[: self.kolom_nama])
        kanan = sum(self.lebar) - kiri
        return [(self._bungkus(n, kiri, "tebal"), self._bungkus(t, kanan)) for n, t in self.isi]

    def _bungkus(self, teks: str, lebar: float, gaya: str = "tegak") -> tuple[str, ...]:
        return bungkus(teks, lebar - 2 * ISI_X - GARIS, self.ukuran, gaya)

    @property
    def _tinggi(self) -> list[float]:
        sela = self.ukuran * SELA
        return [
            tinggi_sel(max(len(n), len(t)), sela * (HURUF_ASING if asing(asli) else 1.0))
            for (n, t), (_, asli) in zip(self._baris, self.isi, strict=True)
        ]

    @property
    def tinggi(self) -> float:
        return sum(self._tinggi)

    @property
    def html(self) -> str:
        sisa = len(self.lebar) - self.kolom_nama
        return "".join(
            f'<tr><td class="b" colspan="{self.kolom_nama}"'
            f' style="height:{tinggi - 2 * ISI_Y - GARIS:.2f}pt">{_teks(n)}</td>'
            f'<td colspan="{sisa}">{_teks(t)}</td></tr>'
            for (n, t), tinggi in zip(self._baris, self._tinggi, strict=True)
        )


def kolom_nama(lebar: Sequence[float]) -> int:
    """How many columns from the left the names of closing rows stand across."""
    jumlah, batas = 0.0, BAGIAN_NAMA * sum(lebar)
    for n, satu in enumerate(lebar[:-1], start=1):
        jumlah += satu
        if jumlah >= batas:
            return n
    return max(1, len(lebar) - 1)


def _teks(baris: Sequence[str]) -> str:
    return escape("\n".join(baris), quote=False)
