"""What a column holds, from the texts above it: field, level, year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from kinerja.impor.tajuk_kata import JENJANG, SEKAT, Urai, urai

URAIAN_ATAS = ("visi", "misi", "tujuan_daerah", "sasaran_daerah", "tujuan", "sasaran")
"""Levels whose text is a sentence, not a name."""
BERNAMA = ("program", "kegiatan", "sub_kegiatan", "aktivitas")
_ESELON = re.compile(
    r"\b(?:ess?|ess?elon)\b\.?\s*(iv|iii|ii|[234])\b|\b(pelaksana)\b", re.IGNORECASE
)
_JENJANG_ESELON = {"ii": "sasaran", "iii": "program", "iv": "kegiatan"}
_JENJANG_ESELON |= {"2": "sasaran", "3": "program", "4": "kegiatan", "pelaksana": "sub_kegiatan"}
# Weak words give way to any other: "Nama Indikator" is an indicator, "Target Kinerja" a target.
_LEMAH = (
    "nama", "kinerja", "opd", "unit", "urusan", "realisasi", "maju", "ribuan", "kondisi", "luaran"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tafsir:
    """``medan`` is "" when the texts say none. ``jenjang`` has several entries for an outline's
    name column. ``tersurat``: the field was written, not concluded from a level. ``maju``: the
    columns of next year's estimate. ``luaran``: an indicator only because of "Keluaran", "Hasil".
    """

    medan: str = ""
    jenjang: tuple[str, ...] = ()
    tahun: int | None = None
    asing: int = 0
    tersurat: bool = False
    medan_dulu: bool = False
    maju: bool = False
    ribuan: bool = False
    luaran: bool = False


@lru_cache(maxsize=4096)
def tafsir_teks(teks: str) -> Tafsir:
    """One head text by itself."""
    u = urai(teks)
    medan, jenjang = _medan(u), u.jenjang
    if not medan and {"target", "pagu"} <= set(u.medan):
        jenjang = ()  # "Target Kinerja Program dan Pendanaan" heads pairs of columns
    if eselon := _eselon(teks, u):
        jenjang = (eselon,)
        medan = "kinerja" if "sasaran" in u.konsep and "indikator" not in u.konsep else medan
    elif _berpasangan(u):
        jenjang = jenjang[1:]
        medan = "kinerja" if medan in ("", "nama") else medan
    dasar = Tafsir(
        tahun=u.tahun[0] if len(u.tahun) == 1 else None,
        asing=u.asing,
        maju="maju" in u.konsep,
        ribuan="ribuan" in u.konsep,
        medan_dulu=bool(u.konsep) and u.konsep[0] not in JENJANG,
    )
    if medan:
        if medan == "nama" and len(jenjang) == 1 and jenjang[0] in URAIAN_ATAS:
            medan = "kinerja"
        luaran = medan == "indikator" and medan not in u.medan
        return replace(dasar, medan=medan, jenjang=jenjang, tersurat=True, luaran=luaran)
    return replace(dasar, medan=_medan_jenjang(jenjang), jenjang=jenjang)


def _eselon(teks: str, u: Urai) -> str:
    """ "Sasaran ESS III" is the sentence of the programs, "Sasaran Pelaksana" of the lowest level:
    what each echelon answers for.
    """
    if not {"sasaran", "indikator"} & set(u.konsep) or set(u.konsep) & set(BERNAMA):
        return ""
    cocok = _ESELON.search(teks)
    return _JENJANG_ESELON[(cocok[1] or cocok[2]).lower()] if cocok else ""


def _berpasangan(u: Urai) -> bool:
    """ "Sasaran Program": the performance sentence of a program, not two levels."""
    urut = [k for k in u.konsep if k in JENJANG or k == SEKAT]
    return len(urut) >= 2 and urut[0] == "sasaran" and urut[1] in BERNAMA


def _medan_jenjang(jenjang: tuple[str, ...]) -> str:
    if len(jenjang) == 1 and jenjang[0] in URAIAN_ATAS:
        return "kinerja"
    return "nama" if jenjang else ""


def _medan(u: Urai) -> str:
    kuat = [m for m in u.medan if m not in _LEMAH]
    lemah = [m for m in u.medan if m in _LEMAH and m not in ("maju", "ribuan")]
    if "pengampu" in kuat and lemah[:1] == ["opd"]:
        return "opd"
    if "berkala" in kuat:
        return "berkala"
    if "realisasi" in lemah:
        return "" if SEKAT in u.konsep and kuat else "realisasi"
    if "akhir" in kuat:
        return "akhir_pagu" if "pagu" in kuat else "akhir"
    if {"target", "pagu"} <= set(kuat):
        return "" if SEKAT in u.konsep else "pagu"
    if kuat[:2] == ["no", "kode"]:
        return "kode"
    if kuat:
        return kuat[0]
    return _medan_lemah(lemah, u)


def _medan_lemah(lemah: list[str], u: Urai) -> str:
    sisa = [m for m in lemah if m not in ("opd", "unit", "urusan")] if u.jenjang else lemah
    if "luaran" in sisa:
        sisa = [m for m in sisa if m != "luaran"]
        if not sisa and u.konsep[0] == "luaran":
            return "indikator"  # "Output", "Hasil Kegiatan"
    if "nama" in sisa:
        return "nama"
    return sisa[0] if sisa else ""


@lru_cache(maxsize=2048)
def tafsir(jalur: tuple[str, ...]) -> Tafsir:
    """The texts above a column, top to bottom: ("Program", "Pagu (Rp)"), ("Target", "2025")."""
    hasil = tafsir_teks(jalur[-1])
    if hasil.jenjang == ("sasaran",) and not hasil.tersurat:
        hasil = tafsir_teks(" ".join(reversed(jalur))) if _ESELON.search(" ".join(jalur)) else hasil
    for teks in reversed(jalur[:-1]):
        hasil = _dengan_kelompok(hasil, tafsir_teks(teks))
    return hasil


def _dengan_kelompok(bawah: Tafsir, atas: Tafsir) -> Tafsir:
    """Complete a head with the group head above it."""
    medan, jenjang = bawah.medan, bawah.jenjang
    tersurat = bawah.tersurat
    if atas.medan == "akhir" and bawah.medan in ("target", "pagu", ""):
        medan, tersurat = ("akhir_pagu" if bawah.medan == "pagu" else "akhir"), True
    elif _milik_kelompok(bawah, atas):
        medan, tersurat = atas.medan, True
    elif not medan or (_hanya_jenjang(bawah) and _kelompok_medan(bawah, atas)):
        medan, tersurat = atas.medan, atas.tersurat
    elif pasangan := _pasangan_sasaran(bawah, atas):
        medan, jenjang = "kinerja", (pasangan,)
    if not jenjang:
        jenjang = atas.jenjang
        medan = "kinerja" if medan == "nama" and atas.medan == "kinerja" else medan
    if medan == "nama" and len(jenjang) == 1 and jenjang[0] in URAIAN_ATAS:
        medan = "kinerja"
    return Tafsir(
        medan=medan,
        jenjang=jenjang,
        tahun=bawah.tahun or atas.tahun,
        asing=max(bawah.asing, 0) + min(atas.asing, 1),
        tersurat=tersurat,
        medan_dulu=atas.medan_dulu,
        maju=bawah.maju or atas.maju,
        ribuan=bawah.ribuan or atas.ribuan,
    )


def _milik_kelompok(bawah: Tafsir, atas: Tafsir) -> bool:
    """Targets and money of what was achieved or of a quarter are not the year's; "Urusan" below
    "Kode" is a piece of the code; "Indikator" over "Kinerja" was broken by the row.
    """
    if bawah.medan == "kinerja" and (bawah.jenjang or atas.jenjang):
        return False
    if bawah.luaran and atas.medan in ("target", "satuan"):
        return True
    return (atas.medan, bawah.medan) in _PASANGAN_KELOMPOK


_PASANGAN_KELOMPOK = {
    *((atas, bawah) for atas in ("realisasi", "berkala") for bawah in ("target", "pagu")),
    ("kode", "urusan"),
    ("indikator", "kinerja"),
}


def _hanya_jenjang(t: Tafsir) -> bool:
    return len(t.jenjang) == 1 and not t.tersurat


def _kelompok_medan(bawah: Tafsir, atas: Tafsir) -> bool:
    """ "Indikator Kinerja" over "Program" is the program's indicator; "Tujuan dan Indikator"
    over "Tujuan" is not.
    """
    if not (atas.tersurat and atas.medan_dulu) or atas.medan in ("nama", "kinerja"):
        return False
    return bawah.jenjang[0] not in atas.jenjang


def _pasangan_sasaran(bawah: Tafsir, atas: Tafsir) -> str:
    """ "Program" over "Sasaran", or "Sasaran" over "Program": the program's sentence."""
    if not (_hanya_jenjang(bawah) and _hanya_jenjang(atas)):
        return ""
    a, b = atas.jenjang[0], bawah.jenjang[0]
    if "sasaran" in (a, b):
        lain = a if b == "sasaran" else b
        return lain if lain in BERNAMA else ""
    return ""
