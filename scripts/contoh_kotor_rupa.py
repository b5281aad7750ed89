"""Workbooks whose trouble is what no cell says: levels shown by looks, tables side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts import contoh_tulis as t
from scripts.contoh_data import cabang, jumlah, simpul_harapan
from scripts.contoh_kotor_tajuk import KEPALA_7, isi_7, tabel_7

RUPA: dict[str, dict[str, Any]] = {
    "program": {**t.ISI, "bold": True, "bg_color": "#C6E0B4"},
    "kegiatan": {**t.ISI, "bold": True},
    "sub_kegiatan": t.ISI,
}


def jenjang_dari_rupa(folder: Path) -> None:
    """No number, no code: bold type and a fill tell program, kegiatan and sub kegiatan apart."""
    jalur = folder / "jenjang-dari-rupa.xlsx"
    simpul = []
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Renja")
        lembar.isi("A1", "RENCANA KERJA DINAS SOSIAL TAHUN 2025", t.JUDUL)
        lembar.baris(3, KEPALA_7[1:], t.KEPALA)
        for nomor, baris in enumerate(cabang("1", "3", "4"), start=4):
            lembar.baris(nomor, isi_7(baris)[1:], RUPA[baris.level])
            simpul.append(simpul_harapan(baris, nomor))
    t.tulis_harapan(
        jalur,
        {
            "tema": "jenjang hanya dari huruf tebal dan warna latar",
            "jenis": "renja_garis_besar",
            "lembar": "Renja",
            "jumlah": jumlah(simpul),
            "simpul": simpul,
            "galat": [],
            "peringatan": t.temuan("Renja", [("A4", "JENJANG_DITAFSIRKAN")]),
        },
    )


def tabel_berdampingan(folder: Path) -> None:
    """Before and after a change, side by side under one row of heads."""
    jalur = folder / "tabel-berdampingan.xlsx"
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Renja")
        lembar.isi("A1", "MURNI", t.JUDUL)
        lembar.isi("I1", "PERUBAHAN", t.JUDUL)
        for huruf in "AI":
            lembar.baris(2, KEPALA_7, t.KEPALA, mulai=huruf)
        simpul = tabel_7(lembar, cabang("1"), 3)
        tabel_7(lembar, cabang("3", "4"), 3, huruf="I")
    t.tulis_harapan(
        jalur,
        {
            "tema": "dua tabel berdampingan",
            "jenis": "renja_garis_besar",
            "lembar": "Renja",
            "simpul": simpul,
            "galat": [],
            "peringatan": t.temuan("Renja", [("I2", "TABEL_GANDA")]),
        },
    )


def buat(folder: Path) -> None:
    jenjang_dari_rupa(folder)
    tabel_berdampingan(folder)
