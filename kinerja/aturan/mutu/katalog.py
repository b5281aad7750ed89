"""Q01 to Q22 for people: title, why it matters, an example, how to mend it, what it counts for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kinerja.aturan.mutu.uraian import URAIAN
from kinerja.aturan.temuan import Tingkat


class Pokok(StrEnum):
    """What one item of a criterion is."""

    INDIKATOR = "indikator"
    KOTAK = "kotak"


@dataclass(frozen=True)
class Kriteria:
    """An item of the evaluation sheet, in our own words. ``jenjang`` limits what is counted."""

    kode: str
    nama: str
    komponen: str
    pokok: Pokok


@dataclass(frozen=True)
class Periksaan:
    """One check. ``kode`` are the codes its findings carry, its number first."""

    nomor: str
    judul: str
    kriteria: str
    mengapa: str
    salah: str
    benar: str
    perbaikan: str
    tingkat: Tingkat = Tingkat.PERINGATAN
    kode_lain: tuple[str, ...] = ()

    @property
    def kode(self) -> tuple[str, ...]:
        return (self.nomor, *self.kode_lain)


RENCANA, UKUR, LAPOR = "Perencanaan kinerja", "Pengukuran kinerja", "Pelaporan kinerja"
KRITERIA: dict[str, Kriteria] = {
    k.kode: k
    for k in (
        Kriteria("CUKUP", "Setiap kinerja punya indikator yang lengkap", RENCANA, Pokok.INDIKATOR),
        Kriteria("TERUKUR", "Indikator dapat diukur", RENCANA, Pokok.INDIKATOR),
        Kriteria("HASIL", "Kinerja berorientasi hasil", RENCANA, Pokok.KOTAK),
        Kriteria("JENJANG", "Kinerja dijabarkan secara logis", RENCANA, Pokok.KOTAK),
        Kriteria("JABATAN", "Kinerja terbagi habis ke jabatan", RENCANA, Pokok.KOTAK),
        Kriteria("LINTAS", "Kinerja lintas perangkat daerah dikenali", RENCANA, Pokok.KOTAK),
        Kriteria("TARGET", "Target menantang dan dapat dicapai", RENCANA, Pokok.INDIKATOR),
        Kriteria("SELARAS", "Dokumen perencanaan selaras", RENCANA, Pokok.INDIKATOR),
        Kriteria("BERLANJUT", "IKU dipakai berkelanjutan", RENCANA, Pokok.INDIKATOR),
        Kriteria("ANGGARAN", "Anggaran mengacu pada kinerja", RENCANA, Pokok.KOTAK),
        Kriteria("NOMENKLATUR", "Rincian mengikuti nomenklatur", RENCANA, Pokok.KOTAK),
        Kriteria("RENAKSI", "Rencana aksi menjabarkan target", UKUR, Pokok.INDIKATOR),
        Kriteria("DEFINISI", "Cara menghitung jelas", UKUR, Pokok.INDIKATOR),
        Kriteria("BUKTI", "Capaian berbukti dan dianalisis", LAPOR, Pokok.INDIKATOR),
        Kriteria("EFISIEN", "Penggunaan anggaran sepadan", LAPOR, Pokok.INDIKATOR),
        Kriteria("TEPAT", "Tepat waktu", UKUR, Pokok.KOTAK),
    )
}
"""In the order they are shown."""

_KRITERIA = {
    "Q01": "CUKUP", "Q02": "CUKUP", "Q03": "TERUKUR", "Q04": "TERUKUR", "Q05": "JENJANG",
    "Q06": "HASIL", "Q07": "HASIL", "Q08": "ANGGARAN", "Q09": "NOMENKLATUR", "Q10": "TARGET",
    "Q11": "RENAKSI", "Q12": "JABATAN", "Q13": "JENJANG", "Q14": "SELARAS", "Q15": "SELARAS",
    "Q16": "BERLANJUT", "Q17": "LINTAS", "Q18": "BUKTI", "Q19": "EFISIEN", "Q20": "TEPAT",
    "Q21": "ANGGARAN", "Q22": "DEFINISI",
}  # fmt: skip
_KODE_LAIN = {
    "Q01": ("INDIKATOR_KOSONG",),
    "Q02": ("SATUAN_KOSONG",),
    "Q08": (
        "PAGU_TIDAK_COCOK", "JUMLAH_TIDAK_COCOK", "JUMLAH_TIDAK_TERBACA", "PAGU_TIDAK_TERBACA",
        "KLAIM_TIDAK_TERBACA", "PAGU_KOSONG",
    ),
    "Q10": ("TARGET_KOSONG",),
    "Q21": ("DUPLIKAT_NAMA",),
}  # fmt: skip
_INFO = ("Q13", "Q17")

KATALOG: dict[str, Periksaan] = {
    nomor: Periksaan(
        nomor=nomor,
        judul=uraian["judul"],
        kriteria=_KRITERIA[nomor],
        mengapa=uraian["mengapa"],
        salah=uraian["salah"],
        benar=uraian["benar"],
        perbaikan=uraian["perbaikan"],
        tingkat=Tingkat.INFO if nomor in _INFO else Tingkat.PERINGATAN,
        kode_lain=_KODE_LAIN.get(nomor, ()),
    )
    for nomor, uraian in URAIAN.items()
}
"""By number."""

RINGKASAN_MUTU = {
    "Q02": "keterangan indikator belum lengkap",
    "Q03": "indikator bukan ukuran",
    "Q04": "satuan atau target tidak sesuai ukurannya",
    "Q05": "indikator dipakai lagi di tempat lain",
    "Q06": "indikator tidak setingkat kinerjanya",
    "Q07": "kinerja ditulis sebagai pekerjaan",
    "Q09": "tidak sesuai nomenklatur",
    "Q10": "target tidak wajar",
    "Q13": "tidak dijabarkan",
    "Q14": "target berbeda untuk ukuran yang sama",
    "Q21": "pagu terhitung dua kali",
    "Q22": "rumus tidak mengukur indikatornya",
}
"""What the findings bar says of findings at boxes, after their count."""

NOMOR: dict[str, str] = {kode: p.nomor for p in KATALOG.values() for kode in p.kode}
"""The check that a finding code belongs to; VARIAN_SUMBER belongs to none."""


def periksaan(kode: str) -> Periksaan | None:
    """The check behind a finding."""
    return KATALOG.get(NOMOR.get(kode, ""))
