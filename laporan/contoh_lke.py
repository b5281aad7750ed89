"""The demo's evaluation: last year's sheet of the demo agency, final, and one under way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from laporan.aturan.bawaan_lke import NAMA, instrumen_bawaan
from laporan.pilihan import JawabanKriteria

if TYPE_CHECKING:
    from kinerja.models import Pengguna, PerangkatDaerah
    from laporan.models import Lke

TAHUN = 2024
SEJAK = 2022
BELUM = {
    "1.b.4": "Dasar penetapan target belum tertulis.",
    "1.b.7": "Kinerja lintas perangkat daerah baru dibahas untuk dua sasaran.",
    "2.b.2": "Bukti realisasi triwulan III belum lengkap.",
    "2.c.4": "Penghargaan belum memakai hasil pengukuran.",
    "3.b.2": "Laporan belum membandingkan dengan target jangka menengah.",
    "4.c.1": "Dua dari lima rekomendasi masih berjalan.",
}
"""What the agency itself says it has not met yet, with its note."""
BERBEDA = {
    "1.c.3": "Risalah pemantauan rencana aksi hanya ada untuk dua triwulan.",
    "2.b.5": "Pengukuran jabatan pengawas belum ditunjukkan.",
    "4.b.2": "Laporan evaluasi hanya memeriksa kelengkapan dokumen.",
}
"""Where the evaluator sees it otherwise, and why."""
REKOMENDASI = (
    ("1.b", "Tuliskan dasar setiap target IKU pada kertas kerja yang ditandatangani."),
    ("2.b", "Lengkapi bukti realisasi setiap triwulan sebelum pengukuran diajukan."),
    ("4.b", "Perluas evaluasi internal sampai mutu indikator dan target."),
)
CATATAN = (
    "Penjabaran kinerja sampai sub kegiatan sudah lengkap. Perbaikan berikutnya adalah mutu target "
    "dan bukti realisasi."
)


def muat_lke(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """Once: the instrument, the sheet of 2024 as final, the one of 2025 as a draft."""
    from kinerja.contoh.orang import DINAS
    from laporan.evaluasi.instrumen_lke import muat_instrumen
    from laporan.models import Lke, VersiLke

    dinas, perencana, evaluator = milik[DINAS], akun["perencana"], akun["inspektorat"]
    pemda = dinas.pemda_atau_diri()
    if VersiLke.objects.filter(pemda=pemda).exists():
        return
    versi = muat_instrumen(
        pemda, instrumen_bawaan(), nama=NAMA, tahun_mulai=SEJAK, oleh=evaluator, pada=pada
    )
    lke = Lke.mulai(dinas, TAHUN, versi, oleh=perencana, pada=pada)
    _nilai_sendiri(lke, perencana, pada)
    _nilai(lke, evaluator, pada)
    Lke.mulai(dinas, TAHUN + 1, versi, oleh=perencana, pada=pada)


def _nilai_sendiri(lke: Lke, perencana: Pengguna, pada: datetime) -> None:
    """Answers with notes, evidence out of the system, submitted."""
    from laporan.evaluasi.langkah_lke import langkahkan_lke
    from laporan.models import SelLke, Sisi

    sel = [SelLke(j.kode, "mandiri", "", _jawaban(j.kode in BELUM)) for j in lke.jawaban.all()] + [
        SelLke(kode, "catatan", "", catatan) for kode, catatan in BELUM.items()
    ]
    lke.isi(sel, sisi=Sisi.LEMBAGA, oleh=perencana, pada=pada)
    _tautkan(lke, perencana, pada)
    langkahkan_lke(lke, "ajukan", versi=lke.versi, oleh=perencana, pada=pada)


def _tautkan(lke: Lke, perencana: Pengguna, pada: datetime) -> None:
    """A planning document that serves the year, and quarters of it, where there are some."""
    from laporan.evaluasi.bukti_lke import calon_bukti

    calon = calon_bukti(lke)
    ukur = [c for c in calon["PENGUKURAN"] if str(TAHUN) in c.nama]
    for kode, daftar in (("1.a.1", calon["POHON"][-1:]), ("1.a.3", calon["POHON"][-1:]),
                         ("2.a.4", ukur)):  # fmt: skip
        for satu in daftar:
            lke.tautkan_bukti(kode, jenis=satu.jenis, asal=satu.asal, nama=satu.nama,
                              oleh=perencana, pada=pada)  # fmt: skip


def _nilai(lke: Lke, evaluator: Pengguna, pada: datetime) -> None:
    """Values, notes, recommendations, final."""
    from laporan.evaluasi.langkah_lke import langkahkan_lke
    from laporan.models import SelLke, Sisi

    siapa: dict[str, Any] = {"oleh": evaluator, "pada": pada}
    sel = [
        SelLke(j.kode, "penilaian", "", _jawaban(j.kode in BELUM or j.kode in BERBEDA))
        for j in lke.jawaban.all()
    ] + [SelLke(kode, "catatan_penilai", "", catatan) for kode, catatan in BERBEDA.items()]
    lke.isi(sel, sisi=Sisi.PENILAI, **siapa)
    for kode, isi in REKOMENDASI:
        lke.rekomendasikan(isi, kode=kode, **siapa)
    lke.tulis_laporan({"catatan": CATATAN}, **siapa)
    langkahkan_lke(lke, "finalkan", versi=lke.versi, **siapa)


def _jawaban(belum: bool) -> str:
    return JawabanKriteria.BELUM if belum else JawabanKriteria.TERPENUHI
