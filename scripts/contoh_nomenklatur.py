"""Samples of the national list: the official export as .xlsx and a plain .csv."""

from __future__ import annotations

import csv
from pathlib import Path

from scripts import contoh_tulis as t
from scripts.contoh_data import AKAR, jumlah

XLSX = "nomenklatur-sosial.xlsx"
CSV = "nomenklatur-sosial.csv"
LEMBAR = "Worksheet"
PROGRAM = ("1.06.04", "1.06.06", "X.XX.01")
KEPALA = (
    "JENIS PEMDA",
    "BIDANG",
    "PROGRAM",
    "KEGIATAN",
    "SUBKEGIATAN",
    "KINERJA",
    "INDIKATOR",
    "SATUAN",
    "TAG",
    "DEFINISI OPERASIONAL",
    "PELAKSANA",
    "SPM",
    "JENIS",
    "SUBKEGIATAN SEBELUMNYA",
)
KOLOM_CSV = ("kode", "level", "nama", "kinerja", "indikator", "satuan")


def daftar() -> list[dict[str, str]]:
    """Kabupaten/kota rows of three programs, parents before children, in order of code."""
    sumber = AKAR / "fixtures" / "nomenklatur" / "sosial-pemutakhiran-2027.csv"
    with sumber.open(encoding="utf-8", newline="") as berkas:
        semua = list(csv.DictReader(berkas))
    pilihan = [b for b in semua if b["kode"].startswith(PROGRAM) and _kabupaten(b["kode"])]
    return sorted(pilihan, key=lambda b: b["kode"])


def _kabupaten(kode: str) -> bool:
    bagian = kode.split(".")
    return len(bagian) < 4 or bagian[3] == "2"


def _leluhur(semua: dict[str, dict[str, str]], kode: str, panjang: int) -> str:
    induk = ".".join(kode.split(".")[:panjang])
    return f"{induk} {semua[induk]['nama']}"


def _baris_ekspor(semua: dict[str, dict[str, str]], b: dict[str, str]) -> list[str]:
    bidang = "1.06 URUSAN PEMERINTAHAN BIDANG SOSIAL"
    if b["kode"].startswith("X"):
        bidang = "X.XX URUSAN PEMERINTAHAN BIDANG XX"
    return [
        "KABKOT",
        bidang,
        _leluhur(semua, b["kode"], 3),
        _leluhur(semua, b["kode"], 5),
        f"{b['kode']} {b['nama']}",
        b["kinerja"],
        b["indikator"],
        b["satuan"],
        b["tag"],
        b["definisi_operasional"],
        b["pelaksana"],
        b["spm"],
        b["jenis"],
        "",
    ]


def buat(folder: Path) -> None:
    pilihan = daftar()
    semua = {b["kode"]: b for b in pilihan}
    sub = [b for b in pilihan if b["level"] == "sub_kegiatan"]
    with t.Buku(folder / XLSX) as buku:
        lembar = buku.lembar(LEMBAR)
        lembar.baris(1, KEPALA)
        for nomor, b in enumerate(sub, start=2):
            lembar.baris(nomor, [isi or None for isi in _baris_ekspor(semua, b)])
    with (folder / CSV).open("w", encoding="utf-8", newline="") as berkas:
        tulis = csv.DictWriter(berkas, KOLOM_CSV, extrasaction="ignore", lineterminator="\n")
        tulis.writeheader()
        tulis.writerows(pilihan)
    t.tulis_harapan(folder / XLSX, _harapan(pilihan, LEMBAR, [2, len(sub) + 1]))
    t.tulis_harapan(folder / CSV, _harapan(pilihan, "", [2, len(pilihan) + 1]))


def _harapan(pilihan: list[dict[str, str]], lembar: str, baris: list[int]) -> dict[str, object]:
    simpul = [
        {
            "id": b["kode"],
            "level": b["level"],
            "kode": b["kode"],
            "nama": b["nama"],
            "kinerja": b["kinerja"],
            "indikator": b["indikator"],
            "satuan": b["satuan"],
        }
        for b in pilihan
    ]
    return {
        "tema": "daftar nomenklatur: bidang sosial dan penunjang",
        "jenis": "nomenklatur",
        "lembar": lembar,
        "baris_data": baris,
        "jumlah": jumlah(simpul),
        "simpul": simpul,
        "galat": [],
    }
