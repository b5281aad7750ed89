"""Words beside numbers: units, predicates."""

from __future__ import annotations

import re
from functools import lru_cache

from .sebab import BESARAN

_PERSEN = frozenset(("%", "persen", "prosen", "persentase", "presentase", "percent", "persen (%)"))
_RUPIAH = frozenset(("rp", "rp.", "rupiah", "idr"))
_BERPREDIKAT = ("predikat", "opini", "kategori", "huruf", "grade", "peringkat", "status")
_KATA_PREDIKAT = re.compile(
    r"(?:nilai|predikat|opini|kategori|grade|peringkat|level|tingkat|kelas|zona|tipe)"
    r" (?P<isi>[\w+\-]+(?: [\w+\-]+)?)",
    re.IGNORECASE,
)
_HURUF = re.compile(r"(?:AA?|BB?|CC?|D|E)[+-]?|WTP(?:[ -]DPP)?|WDP")
_OPINI = frozenset(("TMP", "TW"))
_SEBUTAN = re.compile(
    r"(?:sangat |cukup |kurang )?(?:baik|tinggi|rendah|memuaskan)|cukup|(?:sangat )?kurang|buruk"
    r"|sedang|istimewa|unggul|prima|pratama|muda|madya|nindya|utama|paripurna|mandiri|maju"
    r"|berkembang|tertinggal|(?:menuju |cukup )?informatif|hijau|kuning|merah|tercapai"
    r"|wajar (?:tanpa|dengan) pengecualian|tidak wajar|tidak memberikan pendapat|terakreditasi",
    re.IGNORECASE,
)
_SATUAN = re.compile(r"(?:m|km|cm|dm)[23²³]?|[^\W\d_](?:[^\W\d_]|[ /.,&'()²³-])*")
_MIRIP_ANGKA = frozenset("OoQDlIiSsBZz")


@lru_cache(maxsize=1024)
def adalah_persen(satuan: str) -> bool:
    return " ".join(satuan.split()).casefold() in _PERSEN


@lru_cache(maxsize=1024)
def adalah_rupiah(satuan: str) -> bool:
    return " ".join(satuan.split()).casefold() in _RUPIAH


def berupa_predikat(satuan: str) -> bool:
    """The unit column itself says that values are letters or words."""
    return any(kata in satuan.casefold() for kata in _BERPREDIKAT)


def adalah_predikat(teks: str) -> bool:
    """BB, WTP, "Sangat Baik", "Nilai BB", "Level 3"."""
    if _HURUF.fullmatch(teks) or teks in _OPINI or _SEBUTAN.fullmatch(teks):
        return True
    return _KATA_PREDIKAT.fullmatch(teks) is not None


def satuan_sah(teks: str, *, menempel: bool) -> bool:
    """Whether the words after a number are a unit. Magnitudes, letters that stand in for digits
    ("1O") and predicates ("75,15 BB") are not."""
    if not _SATUAN.fullmatch(teks) or teks.count("(") != teks.count(")"):
        return False
    kata = re.split(r"[ /]", teks, maxsplit=1)[0]
    if BESARAN.match(kata) or kata in ("M", "T") or _HURUF.fullmatch(kata):
        return False
    return not menempel or (len(kata) >= 3 and not _MIRIP_ANGKA.issuperset(kata))
