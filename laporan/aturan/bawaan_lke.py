"""The instrument that comes with the software: our own wording, to be replaced by import.

Weights follow the evaluation of AKIP: 30, 30, 15 and 25, each 20/30/50 over presence, quality and
use; scale and predicates as in ``laporan.aturan.lke``.
"""

from __future__ import annotations

from decimal import Decimal

from laporan.aturan.lke import Grade, Instrumen, Komponen, Kriteria, Predikat, SubKomponen

JUDUL = "Lembar Kerja Evaluasi AKIP"
NAMA = "Instrumen bawaan"
PEMBUKA = (
    "Evaluasi ini menilai sejauh mana {lembaga} merencanakan, mengukur, melaporkan, dan "
    "mengevaluasi kinerjanya selama tahun {tahun}, dan sejauh mana hasilnya dipakai untuk "
    "memperbaiki kinerja tahun berikutnya. Penilaian dilakukan dengan {judul}: perangkat daerah "
    "menilai diri sendiri beserta buktinya, lalu evaluator menilai setiap kriteria menurut bukti "
    "itu."
)
PENUTUP = (
    "Hasil evaluasi menunjukkan nilai {nilai} dengan predikat {predikat} ({sebutan}). Rekomendasi "
    "dalam laporan ini agar ditindaklanjuti; tindak lanjutnya diperiksa pada evaluasi berikutnya."
)
_ISI: tuple[tuple[str, str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    ("Perencanaan kinerja", "30", (
        ("Dokumen perencanaan kinerja tersedia", (
            "Rencana jangka menengah ditetapkan dan masih berlaku",
            "Rencana kerja tahunan ditetapkan sebelum tahunnya mulai",
            "Pohon kinerja dan cascading tersedia sampai sub kegiatan",
            "Indikator kinerja utama ditetapkan",
            "Perjanjian kinerja tahun ini ditandatangani pada setiap jenjang",
            "Rencana aksi menjabarkan target setahun ke triwulan|RENAKSI",
        )),
        ("Perencanaan kinerja bermutu", (
            "Tujuan dan sasaran menyatakan hasil, bukan kegiatan|HASIL",
            "Setiap tujuan dan sasaran punya indikator yang cukup|CUKUP",
            "Indikator dapat diukur, berikut satuan dan sumber datanya|TERUKUR",
            "Target menantang, beralasan, dan dapat dicapai|TARGET",
            "Kinerja dijabarkan secara logis dari hasil sampai keluaran|JENJANG",
            "Sasaran, indikator, dan target antardokumen sama|SELARAS",
            "Kinerja yang memerlukan perangkat daerah lain dikenali|LINTAS|lewat",
        )),
        ("Perencanaan kinerja dimanfaatkan", (
            "Anggaran disusun menurut kinerja yang hendak dicapai|ANGGARAN",
            "Setiap jabatan tahu kinerja yang menjadi tanggung jawabnya|JABATAN",
            "Rencana aksi dipantau dan disesuaikan selama tahun berjalan",
            "Target ditinjau kembali bila anggaran atau keadaan berubah||lewat",
            "Indikator kinerja utama dipakai berkelanjutan|BERLANJUT",
        )),
    )),
    ("Pengukuran kinerja", "30", (
        ("Pengukuran kinerja dilakukan", (
            "Ada pedoman cara mengukur dan mengumpulkan data kinerja",
            "Setiap indikator punya definisi dan rumus yang jelas|DEFINISI",
            "Penanggung jawab pengumpulan data ditetapkan",
            "Kinerja diukur setiap triwulan",
        )),
        ("Pengukuran kinerja bermutu", (
            "Nilai realisasi berasal dari sumber yang ditetapkan",
            "Nilai realisasi disertai bukti|BUKTI",
            "Capaian dihitung menurut arah dan jenis indikatornya",
            "Pengukuran selesai tepat waktu|TEPAT",
            "Pengukuran dilakukan berjenjang sampai jabatan yang terendah",
        )),
        ("Pengukuran kinerja dimanfaatkan", (
            "Hasil pengukuran dibahas pimpinan setiap triwulan",
            "Hasil pengukuran dipakai untuk menyesuaikan kegiatan",
            "Hasil pengukuran dipakai untuk menyesuaikan anggaran",
            "Hasil pengukuran menjadi dasar penghargaan dan pembinaan pegawai",
        )),
    )),
    ("Pelaporan kinerja", "15", (
        ("Laporan kinerja tersedia", (
            "Laporan kinerja tahunan disusun",
            "Laporan kinerja disampaikan tepat waktu",
            "Laporan kinerja dapat dibaca masyarakat",
        )),
        ("Laporan kinerja bermutu", (
            "Laporan membandingkan realisasi dengan target tahun ini",
            "Laporan membandingkan dengan tahun-tahun sebelumnya dan target jangka menengah",
            "Laporan menjelaskan sebab berhasil atau gagal beserta langkah perbaikannya",
            "Laporan menilai hematnya penggunaan anggaran|EFISIEN",
            "Laporan direviu sebelum disampaikan",
        )),
        ("Laporan kinerja dimanfaatkan", (
            "Pimpinan membahas isi laporan dan menetapkan tindak lanjut",
            "Isi laporan dipakai menyusun rencana tahun berikutnya",
            "Isi laporan dipakai menilai keberhasilan program",
        )),
    )),
    ("Evaluasi kinerja internal", "25", (
        ("Evaluasi internal dilakukan", (
            "Ada pedoman evaluasi kinerja internal",
            "Evaluasi dilakukan atas seluruh bidang atau unit kerja",
            "Hasil evaluasi tahun lalu tersedia",
        )),
        ("Evaluasi internal bermutu", (
            "Evaluasi dilakukan oleh pegawai yang memahami caranya",
            "Evaluasi memeriksa mutu kinerja, bukan hanya kelengkapan dokumen",
            "Evaluasi menghasilkan rekomendasi yang dapat dilaksanakan",
            "Evaluasi didukung data dari sistem yang dipakai bersama",
        )),
        ("Evaluasi internal meningkatkan kinerja", (
            "Seluruh rekomendasi tahun lalu ditindaklanjuti",
            "Tindak lanjut rekomendasi memperbaiki perencanaan dan pengukuran",
            "Capaian kinerja meningkat dibandingkan tahun lalu",
            "Penggunaan anggaran lebih hemat sesudah evaluasi",
        )),
    )),
)  # fmt: skip
"""Component, weight, its three sub-components with their criteria: text|forecast|lewat."""
BAGIAN = (Decimal("0.2"), Decimal("0.3"), Decimal("0.5"))
SKALA = (
    Grade("AA", Decimal(100), Decimal(100), True, 5),
    Grade("A", Decimal(90), Decimal(100), True, 1),
    Grade("BB", Decimal(80), Decimal(100), True),
    Grade("B", Decimal(70), Decimal(75)),
    Grade("CC", Decimal(60), Decimal(50)),
    Grade("C", Decimal(50), Decimal(25)),
    Grade("D", Decimal(30), Decimal(0)),
    Grade("E", Decimal(0), Decimal(0), True),
)
PREDIKAT = (
    Predikat("AA", "Sangat Memuaskan", Decimal(90)),
    Predikat("A", "Memuaskan", Decimal(80)),
    Predikat("BB", "Sangat Baik", Decimal(70)),
    Predikat("B", "Baik", Decimal(60)),
    Predikat("CC", "Cukup", Decimal(50)),
    Predikat("C", "Kurang", Decimal(30)),
    Predikat("D", "Sangat Kurang", Decimal(0), True),
)


def instrumen_bawaan() -> Instrumen:
    komponen = tuple(_komponen(n, *satu) for n, satu in enumerate(_ISI, start=1))
    return Instrumen(JUDUL, komponen, SKALA, PREDIKAT, PEMBUKA, PENUTUP)


def _komponen(
    nomor: int, nama: str, bobot: str, sub: tuple[tuple[str, tuple[str, ...]], ...]
) -> Komponen:
    utuh = Decimal(bobot)
    bagian = tuple(
        SubKomponen(
            f"{nomor}.{huruf}",
            judul,
            (utuh * share).normalize() + 0,
            tuple(_kriteria(f"{nomor}.{huruf}.{n}", b) for n, b in enumerate(butir, start=1)),
        )
        for huruf, share, (judul, butir) in zip("abc", BAGIAN, sub, strict=True)
    )
    return Komponen(str(nomor), nama, utuh, bagian)


def _kriteria(kode: str, butir: str) -> Kriteria:
    teks, perkiraan, lewat = [*butir.split("|"), "", ""][:3]
    return Kriteria(kode, teks, lewat == "lewat", perkiraan)
