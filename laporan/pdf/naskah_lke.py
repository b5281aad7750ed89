"""An LKE with its report as plain data: the sheet (LKE) and the report (LHE) print the same."""

from __future__ import annotations

from dataclasses import dataclass

from laporan.pdf import muatan
from laporan.pdf.kop import Kop, Penanda
from laporan.pdf.naskah_perjanjian import Cap

LKE, LHE = "LKE", "LHE"


@dataclass(frozen=True, slots=True)
class KriteriaCetak:
    """Answers in words, "" for none; ``beda``: the evaluator sees it otherwise."""

    kode: str
    teks: str
    mandiri: str
    catatan: str
    bukti: tuple[str, ...]
    penilaian: str
    catatan_penilai: str
    beda: bool


@dataclass(frozen=True, slots=True)
class SubCetak:
    """Values as printed; ``bertahan`` says how many years were kept, "" for none."""

    kode: str
    nama: str
    bobot: str
    grade_mandiri: str
    mandiri: str
    grade: str
    nilai: str
    terpenuhi: str
    bertahan: str
    catatan: str
    bukti: tuple[str, ...]
    kriteria: tuple[KriteriaCetak, ...]


@dataclass(frozen=True, slots=True)
class KomponenCetak:
    kode: str
    nama: str
    bobot: str
    mandiri: str
    nilai: str
    sub: tuple[SubCetak, ...]


@dataclass(frozen=True, slots=True)
class RekomendasiCetak:
    """``dari`` names the sub-component it is about, "" for the whole."""

    nomor: int
    dari: str
    isi: str
    tenggat: str
    tindak_lanjut: str


@dataclass(frozen=True, slots=True)
class NaskahLke:
    """Everything printed. ``jenis`` is LKE or LHE; ``lalu`` are the recommendations of the year
    before, ``tahun_lalu`` that year's value in words ("" where there was none).
    """

    jenis: str
    kop: Kop
    lembaga: str
    pemda: str
    tahun: int
    judul_lembar: str
    instrumen: str
    sumber: str
    status: str
    pembuka: str
    penutup: str
    komponen: tuple[KomponenCetak, ...]
    mandiri: str
    predikat_mandiri: str
    nilai: str
    predikat: str
    sebutan: str
    skala: tuple[tuple[str, str, str], ...]
    catatan: str
    rekomendasi: tuple[RekomendasiCetak, ...]
    lalu: tuple[RekomendasiCetak, ...]
    tahun_lalu: str
    nomor: str
    tempat_tanggal: str
    kanan: Penanda | None
    kaki: str
    waktu: str
    cap: Cap | None = None
    kiri: Penanda | None = None

    def ke_json(self) -> str:
        return muatan.tulis(self)

    @property
    def judul(self) -> tuple[str, ...]:
        pertama = "Laporan Hasil Evaluasi AKIP" if self.jenis == LHE else self.judul_lembar
        return pertama, self.lembaga, f"Tahun {self.tahun}"


def baca_naskah(teks: str) -> NaskahLke:
    """What ``ke_json`` wrote."""
    return muatan.baca(NaskahLke, teks)
