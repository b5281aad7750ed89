"""Text as planners paste it: cleaned visibly, compared loosely, never changed in secret."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from kinerja.aturan.temuan import Temuan, Tingkat

_AWALAN_LAIN = " =+-@"  # "" is in it, too
_KODE_X = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TAK_TAMPAK = re.compile(
    "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    "|(?<![\U00010000-\U0010ffff\ufe0f])\u200d"
)
_KENDALI = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_SPASI_LAIN = re.compile("[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_BENTUK_LAIN = re.compile("[\ufb00-\ufb06\uff01-\uff5e]+")  # ligatures, full width
_RUANG_GANDA = re.compile(r" {2,}")
_KATA = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_MIRIP_LATIN = re.compile("[\u0370-\u03ff\u0400-\u052f]")  # Greek, Cyrillic
_BUKAN_KATA = re.compile(r"[\W_]+")
KOSONG = frozenset(
    {"", "-", "--", "\u2013", "\u2014", "\u2026", "...", "..", ".", "n/a", "N/A", "_"}
)
SEPERTI_ATAS = frozenset(
    {"idem", "s.d.a", "s.d.a.", "sda", '"', "''", "\u3003", "\u201d", "\u2033"}
)


def sudah_rapi(mentah: str) -> bool:
    """One clean printable ASCII line, which ``rapikan`` gives back as it is. Asked for each cell
    of a workbook: a few looks instead of a pattern.
    """
    return (
        mentah.isascii()
        and mentah.isprintable()
        and "  " not in mentah
        and "_x" not in mentah
        and mentah[:1] not in _AWALAN_LAIN
        and mentah[-1] != " "
    )


@lru_cache(maxsize=16384)
def rapikan(mentah: str) -> tuple[str, tuple[Temuan, ...]]:
    """The text to keep, and what was done or is odd about it (findings without a place)."""
    if sudah_rapi(mentah):
        return mentah, ()
    bersih = _bersihkan(mentah)
    temuan = []
    if bersih != _tepi(mentah):
        temuan.append(_dinormalkan(bersih))
    if aksara_campur(bersih):
        temuan.append(_aksara(bersih))
    if bersih[:1] in "=+-@" and bersih not in KOSONG:
        temuan.append(_awalan(bersih))
    return bersih, tuple(temuan)


def _bersihkan(mentah: str) -> str:
    teks = _lepas_kode_x(mentah).replace("\r\n", "\n")
    teks = _TAK_TAMPAK.sub("", teks).replace("\r", "\n")
    teks = _SPASI_LAIN.sub(" ", _KENDALI.sub(" ", teks))
    teks = _BENTUK_LAIN.sub(lambda m: unicodedata.normalize("NFKC", m[0]), teks)
    teks = unicodedata.normalize("NFC", teks).replace("\u2010", "-").replace("\u2011", "-")
    return "\n".join(_RUANG_GANDA.sub(" ", b).strip() for b in teks.split("\n")).strip()


def _lepas_kode_x(mentah: str) -> str:
    """The file format's escapes as the characters they stand for; half a pair becomes visible."""
    teks = _KODE_X.sub(lambda m: chr(int(m[1], 16)), mentah)
    if teks == mentah:
        return mentah
    return teks.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _tepi(mentah: str) -> str:
    """Plain blanks at the ends of lines and Windows line ends are no finding."""
    return "\n".join(b.strip(" ") for b in mentah.replace("\r\n", "\n").split("\n")).strip("\n ")


def aksara_campur(teks: str) -> bool:
    """A word that mixes Latin letters with look-alikes from another script."""
    if teks.isascii() or _MIRIP_LATIN.search(teks) is None:
        return False
    return any(_LATIN.search(k) and _MIRIP_LATIN.search(k) for k in _KATA.findall(teks))


def cuplik(teks: str, panjang: int = 60) -> str:
    """At most ``panjang`` characters; where something was cut it ends in an ellipsis."""
    return teks if len(teks) <= panjang else teks[: panjang - 1].rstrip() + "\u2026"


def _dinormalkan(bersih: str) -> Temuan:
    pesan = (
        f"Teks memuat spasi atau karakter yang tidak tampak; disimpan sebagai “{cuplik(bersih)}”."
    )
    return Temuan(kode="TEKS_DINORMALKAN", tingkat=Tingkat.PERINGATAN, pesan=pesan)


def _aksara(bersih: str) -> Temuan:
    pesan = (
        f"Ada huruf dari aksara lain yang mirip huruf Latin di “{cuplik(bersih)}”; "
        "ketik ulang kata itu."
    )
    return Temuan(kode="AKSARA_CAMPUR", tingkat=Tingkat.PERINGATAN, pesan=pesan)


def _awalan(bersih: str) -> Temuan:
    pesan = (
        f"Teks diawali “{bersih[0]}” seperti rumus; disimpan sebagai teks biasa dan "
        "diamankan saat diekspor."
    )
    return Temuan(kode="AWALAN_RUMUS", tingkat=Tingkat.PERINGATAN, pesan=pesan)


def kunci(teks: str) -> str:
    """What two spellings of the same name have in common: letters and digits, case folded."""
    if teks.isascii():
        return teks.encode().translate(_KECIL, _TANDA).decode()
    return _kunci_lain(teks)


_KECIL = bytes.maketrans(ascii_uppercase.encode(), ascii_lowercase.encode())
_TANDA = bytes(n for n in range(128) if not chr(n).isalnum())


@lru_cache(maxsize=4096)
def _kunci_lain(teks: str) -> str:
    return _BUKAN_KATA.sub("", unicodedata.normalize("NFKC", teks).casefold())


_TERSAMBUNG = re.compile(r"[a-z]{3}[A-Z][a-z]{3}")
_AWAL_KALIMAT = (
    re.compile(r"(?:Ter|Me|Ber)[a-z]+nya\b"),  # Terwujudnya, Meningkatnya
    re.compile(r"Me(?:ng|ny|m|n|r|l|w)[a-z]+kan\b"),  # Menyelenggarakan
)
_AWAL_MUNGKIN = ("Ter", "Me", "Ber")
_PENGHUBUNG = re.compile(
    r"\b(?:yang|untuk|dalam|dan|serta|guna|dapat|telah|yg|dari|oleh)\s*$", re.I
)


def kalimat_tergabung(teks: str) -> bool:
    """Two sentences in one: "... terlantarFasilitasi ...", "Terwujudnya ... Terpenuhinya ..."."""
    if not teks[1:].islower() and _TERSAMBUNG.search(teks):
        return True
    if not teks.startswith(_AWAL_MUNGKIN):
        return False
    pola = next((p for p in _AWAL_KALIMAT if p.match(teks)), None)
    if pola is None:
        return False
    lanjut = (m.start() for m in pola.finditer(teks, 1) if teks[m.start() - 1].isspace())
    return any(
        "\n" not in (sebelum := teks[:awal]) and not _PENGHUBUNG.search(sebelum) for awal in lanjut
    )
