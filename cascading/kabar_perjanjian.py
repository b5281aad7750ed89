"""Who is told of a step of an agreement."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse

from cascading.aturan.perjanjian import SELESAI
from cascading.models import PerjanjianKinerja
from cascading.wewenang_perjanjian import VERIFIKATOR, penyetuju
from kinerja import kabar
from kinerja.models import Pengguna, Riwayat
from kinerja.pilihan import JenisPemberitahuan

KE_VERIFIKATOR = frozenset({"ajukan", "tarik"})
KE_ATASAN = KE_VERIFIKATOR | {"verifikasi"}


def kabarkan(
    perjanjian: PerjanjianKinerja, kata_kerja: str, *, hari: date, oleh: Pengguna, pada: datetime
) -> None:
    """Whose turn it is of what goes up; who promises and who submitted of every answer."""
    if kata_kerja in KE_VERIFIKATOR and perjanjian.wajib_verifikasi():
        siapa = kabar.pemegang_peran(perjanjian.perangkat_daerah.pemda_atau_diri(), VERIFIKATOR)
    elif kata_kerja in KE_ATASAN:
        atasan = penyetuju(perjanjian, hari)
        siapa = _akun([atasan.pegawai_id] if atasan else [])
    else:
        pertama = perjanjian.pihak_pertama
        siapa = _akun([pertama.pegawai_id] if pertama else []) | _pengaju(perjanjian)
    kabar.kabarkan(
        siapa, kabar.beralasan(f"{perjanjian} {SELESAI[kata_kerja]}", perjanjian.alasan),
        alamat=reverse("perjanjian", args=[perjanjian.pk]), jenis=JenisPemberitahuan.PERJANJIAN,
        oleh=oleh, pada=pada,
    )  # fmt: skip


def _akun(pegawai: list[int]) -> set[int]:
    daftar = Pengguna.objects.filter(pegawai__in=pegawai, is_active=True)
    return set(daftar.values_list("pk", flat=True))


def _pengaju(perjanjian: PerjanjianKinerja) -> set[int]:
    akhir = Riwayat.tentang(perjanjian).filter(kata_kerja__startswith="ajukan")
    return set(akhir.values_list("oleh_id", flat=True)[:1])
