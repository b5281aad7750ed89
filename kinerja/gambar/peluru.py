"""Bullet bars: how much of its target an indicator reaches. The number stands beside the bar."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja.aturan.capaian import persen
from kinerja.aturan.pita import Pita, pita

LEBAR, TINGGI = 330, 28
BATANG = 250
"""Room of the bar; the rest belongs to the number."""
LAZIM, TERJAUH = Decimal(100), Decimal(200)
"""Percent that fill the room; beyond the second one the bar is torn off."""


def peluru(nilai: Decimal | None, daftar: Sequence[Pita]) -> str:
    """SVG of one capaian over the bands, a tick at the target. Empty where there is no value."""
    milik = pita(nilai, daftar)
    if nilai is None or milik is None:
        return ""
    penuh = max(LAZIM, min(nilai, TERJAUH))
    ujung, target = _x(min(nilai, penuh), penuh), _x(Decimal(100), penuh)
    angka = persen(nilai)
    judul = f"Capaian {angka} dari target, {milik.nama}"
    return (
        f'<svg class="peluru" viewBox="0 0 {LEBAR} {TINGGI}" width="{LEBAR}" height="{TINGGI}"'
        f' role="img" aria-label="{judul}">{_latar(daftar, penuh)}'
        f'<rect class="peluru-batang {milik.rupa}" y="9" width="{ujung:.1f}" height="10"/>'
        f"{_sobek(nilai, ujung)}"
        f'<rect class="peluru-target" x="{target - 1:.1f}" y="3" width="2.5" height="22"/>'
        f'<text x="{max(ujung, target) + 8:.1f}" y="19">{angka}</text></svg>'
    )


def _latar(daftar: Sequence[Pita], penuh: Decimal) -> str:
    batas = [*(p.dari for p in daftar[1:]), penuh]
    return "".join(
        f'<rect class="peluru-latar" x="{_x(p.dari, penuh):.1f}" y="5"'
        f' width="{_x(sampai, penuh) - _x(p.dari, penuh):.1f}" height="18"/>'
        for p, sampai in zip(daftar, batas, strict=True)
        if p.dari < min(sampai, penuh)
    )


def _sobek(nilai: Decimal, ujung: float) -> str:
    """Two strokes across a bar that would be longer than its room."""
    if nilai <= TERJAUH:
        return ""
    garis = "".join(f"M{ujung - n:.1f} 22L{ujung - n + 5:.1f} 6" for n in (14, 9))
    return f'<path class="peluru-sobek" d="{garis}"/>'


def _x(nilai: Decimal, penuh: Decimal) -> float:
    return float(min(nilai, penuh) / penuh) * BATANG
