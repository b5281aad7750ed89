"""A Renstra matrix of the T-C.27 kind: start, target and Rp of five years, end of the period."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from scripts import contoh_tulis as t

NAMA = "renstra-sosial.xlsx"
LEMBAR = "T-C.27"
TAHUN = range(2025, 2030)
AWAL = (
    "Tujuan",
    "Sasaran",
    "Kode",
    "Program, Kegiatan dan Sub Kegiatan",
    "Indikator Kinerja Tujuan, Sasaran, Program (outcome) dan Kegiatan (output)",
    "Satuan",
    "Data Capaian pada Tahun Awal Perencanaan (2024)",
)
AKHIR = "Kondisi Kinerja pada Akhir Periode Renstra Perangkat Daerah"
EKOR = ("Unit Kerja Perangkat Daerah Penanggung Jawab", "Lokasi")
BIDANG = "Bidang Rehabilitasi Sosial"
LOKASI = "12 kecamatan"
PERTAMA = 8
KOLOM_NAMA = {"tujuan": "A", "sasaran": "B"}


class Baris(NamedTuple):
    """One row; ``target`` and ``pagu`` (thousands of rupiah) per year, from the start on."""

    level: str
    kode: str
    teks: str
    indikator: str
    satuan: str
    target: tuple[float, ...]
    pagu: tuple[int, ...] = ()


ISI = (
    Baris("tujuan", "", "Meningkatnya kesejahteraan sosial", "Indeks kesejahteraan sosial",
          "Indeks", (55.1, 55.3, 55.7, 56.2, 56.7, 57.3)),
    Baris("sasaran", "", "Meningkatnya penanganan PPKS", "Persentase PPKS yang tertangani", "%",
          (36.45, 37.45, 38.45, 39.45, 40.45, 41.45)),
    Baris("program", "1.06.04", "Program Rehabilitasi Sosial", "Persentase PPKS direhabilitasi",
          "%", (60, 62, 64, 66, 68, 70), (460_000, 485_000, 510_000, 535_000, 560_000)),
    Baris("kegiatan", "1.06.04.2.01", "Rehabilitasi Sosial Dasar", "Jumlah PPKS direhabilitasi",
          "Orang", (100, 110, 120, 130, 140, 150), (460_000, 485_000, 510_000, 535_000, 560_000)),
    Baris("sub_kegiatan", "1.06.04.2.01.0001", "Penyediaan Permakanan", "Jumlah orang dilayani",
          "Orang", (80, 85, 90, 95, 100, 105), (300_000, 315_000, 330_000, 345_000, 360_000)),
    Baris("sub_kegiatan", "1.06.04.2.01.0002", "Penyediaan Sandang", "Jumlah penerima sandang",
          "Orang", (40, 42, 44, 46, 48, 50), (160_000, 170_000, 180_000, 190_000, 200_000)),
)  # fmt: skip
TOTAL = tuple(n * 1000 for n in ISI[2].pagu)
SALAH = 1
"""Row (0-based) whose end of the period says another number than the last year."""


def _sel(b: Baris, ke: int) -> list[object]:
    awal: list[object] = [None] * 4
    awal["AB".index(KOLOM_NAMA[b.level]) if b.level in KOLOM_NAMA else 3] = b.teks
    awal[2] = b.kode or None
    uang: list[object] = [n * 1000 for n in b.pagu] or [None] * 5
    nilai: list[object] = [n for pasangan in zip(b.target[1:], uang, strict=True) for n in pasangan]
    akhir = b.target[-1] + 1 if ke == SALAH else b.target[-1]
    jumlah_uang = sum(b.pagu) * 1000 or None
    ekor = (BIDANG, LOKASI) if b.pagu else (None, None)
    return [*awal, b.indikator, b.satuan, b.target[0], *nilai, akhir, jumlah_uang, *ekor]


def _kepala(lembar: t.Lembar) -> None:
    lembar.gabung("A1:U1", "RENCANA PROGRAM, KEGIATAN, DAN PENDANAAN", t.JUDUL)
    lembar.gabung("A2:U2", "RENSTRA DINAS SOSIAL 2025-2029", t.JUDUL)
    for ke, teks in enumerate(AWAL, start=1):
        lembar.gabung(f"{t.kolom(ke)}4:{t.kolom(ke)}6", teks, t.KEPALA)
    lembar.gabung("H4:S4", "Target Kinerja Program dan Kerangka Pendanaan", t.KEPALA)
    for ke, teks in enumerate([*(f"Tahun {n}" for n in TAHUN), AKHIR]):
        kiri, kanan = t.kolom(8 + 2 * ke), t.kolom(9 + 2 * ke)
        lembar.gabung(f"{kiri}5:{kanan}5", teks, t.KEPALA)
        lembar.baris(6, ["Target", "Rp"], t.KEPALA, mulai=kiri)
    for huruf, teks in zip("TU", EKOR, strict=True):
        lembar.gabung(f"{huruf}4:{huruf}6", teks, t.KEPALA)
    lembar.baris(7, [f"({n})" for n in range(1, 22)], t.NOMOR_KOLOM)


def buat(folder: Path) -> None:
    with t.Buku(folder / NAMA) as buku:
        lembar = buku.lembar(LEMBAR)
        lembar.lebar(A=24, B=24, C=18, D=36, E=34, F=10, G=12, T=24, U=16)
        _kepala(lembar)
        for ke, b in enumerate(ISI):
            lembar.baris(PERTAMA + ke, _sel(b, ke), t.ISI)
        akhir = PERTAMA + len(ISI)
        lembar.isi(f"A{akhir}", "JUMLAH", t.ISI)
        for ke, total in enumerate(TOTAL):
            lembar.isi(f"{t.kolom(9 + 2 * ke)}{akhir}", total, t.ISI | t.RIBUAN)
        lembar.ttd("T", akhir + 3)
    t.tulis_harapan(folder / NAMA, _harapan())


def _harapan() -> dict[str, object]:
    kolom = ["tujuan_kinerja", "sasaran_kinerja", "kode", "nama", "indikator", "satuan"]
    kolom += ["baseline_2024", *(f"{m}_{n}" for n in TAHUN for m in ("target", "pagu"))]
    huruf = {t.kolom(ke): nama for ke, nama in enumerate(kolom, start=1)}
    return {
        "tema": "renstra: target dan pagu indikatif per tahun",
        "jenis": "renstra",
        "hasil": "ok_dengan_peringatan",
        "lembar": LEMBAR,
        "baris_judul": [4, 5, 6],
        "baris_data": [PERTAMA, PERTAMA + len(ISI) - 1],
        "kolom": huruf | {"T": "pengampu", "U": "lokasi"},
        "jumlah": dict(Counter(b.level for b in ISI)),
        "galat": [],
        "peringatan": t.temuan(LEMBAR, [(f"R{PERTAMA + SALAH}", "KONDISI_AKHIR_BEDA")]),
        "lengkap": True,
    }
