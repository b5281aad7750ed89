"""Ranges and bounds: "80-90", "70,1 s.d. 70,5 %", "≥ 80", "minimal 80"."""

from __future__ import annotations

import re
from decimal import Decimal

from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import JenisNilai

from . import desimal, sebab
from . import satuan as kata
from .nilai import TERLALU_BESAR, Bacaan, Nilai, format_angka, kutip, peringatan

_N = r"\d[\d.,]*"
_RENTANG = re.compile(
    rf"(?P<dari>{_N}) ?(?P<satuan1>%?) ?(?:-|~|s ?[./]? ?d\.?|sampai(?: dengan)?|hingga) ?"
    rf"(?P<sampai>{_N})(?P<sisa>.*)",
    re.IGNORECASE,
)
_BAWAH: tuple[str, ...] = (
    "≥",
    ">=",
    "=>",
    ">",
    "minimal",
    "min.",
    "min",
    "paling sedikit",
    "paling rendah",
)
_BAWAH += ("sekurang-kurangnya", "lebih dari", "di atas")
_ATAS: tuple[str, ...] = (
    "≤",
    "<=",
    "=<",
    "<",
    "maksimal",
    "maks.",
    "maks",
    "max.",
    "max",
    "paling banyak",
)
_ATAS += ("paling tinggi", "setinggi-tingginya", "kurang dari", "di bawah")
_BATAS = re.compile(
    "(?:"
    + "|".join(
        f"(?P<{nama}>{'|'.join(map(re.escape, tanda))})"
        for nama, tanda in (("bawah", _BAWAH), ("atas", _ATAS))
    )
    + rf") ?(?P<angka>{_N})(?P<sisa>.*)",
    re.IGNORECASE,
)


def baca_rentang(mentah: str, teks: str, satuan: str, gaya: str | None) -> Bacaan | None:
    """None when the text is no range. A range that cannot be read is a GALAT."""
    if cocok := _RENTANG.fullmatch(teks):
        pasangan = [cocok["dari"], cocok["sampai"]]
    elif cocok := _BATAS.fullmatch(teks):
        pasangan = [cocok["angka"]]
    else:
        return None
    dalam = cocok["sisa"].strip()
    if dalam not in ("", "%") and not kata.satuan_sah(dalam, menempel=cocok["sisa"][0] != " "):
        return None
    hasil = [desimal.kurai(bagian, gaya) for bagian in pasangan]
    if any(kode == desimal.PEMISAH_AMBIGU for _, kode in hasil):
        return sebab.ambigu(mentah)
    angka = [nilai for nilai, _ in hasil if nilai is not None]
    if len(angka) < len(hasil) or angka != sorted(angka):
        return None
    return _bacaan(mentah, _ujung(cocok, angka), satuan=satuan, dalam=dalam)


def _ujung(cocok: re.Match[str], angka: list[Decimal]) -> tuple[Decimal | None, Decimal | None]:
    if len(angka) == 2:
        return angka[0], angka[1]
    return (angka[0], None) if cocok["bawah"] else (None, angka[0])


def _bacaan(
    mentah: str, ujung: tuple[Decimal | None, Decimal | None], *, satuan: str, dalam: str
) -> Bacaan:
    minimum, maksimum = ujung
    if any(angka is not None and angka >= TERLALU_BESAR for angka in ujung):
        return sebab.terlalu_besar(mentah)
    temuan: list[Temuan] = []
    if "rentang" not in satuan.casefold():
        temuan.append(_temuan(mentah, minimum, maksimum))
    if kata.adalah_persen(dalam or satuan) and (maksimum or minimum or 0) > 100:
        pesan = f"Target {kutip(mentah)} melebihi 100 persen. Pastikan memang demikian."
        temuan.append(peringatan("PERSEN_LEBIH_100", pesan))
    nilai = Nilai(mentah, JenisNilai.RENTANG, minimum=minimum, maksimum=maksimum, satuan=dalam)
    return Bacaan(nilai, tuple(temuan))


def _temuan(mentah: str, minimum: Decimal | None, maksimum: Decimal | None) -> Temuan:
    bagian = [
        f"{nama} {format_angka(angka)}"
        for nama, angka in (("paling rendah", minimum), ("paling tinggi", maksimum))
        if angka is not None
    ]
    pesan = f"Target {kutip(mentah)} dibaca sebagai {' dan '.join(bagian)}. Pastikan maksudnya."
    return peringatan("RENTANG_ATAU_BATAS", pesan)
