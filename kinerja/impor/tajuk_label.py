"""Sheets of blocks instead of tables: "Program : …", "Sasaran : …", "Anggaran : …" in rows.

A label stands in a cell of its own or before a colon; its value in the next filled cell, or behind
the colon: then it is moved to the cell on the right, where corrections reach it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.impor.buku import Lembar
from kinerja.impor.nomor import jenjang_kata, lepas_nomor
from kinerja.impor.tajuk_batas import kosong
from kinerja.impor.tajuk_tafsir import BERNAMA, URAIAN_ATAS, Tafsir, tafsir_teks

BLOK = "blok"
ISI_BLOK = frozenset(
    {"kinerja", "indikator", "formulasi", "satuan", "target", "pagu", "kode", "sumber_dana"}
    | {"lokasi", "ket", "unit"}
)
PANJANG_LABEL = 60
BARIS_TERBANYAK = 20_000
PASANGAN_TERSEDIKIT = 3


@dataclass(frozen=True, slots=True)
class Pasangan:
    """A label at ``c`` and its value at ``nilai`` of row ``r`` (0-based). ``judul``: the heading of
    a level that has no label, "PROGRAM PENANGANAN BENCANA".
    """

    r: int
    c: int
    label: str
    nilai: int
    tafsir: Tafsir
    judul: bool = False

    @property
    def kepala(self) -> bool:
        """It names a program, kegiatan or sub kegiatan."""
        return self.tafsir.medan == "nama"


def cari_pasangan(lembar: Lembar) -> list[Pasangan]:
    """All labels of a sheet in reading order; [] when it is not made of blocks."""
    daftar: list[Pasangan] = []
    for r in range(min(len(lembar.baris), BARIS_TERBANYAK)):
        daftar += _baris(lembar, r)
    berlabel = [x for x in daftar if not x.judul]
    kepala = [x for x in berlabel if x.kepala or (x.tafsir.jenjang[:1] and _atas(x))]
    medan = {x.tafsir.medan for x in berlabel}
    if not kepala or len(berlabel) < PASANGAN_TERSEDIKIT or len(medan & ISI_BLOK) < 2:
        return []
    return daftar


def _atas(x: Pasangan) -> bool:
    return x.tafsir.medan == "kinerja" and x.tafsir.jenjang[0] in URAIAN_ATAS


def _baris(lembar: Lembar, r: int) -> list[Pasangan]:
    isi = [c for c, sel in enumerate(lembar.baris[r]) if not kosong(sel)]
    if len(isi) == 1 and (judul := _judul(lembar, r, isi[0])):
        return [judul]
    hasil: list[Pasangan] = []
    mulai = 0
    while mulai < len(isi):
        c = isi[mulai]
        pasangan = _pasangan(lembar, r, c, isi[mulai + 1 :])
        if pasangan is None:
            if not hasil and mulai:
                return []  # labels begin a row
            mulai += 1
            continue
        hasil.append(pasangan)
        mulai = next((i for i, x in enumerate(isi) if x > max(c, pasangan.nilai)), len(isi))
    return hasil


def _judul(lembar: Lembar, r: int, c: int) -> Pasangan | None:
    """A lone text that begins with the word of its level."""
    teks = lembar.baris[r][c]
    if not isinstance(teks, str) or ":" in teks:
        return None
    jenjang = jenjang_kata(lepas_nomor(tanpa_kurung(teks)).nama)
    if jenjang not in BERNAMA or _tafsir(teks) is not None:
        return None
    return Pasangan(r, c, "", c, Tafsir(medan="nama", jenjang=(jenjang,)), judul=True)


def _pasangan(lembar: Lembar, r: int, c: int, kanan: list[int]) -> Pasangan | None:
    teks = lembar.baris[r][c]
    if not isinstance(teks, str):
        return None
    label, titik_dua, sisa = tanpa_kurung(teks).partition(":")
    tafsir = _tafsir(label)
    if tafsir is None:
        return None
    isi = next((k for k in kanan if str(lembar.baris[r][k]).strip() != ":"), None)
    if sisa.strip() and (isi is None or isi > c + 1):
        isi = _sisipkan(lembar, r, c + 1, sisa.strip())
    elif not titik_dua and isi is None and not kanan:
        return None  # a lone word: a heading of the page
    return Pasangan(r, c, label, max([c, *kanan]) + 1 if isi is None else isi, tafsir)


def tanpa_kurung(teks: str) -> str:
    """ "(Kegiatan : X)" without the brackets around all of it."""
    bersih = teks.strip()
    return bersih[1:-1].strip() if bersih[:1] == "(" and bersih[-1:] == ")" else bersih


def _sisipkan(lembar: Lembar, r: int, c: int, teks: str) -> int:
    baris = lembar.baris[r]
    baris.extend([None] * (c + 1 - len(baris)))
    if kosong(baris[c]):
        baris[c] = teks
    return c


def _tafsir(label: str) -> Tafsir | None:
    """What a label says; None when it is none."""
    bersih = lepas_nomor(label.strip(" :()\n")).nama
    if not bersih or len(bersih) > PANJANG_LABEL:
        return None
    t = tafsir_teks(bersih)
    if t.asing or len(t.jenjang) > 1 or t.maju:
        return None
    if t.medan == "nama":
        return t if t.jenjang and t.jenjang[0] in BERNAMA else None
    return t if t.medan in ISI_BLOK else None
