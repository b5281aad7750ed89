"""Text measured with the advance widths of the fonts that print it.

Lines are broken here and printed as they stand, so a planned height is the real height whatever
the renderer thinks of a hyphen. Sizes and widths are points.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from fontTools.ttLib import TTFont

SANS = "Liberation Sans"
BOOKMAN = "URW Bookman"
GAYA = {"tegak": "Regular", "tebal": "Bold", "miring": "Italic"}
"""Our three styles as fontconfig names them."""

PAKET = {SANS: "fonts-liberation2", BOOKMAN: "fonts-urw-base35"}
BOBOT = {
    "tegak": "weight=80:slant=0",
    "tebal": "weight=200:slant=0",
    "miring": "weight=80:slant=100",
}

TANDA_POTONG = "-/\N{EN DASH}"
SPASI = re.compile(r"[ \t\n\r\f\v]+")
KATA_LUAR_BIASA = 30
"""A longer run without a space is an address or a slip; it may break after any of its signs."""

PENGAMAN = 1.015
"""Kerning and rounding of the renderer stay within this share of the sum of advances."""


class HurufTidakAda(Exception):
    """A font that documents need is not installed. The message tells what to install."""

    def __init__(self, keluarga: str):
        paket = PAKET.get(keluarga, "")
        saran = f" Pasang paket {paket}, lalu ulangi." if paket else ""
        super().__init__(f"Huruf “{keluarga}” tidak ditemukan di komputer ini.{saran}")


@dataclass(frozen=True)
class Muka:
    """One font file: width of each character for a size of 1, and what identifies the file."""

    berkas: str
    versi: str
    lebar: dict[str, float]
    bawaan: float


@cache
def muka(keluarga: str = SANS, gaya: str = "tegak") -> Muka:
    """The font file that fontconfig gives for exactly this family. Raises HurufTidakAda."""
    berkas = _cari(keluarga, gaya)
    huruf = TTFont(berkas, lazy=True)
    satuan, ukuran = huruf["head"].unitsPerEm, huruf["hmtx"].metrics
    lebar = {chr(k): ukuran[nama][0] / satuan for k, nama in huruf.getBestCmap().items()}
    versi = f"{huruf['head'].fontRevision:.4f}"
    return Muka(berkas, versi, lebar, lebar.get("M", 1.0) * 1.2)


def _cari(keluarga: str, gaya: str) -> str:
    program = shutil.which("fc-match")
    if program is None:
        raise HurufTidakAda(keluarga)
    pola = f"{keluarga}:{BOBOT[gaya]}"
    jawab = subprocess.run(  # noqa: S603
        [program, "-f", "%{file}\n%{family}", pola],
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    berkas, _, nama = jawab.stdout.partition("\n")
    if keluarga not in nama.split(","):
        raise HurufTidakAda(keluarga)
    return berkas


def sidik_huruf(daftar: Iterable[tuple[str, str]]) -> str:
    """What the printed bytes owe to the installed fonts: a hash over their files."""
    sidik = hashlib.sha256()
    for keluarga, gaya in sorted(daftar):
        sidik.update(_sidik_berkas(muka(keluarga, gaya).berkas))
    return sidik.hexdigest()


@cache
def _sidik_berkas(berkas: str) -> bytes:
    with open(berkas, "rb") as f:
        return hashlib.file_digest(f, "sha256").digest()


@lru_cache(maxsize=200_000)
def _lebar_satu(teks: str, keluarga: str, gaya: str) -> float:
    m = muka(keluarga, gaya)
    return sum(m.lebar.get(c, m.bawaan) for c in teks) * PENGAMAN


def lebar(teks: str, ukuran: float, gaya: str = "tegak", keluarga: str = SANS) -> float:
    """Width of one line."""
    return _lebar_satu(teks, keluarga, gaya) * ukuran


def asing(teks: str, gaya: str = "tegak", keluarga: str = SANS) -> bool:
    """Does a character miss in the font, so that another font (and line height) steps in?"""
    milik = muka(keluarga, gaya).lebar
    return any(c not in milik for c in teks if c != "\n")


@lru_cache(maxsize=100_000)
def potongan(teks: str) -> tuple[str, ...]:
    """A word at the places where it may break: after a hyphen or slash between letters."""
    hasil, awal = [], 0
    boleh_tanda = len(teks) > KATA_LUAR_BIASA
    for i in range(1, len(teks) - 1):
        kiri, tanda, kanan = teks[i - 1], teks[i], teks[i + 1]
        antar_huruf = tanda in TANDA_POTONG and kiri.isalpha() and kanan.isalpha()
        if antar_huruf or (boleh_tanda and not tanda.isalnum() and kanan.isalnum()):
            hasil.append(teks[awal : i + 1])
            awal = i + 1
    return (*hasil, teks[awal:])


def _kata(teks: str) -> list[str]:
    """Words; a no-break space keeps "93,59 %" together."""
    return [kata for kata in SPASI.split(teks) if kata]


def kata_terlebar(teks: str, ukuran: float, gaya: str = "tegak", keluarga: str = SANS) -> float:
    """Width below which a column breaks a word of this text."""
    return max(
        (
            _lebar_satu(potong, keluarga, gaya)
            for kata in _kata(teks)
            for potong in potongan(kata)
        ),
        default=0.0,
    ) * ukuran  # fmt: skip


@lru_cache(maxsize=200_000)
def bungkus(
    teks: str, ruang: float, ukuran: float, gaya: str = "tegak", keluarga: str = SANS
) -> tuple[str, ...]:
    """Lines of the text in a column of this width; a line break in the text stays one."""
    batas = ruang / ukuran
    baris: list[str] = []
    for alinea in teks.split("\n"):
        baris += _bungkus_alinea(alinea, batas, keluarga, gaya) or [""]
    return tuple(baris)


def _bungkus_alinea(alinea: str, batas: float, keluarga: str, gaya: str) -> list[str]:
    baris: list[str] = []
    kini, panjang = "", 0.0
    spasi = _lebar_satu(" ", keluarga, gaya)
    for kata in _kata(alinea):
        sambung = spasi if kini else 0.0
        for potong in _muat(kata, batas, keluarga, gaya):
            w = _lebar_satu(potong, keluarga, gaya)
            if kini and panjang + sambung + w > batas:
                baris.append(kini)
                kini, panjang = potong, w
            else:
                kini = f"{kini} {potong}" if sambung else kini + potong
                panjang += sambung + w
            sambung = 0.0
    return [*baris, kini] if kini else baris


def _muat(kata: str, batas: float, keluarga: str, gaya: str) -> list[str]:
    """The pieces of a word; a piece wider than the column is cut, nothing is lost."""
    hasil: list[str] = []
    for potong in potongan(kata):
        sisa = potong
        while len(sisa) > 1 and _lebar_satu(sisa, keluarga, gaya) > batas:
            n = _huruf_muat(sisa, batas, keluarga, gaya)
            hasil.append(sisa[:n])
            sisa = sisa[n:]
        hasil.append(sisa)
    return hasil


def _huruf_muat(teks: str, batas: float, keluarga: str, gaya: str) -> int:
    jumlah = 0.0
    for i, c in enumerate(teks):
        jumlah += _lebar_satu(c, keluarga, gaya)
        if jumlah > batas:
            return max(1, i)
    return len(teks)
