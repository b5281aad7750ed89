"""Agreements of the demo agency in several states. None is in force: its stage stays open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from kinerja.models import Pengguna, PerangkatDaerah

TAHUN = 2025
TANGGAL = date(2025, 1, 20)
DIAJUKAN = (
    "Kepala Bidang Rehabilitasi Sosial",
    "Kepala Bidang Perlindungan dan Jaminan Sosial",
    "Kepala Bidang Pemberdayaan Sosial",
    "Pekerja Sosial Ahli Muda (Luar Panti)",
)
DISETUJUI = "Kepala Bidang Rehabilitasi Sosial"
DIKEMBALIKAN = "Pekerja Sosial Ahli Muda (Luar Panti)"
ALASAN = "Lengkapi satuan pada indikator kedua, lalu ajukan lagi."


def muat_perjanjian(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """Drafts for all positions, four submitted, of these one agreed and one returned."""
    from cascading.models import PerjanjianKinerja
    from cascading.pembuatan_perjanjian import buat_semua
    from kinerja.contoh.orang import DINAS
    from laporan.langkah_perjanjian import langkahkan
    from laporan.naskah_perjanjian import siap_cetak

    dinas, perencana = milik[DINAS], akun["perencana"]
    if PerjanjianKinerja.objects.filter(perangkat_daerah=dinas, tahun=TAHUN).exists():
        return
    buat_semua(dinas, TAHUN, oleh=perencana, pada=pada, tanggal=TANGGAL)
    hari = timezone.localtime(pada).date()
    for p in PerjanjianKinerja.objects.lengkap().filter(jabatan__nama__in=DIAJUKAN, tahun=TAHUN):
        sidik = siap_cetak(p, hari).sidik
        langkahkan(p, "ajukan", dilihat=sidik, oleh=perencana, pada=pada)
        if p.jabatan.nama == DISETUJUI:
            langkahkan(p, "setujui", dilihat=sidik, oleh=akun["kepala"], pada=pada)
        elif p.jabatan.nama == DIKEMBALIKAN:
            langkahkan(p, "kembalikan", alasan=ALASAN, oleh=akun["pejabat"], pada=pada)
