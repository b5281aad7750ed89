"""Asking for a package: who may, for which agencies, one job for the same data."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from kinerja.models import Pekerjaan, PerangkatDaerah, Riwayat
from kinerja.pilihan import JenisPerangkatDaerah, StatusPekerjaan
from laporan import tembolok
from laporan.aturan.paket import ruas
from laporan.evaluasi.susun_paket import PesananPaket
from laporan.models import BerkasDokumen, Dokumen
from laporan.pekerjaan import minta_kerja
from laporan.pengawas import PAKET

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.models import Pengguna

TERAKHIR = 10
"""Packages that the page lists."""


def pemda_dibaca(pengguna: Pengguna) -> list[PerangkatDaerah]:
    """The pemda of which the user reads every agency."""
    terlihat = PerangkatDaerah.objects.terlihat_oleh(pengguna).defer("lambang")
    return list(terlihat.filter(jenis=JenisPerangkatDaerah.PEMDA).order_by("nama"))


def tahun_awal(lembaga: QuerySet[PerangkatDaerah], tahun: int) -> int:
    """The year to begin with: this one once something of it was approved, else the last."""
    ada = Dokumen.objects.filter(perangkat_daerah__in=lembaga.values("pk"), tahun=tahun)
    return tahun if ada.exists() else tahun - 1


def minta_paket(
    lembaga: PerangkatDaerah, *, semua: bool, tahun: int, oleh: Pengguna, pada: datetime
) -> Pekerjaan:
    """The job of an agency, or with ``semua`` of a pemda with all its agencies.

    The same data on the same day are one package: the finished one while it is kept, the one
    under way, else a new one.
    """
    daftar = [lembaga, *lembaga.perangkat_daerah.order_by("nama", "pk")] if semua else [lembaga]
    pk = tuple(p.pk for p in daftar)
    pesanan = PesananPaket(
        lembaga=pk,
        tahun=tahun,
        judul=f"Dokumen kinerja {tahun}, {lembaga.nama}{' dan semuanya' if semua else ''}",
        pada=timezone.localtime(pada).isoformat(timespec="seconds"),
        keadaan=_keadaan(pk),
    )
    hari = timezone.localtime(pada).date()
    kunci = tembolok.kunci(f"{pk}", str(tahun), pesanan.keadaan, hari.isoformat(), PAKET)
    if tembolok.ada(kunci, "zip") and (jadi := _jadi(kunci)):
        return jadi
    nama = ruas(f"Dokumen kinerja {lembaga.nama}{' semua' if semua else ''} {tahun} {hari}")
    return minta_kerja(
        kunci, pesanan.ke_json(), jenis=PAKET, nama_berkas=f"{nama}.zip",
        parameter={"kertas": "", "akhiran": "zip", "kembali": reverse("paket")},
        perangkat_daerah=lembaga, oleh=oleh, pada=pada,
    )  # fmt: skip


def paket_terakhir(pengguna: Pengguna) -> QuerySet[Pekerjaan]:
    """What was asked for lately by whoever reads the same agencies."""
    milik = Pekerjaan.objects.terlihat_oleh(pengguna).filter(jenis=PAKET)
    urut = milik.select_related("perangkat_daerah", "diminta_oleh").order_by("-diminta_pada", "-pk")
    return urut[:TERAKHIR]


def _jadi(kunci: str) -> Pekerjaan | None:
    selesai = Pekerjaan.objects.filter(kunci=kunci, status=StatusPekerjaan.SELESAI)
    return selesai.order_by("-pk").first()


def _keadaan(lembaga: tuple[int, ...]) -> str:
    """Everything that changes is recorded, and files are added: their last keys are the state."""
    riwayat = Riwayat.objects.filter(perangkat_daerah__in=lembaga).aggregate(Max("pk"))["pk__max"]
    berkas = BerkasDokumen.objects.filter(dokumen__perangkat_daerah__in=lembaga)
    return f"{riwayat or 0}-{berkas.aggregate(Max('pk'))['pk__max'] or 0}"
