"""Numbers and codes in front of names: what they say about the level of a row."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kinerja.impor.tajuk_kata import JENJANG

KODE_JENJANG = {
    1: "urusan",
    2: "bidang_urusan",
    3: "program",
    5: "kegiatan",
    6: "sub_kegiatan",
}
_RUAS = re.compile(r"[\dXx]+", re.ASCII)
_S = r"[.\s\-]+"
_KODE = re.compile(
    rf"(?:\d{{1,2}}|[Xx]){_S}(?:\d\d|[Xx]{{2}})"
    rf"(?:{_S}\d\d(?:{_S}0?\d(?:{_S})?\d{{1,2}}(?:{_S}\d{{2,4}})?)?)?\.?",
    re.ASCII,
)
_KODE_DI_DEPAN = re.compile(
    r"[\[(]?((?:\d{1,2}|[Xx])[.](?:\d{2}|[Xx]{2})(?:[.]\d{1,4}){0,4})(?:[.]?[\s\-:]+|[\])]\s*)"
    r"(?=[^\d\s.]|(?:\d{1,2}|[Xx])[.](?:\d{2}|[Xx]{2})[.]\d)",  # a name, or its former code
    re.ASCII,
)
_LANJUTAN = re.compile(r"\s*[(\[\-\u2013]\s*lanjut(?:an)?\.*\s*[)\]]?$", re.IGNORECASE)
_NOMOR_DI_DEPAN = re.compile(
    r"\(?((?:\d{1,2}(?:\.\d{1,3})*)(?=[.)]|\s)|(?:[IVX]{1,5}|[A-Z])(?:\.\d{1,3})+(?=[.)]|\s)"
    r"|[IVX]{1,5}(?=[.)])|[A-Za-z](?=[.)]))[.)]?\s*(?=[^\W\d_])"
)
_TITIK = re.compile(
    r"\d{1,3}(?:\.\d{1,4})*\.?|(?:[IVX]{1,5}|[A-Z])(?:\.(?:\d{1,3}|[A-Za-z]|[IVX]{1,5}))+\.?",
    re.ASCII,
)
_GAYA = (
    ("kurung", re.compile(r"\(?\d{1,2}\)", re.ASCII)),
    ("romawi", re.compile(r"\(?[IVX]{1,5}[.)]?")),
    ("huruf", re.compile(r"\(?[A-Z][.)]?")),
    ("kecil", re.compile(r"\(?[a-z][.)]?")),
    ("romawi_kecil", re.compile(r"\(?[ivx]{2,5}[.)]?")),
)
BUTIR = frozenset(
    "\u2022\u25cf\u25cb\u25aa\u25ab\u25a0\u25a1\u25e6\u2043\u00b7\u2219\u203a\u00bb\u27a2\u2713\u2714*+\uf0a7\uf0b7\uf0d8"
)
"""Marks in front of a list's items: they number nothing."""
_BUTIR_DI_DEPAN = re.compile(rf"(?:[-\u2013\u2014>{re.escape(''.join(BUTIR))}]\s*)+(?=[^\W\d_])")
_KATA_JENJANG = (
    (re.compile(r"sub\s*-?\s*keg(?:iatan)?\b", re.IGNORECASE), "sub_kegiatan"),
    (re.compile(r"keg(?:iatan)?\b\s*:?", re.IGNORECASE), "kegiatan"),
    (re.compile(r"pro\w{0,2}ram\b", re.IGNORECASE), "program"),
    (re.compile(r"sasaran\b(?:\s+strategis)?\s*\d*\s*:", re.IGNORECASE), "sasaran"),
    (re.compile(r"tujuan\b\s*\d*\s*:", re.IGNORECASE), "tujuan"),
    (re.compile(r"misi\b\s*\d*\s*:", re.IGNORECASE), "misi"),
    (re.compile(r"visi\b\s*:", re.IGNORECASE), "visi"),
)


class Bernomor(NamedTuple):
    """A name with what stood in front of it."""

    nama: str
    nomor: str = ""
    kode: str = ""


@lru_cache(maxsize=8192)
def ruas_kode(kode: str) -> tuple[str, ...]:
    """A nomenklatur code in its parts, J.KK always two: ("1", "06", "01", "2", "01", "0001").

    Codes of older lists write 2.01 as one part or the sub kegiatan with two digits.
    """
    ruas = [r.upper() for r in _RUAS.findall(kode)]
    ruas = [r.lstrip("0") or "0" if i in (0, 3) and r.isdigit() else r for i, r in enumerate(ruas)]
    while len(ruas) > 3 and not ruas[-1].strip("0"):
        ruas.pop()
    return tuple(ruas)


@lru_cache(maxsize=8192)
def jenjang_kode(kode: str) -> str | None:
    """Level of a code: 1.06.01 program, 1.06.01.2.01 kegiatan; None when it is no code."""
    if not _KODE.fullmatch(kode.strip()):
        return "urusan" if re.fullmatch(r"[1-8X]", kode.strip()) else None
    return KODE_JENJANG.get(len(ruas_kode(kode)))


def sepola(a: str, b: str) -> bool:
    """Whether two code parts can mean the same: X stands for the agency's own bidang."""
    return a == b or "X" in a or "X" in b or (a.isdigit() and b.isdigit() and int(a) == int(b))


def di_bawah(anak: tuple[str, ...], induk: tuple[str, ...]) -> bool:
    """Whether a code lies under another."""
    return len(anak) > len(induk) and all(map(sepola, anak, induk))


def mungkin_bernomor(teks: str) -> bool:
    """A cheap look: a number or code could stand in front."""
    awal = teks[:6]
    return awal[:1].isdigit() or awal[:1] == "(" or "." in awal or ")" in awal


@lru_cache(maxsize=8192)
def lepas_kode(teks: str) -> Bernomor:
    """ "1.06.01 PROGRAM X" -> the code and the name."""
    if (cocok := _KODE_DI_DEPAN.match(teks)) and jenjang_kode(cocok[1]):
        return Bernomor(teks[cocok.end() :].strip(), kode=cocok[1])
    return Bernomor(teks)


def tanpa_lanjutan(nama: str) -> str:
    """A name as it is printed again on the next page: "Program X (lanjutan)"."""
    return _LANJUTAN.sub("", nama)


def butir_di_depan(teks: str) -> int:
    """ "-- Penyediaan": how many marks stand in front of a name."""
    cocok = _BUTIR_DI_DEPAN.match(teks)
    return len("".join(cocok[0].split())) if cocok else 0


@lru_cache(maxsize=8192)
def lepas_nomor(teks: str, *, tanpa_tanda: bool = False) -> Bernomor:
    """ "1. Program X", "I. Program X" -> number and name; "1 Program X" with ``tanpa_tanda``."""
    cocok = _NOMOR_DI_DEPAN.match(teks)
    if cocok is None:
        return Bernomor(teks)
    polos = teks[cocok.end(1) : cocok.end(1) + 1] not in (".", ")")
    if polos and not (tanpa_tanda or "." in cocok[1]):
        return Bernomor(teks)
    return Bernomor(teks[cocok.end() :].strip(), nomor=cocok[1])


def bernomor_polos(teks: str) -> bool:
    """ "2 Program X": a number in front without a dot or bracket."""
    return bool(re.match(r"\d{1,2}\s+[^\W\d_]", teks))


@lru_cache(maxsize=8192)
def gaya_nomor(no: str) -> str:
    """How a number is written: titik1 (1), titik2 (1.1, A.1), kurung, romawi, huruf, kecil,
    romawi_kecil; "" else.
    """
    no = no.strip()
    if _TITIK.fullmatch(no):
        return f"titik{no.rstrip('.').count('.') + 1}"
    return next((gaya for gaya, pola in _GAYA if pola.fullmatch(no)), "")


def kedalaman(no: str) -> int:
    """1.2.3 -> 3; 0 when the number has no such depth."""
    gaya = gaya_nomor(no)
    return int(gaya[5:]) if gaya.startswith("titik") else 0


@lru_cache(maxsize=8192)
def jenjang_kata(nama: str) -> str | None:
    """The level a name says itself: "Program …", "Sub Kegiatan: …"."""
    awal = nama.lstrip()
    return next((jenjang for pola, jenjang in _KATA_JENJANG if pola.match(awal)), None)


@lru_cache(maxsize=512)
def jenjang_tertulis(teks: str) -> str | None:
    """The level named in a level column."""
    rapat = re.sub(r"[^a-z]", "", teks.casefold())
    pendek = {"p": "program", "k": "kegiatan", "sk": "sub_kegiatan", "t": "tujuan", "s": "sasaran"}
    semua = {j.replace("_", ""): j for j in JENJANG}
    semua |= {"bidangurusan": "bidang_urusan", "urusan": "urusan", "sasaranstrategis": "sasaran"}
    return semua.get(rapat) or pendek.get(rapat)
