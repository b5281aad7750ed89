"""The renja of Kotawaringin Timur 2025 in the two layouts that offices keep."""

from __future__ import annotations

from pathlib import Path

from scripts import contoh_tulis as t
from scripts.contoh_data import Baris, jumlah, semua_baris, simpul_harapan

GARIS_BESAR = "renja-kotim-2025.xlsx"
LEBAR = "renja-kotim-2025-lebar.xlsx"
LEMBAR_GARIS_BESAR = "RENJA 2025"
LEMBAR_LEBAR = "Cascading Renja"
LEBAR_KOLOM = {"A": 7, "B": 10, "C": 42, "D": 42, "E": 42, "F": 10, "G": 12, "H": 20, "I": 12}
WARNA = {"program": "#BDD7EE", "kegiatan": "#DDEBF7"}
INDENTASI = {"program": 0, "kegiatan": 1, "sub_kegiatan": 2}
BARIS_PERTAMA = 7  # of the wide form
JUMLAH_TERTULIS = 6_312_818_993


def gaya(level: str) -> dict[str, object]:
    """Programs bold on blue, kegiatan bold italic on light blue, sub kegiatan plain."""
    ciri: dict[str, object] = dict(t.ISI)
    if level in WARNA:
        ciri |= {"bold": True, "bg_color": WARNA[level]}
    if level == "kegiatan":
        ciri["italic"] = True
    return ciri


def _kepala_garis_besar(lembar: t.Lembar) -> None:
    for nomor, teks in enumerate(
        (
            "RENCANA KERJA DAN PENDANAAN PERANGKAT DAERAH",
            "DINAS SOSIAL KABUPATEN KOTAWARINGIN TIMUR",
            "TAHUN 2025",
        ),
        start=1,
    ):
        lembar.gabung(f"A{nomor}:I{nomor}", teks, t.JUDUL)
    tunggal = {"A": "No", "B": "Kode", "C": "Program / Kegiatan / Sub Kegiatan"}
    tunggal |= {"D": "Sasaran", "E": "Indikator Kinerja", "I": "Ket."}
    for huruf, teks in tunggal.items():
        lembar.gabung(f"{huruf}5:{huruf}6", teks, t.KEPALA)
    lembar.gabung("F5:H5", "Rencana Tahun 2025", t.KEPALA)
    lembar.baris(6, ["Target", "Satuan", "Pagu (Rp)"], t.KEPALA, mulai="F")
    lembar.baris(7, list(range(1, 10)), t.NOMOR_KOLOM)


def _isi_baris(baris: Baris, pagu_angka: bool) -> dict[str, object]:
    """A kegiatan keeps its target as one text; the others split number and unit."""
    isi: dict[str, object] = {"A": baris.no, "C": baris.nama, "D": baris.kinerja}
    isi["E"] = baris.indikator
    if baris.level == "kegiatan":
        isi["F"] = baris.target
    else:
        isi |= {"F": float(baris.angka_target), "G": baris.satuan or None}
    isi["H"] = baris.rupiah if pagu_angka else baris.pagu
    return isi


def _tulis_baris(lembar: t.Lembar, nomor: int, baris: Baris, pagu_angka: bool) -> None:
    isi = _isi_baris(baris, pagu_angka)
    dasar = gaya(baris.level)
    khusus: dict[str, dict[str, object]] = {
        "A": {"num_format": "@"},
        "C": {"indent": INDENTASI[baris.level]},
        "F": {"num_format": "0.00"} if baris.level == "program" else {},
        "H": t.RIBUAN if pagu_angka else {},
    }
    for huruf in LEBAR_KOLOM:
        lembar.isi(f"{huruf}{nomor}", isi.get(huruf), dasar | khusus.get(huruf, {}))
    terisi = {huruf: _teks(nilai) for huruf, nilai in isi.items() if nilai is not None}
    if tinggi := t.tinggi_baris(terisi, LEBAR_KOLOM):
        lembar.ws.set_row(nomor - 1, tinggi)


def _teks(nilai: object) -> str:
    return f"{nilai:g}" if isinstance(nilai, float) else str(nilai)


def tulis_garis_besar(folder: Path) -> dict[str, int]:
    """Levels down one column. Answers the row of each number."""
    letak: dict[str, int] = {}
    with t.Buku(folder / GARIS_BESAR) as buku:
        lembar = buku.lembar(LEMBAR_GARIS_BESAR)
        lembar.lebar(**LEBAR_KOLOM)
        _kepala_garis_besar(lembar)
        nomor, sub_ke = 7, 0
        for baris in semua_baris():
            # A spacer row stands before every program but the first.
            nomor += 2 if baris.level == "program" and baris.no != "1" else 1
            sub_ke += baris.level == "sub_kegiatan"
            angka = baris.level == "program" or (baris.level == "sub_kegiatan" and sub_ke % 3 == 0)
            _tulis_baris(lembar, nomor, baris, angka)
            letak[baris.no] = nomor
        _jumlah_dan_ttd(lembar, nomor + 1)
    return letak


def _jumlah_dan_ttd(lembar: t.Lembar, nomor: int) -> None:
    for huruf in LEBAR_KOLOM:
        lembar.isi(f"{huruf}{nomor}", None, t.TIPIS)
    lembar.isi(f"C{nomor}", "JUMLAH", {"bold": True, **t.TIPIS})
    lembar.isi(f"H{nomor}", JUMLAH_TERTULIS, {**t.RIBUAN, **t.TIPIS})
    lembar.ttd("H", nomor + 3)
    for geser, tinggi in ((3, 44), (4, 30), (7, 44), (8, 44)):
        lembar.ws.set_row(nomor + geser - 1, tinggi)
    lembar.ws.freeze_panes("D8")
    lembar.ws.repeat_rows(4, 6)
    _halaman(lembar)


def _halaman(lembar: t.Lembar) -> None:
    lembar.ws.set_landscape()
    lembar.ws.set_paper(14)
    lembar.ws.fit_to_pages(1, 0)


KELOMPOK = (("B", "F", "Program"), ("G", "K", "Kegiatan"), ("L", "P", "Sub Kegiatan"))
MEDAN = ("Nama", "Sasaran", "Indikator", "Target", "Anggaran (Rp)")


def _kepala_lebar(lembar: t.Lembar) -> None:
    lembar.gabung("A1:P1", "CASCADING PROGRAM, KEGIATAN DAN SUB KEGIATAN", t.JUDUL)
    lembar.gabung("A2:P2", "DINAS SOSIAL KABUPATEN KOTAWARINGIN TIMUR TAHUN 2025", t.JUDUL)
    lembar.gabung("A4:A5", "No", t.KEPALA)
    for awal, akhir, teks in KELOMPOK:
        lembar.gabung(f"{awal}4:{akhir}4", teks, t.KEPALA)
        lembar.baris(5, MEDAN, t.KEPALA, mulai=awal)
    lembar.baris(6, [f"({n})" for n in range(1, 17)], t.NOMOR_KOLOM)


def _sel_lebar(baris: Baris) -> dict[str, object]:
    awal = t.nomor_kolom({"program": "B", "kegiatan": "G", "sub_kegiatan": "L"}[baris.level])
    pagu = baris.rupiah if baris.level == "program" else baris.pagu
    nilai = (baris.nama, baris.kinerja, baris.indikator, baris.target, pagu)
    return {t.kolom(awal + geser): satu for geser, satu in enumerate(nilai)}


def tulis_lebar(folder: Path) -> dict[str, int]:
    """Levels across, parents merged downwards. Answers the first row of each number."""
    awal, akhir = _bentang()
    with t.Buku(folder / LEBAR) as buku:
        lembar = buku.lembar(LEMBAR_LEBAR)
        lembar.ws.set_column("A:A", 5)
        lembar.ws.set_column("B:P", 26)
        _kepala_lebar(lembar)
        for nomor in range(BARIS_PERTAMA, max(akhir.values()) + 1):
            lembar.isi(f"A{nomor}", nomor - BARIS_PERTAMA + 1, t.ISI)
        for baris in semua_baris():
            _tulis_lebar(lembar, baris, awal[baris.no], akhir[baris.no])
        _tinggi_lebar(lembar, awal, akhir)
        lembar.ttd("O", max(akhir.values()) + 3)
        for nomor, tinggi in ((52, 44), (56, 30), (57, 30)):
            lembar.ws.set_row(nomor - 1, tinggi)
        lembar.ws.freeze_panes("C7")
        _halaman(lembar)
    return awal


def _bentang() -> tuple[dict[str, int], dict[str, int]]:
    """First and last row of each number; a leaf has one row."""
    daun = [baris.no for baris in semua_baris() if baris.level == "sub_kegiatan"]
    awal: dict[str, int] = {}
    akhir: dict[str, int] = {}
    for nomor, no in enumerate(daun, start=BARIS_PERTAMA):
        bagian = no.split(".")
        for panjang in range(1, len(bagian) + 1):
            leluhur = ".".join(bagian[:panjang])
            awal.setdefault(leluhur, nomor)
            akhir[leluhur] = nomor
    return awal, akhir


def _tulis_lebar(lembar: t.Lembar, baris: Baris, awal: int, akhir: int) -> None:
    for huruf, nilai in _sel_lebar(baris).items():
        ciri = t.ISI | (t.RIBUAN if isinstance(nilai, int) else {})
        if akhir > awal:
            lembar.gabung(f"{huruf}{awal}:{huruf}{akhir}", nilai, ciri)
        else:
            lembar.isi(f"{huruf}{awal}", nilai, ciri)


def _tinggi_lebar(lembar: t.Lembar, awal: dict[str, int], akhir: dict[str, int]) -> None:
    """A row is as high as its own text; merged parents have room enough."""
    per_baris: dict[int, dict[str, object]] = {}
    for baris in semua_baris():
        if awal[baris.no] == akhir[baris.no]:
            per_baris.setdefault(awal[baris.no], {}).update(_sel_lebar(baris))
    for nomor, isi in per_baris.items():
        if tinggi := t.tinggi_baris(isi, dict.fromkeys(isi, 26.0)):
            lembar.ws.set_row(nomor - 1, tinggi)


def buat(folder: Path) -> None:
    letak = tulis_garis_besar(folder)
    t.tulis_harapan(folder / GARIS_BESAR, harapan_garis_besar(letak))
    letak = tulis_lebar(folder)
    t.tulis_harapan(folder / LEBAR, harapan_lebar(letak))


def harapan_garis_besar(letak: dict[str, int]) -> dict[str, object]:
    simpul = [simpul_harapan(baris, letak[baris.no]) for baris in semua_baris()]
    peringatan = [(s, "PAGU_TIDAK_COCOK") for s in ("H17", "H38", "H39", "H57")]
    peringatan += [(s, "PAGU_TAK_TERVERIFIKASI") for s in ("H42", "H59")]
    peringatan += [("H48", "ANGKA_SPASI"), ("H55", "ANGKA_SPASI"), ("G36", "SATUAN_KOSONG")]
    galat = [("H43", "ANGKA_TIDAK_TERBACA"), ("H62", "ANGKA_TIDAK_TERBACA")]
    return {
        "tema": "renja garis besar, semua salah ketik dokumen aslinya",
        "jenis": "renja_garis_besar",
        "hasil": "galat_per_sel",
        "lembar": LEMBAR_GARIS_BESAR,
        "baris_judul": [5, 6],
        "baris_data": [8, 76],
        "kolom": dict(
            zip(
                "ABCDEFGHI",
                ("no", "kode", "nama", "kinerja", "indikator", "target", "satuan", "pagu", "ket"),
                strict=True,
            )
        ),
        "jumlah": jumlah(simpul),
        "simpul": simpul,
        "lengkap": True,
        "galat": t.temuan(LEMBAR_GARIS_BESAR, galat),
        "peringatan": t.temuan(LEMBAR_GARIS_BESAR, peringatan),
        "usul_pertama": {
            "H43": ["H43", 32_400_000],
            "H62": ["H62", 13_298_000],
            "H17": ["H23", 271_000],
            "H57": ["H58", 65_510_000],
            "H39": ["H39", 150_000_000],
        },
    }


def harapan_lebar(letak: dict[str, int]) -> dict[str, object]:
    simpul = [simpul_harapan(baris, letak[baris.no]) for baris in semua_baris()]
    spasi = [("P29", "ANGKA_SPASI"), ("P32", "ANGKA_SPASI"), ("O26", "SATUAN_KOSONG")]
    tidak_cocok = [(s, "PAGU_TIDAK_COCOK") for s in ("K12", "F27", "K27", "K34")]
    tak_terverifikasi = [(s, "PAGU_TAK_TERVERIFIKASI") for s in ("F28", "K35")]
    galat = [("K28", "ANGKA_TIDAK_TERBACA"), ("P37", "ANGKA_TIDAK_TERBACA")]
    medan = ("nama", "kinerja", "indikator", "target", "pagu")
    kolom = ["no", *(f"{level}_{m}" for level in INDENTASI for m in medan)]
    return {
        "tema": "renja melebar, sel induk digabung ke bawah",
        "jenis": "renja_lebar",
        "hasil": "galat_per_sel",
        "lembar": LEMBAR_LEBAR,
        "baris_judul": [4, 5],
        "baris_data": [7, 49],
        "kolom": {t.kolom(ke): nama for ke, nama in enumerate(kolom, start=1)},
        "jumlah": jumlah(simpul),
        "simpul": simpul,
        "lengkap": True,
        "galat": t.temuan(LEMBAR_LEBAR, galat),
        "peringatan": t.temuan(LEMBAR_LEBAR, spasi + tidak_cocok + tak_terverifikasi),
    }
