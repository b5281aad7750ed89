"""The sentences about unreadable numbers: what is wrong and what to type instead."""

from __future__ import annotations

import re

from .nilai import Bacaan, bacaan_galat, kutip

BESARAN = re.compile(r"\b(?:ribu|rb|juta|jt|miliar|milyar|triliun|trilyun)\b", re.IGNORECASE)
_BESARAN_HURUF = re.compile(r"\d\s*[MT]$")
_HURUF_DI_ANGKA = re.compile(r"\d[.,]?[OoIlSB]+[.,]?\d|\d[.,]\d*[OoIl]+$")


def tak_terbaca(mentah: str, teks: str, sebagai: str) -> Bacaan:
    """``sebagai``: "rupiah" or "angka"."""
    contoh = "1.500.000" if sebagai == "rupiah" else "93,59"
    pesan = (
        f"{kutip(mentah)} tidak terbaca sebagai {sebagai}: {_sebab(teks)}. "
        f"Ketik ulang angkanya, misalnya {contoh}."
    )
    return bacaan_galat(mentah, "ANGKA_TIDAK_TERBACA", pesan)


def _sebab(teks: str) -> str:
    if BESARAN.search(teks) or _BESARAN_HURUF.search(teks):
        return "besarannya ditulis dengan kata atau huruf, bukan dengan angka lengkap"
    if _HURUF_DI_ANGKA.search(teks):
        return "ada huruf di antara angka"
    if re.fullmatch(r"\d+([.,]\d+)?[eE][+-]?\d+", teks):
        return "angka ditulis dalam bentuk pangkat"
    if any(map(str.isalpha, teks)):
        return "ada kata di dalam sel angka"
    if re.fullmatch(r"0\d[\d.,]*", teks):
        return "angka diawali nol"
    if re.fullmatch(r"[\d.,\s]+", teks):
        return "letak titik atau koma pemisahnya tidak lazim"
    return "ada tanda yang bukan bagian dari angka"


def sel_galat(mentah: str) -> Bacaan:
    return bacaan_galat(
        mentah,
        "SEL_GALAT",
        f"Sel berisi galat Excel {kutip(mentah)}. Perbaiki rumusnya atau ketik nilainya.",
    )


def tanggal(mentah: str) -> Bacaan:
    return bacaan_galat(
        mentah,
        "TANGGAL_DI_ANGKA",
        f"Sel berisi tanggal ({mentah}), bukan angka. Excel kerap mengubah ketikan seperti 1-5 "
        "menjadi tanggal; ketik ulang sebagai teks.",
    )


def mata_uang_asing(mentah: str) -> Bacaan:
    return bacaan_galat(
        mentah,
        "MATA_UANG_ASING",
        f"{kutip(mentah)} memakai mata uang asing. Ketik nilainya dalam rupiah.",
    )


def negatif(mentah: str) -> Bacaan:
    return bacaan_galat(
        mentah,
        "ANGKA_NEGATIF",
        f"{kutip(mentah)} bernilai negatif. Ketik nilai tanpa tanda kurang atau tanda kurung.",
    )


def terlalu_besar(mentah: str) -> Bacaan:
    return bacaan_galat(
        mentah,
        "ANGKA_TERLALU_BESAR",
        f"{kutip(mentah)} terlalu besar: 10 triliun atau lebih. Periksa jumlah nolnya lalu ketik "
        "ulang.",
    )


def ambigu(mentah: str) -> Bacaan:
    return bacaan_galat(
        mentah,
        "PEMISAH_AMBIGU",
        f"{kutip(mentah)} dapat dibaca sebagai ribuan atau sebagai desimal. Ketik tanpa pemisah "
        "ribuan, atau tulis desimalnya dengan satu atau dua angka.",
    )


def sen(mentah: str) -> Bacaan:
    return bacaan_galat(
        mentah,
        "SEN_TIDAK_NOL",
        f"{kutip(mentah)} mempunyai pecahan rupiah. Ketik nilainya dalam rupiah bulat.",
    )
