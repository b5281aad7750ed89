"""Lines of target and realisasi through the years. A year without a number is a gap, never 0."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from html import escape
from typing import NamedTuple

from kinerja.aturan.angka import format_angka
from kinerja.aturan.capaian import bulatkan

LEBAR, TINGGI = 340, 176
KIRI, KANAN, ATAS, BAWAH = 34, 306, 44, 126
"""Where the lines run."""
HALUS = Decimal("0.01")
SKALA = ((Decimal(10) ** 12, " T"), (Decimal(10) ** 9, " M"), (Decimal(10) ** 6, " jt"))


class Titik(NamedTuple):
    """A year. The texts are as typed; ``sampai`` is the last filled quarter of an unfinished
    year, 0 for a whole one.
    """

    tahun: int
    target: Decimal | None
    realisasi: Decimal | None
    teks_target: str = ""
    teks_realisasi: str = ""
    sampai: int = 0


def deret(titik: Sequence[Titik], judul: str) -> str:
    """SVG of both lines; empty where no year has a number."""
    ada = [n for t in titik for n in (t.target, t.realisasi) if n is not None]
    if not ada:
        return ""
    y = _skala(min(ada), max(ada))
    isi = "".join(
        f'<text class="deret-tahun" x="{_x(n, titik):.1f}" y="166">{t.tahun}</text>'
        for n, t in enumerate(titik)
    )
    for kelas, nilai in (
        ("target", [t.target for t in titik]),
        ("realisasi", [t.realisasi for t in titik]),
    ):
        tempat = [None if n is None else (_x(ke, titik), y(n)) for ke, n in enumerate(nilai)]
        isi += f'<path class="deret-{kelas}" d="{_garis(tempat)}"/>'
        isi += "".join(_tanda(kelas, p, titik[ke].sampai) for ke, p in enumerate(tempat) if p)
    isi += "".join(_angka(_x(ke, titik), t, y) for ke, t in enumerate(titik))
    return (
        f'<svg class="deret" viewBox="0 0 {LEBAR} {TINGGI}" width="{LEBAR}" height="{TINGGI}"'
        f' role="img" aria-label="{escape(_kalimat(titik, judul))}">{_LEGENDA}'
        f'<path class="deret-alas" d="M10 151H330"/>{isi}</svg>'
    )


_LEGENDA = (
    '<path class="deret-target" d="M10 11H34"/><rect class="deret-titik target" x="18" y="7"'
    ' width="8" height="8"/><text class="deret-legenda" x="40" y="15">Target</text>'
    '<path class="deret-realisasi" d="M100 11H124"/><circle class="deret-titik realisasi" cx="112"'
    ' cy="11" r="4.5"/><text class="deret-legenda" x="130" y="15">Realisasi</text>'
)


def _skala(bawah: Decimal, atas: Decimal) -> Callable[[Decimal], float]:
    rentang = float(atas - bawah)
    return lambda n: (
        (ATAS + BAWAH) / 2 if not rentang else BAWAH - float(n - bawah) / rentang * (BAWAH - ATAS)
    )


def _x(ke: int, titik: Sequence[Titik]) -> float:
    return KIRI + (KANAN - KIRI) * (ke / (len(titik) - 1) if len(titik) > 1 else 0.5)


def _garis(tempat: Sequence[tuple[float, float] | None]) -> str:
    """Neighbours are joined; after a gap the pen is put down anew."""
    hasil, sambung = "", False
    for satu in tempat:
        if satu:
            hasil += f"{'L' if sambung else 'M'}{satu[0]:.1f} {satu[1]:.1f}"
        sambung = satu is not None
    return hasil


def _tanda(kelas: str, tempat: tuple[float, float], sampai: int) -> str:
    x, y = tempat
    if kelas == "target":
        return (
            f'<rect class="deret-titik target" x="{x - 4:.1f}" y="{y - 4:.1f}"'
            ' width="8" height="8"/>'
        )
    belum = " belum" if sampai else ""
    return f'<circle class="deret-titik realisasi{belum}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>'


def _angka(x: float, titik: Titik, y: Callable[[Decimal], float]) -> str:
    """The higher number stands above its point, the lower one below."""
    ada = [(n, k) for n, k in ((titik.target, "target"), (titik.realisasi, "realisasi"))
           if n is not None]  # fmt: skip
    hasil = ""
    for ke, (n, kelas) in enumerate(sorted(ada, key=lambda satu: satu[0], reverse=True)):
        tinggi = y(n) - 8 if ke == 0 else y(n) + 17
        hasil += (
            f'<text class="deret-angka {kelas}" x="{x:.1f}" y="{tinggi:.1f}">{ringkas(n)}</text>'
        )
    return hasil


def ringkas(nilai: Decimal) -> str:
    """A number with room for it over a point: "1,25 M"; the table has all of it."""
    for batas, kata in SKALA:
        if abs(nilai) >= batas:
            return _pendek(nilai / batas) + kata
    return _pendek(nilai)


def _pendek(nilai: Decimal) -> str:
    bulat = bulatkan(nilai, HALUS).normalize()
    return format_angka(Decimal(format(bulat, "f")))


def _kalimat(titik: Sequence[Titik], judul: str) -> str:
    isi = "; ".join(
        f"{t.tahun} target {_pendek(t.target) if t.target is not None else 'tidak ada'}, "
        f"realisasi {_pendek(t.realisasi) if t.realisasi is not None else 'belum ada'}"
        for t in titik
    )
    return f"{judul}: {isi}"
