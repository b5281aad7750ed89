"""Q11: do the targets of the quarters agree with that of the year, by the indicator's agregasi?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from kinerja.aturan.angka import format_angka
from kinerja.pilihan import Agregasi

LENGKAP = 4


def beda_triwulan(agregasi: str, setahun: Decimal, triwulan: Mapping[int, Decimal]) -> str:
    """What does not agree, as a sentence; "" when it does or cannot be told yet.

    A sum may also be typed cumulatively, each quarter up to and including itself. Sum and mean are
    judged once all four quarters are numbers, the end value once the fourth is.
    """
    pemeriksa = {
        Agregasi.AKHIR: _akhir,
        Agregasi.JUMLAH: _jumlah,
        Agregasi.RATA_RATA: _rata_rata,
    }
    hasil = pemeriksa[Agregasi(agregasi)](setahun, triwulan)
    if hasil is None:
        return ""
    nama, nilai = hasil
    return (
        f"{nama} {_teks(nilai)}, target setahun {_teks(setahun)}; periksa angkanya, "
        "atau cara menghitung setahunnya."
    )


def _akhir(setahun: Decimal, triwulan: Mapping[int, Decimal]) -> tuple[str, Decimal] | None:
    nilai = triwulan.get(LENGKAP, setahun)
    return None if nilai == setahun else ("target triwulan IV", nilai)


def _jumlah(setahun: Decimal, triwulan: Mapping[int, Decimal]) -> tuple[str, Decimal] | None:
    urut = [triwulan[n] for n in sorted(triwulan)]
    if len(urut) < LENGKAP or sum(urut) == setahun:
        return None
    kumulatif = urut == sorted(urut) and urut[-1] == setahun
    return None if kumulatif else ("jumlah target keempat triwulan", Decimal(sum(urut)))


def _rata_rata(setahun: Decimal, triwulan: Mapping[int, Decimal]) -> tuple[str, Decimal] | None:
    """Compared with as many decimals as the target of the year has."""
    if len(triwulan) < LENGKAP:
        return None
    halus = int(min(0, setahun.normalize().as_tuple().exponent))
    rata = Decimal(sum(triwulan.values())) / LENGKAP
    bulat = rata.quantize(Decimal(1).scaleb(halus), ROUND_HALF_UP)
    if bulat == setahun:
        return None
    return "rata-rata target keempat triwulan", rata.quantize(Decimal(1).scaleb(halus - 2))


def _teks(nilai: Decimal) -> str:
    return format_angka(Decimal(format(nilai.normalize(), "f")))
