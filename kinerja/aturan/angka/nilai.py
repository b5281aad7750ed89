"""What was typed and what it means, and how numbers are printed back (id-ID)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.pilihan import JenisNilai

ANGKA, KOSONG, TEKS = (str(j) for j in (JenisNilai.ANGKA, JenisNilai.KOSONG, JenisNilai.TEKS))
TERLALU_BESAR = 10**13  # from here on an amount is an error
ANGKA_TERBANYAK = 15  # digits a spreadsheet keeps
BULAT_TERBESAR = 1e15


class Nilai(NamedTuple):
    """One typed value. ``angka`` keeps the scale as typed: "100,00" is Decimal("100.00")."""

    mentah: str
    jenis: str
    angka: Decimal | None = None
    minimum: Decimal | None = None
    maksimum: Decimal | None = None
    satuan: str = ""


class Bacaan(NamedTuple):
    """A value and what there is to say about it; the caller adds the place."""

    nilai: Nilai
    temuan: tuple[Temuan, ...] = ()

    @property
    def galat(self) -> bool:
        return any(t.menghalangi for t in self.temuan)

    @property
    def rupiah(self) -> int | None:
        """The amount in whole rupiah; None when there is none."""
        return None if self.nilai.angka is None else int(self.nilai.angka)


def bacaan_angka(mentah: str, angka: Decimal, *temuan: Temuan, satuan: str = "") -> Bacaan:
    return Bacaan(Nilai(mentah, ANGKA, angka, None, None, satuan), temuan)


def bacaan_kosong(mentah: str, kode: str, pesan: str) -> Bacaan:
    return Bacaan(Nilai(mentah, KOSONG), (peringatan(kode, pesan),))


def bacaan_galat(mentah: str, kode: str, pesan: str) -> Bacaan:
    """No value: the raw text stays, the kind is text."""
    return Bacaan(Nilai(mentah, TEKS), (Temuan(kode=kode, pesan=pesan),))


def peringatan(kode: str, pesan: str) -> Temuan:
    return Temuan(kode=kode, pesan=pesan, tingkat=Tingkat.PERINGATAN)


def temuan_normal(mentah: str) -> Temuan:
    pesan = (
        f"Angka {kutip(mentah)} memuat tanda yang tidak tampak atau bukan angka biasa; dibaca "
        "tanpa tanda itu. Periksa nilainya."
    )
    return peringatan("TEKS_DINORMALKAN", pesan)


def kutip(mentah: str) -> str:
    """The raw text for a message, cut when long."""
    rapi = " ".join(mentah.split())
    return f"“{rapi[:57]}…”" if len(rapi) > 60 else f"“{rapi}”"


def desimal_sel(nilai: int | float | Decimal) -> Decimal | None:
    """A numeric cell with the 15 digits a spreadsheet shows; None for NaN and infinity.

    0.1 + 0.2 is 0.3 here as it is on the planner's screen.
    """
    if type(nilai) is int:
        return Decimal(nilai)
    if isinstance(nilai, float):
        if nilai.is_integer() and abs(nilai) < BULAT_TERBESAR:
            return Decimal(int(nilai))
        nilai = Decimal(f"{nilai:.{ANGKA_TERBANYAK}g}")
    angka = Decimal(nilai)
    if isinstance(nilai, int):
        return angka
    if not angka.is_finite():
        return None
    return rapikan(angka)


def rapikan(angka: Decimal) -> Decimal:
    """Without trailing zeros behind the comma and without an exponent."""
    if abs(angka.adjusted()) > 400:  # a number no cell can hold; leave it as it is
        return angka
    bulat = angka.to_integral_value()
    return bulat.quantize(Decimal(1)) if _bulat_pendek(angka, bulat) else angka.normalize()


def _bulat_pendek(angka: Decimal, bulat: Decimal) -> bool:
    return angka == bulat and angka.adjusted() < 28


def teks_mentah(nilai: object) -> str:
    """The raw text of a cell as it is kept beside the value."""
    if isinstance(nilai, str):
        return nilai
    if nilai is None:
        return ""
    if type(nilai) is int and abs(nilai) < BULAT_TERBESAR:
        return str(nilai)
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    if isinstance(nilai, int):
        return format(Decimal(nilai), "f")  # str() refuses integers of thousands of digits
    if isinstance(nilai, (float, Decimal)):
        angka = desimal_sel(nilai)
        return str(nilai) if angka is None else format(angka, "f")
    if isinstance(nilai, (dt.datetime, dt.date, dt.time)):
        return nilai.isoformat(" ") if isinstance(nilai, dt.datetime) else nilai.isoformat()
    return str(nilai)


def format_angka(angka: Decimal | int) -> str:
    """1234567 -> "1.234.567"; Decimal("93.59") -> "93,59"; whole numbers without ",00"."""
    angka = Decimal(angka)
    if not angka.is_finite():
        return str(angka)
    if angka == angka.to_integral_value():
        angka = angka.to_integral_value()
    return f"{angka:,f}".translate(str.maketrans(",.", ".,"))


def format_rupiah(rupiah: int) -> str:
    """1234567 -> "Rp 1.234.567"; a difference may be negative: "-Rp 50.000.000"."""
    return f"{'-' if rupiah < 0 else ''}Rp {format_angka(abs(rupiah))}"
