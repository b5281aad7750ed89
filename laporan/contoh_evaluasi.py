"""The demo's notes of the evaluation: one in each state, one of them late."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from kinerja.pilihan import JenisPohon, Jenjang

if TYPE_CHECKING:
    from kinerja.models import Pengguna, PerangkatDaerah, Simpul

TAHUN = 2025
CATATAN: tuple[tuple[str, str, str, int, tuple[tuple[str, str], ...]], ...] = (
    (Jenjang.SASARAN, "Indikator sasaran menghitung kegiatan yang terlaksana, bukan perubahan yang "
     "dialami warga.", "Ganti dengan ukuran hasil yang datanya tersedia tiap tahun.", 30, ()),
    (Jenjang.TUJUAN, "Kondisi awal belum ditulis, jadi kewajaran target tidak dapat dinilai.",
     "Isi kondisi awal dua tahun terakhir beserta sumber datanya.", -5, ()),
    (Jenjang.PROGRAM, "Target program tetap sama lima tahun berturut-turut.", "", 0,
     (("JAWAB", "Target mengikuti kuota bantuan pusat; kenaikannya menunggu kuota yang baru."),)),
    (Jenjang.PROGRAM, "Belum ada bukti bahwa rencana aksi dipantau tiap triwulan.",
     "Lampirkan notula pemantauan triwulan pertama.", 20,
     (("TINDAK_LANJUTI", "Notula pemantauan sudah dibuat dan disimpan di tautan ini."),)),
    (Jenjang.KEGIATAN, "Satuan indikator tidak sama dengan satuan yang dipakai di realisasi.",
     "Samakan satuannya.", 14,
     (("JAWAB", "Sudah kami samakan."),
      ("KEMBALIKAN", "Di dokumen masih tertulis satuan yang lama."))),
    (Jenjang.KEGIATAN, "Penanggung jawab kegiatan belum ditetapkan.",
     "Tetapkan jabatan penanggung jawabnya.", 10,
     (("TINDAK_LANJUTI", "Penugasan sudah ditetapkan; daftarnya ada di tautan ini."),
      ("SELESAIKAN", "Sudah sesuai."))),
    (Jenjang.SUB_KEGIATAN, "Pagu sub kegiatan tidak sama dengan yang tertulis.",
     "Periksa lagi angkanya.", 10,
     (("TARIK", "Keliru membaca tahap; angkanya sudah benar."),)),
)  # fmt: skip
"""Level of the box, note, recommendation, days until it is due (below zero: late), steps."""
TAUTAN = "https://arsip.contoh.go.id/evaluasi/2025"
LEMBAGA = ("JAWAB", "TINDAK_LANJUTI")


def muat_catatan(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """Once: notes are never deleted, so whatever stands there stays."""
    from kinerja.contoh.orang import DINAS
    from laporan.models import Catatan

    dinas = milik[DINAS]
    if Catatan.objects.filter(perangkat_daerah=dinas).exists():
        return
    kotak = _kotak(dinas)
    for jenjang, *isi in CATATAN:
        if jenjang in kotak:
            _muat_satu(kotak[jenjang], isi, akun, pada)


def _muat_satu(
    simpul: Simpul, isi: list[Any], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """A late one was written while its day was still to come."""
    from laporan.evaluasi.alur_catatan import langkahkan, tulis
    from laporan.models import BuktiMasuk

    teks, rekomendasi, hari, langkah = isi
    tenggat: date | None = pada.date() + timedelta(days=hari) if hari else None
    saat = pada - timedelta(days=40) if hari < 0 else pada
    catatan = tulis(
        simpul.pohon, simpul=simpul, isi=teks, rekomendasi=rekomendasi, tenggat=tenggat,
        tahun=TAHUN, oleh=akun["inspektorat"], pada=saat,
    )  # fmt: skip
    for kata_kerja, jawaban in langkah:
        oleh = akun["perencana" if kata_kerja in LEMBAGA else "inspektorat"]
        bukti = (
            BuktiMasuk("Berkas evaluasi 2025", tautan=TAUTAN)
            if kata_kerja == "TINDAK_LANJUTI"
            else None
        )
        langkahkan(catatan, kata_kerja, versi=catatan.versi, teks=jawaban, bukti=bukti,
                   oleh=oleh, pada=pada)  # fmt: skip


def _kotak(dinas: PerangkatDaerah) -> dict[str, Simpul]:
    """The first box of each level of its first cascading."""
    from kinerja.models import Simpul

    daftar = Simpul.objects.tampak().filter(
        pohon__perangkat_daerah=dinas, pohon__jenis=JenisPohon.CASCADING, pohon__edisi=1
    )
    urut = daftar.select_related("pohon__perangkat_daerah__pemda", "pohon__periode")
    hasil: dict[str, Simpul] = {}
    for s in urut.order_by("pohon_id", "lft"):
        hasil.setdefault(s.jenjang, s)
    return hasil
