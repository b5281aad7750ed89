"""A Renja as SIPD prints it: 19 columns, two blocks, the same sub kegiatan in both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts import contoh_tulis as t
from scripts.contoh_data import jumlah

NAMA = "renja-sipd.xlsx"
LEMBAR = "Renja SIPD"
TAHUN = 2025
UNIT = ("Dinas Sosial", "UPTD Rumah Perlindungan Sosial")
AWALAN_UNIT = "1.06.0.00.0.00.01.0000 "
LOKASI = "Kab. Kotawaringin Timur, Semua Kecamatan, Semua Kelurahan"
GABUNG = (
    ("A4:E6", "Kode"),
    ("F4:F6", "Urusan/ Bidang Urusan Pemerintahan Daerah Dan Program/ Kegiatan"),
    ("G4:I4", "Indikator Kinerja"),
    ("J4:O4", f"Rencana Tahun {TAHUN}"),
    ("P4:P6", "Catatan Penting"),
    ("Q4:S4", f"Prakiraan Maju Rencana Tahun {TAHUN + 1}"),
    ("G5:G6", "Capaian Program"),
    ("H5:H6", "Keluaran Sub Kegiatan"),
    ("I5:I6", "Hasil Kegiatan"),
    ("J5:J6", "Lokasi Output Kegiatan"),
    ("K5:M5", "Target Capaian Kinerja"),
    ("N5:N6", "Pagu Indikatif (Rp.)"),
    ("O5:O6", "Sumber Dana"),
    ("Q5:R5", "Target Capaian Kinerja"),
    ("S5:S6", "Kebutuhan Dana/ Pagu Indikatif (Rp.)"),
)
KEPALA_BAWAH = (
    *(("K6", "Program"), ("L6", "Keluaran Sub Kegiatan"), ("M6", "Hasil Kegiatan")),
    *(("Q6", "Tolok Ukur"), ("R6", "Target")),
)
PROGRAM = ("1.06.04", "Program Rehabilitasi Sosial", "Persentase PPKS yang terlayani", "91 %")
KEGIATAN = (
    "1.06.04.2.01",
    "Rehabilitasi Sosial Dasar Penyandang Disabilitas Terlantar",
    "Jumlah PPKS yang direhabilitasi",
    "120 Orang",
)
SUB = (
    ("0001", "Penyediaan Permakanan", "Jumlah orang yang dilayani\nJumlah paket permakanan"),
    ("0002", "Penyediaan Sandang", "Jumlah orang yang menerima sandang"),
)
TARGET = ("80 Orang\n160 Paket", "80 Orang")
PAGU = ((55_160_000, 102_460_000), (15_750_000, None))
DANA = ("Dana Alokasi Umum", "Pendapatan Asli Daerah")


def _baris_sub(unit: int, ke: int) -> dict[str, object]:
    kode, nama, indikator = SUB[ke]
    pagu = PAGU[unit][ke] or 0
    return {
        **dict(zip("ABCDE", ("1", "06", "04", "2.01", kode), strict=True)),
        **{"F": nama, "G": PROGRAM[2], "H": indikator, "I": KEGIATAN[2], "J": LOKASI},
        **{"K": PROGRAM[3], "L": TARGET[ke], "M": KEGIATAN[3], "N": t_rupiah(pagu)},
        **{"O": DANA[unit], "Q": indikator.partition("\n")[0]},
        **{"R": TARGET[ke].partition("\n")[0], "S": t_rupiah(pagu + 1_000_000)},
    }


def t_rupiah(nilai: int) -> str:
    return f"{nilai:,}".replace(",", ".")


def _blok(unit: int) -> Iterator[dict[str, object]]:
    total = t_rupiah(sum(n or 0 for n in PAGU[unit]))
    yield {"A": f"Unit Organisasi : {AWALAN_UNIT}{UNIT[0]}"}
    if unit:
        yield {"B": f"Sub Unit Organisasi : {UNIT[unit]}", "N": total}
    yield {"A": "1", "F": "URUSAN PEMERINTAHAN WAJIB YANG BERKAITAN DENGAN PELAYANAN DASAR"}
    yield {"A": "1", "B": "06", "F": "URUSAN PEMERINTAHAN BIDANG SOSIAL", "N": total}
    yield {"A": "1", "B": "06", "C": "04", "F": PROGRAM[1], "N": total}
    yield {"A": "1", "B": "06", "C": "04", "D": "2.01", "F": KEGIATAN[1], "N": total}
    for ke, pagu in enumerate(PAGU[unit]):
        if pagu is not None:
            yield _baris_sub(unit, ke)


def buat(folder: Path) -> None:
    baris = [*_blok(0), *_blok(1)]
    with t.Buku(folder / NAMA) as buku:
        lembar = buku.lembar(LEMBAR)
        lembar.lebar(A=4, B=4, C=4, D=6, E=7, F=38, G=30, H=30, I=30, J=26, N=16, O=18, Q=30, S=16)
        lembar.gabung("A1:S1", "RENCANA KERJA PERANGKAT DAERAH", t.JUDUL)
        lembar.gabung("A2:S2", f"TAHUN ANGGARAN {TAHUN}", t.JUDUL)
        for rentang, teks in GABUNG:
            lembar.gabung(rentang, teks, t.KEPALA)
        for sel, teks in KEPALA_BAWAH:
            lembar.isi(sel, teks, t.KEPALA)
        lembar.baris(7, list(range(1, 20)), t.NOMOR_KOLOM)
        for nomor, isi in enumerate(baris, start=8):
            _tulis(lembar, nomor, isi)
        akhir = 8 + len(baris)
        lembar.gabung(f"A{akhir}:M{akhir}", "TOTAL", t.KEPALA)
        lembar.isi(f"N{akhir}", t_rupiah(_total()), t.ISI)
    t.tulis_harapan(folder / NAMA, _harapan(len(baris)))


def _tulis(lembar: t.Lembar, nomor: int, isi: dict[str, object]) -> None:
    awal = next(iter(isi.values()))
    if isinstance(awal, str) and awal.startswith("Unit"):
        lembar.gabung(f"A{nomor}:S{nomor}", awal, t.ISI)
        return
    for huruf, nilai in isi.items():
        lembar.isi(f"{huruf}{nomor}", nilai, t.ISI)


def _total() -> int:
    return sum(n or 0 for blok in PAGU for n in blok)


def _simpul() -> list[dict[str, object]]:
    """Program and kegiatan once, their sums added up; a sub kegiatan per unit."""
    bersama = {"pagu": _total()}
    hasil: list[dict[str, object]] = [
        {"id": "P", "induk": None, "level": "program", "nama": PROGRAM[1], "kode": PROGRAM[0],
         "indikator": PROGRAM[2], "target": "91", "satuan": "%", "baris": 11, **bersama},
        {"id": "K", "induk": "P", "level": "kegiatan", "nama": KEGIATAN[1], "kode": KEGIATAN[0],
         "indikator": KEGIATAN[2], "target": "120", "satuan": "Orang", "baris": 12, **bersama},
    ]  # fmt: skip
    for unit, ke, baris in ((0, 0, 13), (0, 1, 14), (1, 0, 21)):
        kode, nama, indikator = SUB[ke]
        hasil.append(
            {"id": f"S{len(hasil)}", "induk": "K", "level": "sub_kegiatan", "nama": nama,
             "kode": f"{KEGIATAN[0]}.{kode}", "indikator": indikator.partition("\n")[0],
             "target": "80", "satuan": "Orang", "pagu": PAGU[unit][ke], "baris": baris}
        )  # fmt: skip
    return hasil


def _harapan(banyak: int) -> dict[str, object]:
    kolom = [*["kode"] * 5, "nama"]
    kolom += [f"{j}_indikator" for j in ("program", "sub_kegiatan", "kegiatan")] + ["lokasi"]
    kolom += [f"{j}_target" for j in ("program", "sub_kegiatan", "kegiatan")]
    kolom += ["pagu", "sumber_dana", "ket", "indikator", "target_2026", "pagu_2026"]
    return {
        "tema": "renja cetakan SIPD, satu blok per unit",
        "jenis": "renja_sipd",
        "hasil": "ok",
        "lembar": LEMBAR,
        "baris_judul": [4, 5, 6],
        "baris_data": [8, 7 + banyak],
        "kolom": {t.kolom(ke): nama for ke, nama in enumerate(kolom, start=1)},
        "jumlah": jumlah(_simpul()),
        "simpul": _simpul(),
        "galat": [],
        "lengkap": True,
    }
