"""Two programs of the Kotawaringin Timur renja as blocks, sub kegiatan below headings."""

from __future__ import annotations

from pathlib import Path

from scripts import contoh_tulis as t
from scripts.contoh_data import Baris, cabang, jumlah, simpul_harapan

NAMA = "blok-label.xlsx"
LEMBAR = "Tahap 5"
SEBUTAN = {"program": "Program", "kegiatan": "Kegiatan", "sub_kegiatan": "Sub Kegiatan"}
ATAS, DAUN = ("program", "kegiatan"), "sub_kegiatan"
PROGRAM = ("1", "3")


def _blok(b: Baris) -> list[tuple[str, object]]:
    isi = (b.kinerja, b.indikator, b.target, b.pagu)
    label = ("Sasaran", "Indikator", "Target", "Anggaran")
    return [(SEBUTAN[b.level], b.nama), *zip(label, isi, strict=True)]


def buat(folder: Path) -> None:
    letak: dict[str, int] = {}
    with t.Buku(folder / NAMA) as buku:
        lembar = buku.lembar(LEMBAR)
        lembar.lebar(A=16, B=3, C=80)
        lembar.isi("A1", "PENJENJANGAN KINERJA TAHUN 2025", t.JUDUL)
        nomor = 3
        for b in _urut():
            if b.no in letak:  # printed before: a heading now
                lembar.isi(f"A{nomor}", _judul(b), t.TENGAH)
                nomor += 1
                continue
            letak[b.no] = nomor
            for label, nilai in _blok(b):
                lembar.baris(nomor, [label, ":", nilai], t.ISI)
                nomor += 1
            nomor += 1
    t.tulis_harapan(folder / NAMA, _harapan(letak, nomor - 2))


def _urut() -> list[Baris]:
    """Programs and kegiatan, then each again above its sub kegiatan."""
    semua = cabang(*PROGRAM)
    return [*(b for b in semua if b.level in ATAS), *semua]


def _judul(b: Baris) -> str:
    return b.nama.upper() if b.level == "program" else f"(Kegiatan : {b.nama})"


def _harapan(letak: dict[str, int], akhir: int) -> dict[str, object]:
    simpul = [simpul_harapan(b, letak[b.no]) for b in cabang(*PROGRAM)]
    return {
        "tema": "blok label dan nilai, sub kegiatan di bawah judul kegiatannya",
        "jenis": "blok_label",
        "hasil": "ok_dengan_peringatan",
        "lembar": LEMBAR,
        "baris_judul": [3],
        "baris_data": [3, akhir],
        "kolom": {},
        "jumlah": jumlah(simpul),
        "simpul": simpul,
        "galat": [],
        "peringatan": t.temuan(LEMBAR, [(f"C{letak['3.1.1'] + 3}", "SATUAN_KOSONG")]),
        "lengkap": True,
    }
