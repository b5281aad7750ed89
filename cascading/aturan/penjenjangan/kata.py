"""Words of a penjenjangan that a pemda or a document may replace. The defaults are our own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cascading.pilihan import BarisMatriks, BentukKiri
from kinerja.aturan.temuan import Letak, Temuan

TERPANJANG = 1000
KATA: Mapping[str, tuple[str, str]] = {
    "TAHAP_1": ("Judul Tahap 1", "Menentukan outcome"),
    "KOLOM_EKSPEKTASI": ("Kepala kolom pertama", "Sesuai ekspektasi masyarakat"),
    "PETUNJUK_EKSPEKTASI": (
        "Petunjuk kolom pertama",
        "Tulis apa yang diharapkan masyarakat dari urusan ini.\n"
        "Ambil dari musyawarah, pengaduan, survei, atau masalah yang dicari jalan keluarnya.",
    ),
    "KOLOM_MANDAT": ("Kepala kolom kedua", "Sesuai mandat"),
    "PETUNJUK_MANDAT": (
        "Petunjuk kolom kedua",
        "Tulis tugas yang diberikan peraturan kepada perangkat daerah ini.\n"
        "Ambil bagian kabupaten atau kota dari pembagian urusannya; rinciannya menjadi huruf a, "
        "b, c.",
    ),
    "KOLOM_ISU": ("Kepala kolom ketiga", "Sesuai isu strategis"),
    "PETUNJUK_ISU": (
        "Petunjuk kolom ketiga",
        "Tulis isu strategis yang harus dijawab dalam periode ini.\n"
        "Samakan dengan bab isu strategis dokumen Renstra.",
    ),
    "TAHAP_2": ("Judul Tahap 2", "Menentukan faktor penentu keberhasilan (CSF)"),
    "TAHAP_3": (
        "Judul Tahap 3",
        "Menguraikan CSF menjadi kondisi antara sampai kondisi paling operasional",
    ),
    "KIRI_FAKTOR": ("Kolom kiri, faktor pembentuk CSF", "Faktor Penyebab/Pembentuk (CSF {csf})"),
    "KIRI_TURUNAN_CSF": (
        "Kolom kiri, kondisi antara sebuah CSF",
        "Kondisi Antara CSF (Critical Success Factor) {csf}",
    ),
    "KIRI_KONDISI": ("Kolom kiri, kondisi antara dengan kurung", "Kondisi Antara ({atas})"),
    "KIRI_TANPA_KURUNG": ("Kolom kiri, kondisi antara tanpa kurung", "Kondisi Antara {atas}"),
    "KANAN": ("Kolom kanan", "Kondisi yang diperlukan"),
    "TAHAP_4": ("Judul Tahap 4", "Merumuskan indikator kinerja pada pohon kinerja"),
    "CATATAN_4": (
        "Catatan Tahap 4, satu baris satu butir",
        "Tujuan diambil dari outcome.\n"
        "Sasaran diambil dari CSF.\n"
        "Sasaran program diambil dari kondisi antara di bawah CSF.\n"
        "Sasaran kegiatan diambil dari kondisi di bawah kondisi antara itu.\n"
        "Sasaran sub kegiatan diambil dari kondisi operasional.",
    ),
    "TAHAP_5": (
        "Judul Tahap 5",
        "Menerjemahkan pohon kinerja ke komponen perencanaan dan kinerja jabatan",
    ),
    "TAHAP_5_1": ("Judul Tahap 5.1", "Tujuan dan sasaran perangkat daerah"),
    "TAHAP_5_2": ("Judul Tahap 5.2", "Program dan kegiatan"),
    "TAHAP_5_3": ("Judul Tahap 5.3", "Sub kegiatan"),
    "MATRIKS": ("Judul matriks", "Matriks kinerja jabatan"),
    "LEVEL_DAERAH": ("Level RPJMD", "Kinerja Strategis Daerah"),
    "LEVEL_URUSAN": ("Level Renstra", "Kinerja Strategis Bidang Urusan"),
    "LEVEL_PROGRAM": ("Level program", "Kinerja Manajerial"),
    "LEVEL_KEGIATAN": ("Level kegiatan", "Kinerja Manajerial"),
}
"""Key -> (what the form calls it, our own words). {csf} is the number of the CSF, {atas} the
condition above."""


def kata(*lapis: Mapping[str, str]) -> dict[str, str]:
    """The words in force: our own, over them those of each layer (pemda, document)."""
    hasil = {kunci: baku for kunci, (_, baku) in KATA.items()}
    for milik in lapis:
        hasil |= {k: v for k, v in milik.items() if k in hasil and v}
    return hasil


def periksa_kata(isi: object) -> list[Temuan]:
    """Known keys, texts that fit."""
    letak = Letak(medan="kata")
    if not isinstance(isi, dict) or not all(isinstance(v, str) for v in isi.values()):
        return [Temuan(kode="KATA_TIDAK_SAH", pesan="Kata ditulis sebagai teks.", letak=letak)]
    if asing := sorted(set(isi) - set(KATA)):
        pesan = f"“{asing[0]}” bukan bagian penjenjangan."
        return [Temuan(kode="KATA_TIDAK_DIKENAL", pesan=pesan, letak=letak)]
    panjang = [k for k, v in isi.items() if len(v) > TERPANJANG]
    pesan = f"Paling banyak {TERPANJANG} huruf; ringkaslah."
    return [Temuan(kode="TEKS_TERLALU_PANJANG", pesan=pesan, letak=Letak(medan=k)) for k in panjang]


def periksa_pemegang(isi: object) -> list[Temuan]:
    """Holders typed for known levels of the matrix."""
    return _periksa_pilihan(isi, BarisMatriks.values, None, "pemegang")


def periksa_bentuk(isi: object) -> list[Temuan]:
    """Kinds of left-hand titles by uid of the condition."""
    return _periksa_pilihan(isi, None, BentukKiri.values, "bentuk_kiri")


def periksa_bentang(isi: object) -> list[Temuan]:
    """How many programs each sasaran of the matrix stretches over: whole numbers from 1."""
    angka = isinstance(isi, list) and all(type(n) is int and n > 0 for n in isi)
    if angka:
        return []
    pesan = "Tulis angka mulai 1 dipisah koma, misalnya 3, 2, 2; kosongkan untuk mengikuti pohon."
    return [Temuan(kode="BENTANG_TIDAK_SAH", pesan=pesan, letak=Letak(medan="bentang"))]


def periksa_butir(teks: str, subbutir: object) -> list[Temuan]:
    """An item of Tahap 1: a text, lettered sub-items that say something."""
    hasil = []
    if not teks.strip():
        pesan = "Tulis isi butirnya."
        hasil.append(Temuan(kode="TEKS_KOSONG", pesan=pesan, letak=Letak(medan="teks")))
    daftar = subbutir if isinstance(subbutir, list) else [0]
    if not all(isinstance(s, str) and s.strip() for s in daftar):
        pesan = "Tulis satu sub butir per baris; baris kosong dilewati."
        hasil.append(Temuan(kode="SUBBUTIR_KOSONG", pesan=pesan, letak=Letak(medan="subbutir")))
    pesan = f"Paling banyak {TERPANJANG} huruf; ringkaslah."
    for medan, isi in (("teks", [teks]), ("subbutir", daftar)):
        if any(len(str(s)) > TERPANJANG for s in isi):
            letak = Letak(medan=medan)
            hasil.append(Temuan(kode="TEKS_TERLALU_PANJANG", pesan=pesan, letak=letak))
    return hasil


def _periksa_pilihan(
    isi: object, kunci: Iterable[str] | None, nilai: Iterable[str] | None, medan: str
) -> list[Temuan]:
    sah = isinstance(isi, dict) and all(
        isinstance(k, str)
        and isinstance(v, str)
        and len(v) <= TERPANJANG
        and (kunci is None or k in kunci)
        and (nilai is None or v in nilai)
        for k, v in isi.items()
    )
    pesan = "Isian ini tidak dikenal; muat ulang halaman lalu coba lagi."
    return [] if sah else [Temuan(kode="ISIAN_TIDAK_SAH", pesan=pesan, letak=Letak(medan=medan))]
