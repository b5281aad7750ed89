"""Texts of a document: variables in braces, and paragraphs and lists from plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja.aturan.temuan import Temuan, Tingkat

_VARIABEL = re.compile(r"\{([a-z_]+)\}")
_NOMOR = re.compile(r"^(?:\d{1,3}|[a-z])[.)]\s+(.*)$")
_BUTIR = re.compile(r"^[-•·*]\s+(.*)$")
VARIABEL = {
    "perangkat_daerah": "nama perangkat daerah",
    "pemda": "nama pemerintah daerah",
    "periode": "nama periode perencanaan",
    "tahun": "tahun dokumen",
    "tahun_awal": "tahun target pertama",
    "tahun_akhir": "tahun target terakhir",
    "jumlah_iku": "banyaknya IKU",
    "kepala": "jabatan kepala perangkat daerah",
}
"""What a text may name, with what it stands for."""
PARAGRAF, NOMOR, BUTIR = "PARAGRAF", "NOMOR", "BUTIR"


@dataclass(frozen=True, slots=True)
class Blok:
    """One paragraph (``isi`` has one text) or one list (a text per item)."""

    jenis: str
    isi: tuple[str, ...]


def isi_variabel(teks: str, nilai: Mapping[str, str]) -> str:
    """The text with its variables filled; an unknown one stays as it is written."""
    return _VARIABEL.sub(lambda c: nilai.get(c[1], c[0]), teks)


def baca_blok(teks: str) -> tuple[Blok, ...]:
    """Blank lines part paragraphs; "1. " and "- " begin items of a list."""
    hasil: list[Blok] = []
    for baris in teks.splitlines():
        rapi = baris.strip()
        jenis, isi = _jenis(rapi)
        if not rapi:
            hasil.append(Blok("", ()))
        elif jenis != PARAGRAF and hasil and hasil[-1].jenis == jenis:
            hasil[-1] = Blok(jenis, (*hasil[-1].isi, isi))
        elif jenis == PARAGRAF and hasil and hasil[-1].jenis:
            lama = hasil[-1]
            hasil[-1] = Blok(lama.jenis, (*lama.isi[:-1], f"{lama.isi[-1]} {isi}"))
        else:
            hasil.append(Blok(jenis, (isi,)))
    return _gabung(b for b in hasil if b.jenis)


def daftar_butir(teks: str) -> tuple[str, ...]:
    """Each line one item, its own number or bullet taken off."""
    return tuple(_jenis(b.strip())[1] for b in teks.splitlines() if b.strip())


def periksa_variabel(teks: str) -> list[Temuan]:
    """Variables that nobody fills would be printed in braces."""
    asing = sorted(set(_VARIABEL.findall(teks)) - set(VARIABEL))
    if not asing:
        return []
    kata = ", ".join(f"{{{a}}}" for a in asing)
    pesan = f"Variabel {kata} tidak dikenal; pilih dari daftar variabel di samping isian."
    return [Temuan(kode="VARIABEL_TIDAK_DIKENAL", pesan=pesan, tingkat=Tingkat.GALAT)]


def _jenis(baris: str) -> tuple[str, str]:
    if cocok := _NOMOR.match(baris):
        return NOMOR, cocok[1]
    if cocok := _BUTIR.match(baris):
        return BUTIR, cocok[1]
    return PARAGRAF, baris


def _gabung(daftar: Iterable[Blok]) -> tuple[Blok, ...]:
    """Lists that a blank line parted are one list, so that their numbers go on."""
    hasil: list[Blok] = []
    for blok in daftar:
        if hasil and blok.jenis != PARAGRAF and hasil[-1].jenis == blok.jenis:
            hasil[-1] = Blok(blok.jenis, (*hasil[-1].isi, *blok.isi))
        else:
            hasil.append(blok)
    return tuple(hasil)
