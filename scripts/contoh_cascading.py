"""Samples of cascading forms: 13 columns with replaced programs, 12 and 24 columns of an annex."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kinerja.impor.buku import alamat, letak
from scripts import contoh_tulis as t
from scripts.contoh_data import AKAR

TERAS = {"tujuan": 1, "sasaran": 1}
CONTOH: dict[str, dict[str, Any]] = {
    "dinsos-2019": {
        "tema": "13 kolom; program dicoret dan diganti yang di bawahnya",
        "baris_judul": [3],
        "baris_data": [4, 26],
        "jumlah": {**TERAS, "program": 7, "kegiatan": 22},
        "peringatan": [*(("INDIKATOR_KOSONG", f"I{r}") for r in (4, 6, 10, 14)),
                       ("NOMOR_GANDA", "K13")],
        "lengkap": True,
    },
    "belanja-dasar-2026": {
        "tema": "12 kolom; kegiatan tanpa nama, satu sasaran program di atas dua program",
        "baris_judul": [5],
        "baris_data": [7, 27],
        "jumlah": {"misi": 1, **TERAS, "program": 2, "kegiatan": 21, "sub_kegiatan": 21},
        "peringatan": [],
        "lengkap": True,
    },
    "belanja-wajib-2026": {
        "tema": "24 kolom; tujuan dan sasaran RPJMD di samping milik perangkat daerah",
        "baris_judul": [5, 6],
        "baris_data": [7, 27],
        "jumlah": {
            "visi": 1, "misi": 2, "tujuan_daerah": 2, "sasaran_daerah": 2, "tujuan": 2,
            "sasaran": 2, "program": 4, "kegiatan": 17, "sub_kegiatan": 21,
        },
        "peringatan": [("INDIKATOR_KOSONG", "U22"), ("AWALAN_RUMUS", "U7")],
    },
}  # fmt: skip
LEBAR = 22


def buat(folder: Path) -> None:
    """Write the three workbooks with their expectations."""
    for nama, harapan in CONTOH.items():
        jalur = folder / f"cascading-{nama}.xlsx"
        fakta = json.loads((AKAR / "fixtures" / "cascading" / f"{nama}.json").read_text("utf-8"))
        _tulis(jalur, fakta, harapan["baris_judul"])
        daftar = [
            {"lembar": fakta["lembar"], "sel": sel, "kode": kode}
            for kode, sel in harapan["peringatan"]
        ]
        isi = {"jenis": "cascading", "lembar": fakta["lembar"], **harapan, "galat": []}
        t.tulis_harapan(jalur, isi | {"hasil": _hasil(daftar), "peringatan": daftar})


def _hasil(peringatan: list[dict[str, str]]) -> str:
    return "ok_dengan_peringatan" if peringatan else "ok"


def _tulis(jalur: Path, fakta: dict[str, Any], judul: list[int]) -> None:
    gabung = {g.split(":")[0]: g for g in fakta["gabungan"]}
    dicoret = set(fakta["dicoret"])
    with t.Buku(jalur) as buku:
        lembar = buku.lembar(fakta["lembar"])
        for r, baris in enumerate(fakta["baris"], 1):
            lebar = max(len(b) for b in fakta["baris"])
            for c in range(lebar if r > judul[-1] else len(baris)):
                sel = alamat(r - 1, c)
                nilai = baris[c] if c < len(baris) else None
                ciri = t.KEPALA if r in judul else t.ISI if r > judul[-1] else t.JUDUL
                if sel in dicoret:
                    ciri = ciri | {"font_strikeout": True}
                if sel in gabung:
                    lembar.gabung(gabung[sel], nilai, ciri)
                elif nilai is not None or not _tertutup(r - 1, c, fakta["gabungan"]):
                    lembar.isi(sel, nilai, ciri)
        lembar.ws.set_column(0, 23, LEBAR)


def _tertutup(r: int, c: int, gabungan: list[str]) -> bool:
    """A cell below or beside the first one of a merge."""
    for satu in gabungan:
        (r0, c0), (r1, c1) = (letak(s) for s in satu.split(":"))
        if r0 <= r <= r1 and c0 <= c <= c1:
            return True
    return False
