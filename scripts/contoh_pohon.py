"""A pohon kinerja as leaf rows, as boxes with parents, and the positions of an agency."""

from __future__ import annotations

from pathlib import Path

from scripts import contoh_tulis as t

DAUN, KOTAK, JABATAN = "pohon-kinerja-daun.xlsx", "pohon-kinerja-kotak.xlsx", "jabatan.xlsx"
LEMBAR = "Pohon Kinerja"
KEPALA = (
    *("No", "Outcome", "Indikator", "Kondisi Antara", "Indikator", "Kondisi Operasional"),
    *("Indikator", "Program", "Kegiatan", "Sub Kegiatan"),
)
PROGRAM = "Program Perlindungan dan Jaminan Sosial"
KEGIATAN = "Pengelolaan Data Fakir Miskin"
ISI: tuple[tuple[object, ...], ...] = (
    (1, "Meningkatnya perlindungan sosial", "Persentase PPKS yang tertangani",
     "Sahihnya data kemiskinan", "Persentase data yang sahih", "Tersedianya data berkala",
     "Jumlah laporan data", PROGRAM, KEGIATAN, "Pendataan Fakir Miskin"),
    (2, None, None, None, None, "Terlatihnya petugas data", "Jumlah petugas yang dilatih",
     None, None, "Pelatihan Petugas"),
    (3, None, None, "Menurunnya beban pengeluaran keluarga miskin",
     "1. Persentase keluarga yang menerima bantuan\n2. Persentase bantuan tepat waktu",
     "Tersedianya bantuan pangan", "Jumlah keluarga penerima", PROGRAM, KEGIATAN,
     "Fasilitasi Bantuan Sosial"),
    (4, None, None, None, None, "Tersedianya data berkala", "Jumlah laporan data", None, None,
     "Fasilitasi Bantuan Sosial"),
)  # fmt: skip
GABUNG = (("B", "C", 5, 8), ("D", "E", 5, 6), ("D", "E", 7, 8), ("H", "I", 5, 6), ("H", "I", 7, 8))
ISI_KOTAK: tuple[tuple[object, ...], ...] = (
    ("K0", None, 1, "Meningkatnya perlindungan sosial", "Indikator : Persentase PPKS", None),
    ("K1", "K0", 2, "Sahihnya data kemiskinan", "Indikator : Persentase data sahih", None),
    ("K2", "K0", 2, "Menurunnya beban pengeluaran", "Indikator : Persentase penerima", None),
    ("K1.1", "K1", 3, "Tersedianya data berkala", "Indikator : Jumlah laporan", None),
    ("K2.1", "K2", 4, "Tersedianya bantuan pangan", "Indikator : Jumlah penerima", None),
    ("K2.2", "K1", 3, "Tersedianya bantuan uang", "Indikator : Jumlah penerima uang",
     "induk diduga dari letaknya"),
)  # fmt: skip
ISI_JABATAN: tuple[tuple[object, ...], ...] = (
    ("KD", None, "Kepala Dinas", "Meningkatnya kesejahteraan masyarakat", "Persentase PPKS"),
    ("B1", "KD", "Kepala Bidang Rehabilitasi Sosial",
     "1. Meningkatkan layanan\n2. Meningkatkan mutu panti",
     "1. Persentase lansia terlayani\n2. Jumlah panti terakreditasi\n3. Indeks mutu"),
)  # fmt: skip


def buat(folder: Path) -> None:
    _daun(folder / DAUN)
    kepala = ("ID Kotak", "ID Induk", "Level", "Kondisi", "Indikator", "Keterangan")
    _daftar(folder / KOTAK, kepala, ISI_KOTAK)
    _daftar(
        folder / JABATAN,
        ("ID", "Atasan", "Jabatan", "Kinerja Utama", "Indikator Kinerja"),
        ISI_JABATAN,
    )
    t.tulis_harapan(folder / DAUN, _harapan_daun())
    t.tulis_harapan(folder / KOTAK, _harapan_kotak())
    t.tulis_harapan(folder / JABATAN, _harapan_jabatan())


def _daun(jalur: Path) -> None:
    with t.Buku(jalur) as buku:
        lembar = buku.lembar(LEMBAR)
        lembar.ws.set_column("B:J", 30)
        lembar.gabung("A1:J1", "POHON KINERJA DINAS SOSIAL", t.JUDUL)
        lembar.baris(3, KEPALA, t.KEPALA)
        lembar.baris(4, [f"({n})" for n in range(1, 11)], t.NOMOR_KOLOM)
        for kiri, kanan, awal, akhir in GABUNG:
            for huruf in (kiri, kanan):
                nilai = ISI[awal - 5][t.nomor_kolom(huruf) - 1]
                lembar.gabung(f"{huruf}{awal}:{huruf}{akhir}", nilai, t.ISI)
        digabung = {(h, r) for kiri, kanan, a, z in GABUNG for h in (kiri, kanan)
                    for r in range(a, z + 1)}  # fmt: skip
        for nomor, baris in enumerate(ISI, start=5):
            for ke, nilai in enumerate(baris, start=1):
                if nilai is not None and (t.kolom(ke), nomor) not in digabung:
                    lembar.isi(f"{t.kolom(ke)}{nomor}", nilai, t.ISI)


def _daftar(jalur: Path, kepala: tuple[str, ...], isi: tuple[tuple[object, ...], ...]) -> None:
    with t.Buku(jalur) as buku:
        lembar = buku.lembar(LEMBAR)
        lembar.ws.set_column("C:F", 34)
        lembar.baris(2, kepala, t.KEPALA)
        for nomor, baris in enumerate(isi, start=3):
            lembar.baris(nomor, baris, t.ISI)


def _harapan_daun() -> dict[str, object]:
    kolom = ("no", *("kondisi", "indikator") * 3, "program_nama", "kegiatan_nama")
    return {
        "tema": "pohon kinerja per baris daun",
        "jenis": "pohon_kinerja",
        "hasil": "ok_dengan_peringatan",
        "lembar": LEMBAR,
        "baris_judul": [3],
        "baris_data": [5, 8],
        "kolom": {
            t.kolom(ke): nama for ke, nama in enumerate((*kolom, "sub_kegiatan_nama"), start=1)
        },
        "jumlah": {"kotak": 7, "kondisi": 7, "program": 1, "kegiatan": 1, "sub_kegiatan": 3},
        "galat": [],
        "peringatan": t.temuan(LEMBAR, [("F8", "DUPLIKAT_PERSIS")]),
        "lengkap": True,
    }


def _harapan_kotak() -> dict[str, object]:
    return {
        "tema": "kotak dengan induk, dua induknya belum pasti",
        "jenis": "kotak",
        "hasil": "ok_dengan_peringatan",
        "lembar": LEMBAR,
        "jumlah": {"kotak": 6, "kondisi": 6},
        "galat": [],
        "peringatan": t.temuan(LEMBAR, [("B7", "INDUK_MERAGUKAN"), ("B8", "INDUK_MERAGUKAN")]),
        "lengkap": True,
    }


def _harapan_jabatan() -> dict[str, object]:
    return {
        "tema": "kinerja per jabatan",
        "jenis": "jabatan",
        "hasil": "ok",
        "lembar": LEMBAR,
        "jumlah": {"kotak": 2, "jabatan": 2, "kinerja_utama": 3, "indikator": 4},
        "galat": [],
        "lengkap": True,
    }
