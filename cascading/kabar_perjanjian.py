"""Who is told of a step of an agreement."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse

from cascading.aturan.perjanjian import SELESAI
from cascading.models import PerjanjianKinerja
from cascading.wewenang_perjanjian import VERIFIKATOR, penyetuju
from kinerja.models import Keanggotaan, Pemberitahuan, Pengguna, Riwayat
from kinerja.pilihan import JenisPemberitahuan
from kinerja.surel import kirim_nanti

KE_VERIFIKATOR = frozenset({"ajukan", "tarik"})
KE_ATASAN = KE_VERIFIKATOR | {"verifikasi"}


def kabarkan(
    perjanjian: PerjanjianKinerja, kata_kerja: str, *, hari: date, oleh: Pengguna, pada: datetime
) -> None:
    """Whose turn it is of what goes up; who promises and who submitted of every answer."""
    if kata_kerja in KE_VERIFIKATOR and perjanjian.wajib_verifikasi():
        siapa = _verifikator(perjanjian)
    elif kata_kerja in KE_ATASAN:
        atasan = penyetuju(perjanjian, hari)
        siapa = _akun([atasan.pegawai_id] if atasan else [])
    else:
        pertama = perjanjian.pihak_pertama
        siapa = _akun([pertama.pegawai_id] if pertama else []) | _pengaju(perjanjian)
    teks = f"{perjanjian} {SELESAI[kata_kerja]}"
    teks += f": {perjanjian.alasan[:300]}" if perjanjian.alasan else "."
    dikabari = Pemberitahuan.objects.bulk_create(
        Pemberitahuan(
            penerima_id=penerima,
            alamat=reverse("perjanjian", args=[perjanjian.pk]),
            jenis=JenisPemberitahuan.PERJANJIAN,
            oleh=oleh,
            teks=teks,
            pada=pada,
        )
        for penerima in sorted(siapa - {oleh.pk})
    )
    kirim_nanti(dikabari)


def _akun(pegawai: list[int]) -> set[int]:
    daftar = Pengguna.objects.filter(pegawai__in=pegawai, is_active=True)
    return set(daftar.values_list("pk", flat=True))


def _verifikator(perjanjian: PerjanjianKinerja) -> set[int]:
    pemda = perjanjian.perangkat_daerah.pemda_atau_diri()
    daftar = Keanggotaan.objects.filter(
        perangkat_daerah=pemda, peran__in=VERIFIKATOR, pengguna__is_active=True
    )
    return set(daftar.values_list("pengguna_id", flat=True))


def _pengaju(perjanjian: PerjanjianKinerja) -> set[int]:
    akhir = jejak(perjanjian).filter(kata_kerja__startswith="ajukan").order_by("-nomor")
    return set(akhir.values_list("oleh_id", flat=True)[:1])


def jejak(perjanjian: PerjanjianKinerja) -> QuerySet[Riwayat]:
    """Its events in the history of the agency."""
    return Riwayat.objects.filter(
        perangkat_daerah=perjanjian.perangkat_daerah_id,
        pohon=None,
        kata_kerja__endswith=" perjanjiankinerja",
        perubahan__0__kunci__0=perjanjian.pk,
    )
