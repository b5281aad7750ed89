"""Money. In a rupiah column a dot always separates thousands."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from kinerja.aturan import format_sel
from kinerja.aturan.temuan import Temuan

from . import bersih, sebab
from .nilai import (
    ANGKA_TERBANYAK,
    TERLALU_BESAR,
    Bacaan,
    bacaan_angka,
    bacaan_kosong,
    desimal_sel,
    format_angka,
    kutip,
    peringatan,
    teks_mentah,
    temuan_normal,
)

WAJAR_MINIMUM = 10_000
SERI_TANGGAL = range(42_005, 51_502)  # 2015 to 2040 as day numbers of a spreadsheet
_AWALAN = re.compile(r"(?:rp|idr)\.?\s*", re.IGNORECASE)
_AKHIRAN = re.compile(r"\s*(?:[.,]\s?-{1,2}|\brupiah)$", re.IGNORECASE)
_RAPI = re.compile(r"((?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*))(?:,(\d{1,2}))?", re.ASCII)
_INGGRIS = re.compile(
    r"([1-9]\d{0,2}(?:,\d{3}){2,}|[1-9]\d{0,2},\d{3}(?=\.))(?:\.(\d{1,2}))?", re.ASCII
)
_AMBIGU = re.compile(r"[1-9]\d{0,2},\d{3}", re.ASCII)
_KELOMPOK_SPASI = re.compile(r"[1-9]\d{0,2}(?: +\d{3})+(?:,\d{1,2})?", re.ASCII)
_BARIS_DI_PEMISAH = re.compile(r"(?<=[.,])\s+|\s+(?=[.,])")


def baca_rupiah(mentah: object, *, format: str = "") -> Bacaan:
    """Whole rupiah, or None with a GALAT. Empty gives PAGU_KOSONG; 0 is a value."""
    if isinstance(mentah, str):
        return _dari_teks(mentah)
    teks = teks_mentah(mentah)
    if mentah is None:
        return _kosong(teks)
    if isinstance(mentah, (dt.date, dt.time, dt.timedelta)):
        return sebab.tanggal(teks)
    if isinstance(mentah, bool):
        return sebab.tak_terbaca(teks, teks, "rupiah")
    if isinstance(mentah, (int, float, Decimal)):
        return _dari_bilangan(teks, mentah, format)
    return _dari_teks(teks)


def _kosong(mentah: str) -> Bacaan:
    return bacaan_kosong(
        mentah, "PAGU_KOSONG", "Pagu belum diisi. Ketik 0 bila memang tidak beranggaran."
    )


def _dari_bilangan(mentah: str, bilangan: int | float | Decimal, format: str) -> Bacaan:
    angka = desimal_sel(bilangan)
    if angka is None or (format and format_sel.persen(format)):
        return sebab.tak_terbaca(mentah, mentah + ("%" if angka is not None else ""), "rupiah")
    if format and format_sel.asing(format):
        return sebab.mata_uang_asing(mentah)
    if angka < 0:
        return sebab.negatif(mentah)
    if angka >= TERLALU_BESAR:
        return sebab.terlalu_besar(mentah)
    bulat = int(angka)
    if angka != bulat:
        return sebab.sen(mentah)
    return bacaan_angka(mentah, angka, *_kewajaran(mentah, bulat), *_cara_tampil(bulat, format))


def _cara_tampil(angka: int, format: str) -> list[Temuan]:
    """What the cell's looks hide: day numbers, thousands left out by the format."""
    if format and format_sel.skala(format):
        pesan = (
            f"Format sel menyembunyikan ribuan; yang dipakai ialah isi sel, {format_angka(angka)}. "
            "Pastikan nilainya dalam rupiah penuh."
        )
        return [peringatan("NILAI_TIDAK_WAJAR", pesan)]
    if angka in SERI_TANGGAL:
        pesan = (
            f"{format_angka(angka)} mirip nomor seri tanggal Excel. Periksa apakah sel ini "
            "semula berisi tanggal."
        )
        return [peringatan("NILAI_TIDAK_WAJAR", pesan)]
    return []


def _kewajaran(mentah: str, angka: int) -> list[Temuan]:
    if not 0 < angka < WAJAR_MINIMUM:
        return []
    pesan = (
        f"{kutip(mentah)} dibaca Rp {format_angka(angka)}, terlalu kecil untuk pagu. Periksa "
        "apakah ada angka nol yang hilang."
    )
    return [peringatan("NILAI_TIDAK_WAJAR", pesan)]


def _dari_teks(mentah: str) -> Bacaan:
    if cocok := _RAPI.fullmatch(mentah):
        return _nilai(mentah, cocok, [])
    teks = bersih.bersihkan(mentah)
    if bersih.galat_excel(teks):
        return sebab.sel_galat(mentah)
    if bersih.kosong(_AWALAN.sub("", teks, count=1)):
        return _kosong(mentah)
    if bersih.mata_uang_asing(teks):
        return sebab.mata_uang_asing(mentah)
    if bersih.tanggal(teks):
        return sebab.tanggal(mentah)
    return _dari_tulisan(mentah, teks)


def _dari_tulisan(mentah: str, teks: str) -> Bacaan:
    inti, kurang = _inti(teks)
    bacaan = _kurai(mentah, inti)
    if kurang:
        return sebab.tak_terbaca(mentah, teks, "rupiah") if bacaan.galat else sebab.negatif(mentah)
    return bacaan


def _inti(teks: str) -> tuple[str, bool]:
    """Without Rp, ",-" and signs; whether it was negative."""
    kurang = False
    if teks.startswith("(") and teks.endswith(")"):
        teks, kurang = teks[1:-1].strip(), True
    teks, kurang = _lepas_kurang(teks, kurang)
    awalan = _AWALAN.match(teks)
    if awalan:
        teks, kurang = _lepas_kurang(teks[awalan.end() :], kurang)
    return _AKHIRAN.sub("", teks), kurang


def _lepas_kurang(teks: str, kurang: bool) -> tuple[str, bool]:
    return (teks[1:].lstrip(), True) if teks.startswith("-") else (teks, kurang)


def _kurai(mentah: str, inti: str) -> Bacaan:
    """The grammar. Spaces inside are taken out only where the digits leave no other reading."""
    temuan = [temuan_normal(mentah)] if bersih.dinormalkan(mentah) else []
    rapat = _rapatkan(inti)
    if rapat != inti:
        temuan.append(temuan_spasi(mentah))
    if _AMBIGU.fullmatch(rapat):
        return sebab.ambigu(mentah)
    cocok = _RAPI.fullmatch(rapat)
    if cocok is None:
        cocok = _INGGRIS.fullmatch(rapat)
        temuan.append(_temuan_inggris(mentah))
    if cocok is None:
        return sebab.tak_terbaca(mentah, inti, "rupiah")
    return _nilai(mentah, cocok, temuan)


def _nilai(mentah: str, cocok: re.Match[str], temuan: list[Temuan]) -> Bacaan:
    bulat, sen = cocok.groups()
    angka = bulat.replace(".", "").replace(",", "")
    if len(angka) > ANGKA_TERBANYAK or (rupiah := int(angka)) >= TERLALU_BESAR:
        return sebab.terlalu_besar(mentah)
    if sen and sen.strip("0"):
        return sebab.sen(mentah)
    return bacaan_angka(mentah, Decimal(rupiah), *temuan, *_kewajaran(mentah, rupiah))


def _rapatkan(inti: str) -> str:
    """Take the spaces out of "23. 000.000" and "372 250 370"; "1 2" stays what it is."""
    if "\n" in inti:
        inti = _BARIS_DI_PEMISAH.sub("", inti)
    if " " not in inti or "\n" in inti:
        return inti
    if _KELOMPOK_SPASI.fullmatch(inti) or "." in inti or "," in inti:
        return inti.replace(" ", "")
    return inti


def temuan_spasi(mentah: str) -> Temuan:
    pesan = f"Ada spasi di dalam angka {kutip(mentah)}; dibaca tanpa spasi. Periksa nilainya."
    return peringatan("ANGKA_SPASI", pesan)


def _temuan_inggris(mentah: str) -> Temuan:
    pesan = (
        f"{kutip(mentah)} memakai koma sebagai pemisah ribuan; dibaca dengan cara itu. "
        "Tulis ribuan dengan titik."
    )
    return peringatan("FORMAT_INGGRIS", pesan)
