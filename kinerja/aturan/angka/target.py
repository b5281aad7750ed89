"""Targets and baselines: numbers, ranges, predicates, words."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from kinerja.aturan import format_sel
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import JenisNilai

from . import bersih, desimal, sebab
from . import satuan as kata
from .nilai import (
    TERLALU_BESAR,
    Bacaan,
    Nilai,
    bacaan_angka,
    bacaan_kosong,
    desimal_sel,
    format_angka,
    kutip,
    peringatan,
    rapikan,
    teks_mentah,
    temuan_normal,
)
from .rentang import baca_rentang
from .rupiah import SERI_TANGGAL, baca_rupiah, temuan_spasi

_ANGKA_SATUAN = re.compile(r"(?P<angka>\d(?:[\d.,]|(?<=\d) (?=\d{3}\b))*)(?P<sisa>.*)", re.DOTALL)
_JELAS = re.compile(r"(?:0|[1-9]\d{0,8})(?:[.,]\d{1,2})?", re.ASCII)
_RP = re.compile(r"(?:rp|idr)\b\.?\s*\d", re.IGNORECASE)


def baca_target(
    mentah: object, *, format: str = "", satuan: str = "", gaya: str | None = None
) -> Bacaan:
    """``satuan`` is the unit of the table's own column, ``gaya`` what ``gaya_kolom`` learned.

    Empty gives TARGET_KOSONG. A unit inside the value ("33 Orang / Bulan") is in
    ``nilai.satuan``; whether that is worth SATUAN_DALAM_NILAI the caller knows.
    """
    if isinstance(mentah, str):
        return _dari_teks(mentah, satuan, gaya)
    teks = teks_mentah(mentah)
    if mentah is None:
        return _kosong(teks)
    if isinstance(mentah, (dt.date, dt.time, dt.timedelta)):
        return sebab.tanggal(teks)
    if isinstance(mentah, bool):
        return sebab.tak_terbaca(teks, teks, "angka")
    if isinstance(mentah, (int, float, Decimal)):
        return _dari_bilangan(teks, mentah, format, satuan)
    return _dari_teks(teks, satuan, gaya)


def _kosong(mentah: str) -> Bacaan:
    return bacaan_kosong(mentah, "TARGET_KOSONG", "Target belum diisi. Ketik nilainya.")


def _dari_bilangan(
    mentah: str, bilangan: int | float | Decimal, format: str, satuan: str
) -> Bacaan:
    angka = desimal_sel(bilangan)
    if angka is None:
        return sebab.tak_terbaca(mentah, mentah, "angka")
    if format and format_sel.asing(format):
        return sebab.mata_uang_asing(mentah)
    if format and format_sel.persen(format):
        angka = rapikan(angka * 100)
        tampil = f"{angka:f}%".replace(".", ",")
        return _angka(tampil, angka, _persen_dari_format(mentah, tampil), satuan=satuan, dalam="%")
    return _angka(mentah, angka, *_seri_tanggal(angka, satuan), satuan=satuan)


def _persen_dari_format(mentah: str, tampil: str) -> Temuan:
    pesan = f"Isi sel {mentah} berformat persen; dibaca {tampil} seperti yang tampak di Excel."
    return peringatan("PERSEN_DARI_FORMAT", pesan)


def _seri_tanggal(angka: Decimal, satuan: str) -> list[Temuan]:
    """Day numbers among percents or unitless values; 45.000 people are plausible."""
    if satuan and not kata.adalah_persen(satuan):
        return []
    if angka != angka.to_integral_value() or int(angka) not in SERI_TANGGAL:
        return []
    pesan = (
        f"{format_angka(angka)} mirip nomor seri tanggal Excel. Periksa apakah sel ini semula "
        "berisi tanggal."
    )
    return [peringatan("NILAI_TIDAK_WAJAR", pesan)]


def _angka(mentah: str, angka: Decimal, *temuan: Temuan, satuan: str, dalam: str = "") -> Bacaan:
    if angka < 0:
        return sebab.negatif(mentah)
    if angka >= TERLALU_BESAR:
        return sebab.terlalu_besar(mentah)
    dalam = "%" if kata.adalah_persen(dalam) else dalam
    berpersen = kata.adalah_persen(dalam or satuan)
    lebih = [_lebih_100(mentah)] if berpersen and angka > 100 else []
    return bacaan_angka(mentah, angka, *temuan, *lebih, satuan=dalam)


def _lebih_100(mentah: str) -> Temuan:
    pesan = f"Target {kutip(mentah)} melebihi 100 persen. Pastikan memang demikian."
    return peringatan("PERSEN_LEBIH_100", pesan)


def _dari_teks(mentah: str, satuan: str, gaya: str | None) -> Bacaan:
    if _JELAS.fullmatch(mentah) and not kata.adalah_rupiah(satuan):
        return _angka(mentah, Decimal(mentah.replace(",", ".")), satuan=satuan)
    teks = " ".join(bersih.bersihkan(mentah).split())
    if bersih.galat_excel(teks):
        return sebab.sel_galat(mentah)
    if bersih.kosong(teks):
        return _kosong(mentah)
    if bersih.tanggal(teks):
        return sebab.tanggal(mentah)
    if bersih.mata_uang_asing(teks):
        return sebab.mata_uang_asing(mentah)
    if _RP.match(teks) or (kata.adalah_rupiah(satuan) and teks[0].isdigit()):
        return _rupiah(mentah)
    return _dari_tulisan(mentah, teks, satuan, gaya)


def _rupiah(mentah: str) -> Bacaan:
    """A target in rupiah follows the grammar of money, but may be small."""
    bacaan = baca_rupiah(mentah)
    temuan = tuple(t for t in bacaan.temuan if t.kode != "NILAI_TIDAK_WAJAR")
    nilai = bacaan.nilai
    if nilai.angka is None:
        return Bacaan(nilai, temuan)
    return bacaan_angka(mentah, nilai.angka, *temuan, satuan="Rp")


def _dari_tulisan(mentah: str, teks: str, satuan: str, gaya: str | None) -> Bacaan:
    bacaan = _angka_bersatuan(mentah, teks, satuan, gaya)
    if bacaan is None:
        bacaan = baca_rentang(mentah, teks, satuan, gaya)
    if bacaan is None and _angka_negatif(mentah, teks, satuan, gaya):
        return sebab.negatif(mentah)
    if bacaan is None:
        return _kata(mentah, teks, satuan)
    return bacaan


def _angka_bersatuan(mentah: str, teks: str, satuan: str, gaya: str | None) -> Bacaan | None:
    """None when this is no number with or without a unit."""
    cocok = _ANGKA_SATUAN.fullmatch(teks)
    if cocok is None:
        return None
    sisa = cocok["sisa"].strip()
    if sisa and not _satuan_sah(sisa, menempel=not cocok["sisa"].startswith(" ")):
        return None
    angka, kode = desimal.kurai(cocok["angka"], gaya)
    if kode == desimal.PEMISAH_AMBIGU:
        return sebab.ambigu(mentah)
    if angka is None:
        return None
    temuan = [temuan_normal(mentah)] if bersih.dinormalkan(mentah) else []
    return _angka(mentah, angka, *temuan, *_cara_tulis(mentah, kode), satuan=satuan, dalam=sisa)


def _satuan_sah(sisa: str, *, menempel: bool) -> bool:
    return sisa == "%" or kata.satuan_sah(sisa, menempel=menempel)


def _cara_tulis(mentah: str, kode: str) -> list[Temuan]:
    if kode == desimal.FORMAT_INGGRIS:
        pesan = (
            f"{kutip(mentah)} memakai koma sebagai pemisah ribuan; dibaca dengan cara itu. "
            "Tulis desimal dengan koma."
        )
        return [peringatan(kode, pesan)]
    return [temuan_spasi(mentah)] if kode == desimal.ANGKA_SPASI else []


def _angka_negatif(mentah: str, teks: str, satuan: str, gaya: str | None) -> bool:
    if teks.startswith("(") and teks.endswith(")"):
        isi = teks[1:-1].strip()
    elif teks.startswith("-"):
        isi = teks[1:].strip()
    else:
        return False
    bacaan = _angka_bersatuan(mentah, isi, satuan, gaya)
    return bacaan is not None and bacaan.nilai.angka is not None


def _kata(mentah: str, teks: str, satuan: str) -> Bacaan:
    """A predicate, or words. Words with digits in them are an unreadable number."""
    berpredikat = kata.berupa_predikat(satuan)
    if kata.adalah_predikat(teks) or (berpredikat and not any(map(str.isdigit, teks))):
        temuan = () if berpredikat else (_nilai_huruf(mentah),)
        return Bacaan(Nilai(mentah, JenisNilai.PREDIKAT), temuan)
    if any(map(str.isdigit, teks)) or not any(map(str.isalpha, teks)):
        return sebab.tak_terbaca(mentah, teks, "angka")
    return Bacaan(Nilai(mentah, JenisNilai.TEKS), (_nilai_huruf(mentah),))


def _nilai_huruf(mentah: str) -> Temuan:
    pesan = (
        f"Target {kutip(mentah)} berupa kata, bukan angka; disimpan apa adanya dan tidak dihitung. "
        "Pastikan satuannya memang predikat."
    )
    return peringatan("NILAI_HURUF", pesan)
