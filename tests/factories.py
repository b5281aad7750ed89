"""Plain functions that make data for tests. No faker: fixed words, office titles."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from kinerja.models import Keanggotaan, Pengguna, PerangkatDaerah, Periode, Pohon, Simpul
from kinerja.pilihan import JenisPerangkatDaerah, JenisPohon, Jenjang, Peran

PADA = datetime(2025, 1, 6, 8, 0, tzinfo=UTC)


def buat_pemda(nama: str = "Kabupaten Contoh", kode: str = "62.02") -> PerangkatDaerah:
    return PerangkatDaerah.objects.create(jenis=JenisPerangkatDaerah.PEMDA, kode=kode, nama=nama)


def buat_dinas(
    pemda: PerangkatDaerah | None = None, nama: str = "Dinas Sosial", kode: str = "1.06.01"
) -> PerangkatDaerah:
    return PerangkatDaerah.objects.create(
        pemda=pemda or buat_pemda(), jenis=JenisPerangkatDaerah.DINAS, kode=kode, nama=nama
    )


def buat_periode(awal: int = 2025, akhir: int = 2029) -> Periode:
    return Periode.objects.get_or_create(
        nama=f"Renstra {awal}-{akhir}",
        defaults={
            "tahun_awal": awal,
            "tahun_akhir": akhir,
            "tahun_target": list(range(awal, akhir + 1)),
        },
    )[0]


def buat_pengguna(
    username: str, *peran: Peran, di: PerangkatDaerah | None = None, nama: str = ""
) -> Pengguna:
    pengguna = Pengguna.objects.create_user(
        username, password="sandi-uji-2025", nama=nama or username
    )
    for p in peran:
        Keanggotaan.objects.create(pengguna=pengguna, perangkat_daerah=di, peran=p)
    return pengguna


def buat_pohon(
    perangkat_daerah: PerangkatDaerah, oleh: Pengguna, jenis: str = JenisPohon.CASCADING, **isi: Any
) -> Pohon:
    periode = isi.pop("periode", None) or buat_periode()
    return Pohon.buat(
        perangkat_daerah=perangkat_daerah, periode=periode, jenis=jenis, oleh=oleh, pada=PADA, **isi
    )


JALUR = (
    (Jenjang.TUJUAN, "", "Meningkatnya kesejahteraan sosial"),
    (Jenjang.SASARAN, "", "Meningkatnya pelayanan sosial"),
    (Jenjang.PROGRAM, "Program Rehabilitasi Sosial", "Terwujudnya rehabilitasi sosial"),
    (Jenjang.KEGIATAN, "Rehabilitasi Sosial Dasar", ""),
    (Jenjang.SUB_KEGIATAN, "Penyediaan Permakanan", ""),
)


def buat_jalur(pohon: Pohon, oleh: Pengguna) -> dict[str, Simpul]:
    """One node of each level from tujuan to sub kegiatan, by jenjang."""
    hasil: dict[str, Simpul] = {}
    induk = pohon.akar()
    for jenjang, nama, kinerja in JALUR:
        induk = pohon.tambah(
            induk=induk, jenjang=jenjang, nama=nama, kinerja=kinerja, oleh=oleh, pada=PADA
        )
        hasil[jenjang] = induk
    return hasil
