"""Workbooks whose trouble is the structure: formulas, numbering, repeats, four header rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts import contoh_tulis as t
from scripts.contoh_data import Baris, cabang, jumlah, simpul_harapan
from scripts.contoh_kotor_tajuk import KEPALA_7, isi_7

KODE_TERTULIS = {
    "1": "1.06.06",
    "1.1": "1.06.06.2.01",
    "1.1.1": "1.06.06.2.01.0001",
    "1.1.2": "1.06.06.02.01.0004",
    "1.1.3": "1.06.06.2.01.02",
    "1.1.4": "1.06.06.2.01.0003",
    "1.1.5": "1.06.06.2.01.005",
    "3": "1.06.05",
    "3.1": "1.06.05.2.02",
    "3.1.1": "1.06.05.2.02.0003",
}


def kode_campur(folder: Path) -> None:
    """No number column: the code in its many spellings tells level and parent."""
    jalur = folder / "kode-campur.xlsx"
    simpul: list[dict[str, Any]] = []
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Renja")
        lembar.isi("A1", "RENCANA KERJA DINAS SOSIAL TAHUN 2025", t.JUDUL)
        lembar.baris(3, ["Kode", *KEPALA_7[1:]], t.KEPALA)
        for nomor, baris in enumerate(cabang("1", "3"), start=4):
            lembar.baris(nomor, [KODE_TERTULIS[baris.no], *isi_7(baris)[1:]], t.ISI)
            simpul.append(simpul_harapan(baris, nomor, kode=baris.kode))
    t.tulis_harapan(
        jalur,
        {
            "tema": "kolom kode dengan ejaan campur, tanpa kolom nomor",
            "jenis": "renja_garis_besar",
            "hasil": "ok_dengan_peringatan",
            "lembar": "Renja",
            "baris_judul": [3],
            "baris_data": [4, 13],
            "jumlah": jumlah(simpul),
            "simpul": simpul,
            "galat": [],
            "peringatan": t.temuan("Renja", [("F13", "SATUAN_KOSONG")]),
        },
    )


EMPAT = (
    ("Program", "B", ("nama", "indikator", "target", "satuan", "pagu")),
    ("Kegiatan", "G", ("nama", "indikator", "target", "satuan", "pagu")),
    ("Sub Kegiatan", "L", ("nama", "indikator", "target", "satuan", "pagu")),
)


def _kepala_empat(lembar: t.Lembar) -> dict[str, str]:
    """Four header rows with merged groups; answers the column keys."""
    lembar.gabung("B3:P3", "Rencana Kerja Tahun 2025", t.KEPALA)
    lembar.gabung("A3:A6", "No", t.KEPALA)
    kolom = {"A": "no"}
    for kelompok, huruf, medan in EMPAT:
        awal = t.nomor_kolom(huruf)
        a, b, c, d, e = (t.kolom(awal + ke) for ke in range(5))
        lembar.gabung(f"{a}4:{e}4", kelompok, t.KEPALA)
        for satu, teks in ((a, "Uraian"), (b, "Indikator"), (e, "Pagu (Rp)")):
            lembar.gabung(f"{satu}5:{satu}6", teks, t.KEPALA)
        lembar.gabung(f"{c}5:{d}5", "Target", t.KEPALA)
        lembar.baris(6, ["Volume", "Satuan"], t.KEPALA, mulai=c)
        level = kelompok.lower().replace(" ", "_")
        kolom |= {t.kolom(awal + ke): f"{level}_{satu}" for ke, satu in enumerate(medan)}
    lembar.baris(7, [f"({n})" for n in range(1, 17)], t.NOMOR_KOLOM)
    return kolom


def _isi_empat(lembar: t.Lembar, baris: Baris, awal: int, akhir: int) -> None:
    huruf = {"program": "B", "kegiatan": "G", "sub_kegiatan": "L"}[baris.level]
    target = baris.angka_target.replace(".", ",")
    nilai = (baris.nama, baris.indikator, target, baris.satuan, baris.pagu)
    for ke, satu in enumerate(nilai):
        kolom = t.kolom(t.nomor_kolom(huruf) + ke)
        if akhir > awal:
            lembar.gabung(f"{kolom}{awal}:{kolom}{akhir}", satu, t.ISI)
        else:
            lembar.isi(f"{kolom}{awal}", satu, t.ISI)


def judul_empat_baris(folder: Path) -> None:
    """Levels across under four header rows, a blank row between programs, a sum at the foot."""
    jalur = folder / "judul-empat-baris.xlsx"
    letak = {"1": (8, 12), "1.1": (8, 12), "6": (14, 14), "6.1": (14, 14), "6.1.1": (14, 14)}
    letak |= {f"1.1.{n}": (7 + n, 7 + n) for n in range(1, 6)}
    simpul: list[dict[str, Any]] = []
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Matriks Renja")
        lembar.gabung("A1:P1", "MATRIKS RENCANA KERJA", t.JUDUL)
        kolom = _kepala_empat(lembar)
        for baris in cabang("1", "6"):
            _isi_empat(lembar, baris, *letak[baris.no])
            simpul.append(simpul_harapan(baris, letak[baris.no][0]))
        for ke, nomor in enumerate((8, 9, 10, 11, 12, 14), start=1):
            lembar.isi(f"A{nomor}", ke, t.ISI)
        lembar.isi("B15", "JUMLAH", t.ISI)
        lembar.isi("F15", "395.250.370", t.ISI)
        lembar.ttd("O", 18)
    t.tulis_harapan(
        jalur,
        {
            "tema": "empat baris judul, sel gabung, baris pemisah, baris JUMLAH",
            "jenis": "renja_lebar",
            "hasil": "ok_dengan_peringatan",
            "lembar": "Matriks Renja",
            "baris_judul": [3, 4, 5, 6],
            "baris_data": [8, 14],
            "kolom": kolom,
            "jumlah": jumlah(simpul),
            "simpul": simpul,
            "galat": [],
            "peringatan": t.temuan("Matriks Renja", [("P14", "ANGKA_SPASI")]),
        },
    )


RUMUS = (
    ("1", "Program Contoh"),
    ("1.1", "Kegiatan Contoh"),
    ("1.1.1", "Sub Kegiatan Satu"),
    ("1.1.2", "Sub Kegiatan Dua"),
    ("1.1.3", "Sub Kegiatan Tiga"),
    ("1.2", "Kegiatan Lain"),
)


def rumus(folder: Path) -> None:
    """Sums by formula: with a cached value, without one, from another workbook, broken."""
    jalur = folder / "rumus.xlsx"
    kata = ("Terlaksananya contoh", "Jumlah contoh", 1, "Paket")
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Renja")
        lembar.baris(1, KEPALA_7, t.KEPALA)
        for nomor, (no, nama) in enumerate(RUMUS, start=2):
            lembar.baris(nomor, [no, nama, *kata], t.ISI)
        lembar.rumus("G2", "=G3", 30_000_000, t.ISI)
        lembar.rumus("G3", "=SUM(G4:G6)", 30_000_000, t.ISI)
        lembar.isi("G4", 10_000_000, t.ISI)
        lembar.rumus("G5", "=[1]Lampiran!$G$9", 20_000_000, t.ISI)
        lembar.isi("G6", 0, t.ISI)
        lembar.rumus("G7", "=#REF!", "#REF!", t.ISI)
    peringatan = [("G2", "RUMUS_DIPAKAI_NILAI"), ("G3", "RUMUS_DIPAKAI_NILAI")]
    peringatan += [("G5", "RUMUS_TAUTAN_LUAR")]
    t.tulis_harapan(
        jalur,
        {
            "tema": "pagu berupa rumus",
            "jenis": "renja_garis_besar",
            "hasil": "galat_per_sel",
            "lembar": "Renja",
            "jumlah": {"program": 1, "kegiatan": 2, "sub_kegiatan": 3},
            "sel": [
                {"sel": "G2", "pagu": 30_000_000},
                {"sel": "G3", "pagu": 30_000_000},
                {"sel": "G5", "pagu": 20_000_000},
                {"sel": "G6", "pagu": 0},
                {"sel": "G7", "pagu": None},
            ],
            "galat": t.temuan("Renja", [("G7", "SEL_GALAT")]),
            "peringatan": t.temuan("Renja", peringatan),
        },
    )


ULANG: tuple[tuple[tuple[object, ...], str], ...] = (
    (("1", "Program Contoh", "Terwujudnya contoh", "Persentase", "90", "%", "60.000.000"), ""),
    (("1.1", "Kegiatan Contoh", "Tersedianya contoh", "Jumlah", "4", "Paket", "60.000.000"), ""),
    (("1.1.1", "Sub Kegiatan Satu", "Tersedianya satu", "Jumlah", "1", "Paket", "20.000.000"), ""),
    (
        ("1.1.1", "Sub Kegiatan Dua", "Tersedianya dua", "Jumlah", "1", "Paket", "10.000.000"),
        "NOMOR_GANDA",
    ),
    ((None, None, None, "Jumlah peserta", "25", "Orang", None), "INDIKATOR_TAMBAHAN"),
    (
        (None, "Sub Kegiatan Tiga", "Tersedianya tiga", "Jumlah", "1", "Paket", "10.000.000"),
        "NOMOR_KOSONG",
    ),
    (("1.1.4", "Sub Kegiatan Empat", "Tersedianya empat", None, "1", "Paket", "20.000.000"), ""),
    (
        ("1.1.4", "Sub Kegiatan Empat", "Tersedianya empat", None, "1", "Paket", "20.000.000"),
        "DUPLIKAT_PERSIS",
    ),
)


def nomor_dan_ulangan(folder: Path) -> None:
    """One number twice, no number, a further indicator, a row repeated by copy and paste."""
    jalur = folder / "nomor-dan-ulangan.xlsx"
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Renja")
        lembar.baris(1, KEPALA_7, t.KEPALA)
        for nomor, (isi, _) in enumerate(ULANG, start=2):
            lembar.baris(nomor, isi, t.ISI)
    t.tulis_harapan(
        jalur,
        {
            "tema": "nomor ganda, nomor kosong, indikator tambahan, baris berulang",
            "jenis": "renja_garis_besar",
            "hasil": "ok_dengan_peringatan",
            "lembar": "Renja",
            "jumlah": {"program": 1, "kegiatan": 1, "sub_kegiatan": 4},
            "galat": [],
            "peringatan": [{"kode": kode} for _, kode in ULANG if kode]
            + [{"kode": "INDIKATOR_KOSONG"}],
        },
    )


def buat(folder: Path) -> None:
    for satu in (kode_campur, judul_empat_baris, rumus, nomor_dan_ulangan):
        satu(folder)
