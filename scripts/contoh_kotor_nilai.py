"""Workbooks whose trouble is in the cells: amounts, targets, letters, formulas, injections."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from scripts import contoh_tulis as t
from scripts.contoh_kotor_tajuk import KEPALA_7

PAGU: tuple[tuple[object, int | None, str], ...] = (
    ("45.600.0000", None, "ANGKA_TIDAK_TERBACA"),
    ("12.3456.000", None, "ANGKA_TIDAK_TERBACA"),
    ("7. 500.000", 7_500_000, "ANGKA_SPASI"),
    ("1.234.567. 890", 1_234_567_890, "ANGKA_SPASI"),
    ("Rp 25.000.000,-", 25_000_000, ""),
    ("Rp. 25.000.000,00", 25_000_000, ""),
    ("Rp25.000.000", 25_000_000, ""),
    ("25.000.000,75", None, "SEN_TIDAK_NOL"),
    ("25,000,000", 25_000_000, "FORMAT_INGGRIS"),
    ("2.500", 2500, "NILAI_TIDAK_WAJAR"),
    ("25 juta", None, "ANGKA_TIDAK_TERBACA"),
    ("2,5 M", None, "ANGKA_TIDAK_TERBACA"),
    ("-", None, "PAGU_KOSONG"),
    (None, None, "PAGU_KOSONG"),
    ("0", 0, ""),
    ("(2.000.000)", None, "ANGKA_NEGATIF"),
    (-2_000_000, None, "ANGKA_NEGATIF"),
    ("1O.000.000", None, "ANGKA_TIDAK_TERBACA"),
    ("25.000.000.", None, "ANGKA_TIDAK_TERBACA"),
    (25_000_000, 25_000_000, ""),
    (25_000_000.5, None, "SEN_TIDAK_NOL"),
    (9e15, None, "ANGKA_TERLALU_BESAR"),
    (True, None, "ANGKA_TIDAK_TERBACA"),
    ("25\u00a0000\u00a0000", 25_000_000, "ANGKA_SPASI"),
    ("25.000.000 (dua puluh lima juta)", None, "ANGKA_TIDAK_TERBACA"),
    ("US$ 2.500", None, "MATA_UANG_ASING"),
    ("'25.000.000", 25_000_000, "TEKS_DINORMALKAN"),
    (date(2025, 3, 1), None, "TANGGAL_DI_ANGKA"),
)
GALAT = frozenset(
    {
        "ANGKA_NEGATIF",
        "ANGKA_TERLALU_BESAR",
        "ANGKA_TIDAK_TERBACA",
        "MATA_UANG_ASING",
        "PEMISAH_AMBIGU",
        "SEN_TIDAK_NOL",
        "TANGGAL_DI_ANGKA",
        "TEKS_TERLALU_PANJANG",
    }
)


def harapan_sel(lembar: str, daftar: list[dict[str, Any]], **ciri: Any) -> dict[str, Any]:
    """An expectation told cell by cell: {sel, nama|pagu|target, kode}."""
    berkode = [(d["sel"], d["kode"]) for d in daftar if d.get("kode")]
    galat = [pasangan for pasangan in berkode if pasangan[1] in GALAT]
    return {
        "hasil": "galat_per_sel" if galat else "ok_dengan_peringatan",
        "lembar": lembar,
        **ciri,
        "sel": daftar,
        "galat": t.temuan(lembar, galat),
        "peringatan": t.temuan(lembar, [p for p in berkode if p[1] not in GALAT]),
    }


def pagu_salah_ketik(folder: Path) -> None:
    """Amounts as people type them. None of them may silently become another number."""
    jalur = folder / "pagu-salah-ketik.xlsx"
    sel = []
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Pagu")
        kepala = ("No", "Sub Kegiatan", "Indikator Kinerja", "Target", "Satuan", "Pagu (Rp)")
        lembar.baris(1, kepala, t.KEPALA)
        for nomor, (masukan, pagu, kode) in enumerate(PAGU, start=2):
            nama = f"Sub Kegiatan Contoh {nomor - 1:02}"
            lembar.baris(nomor, [nomor - 1, nama, "Jumlah paket", 1, "Paket"], t.ISI)
            ciri = t.ISI | ({"num_format": "dd/mm/yyyy"} if isinstance(masukan, date) else {})
            lembar.isi(f"F{nomor}", masukan, ciri)
            sel.append({"sel": f"F{nomor}", "pagu": pagu, "kode": kode})
    harapan = harapan_sel("Pagu", sel, tema="pagu salah ketik", baris_data=[2, len(PAGU) + 1])
    t.tulis_harapan(jalur, harapan | {"jumlah": {"sub_kegiatan": len(PAGU)}})


TARGET: tuple[tuple[object, str, str, str], ...] = (
    ("93,59", "%", "93.59", ""),
    ("93.59", "%", "93.59", ""),
    ("93,59 %", "%", "93.59", ""),
    ("1.234,5", "Orang", "1234.5", ""),
    ("1.234", "Orang", "", "PEMISAH_AMBIGU"),
    ("80-90", "Nilai", "", "RENTANG_ATAU_BATAS"),
    ("≥ 80", "Nilai", "", "RENTANG_ATAU_BATAS"),
    ("BB", "Nilai", "", "NILAI_HURUF"),
    ("3 dokumen", "Dokumen", "3", "SATUAN_DALAM_NILAI"),
    ("12,", "Dokumen", "", "ANGKA_TIDAK_TERBACA"),
    ("n/a", "Dokumen", "", "TARGET_KOSONG"),
    ("101", "%", "101", "PERSEN_LEBIH_100"),
    (0, "Kasus", "0", ""),
)


def target_beragam(folder: Path) -> None:
    """Targets that are numbers, ranges, predicates, or nothing."""
    jalur = folder / "target-beragam.xlsx"
    sel = []
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Target")
        lembar.baris(2, KEPALA_7, t.KEPALA)
        for nomor, (masukan, satuan, target, kode) in enumerate(TARGET, start=3):
            no, nama = f"1.1.{nomor - 2}", f"Sub Kegiatan Contoh {nomor - 2:02}"
            isi = [no, nama, "Terlaksananya contoh", "Jumlah contoh", masukan, satuan, 5_000_000]
            lembar.baris(nomor, isi, t.ISI)
            sel.append({"sel": f"E{nomor}", "target": target or None, "kode": kode})
        nomor = len(TARGET) + 3
        isi = [f"1.1.{nomor - 2}", "Sub Kegiatan Persen", "Terlaksananya contoh", "Persentase"]
        lembar.baris(nomor, isi, t.ISI)
        lembar.isi(f"E{nomor}", 0.5673, t.ISI | {"num_format": "0.00%"})
        lembar.baris(nomor, ["%", 5_000_000], t.ISI, mulai="F")
        sel.append({"sel": f"E{nomor}", "target": "56.73", "kode": "PERSEN_DARI_FORMAT"})
    harapan = harapan_sel("Target", sel, tema="target beragam bentuk", baris_data=[3, nomor])
    t.tulis_harapan(jalur, harapan | {"jumlah": {"sub_kegiatan": nomor - 2}})


UNICODE: tuple[tuple[str, str, str, int | None, str, str], ...] = (
    ("Penyediaan\u00a0Permakanan", "Penyediaan Permakanan", "4.200.000", 4_200_000, "B", "NBSP"),
    ("Penye\u200bdiaan Alat Bantu", "Penyediaan Alat Bantu", "5.000.000", 5_000_000, "B", "ZWSP"),
    ("\ufeffPelayanan Rujukan", "Pelayanan Rujukan", "5.000.000", 5_000_000, "B", "BOM"),
    ("Nilai\u2010Nilai Sosial", "Nilai-Nilai Sosial", "5.000.000", 5_000_000, "B", "U+2010"),
    ("Perbe\u00adkalan", "Perbekalan", "5.000.000", 5_000_000, "B", "soft hyphen"),
    ("Layanan Cafe\u0301", "Layanan Café", "5.000.000", 5_000_000, "B", "NFD"),
    ("\u202ePendataan\u202c", "Pendataan", "5.000.000", 5_000_000, "B", "RLO"),
    ("Sarana  dan\tPrasarana", "Sarana dan Prasarana", "5.000.000", 5_000_000, "B", "spasi"),
    ("“Bimbingan” Sosial", "“Bimbingan” Sosial", "5.000.000", 5_000_000, "", "kutip"),
    ("Pen\u0443uluhan", "Pen\u0443uluhan", "5.000.000", 5_000_000, "AKSARA", "Sirilik"),
    ("Reunifikasi Keluarga", "Reunifikasi Keluarga", "\u2212500.000", None, "", "minus"),
)


def unicode_sel(folder: Path) -> None:
    """Invisible and look-alike letters, in the header too."""
    jalur = folder / "unicode.xlsx"
    sel: list[dict[str, Any]] = []
    kepala = ["No", "Sub\u00a0Kegiatan", "Indika\u200btor", "Target", "\ufeffSatuan", "Pagu (Rp)"]
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Unicode")
        lembar.baris(1, kepala, t.KEPALA)
        for nomor, (tertulis, nama, pagu, nilai, jenis, sebab) in enumerate(UNICODE, start=2):
            target = "\uff11\uff12" if nomor == 2 else 12
            isi = [nomor - 1, tertulis, "Jumlah orang", target, "Orang", pagu]
            lembar.baris(nomor, isi, t.ISI)
            kode = {"B": "TEKS_DINORMALKAN", "AKSARA": "AKSARA_CAMPUR"}.get(jenis, "")
            sel.append({"sel": f"B{nomor}", "nama": nama, "kode": kode, "sebab": sebab})
            galat = "ANGKA_NEGATIF" if sebab == "minus" else ""
            sel.append({"sel": f"F{nomor}", "pagu": nilai, "kode": galat})
    sel.append({"sel": "D2", "target": "12", "kode": ""})
    harapan = harapan_sel("Unicode", sel, tema="huruf tak tampak dan huruf tiruan")
    t.tulis_harapan(jalur, harapan | {"jumlah": {"sub_kegiatan": len(UNICODE)}})


INJEKSI: tuple[tuple[str, str, str], ...] = (
    ('=HYPERLINK("http://127.0.0.1/?x="&A1,"buka")', "", "AWALAN_RUMUS"),
    ("=cmd|' /C calc'!A0", "", "AWALAN_RUMUS"),
    ("@SUM(1+1)", "", "AWALAN_RUMUS"),
    ("+62 800 0000 0000", "", "AWALAN_RUMUS"),
    ("-Persentase PPKS yang didampingi", "", "AWALAN_RUMUS"),
    ("\tTab di depan", "Tab di depan", "TEKS_DINORMALKAN"),
    ("<script>alert(1)</script>", "", ""),
    ("<img src=x onerror=alert(1)>", "", ""),
    ("{{ 7*7 }} {% debug %}", "", ""),
    ("'); DROP TABLE kinerja_simpul;--", "", ""),
    ("../../etc/passwd", "", ""),
    ("file:///etc/passwd", "", ""),
    ("%s %d %n {0}", "", ""),
    ("Baris satu\nBaris dua", "", ""),
    ("A" * 2001, "-", "TEKS_TERLALU_PANJANG"),
)


def injeksi(folder: Path) -> None:
    """Text that a spreadsheet, a browser or a database might run; it is text."""
    jalur = folder / "injeksi.xlsx"
    sel = []
    with t.Buku(jalur) as buku:
        lembar = buku.lembar("Renja")
        lembar.baris(1, KEPALA_7, t.KEPALA)
        for nomor, (tertulis, nama, kode) in enumerate(INJEKSI, start=2):
            isi = [f"1.1.{nomor - 1}", tertulis, "Terlaksananya contoh", "Jumlah contoh", 1]
            lembar.baris(nomor, [*isi, "Paket", 1_000_000], t.ISI)
            satu = {"sel": f"B{nomor}", "kode": kode}
            sel.append(satu if nama == "-" else satu | {"nama": nama or tertulis})
    harapan = harapan_sel("Renja", sel, tema="teks yang menyerupai rumus, HTML, templat, SQL")
    t.tulis_harapan(jalur, harapan)


def buat(folder: Path) -> None:
    for satu in (pagu_salah_ketik, target_beragam, unicode_sel, injeksi):
        satu(folder)
