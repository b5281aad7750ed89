"""How much of its target a realisasi reaches, in percent, with the formula and its numbers.

Three ways, by the indicator's arah: higher is better, lower is better (two formulas), inside a
range ("varian rentang"). Nothing is capped here; caps belong to averages (``pita.py``). Where no
percentage can be told there is none, with the reason: never 0, never infinity.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import NamedTuple

from kinerja.aturan.angka import Nilai, format_angka
from kinerja.pilihan import Arah, CaraTurun, JenisNilai

HALUS = Decimal("0.000001")
"""A percentage is kept this fine."""
TAMPIL = Decimal("0.01")
"""Printed, and compared with bands, this fine."""
SERATUS = Decimal(100)
RENTANG = "varian rentang"

Skala = Mapping[str, Decimal]
"""What a predicate is worth, by its name: one ladder of predicates, say WTP 4 … TMP 1."""

SKALA_AKIP: Skala = {n: Decimal(i) for i, n in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), 1)}
SKALA_OPINI: Skala = {n: Decimal(i) for i, n in enumerate(("TMP", "TW", "WDP", "WTP"), 1)}
SKALA_BAWAAN: tuple[Skala, ...] = (SKALA_AKIP, SKALA_OPINI)


class Capaian(NamedTuple):
    """Percent 0 and up, else None with ``sebab``. ``rumus`` is the formula with its numbers."""

    nilai: Decimal | None = None
    sebab: str = ""
    rumus: str = ""

    @property
    def tampil(self) -> str:
        """As printed: "93,59%", "–" where there is none."""
        return "–" if self.nilai is None else persen(self.nilai)


def hitung(
    realisasi: Nilai | None,
    target: Nilai | None,
    *,
    arah: str = Arah.NAIK,
    cara: str = CaraTurun.SELISIH,
    skala: tuple[Skala, ...] = SKALA_BAWAAN,
) -> Capaian:
    """Compare one value with one target. Both may be empty, a number, a range or a predicate."""
    if realisasi is None or realisasi.jenis == JenisNilai.KOSONG:
        return Capaian(sebab="Realisasi belum diisi.")
    if target is None or target.jenis == JenisNilai.KOSONG:
        return Capaian(sebab="Target belum diisi.")
    if JenisNilai.PREDIKAT in (realisasi.jenis, target.jenis):
        return _predikat(realisasi, target, skala)
    if realisasi.angka is None:
        return Capaian(sebab=f"Realisasi “{realisasi.mentah}” bukan satu angka.")
    if target.jenis == JenisNilai.RENTANG:
        return _rentang(realisasi.angka, target.minimum, target.maksimum, arah, cara)
    if target.angka is None:
        return Capaian(sebab=f"Target “{target.mentah}” bukan angka, rentang, atau predikat.")
    if arah == Arah.RENTANG:
        return _rentang(realisasi.angka, target.angka, target.angka, arah, cara)
    return _satu(realisasi.angka, target.angka, arah, cara)


def _satu(r: Decimal, t: Decimal, arah: str, cara: str) -> Capaian:
    return _turun(r, t, cara) if arah == Arah.TURUN else _naik(r, t)


def _naik(r: Decimal, t: Decimal) -> Capaian:
    if t <= 0:
        sebab = f"Target {format_angka(t)}: realisasi tidak dapat dibagi dengannya."
        return Capaian(sebab=sebab)
    return _hasil(f"{teks(r)} / {teks(t)}", _bagi(r, t))


def _turun(r: Decimal, t: Decimal, cara: str) -> Capaian:
    """Target 0 is reached by 0 and by nothing else; (2T − R) / T does not fall below 0."""
    if t < 0 or r < 0:
        return Capaian(sebab="Target atau realisasi negatif: capaiannya tidak dapat dihitung.")
    if t == 0:
        penuh = SERATUS if r == 0 else Decimal(0)
        return Capaian(penuh, rumus=f"target 0, realisasi {teks(r)} → {persen(penuh)}")
    if cara == CaraTurun.BANDING:
        if r == 0:
            return Capaian(SERATUS, rumus=f"realisasi 0, target {teks(t)} → 100%")
        return _hasil(f"{teks(t)} / {teks(r)}", _bagi(t, r))
    hasil = _bagi(2 * t - r, t)
    rumus = f"(2 × {teks(t)} − {teks(r)}) / {teks(t)}"
    if hasil < 0:
        return Capaian(Decimal(0), rumus=f"{rumus} × 100% = {persen(hasil)}, dihitung 0%")
    return _hasil(rumus, hasil)


def _rentang(
    r: Decimal, a: Decimal | None, b: Decimal | None, arah: str, cara: str
) -> Capaian:  # fmt: skip
    """Above the range its upper end is the target, below it the lower one; inside it is reached.

    An open range has one end only: "≥ 80" of a higher-better indicator is a target of 80.
    """
    if b is None and arah == Arah.NAIK and a is not None:
        return _satu(r, a, arah, cara)
    if a is None and arah == Arah.TURUN and b is not None:
        return _satu(r, b, arah, cara)
    if a is None and b is None:
        return Capaian(sebab="Batas rentang targetnya tidak terbaca.")
    kata = f"{RENTANG} {_sebut_rentang(a, b)}"
    if a is not None and r < a:
        hasil = _satu(r, a, Arah.TURUN if arah == Arah.TURUN else Arah.NAIK, cara)
    elif b is not None and r > b:
        hasil = _satu(r, b, Arah.NAIK if arah == Arah.NAIK else Arah.TURUN, cara)
    else:
        return Capaian(SERATUS, rumus=f"{teks(r)} di dalam {kata} → 100%")
    return hasil._replace(rumus=f"{hasil.rumus} ({kata})") if hasil.rumus else hasil


def _sebut_rentang(a: Decimal | None, b: Decimal | None) -> str:
    if a is None or b is None:
        return f"≤ {teks(b)}" if b is not None else f"≥ {teks(a)}"
    return f"{teks(a)}–{teks(b)}"


def _predikat(realisasi: Nilai, target: Nilai, skala: tuple[Skala, ...]) -> Capaian:
    for satu in skala:
        harga = {nama.casefold(): nilai for nama, nilai in satu.items()}
        r, t = (harga.get(" ".join(n.mentah.split()).casefold()) for n in (realisasi, target))
        if r is not None and t is not None and t > 0:
            rumus = f"{realisasi.mentah} ({teks(r)}) / {target.mentah} ({teks(t)})"
            return _hasil(rumus, _bagi(r, t))
    sebab = f"“{realisasi.mentah}” dan “{target.mentah}” tidak ada pada satu skala predikat."
    return Capaian(sebab=sebab)


def _hasil(rumus: str, nilai: Decimal) -> Capaian:
    return Capaian(nilai, rumus=f"{rumus} × 100% = {persen(nilai)}")


def _bagi(pembilang: Decimal, penyebut: Decimal) -> Decimal:
    with localcontext() as konteks:
        konteks.prec = 60
        return bulatkan(pembilang * SERATUS / penyebut)


def bulatkan(nilai: Decimal, halus: Decimal = HALUS) -> Decimal:
    with localcontext() as konteks:
        konteks.prec = 60
        return nilai.quantize(halus, ROUND_HALF_UP)


def persen(nilai: Decimal) -> str:
    """ "93,59%": two decimals at most, no idle zeros."""
    return f"{teks(bulatkan(nilai, TAMPIL))}%"


def teks(nilai: Decimal | None) -> str:
    return "–" if nilai is None else format_angka(Decimal(format(nilai.normalize(), "f")))
