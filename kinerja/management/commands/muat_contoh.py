"""manage.py muat_contoh: the demo data. Running it again adds what is missing, nothing else."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.contoh import orang
from kinerja.contoh.cascading import muat_2019, muat_pandeglang
from kinerja.contoh.dokumen import muat_cascading, muat_rpjmd
from kinerja.contoh.fakta import dokumen, penjenjangan, pohon_kinerja_2024
from kinerja.contoh.lanjutan import muat_lanjutan
from kinerja.contoh.nomenklatur import muat_nomenklatur
from kinerja.contoh.penugasan import tugaskan_jabatan
from kinerja.contoh.peta_jabatan import muat_peta_jabatan
from kinerja.contoh.pohon_kinerja import muat_kondisi_2025, muat_pohon_2024
from kinerja.contoh.realisasi import muat_realisasi
from kinerja.models import Pengguna, PerangkatDaerah, Pohon


class Command(BaseCommand):
    help = (
        "Memuat data contoh (Kotawaringin Timur 2025, Pandeglang 2026, satu cascading 2019) "
        "beserta satu akun tiap peran."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        daftar = muat(timezone.now())
        for pohon in daftar:
            self.stdout.write(f"Dokumen {pohon.pk}: {pohon}")
        self.stdout.write("Realisasi 2025 Kotawaringin Timur adalah angka latihan.")
        self.stdout.write("")
        self.stdout.write("Satu akun tiap peran (nama pengguna, sandi, peran):")
        for akun in orang.AKUN:
            peran = f"{akun.peran.label}, {orang.PERANGKAT_DAERAH[akun.di][1]}"
            self.stdout.write(f"  {akun.username:<22}{orang.SANDI}   {peran}")


def muat(pada: datetime) -> list[Pohon]:
    """Load agencies, people, nomenklatur and documents; answers the documents."""
    fakta = dokumen()
    versi = muat_nomenklatur()
    milik = orang.muat_perangkat_daerah()
    periode = orang.muat_periode()
    akun = orang.muat_akun(milik, orang.muat_jabatan(milik))
    siapa: dict[str, Any] = {"periode": periode, "pada": pada}
    rpjmd = muat_rpjmd(fakta, pemda=milik[orang.PEMDA], oleh=akun["bappeda"], **siapa)
    cascading = muat_cascading(
        fakta,
        dinas=milik[orang.DINAS],
        versi=versi,
        rpjmd=rpjmd,
        oleh=akun["perencana"],
        **siapa,
    )
    tugaskan_jabatan(cascading, oleh=akun["perencana"], pada=pada)
    muat_realisasi(cascading, perencana=akun["perencana"], verifikator=akun["bappeda"], pada=pada)
    pandeglang = muat_pandeglang(
        milik[orang.PANDEGLANG],
        milik[orang.DINAS_PANDEGLANG],
        orang.muat_periode(2025, 2029, 2030),
        bappeda=akun["bappeda-pandeglang"],
        perencana=akun["perencana-pandeglang"],
        pada=pada,
    )
    lama = muat_2019(
        milik[orang.LAMA], orang.muat_periode(2018, 2022), oleh=akun["perencana"], pada=pada
    )
    kondisi = _pohon_lain(milik, akun, pada)
    muat_lanjutan(milik, akun, pada)
    return [rpjmd, cascading, *pandeglang, lama, *kondisi]


def _pohon_lain(
    milik: dict[str, PerangkatDaerah],
    akun: dict[str, Pengguna],
    pada: datetime,
) -> list[Pohon]:
    """Tahap 4 of 2025, the boxes of 2024 with the programmes under them; the positions' boxes."""
    periode = orang.muat_periode()
    siapa: dict[str, Any] = {"periode": periode, "oleh": akun["perencana"], "pada": pada}
    kondisi = muat_kondisi_2025(penjenjangan(), dinas=milik[orang.DINAS], **siapa)
    muat_peta_jabatan(
        milik[orang.PER_JABATAN],
        orang.muat_periode(2018, 2022),
        oleh=akun["perencana-jabatan"],
        pada=pada,
    )
    siapa["oleh"] = akun["perencana-2024"]
    lama = muat_pohon_2024(pohon_kinerja_2024(), dinas=milik[orang.POHON_2024], **siapa)
    return [kondisi, *lama]
