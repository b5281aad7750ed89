"""Samples of indicator tables: IKU with a start and yearly targets; targets of tujuan, sasaran."""

from __future__ import annotations

from pathlib import Path

from scripts import contoh_tulis as t

IKU, TARGET = "iku-sosial.xlsx", "target-tahunan.xlsx"
LEMBAR_IKU, LEMBAR_TARGET = "IKU", "Target 2025-2029"
TAHUN = range(2025, 2030)
ISI_IKU: tuple[tuple[object, ...], ...] = (
    (1, "Meningkatnya penanganan PPKS", "Persentase PPKS yang tertangani", "Persen",
     "PPKS yang menerima layanan di luar panti", "PPKS tertangani / PPKS x 100%", "Data PPKS",
     "Bidang Rehabilitasi Sosial", "36,45", "37.45", "38.45", "39,45", "40,45", "41,45"),
    (2, None, "Persentase korban bencana yang terpenuhi kebutuhan dasarnya", "Persen",
     None, "korban terlayani / korban x 100%", "Laporan bencana",
     "Bidang Perlindungan Sosial", "93%", 100, 100, 100, 100, 100),
    (3, "Meningkatnya akuntabilitas kinerja", "Nilai AKIP", "Nilai", None, None, "LHE",
     "Sekretariat", "Indikator baru", "75,60", "76,05", "76,50", "≥ 76,95", "BB"),
)  # fmt: skip
KEPALA_IKU = (
    *("No", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", "Definisi Operasional"),
    *("Formulasi", "Sumber Data", "Penanggung Jawab", "Kondisi Awal 2024"),
)
ISI_TARGET: tuple[tuple[object, ...], ...] = (
    ("1", "Meningkatnya kesejahteraan sosial", "Indeks kesejahteraan sosial", "Indeks",
     "55,33", "55,73", "56,23", "56,73", "57,33"),
    ("1.1", "Meningkatnya penanganan PPKS", "Persentase PPKS yang tertangani", "%",
     "37,45", "38,45", "39,45", "40,45", "41,45"),
    (None, None, "Persentase PSKS yang aktif", "%", 60, 65, 70, 75, 80),
    ("1.2", "Meningkatnya akuntabilitas kinerja", "Nilai AKIP", "Nilai",
     "75,60", "76,05", "76,50", "76,95", "77,40"),
)  # fmt: skip
KEPALA_TARGET = ("No", "Tujuan / Sasaran Strategis", "Indikator Kinerja", "Satuan")


def _tulis(
    jalur: Path, nama: str, judul: str, kepala: tuple[str, ...], isi: tuple[tuple[object, ...], ...]
) -> None:
    """Two head rows, the years below "Target"; a row of column numbers; the rows."""
    with t.Buku(jalur) as buku:
        lembar = buku.lembar(nama)
        lebar = len(kepala) + len(TAHUN)
        lembar.ws.set_column(0, 0, 6)
        lembar.ws.set_column(1, 2, 40)
        lembar.gabung(f"A1:{t.kolom(lebar)}1", judul, t.JUDUL)
        for ke, teks in enumerate(kepala, start=1):
            lembar.gabung(f"{t.kolom(ke)}3:{t.kolom(ke)}4", teks, t.KEPALA)
        awal = t.kolom(len(kepala) + 1)
        lembar.gabung(f"{awal}3:{t.kolom(lebar)}3", "Target", t.KEPALA)
        lembar.baris(4, list(TAHUN), t.KEPALA, mulai=awal)
        lembar.baris(5, [f"({n})" for n in range(1, lebar + 1)], t.NOMOR_KOLOM)
        for nomor, baris in enumerate(isi, start=6):
            lembar.baris(nomor, baris, t.ISI)
        lembar.ttd(t.kolom(lebar), 6 + len(isi) + 2)


def buat(folder: Path) -> None:
    judul = "INDIKATOR KINERJA UTAMA DINAS SOSIAL"
    _tulis(folder / IKU, LEMBAR_IKU, judul, KEPALA_IKU, ISI_IKU)
    judul = "TUJUAN DAN SASARAN RENSTRA DINAS SOSIAL"
    _tulis(folder / TARGET, LEMBAR_TARGET, judul, KEPALA_TARGET, ISI_TARGET)
    t.tulis_harapan(folder / IKU, _harapan_iku())
    t.tulis_harapan(folder / TARGET, _harapan_target())


def _kolom(nama: tuple[str, ...]) -> dict[str, str]:
    semua = [*nama, *(f"target_{n}" for n in TAHUN)]
    return {t.kolom(ke): isi for ke, isi in enumerate(semua, start=1) if isi}


def _harapan_iku() -> dict[str, object]:
    kolom = ("no", "sasaran_kinerja", "indikator", "satuan", "", "formulasi", "", "pengampu")
    peringatan = [("I8", "BASELINE_BUKAN_ANGKA"), ("M8", "RENTANG_ATAU_BATAS")]
    return {
        "tema": "IKU: kondisi awal dan target per tahun",
        "jenis": "iku",
        "hasil": "ok_dengan_peringatan",
        "lembar": LEMBAR_IKU,
        "baris_judul": [3, 4],
        "baris_data": [6, 8],
        "kolom": _kolom((*kolom, "baseline_2024")),
        "jumlah": {"iku": 3, "indikator": 3, "nilai_target": 15},
        "galat": [],
        "peringatan": t.temuan(LEMBAR_IKU, [*peringatan, ("N8", "NILAI_HURUF")]),
        "lengkap": True,
    }


def _harapan_target() -> dict[str, object]:
    return {
        "tema": "target tahunan tujuan dan sasaran",
        "jenis": "target_tahunan",
        "hasil": "ok_dengan_peringatan",
        "lembar": LEMBAR_TARGET,
        "baris_judul": [3, 4],
        "baris_data": [6, 9],
        "kolom": _kolom(("no", "nama", "indikator", "satuan")),
        "jumlah": {"tujuan": 1, "sasaran": 2, "indikator": 4, "nilai_target": 20},
        "galat": [],
        "peringatan": t.temuan(LEMBAR_TARGET, [("A8", "NOMOR_KOSONG")]),
        "lengkap": True,
    }
