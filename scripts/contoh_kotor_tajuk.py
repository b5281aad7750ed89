"""Workbooks whose trouble is the shape: headers, hidden parts, several tables, empty sheets."""

from __future__ import annotations

from pathlib import Path

from scripts import contoh_tulis as t
from scripts.contoh_data import Baris, cabang, jumlah, simpul_harapan

KEPALA_7 = (
    "No",
    "Program / Kegiatan / Sub Kegiatan",
    "Sasaran",
    "Indikator Kinerja",
    "Target",
    "Satuan",
    "Pagu (Rp)",
)
KUNCI_7 = ("no", "nama", "kinerja", "indikator", "target", "satuan", "pagu")


def isi_7(baris: Baris) -> list[object]:
    """The seven cells of an outline row; a kegiatan keeps its target as one text."""
    if baris.level == "kegiatan":
        target, satuan = baris.target, None
    else:
        target, satuan = baris.angka_target.replace(".", ","), baris.satuan or None
    return [baris.no, baris.nama, baris.kinerja, baris.indikator, target, satuan, baris.pagu]


def tabel_7(lembar: t.Lembar, daftar: list[Baris], mulai: int, huruf: str = "A") -> list[dict]:
    """Write outline rows from row ``mulai``; answers their expectations."""
    harapan = []
    for nomor, baris in enumerate(daftar, start=mulai):
        lembar.baris(nomor, isi_7(baris), t.ISI, mulai=huruf)
        harapan.append(simpul_harapan(baris, nomor))
    return harapan


def kolom_7(huruf: str = "A") -> dict[str, str]:
    awal = t.nomor_kolom(huruf)
    return {t.kolom(awal + ke): kunci for ke, kunci in enumerate(KUNCI_7)}


def judul_baris_9(folder: Path) -> None:
    """Letterhead above, header in row 9, column A empty, a blank row under the header."""
    jalur = folder / "judul-baris-9.xlsx"
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Lampiran")
        for nomor, teks in ((1, "PEMERINTAH KABUPATEN KOTAWARINGIN TIMUR"), (2, "DINAS SOSIAL")):
            lembar.gabung(f"B{nomor}:H{nomor}", teks, t.JUDUL)
        lembar.isi("B4", "Lampiran Surat Kepala Dinas Sosial")
        lembar.isi("B5", "Nomor : 000/.../DINSOS/2025")
        lembar.isi("B7", "Program dan Kegiatan Tahun Anggaran 2025")
        lembar.baris(9, KEPALA_7, t.KEPALA, mulai="B")
        simpul = tabel_7(lembar, cabang("6") + cabang("3"), 11, "B")
        lembar.baris(17, ["Total", None, None, None, None, "123.000.000"], t.ISI, mulai="C")
        lembar.isi("G20", "Sampit, .................... 2025")
        lembar.isi("G21", "Kepala Dinas Sosial")
    t.tulis_harapan(
        jalur,
        {
            "tema": "judul tabel di baris 9, kolom A kosong, kop surat di atas",
            "jenis": "renja_garis_besar",
            "hasil": "ok_dengan_peringatan",
            "lembar": "Lampiran",
            "baris_judul": [9],
            "baris_data": [11, 16],
            "kolom": kolom_7("B"),
            "jumlah": jumlah(simpul),
            "simpul": simpul,
            "lengkap": True,
            "galat": [],
            "peringatan": t.temuan("Lampiran", [("H13", "ANGKA_SPASI"), ("G16", "SATUAN_KOSONG")]),
        },
    )


ACAK = {
    "A": ("Nama Sub Keg.", "sub_kegiatan_nama"),
    "B": ("Tolok Ukur Kinerja Sub Keg.", "sub_kegiatan_indikator"),
    "C": ("Target Sub Keg.", "sub_kegiatan_target"),
    "D": ("Sat.", "sub_kegiatan_satuan"),
    "E": ("Anggaran Sub Keg. (Rp.)", "sub_kegiatan_pagu"),
    "F": ("Uraian Kegiatan", "kegiatan_nama"),
    "G": ("Indikator Keluaran Kegiatan", "kegiatan_indikator"),
    "H": ("Tgt. Keg.", "kegiatan_target"),
    "I": ("Anggaran Keg. (Rp.)", "kegiatan_pagu"),
    "J": ("Nama Program", "program_nama"),
    "K": ("Indikator Hasil Program", "program_indikator"),
    "L": ("Tgt. Program", "program_target"),
    "M": ("Anggaran Program (Rp.)", "program_pagu"),
    "N": ("NO.", "no"),
}


def _isi_acak(baris: Baris) -> dict[str, object]:
    if baris.level == "sub_kegiatan":
        return {
            "A": baris.nama,
            "B": baris.indikator,
            "C": int(baris.angka_target),
            "D": baris.satuan or None,
            "E": baris.pagu,
        }
    huruf = "FGHI" if baris.level == "kegiatan" else "JKLM"
    return dict(zip(huruf, (baris.nama, baris.indikator, baris.target, baris.pagu), strict=True))


def sinonim_acak(folder: Path) -> None:
    """Levels across in reversed order, other words in the header, parents printed once."""
    jalur = folder / "sinonim-acak.xlsx"
    simpul, nomor = [], 4
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Matriks")
        lembar.gabung("A1:N1", "MATRIKS PROGRAM, KEGIATAN DAN SUB KEGIATAN", t.JUDUL)
        lembar.gabung("A2:N2", "DINAS SOSIAL TAHUN 2025", t.JUDUL)
        lembar.baris(4, [teks for teks, _ in ACAK.values()], t.KEPALA)
        for baris in cabang("1", "3", "4"):
            pertama = baris.level == "program" or baris.no.endswith(".1.1")
            nomor += baris.level == "program" or (baris.level == "sub_kegiatan" and not pertama)
            for huruf, nilai in _isi_acak(baris).items():
                lembar.isi(f"{huruf}{nomor}", nilai, t.ISI)
            lembar.isi(f"N{nomor}", nomor - 4, t.ISI)
            simpul.append(simpul_harapan(baris, nomor))
    peringatan = [("M11", "PAGU_TIDAK_COCOK"), ("I11", "PAGU_TIDAK_COCOK")]
    peringatan += [("D10", "SATUAN_KOSONG")]
    t.tulis_harapan(
        jalur,
        {
            "tema": "kolom diurut ulang, judul kolom dengan kata lain, induk ditulis sekali",
            "jenis": "renja_lebar",
            "hasil": "ok_dengan_peringatan",
            "lembar": "Matriks",
            "baris_judul": [4],
            "baris_data": [5, nomor],
            "kolom": {huruf: kunci for huruf, (_, kunci) in ACAK.items()},
            "jumlah": jumlah(simpul),
            "simpul": simpul,
            "galat": [],
            "peringatan": t.temuan("Matriks", peringatan),
        },
    )


def tersembunyi(folder: Path) -> None:
    """A hidden row, a hidden column and a hidden sheet: reported, not loaded."""
    jalur = folder / "tersembunyi.xlsx"
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Renja")
        lembar.baris(1, [*KEPALA_7, "Pagu Tahun Lalu (Rp)"], t.KEPALA)
        simpul = tabel_7(lembar, cabang("1"), 2)
        for nomor in range(2, 9):
            lembar.isi(f"H{nomor}", 1_000_000, t.ISI)
        lama = ["1.1.6", "Penyediaan Tenda (dicoret)", "Tersedianya tenda", "Jumlah tenda"]
        lembar.baris(9, [*lama, "10", "Unit", "99.000.000"], t.ISI)
        lembar.ws.set_row(8, None, None, {"hidden": True})
        lembar.ws.set_column("H:H", 18, None, {"hidden": True})
        arsip = buku.lembar("Arsip 2024")
        arsip.baris(1, KEPALA_7, t.KEPALA)
        tabel_7(arsip, cabang("6"), 2)
        arsip.ws.hide()
    kode = ("BARIS_TERSEMBUNYI", "KOLOM_TERSEMBUNYI", "LEMBAR_TERSEMBUNYI")
    t.tulis_harapan(
        jalur,
        {
            "tema": "baris, kolom dan lembar tersembunyi",
            "jenis": "renja_garis_besar",
            "hasil": "ok_dengan_peringatan",
            "lembar": "Renja",
            "baris_judul": [1],
            "jumlah": jumlah(simpul),
            "simpul": simpul,
            "galat": [],
            "peringatan": [{"kode": satu} for satu in kode],
        },
    )


MELEBAR = ("Program", "Kegiatan", "Sub Kegiatan", "Indikator Sub Kegiatan", "Target", "Pagu (Rp)")


def beberapa_tabel(folder: Path) -> None:
    """Two tables of different build under each other, and a sheet of notes beside them."""
    jalur = folder / "beberapa-tabel.xlsx"
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Renja")
        lembar.isi("A1", "A. Program Penanganan Bencana", {"bold": True})
        lembar.baris(2, KEPALA_7, t.KEPALA)
        simpul = tabel_7(lembar, cabang("1"), 3)
        lembar.isi("A13", "B. Rekapitulasi Sub Kegiatan", {"bold": True})
        lembar.baris(15, MELEBAR, t.KEPALA)
        program, kegiatan, sub = cabang("4")
        isi = [program.nama, kegiatan.nama, sub.nama, sub.indikator, sub.target, sub.pagu]
        lembar.baris(16, isi, t.ISI)
        catatan = buku.lembar("Catatan")
        catatan.isi("A1", "Dibahas pada rapat penyusunan renja.")
        catatan.isi("A2", "Angka menunggu hasil asistensi.")
    t.tulis_harapan(
        jalur,
        {
            "tema": "dua tabel pada satu lembar",
            "jenis": "renja_garis_besar",
            "hasil": "ok_dengan_peringatan",
            "lembar": "Renja",
            "simpul_minimum": simpul,
            "galat": [],
            "peringatan": [{"kode": "TABEL_GANDA"}],
        },
    )


def kepala_berulang(folder: Path) -> None:
    """One table printed in pages: the header stands again between its rows."""
    jalur = folder / "kepala-berulang.xlsx"
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Renja")
        lembar.baris(1, KEPALA_7, t.KEPALA)
        lembar.baris(2, [f"({n})" for n in range(1, 8)], t.NOMOR_KOLOM)
        baris = cabang("1")
        simpul = tabel_7(lembar, baris[:4], 3)
        lembar.baris(7, KEPALA_7, t.KEPALA)
        lembar.baris(8, [f"({n})" for n in range(1, 8)], t.NOMOR_KOLOM)
        simpul += tabel_7(lembar, baris[4:], 9)
    t.tulis_harapan(
        jalur,
        {
            "tema": "judul tabel berulang di tengah data",
            "jenis": "renja_garis_besar",
            "lembar": "Renja",
            "jumlah": jumlah(simpul),
            "simpul": simpul,
            "galat": [],
        },
    )


def lembar_kosong(folder: Path) -> None:
    """Nothing, blanks only, a header only: nothing that can be read."""
    jalur = folder / "lembar-kosong.xlsx"
    with t.Buku(jalur) as buku:
        buku.lembar("Kosong")
        spasi = buku.lembar("Hanya Spasi")
        for nomor in range(1, 12):
            spasi.baris(nomor, ["\u00a0", "   ", "\u200b"])
        buku.lembar("Hanya Judul").baris(3, KEPALA_7, t.KEPALA)
    t.tulis_harapan(
        jalur,
        {
            "tema": "lembar kosong, hanya spasi, hanya judul",
            "hasil": "ditolak",
            "galat": [
                {"lembar": "Kosong", "kode": "LEMBAR_KOSONG"},
                {"lembar": "Hanya Spasi", "kode": "LEMBAR_KOSONG"},
                {"lembar": "Hanya Judul", "kode": "TANPA_BARIS_DATA"},
            ],
            "peringatan": [],
        },
    )


BAGIAN = (
    judul_baris_9,
    sinonim_acak,
    tersembunyi,
    beberapa_tabel,
    kepala_berulang,
    lembar_kosong,
)


def buat(folder: Path) -> None:
    for satu in BAGIAN:
        satu(folder)
