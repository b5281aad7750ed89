"""Printing in the background: queue, child process, lease, cancelling, reaping.

The queue may lose a task (a worker killed with -9 leaves it "running" for ever); the row of
``Pekerjaan`` with its lease is the truth, and ``pungut`` puts back what nobody works on.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from kinerja.models import Pekerjaan, Pengguna, PerangkatDaerah
from kinerja.pilihan import StatusPekerjaan as Status
from laporan import tembolok
from laporan.cetakan import Cetakan
from laporan.pengawas import SEWA, Pengawas

SEWA_ANTRE = timedelta(minutes=5)
PERCOBAAN_TERBANYAK = 3
HIDUP = (Status.ANTRE, Status.JALAN)


def minta(
    cetakan: Cetakan, *, perangkat_daerah: PerangkatDaerah, oleh: Pengguna, pada: datetime
) -> Pekerjaan:
    """The job that makes this printing: the one under way, else a new one."""
    return minta_kerja(
        cetakan.kunci, cetakan.isi, jenis=cetakan.jenis, parameter=cetakan.parameter,
        nama_berkas=cetakan.nama_berkas, perangkat_daerah=perangkat_daerah, oleh=oleh, pada=pada,
    )  # fmt: skip


def minta_kerja(
    kunci: str, masukan: str, *, oleh: Pengguna, pada: datetime, **isi: Any
) -> Pekerjaan:
    """The job for a key: the one under way, else a new one with this input."""
    if lama := _hidup(kunci):
        return lama
    tembolok.simpan(kunci, "json", masukan.encode())
    try:
        with transaction.atomic():
            baru = Pekerjaan.objects.create(
                kunci=kunci, diminta_oleh=oleh, diminta_pada=pada,
                sewa_sampai=pada + SEWA_ANTRE, **isi,
            )  # fmt: skip
    except IntegrityError:  # somebody asked for the same in this moment
        return Pekerjaan.objects.get(kunci=kunci, status__in=HIDUP)
    kerjakan.enqueue(baru.pk)
    return baru


def _hidup(kunci: str) -> Pekerjaan | None:
    return Pekerjaan.objects.filter(kunci=kunci, status__in=HIDUP).first()


def batalkan(pekerjaan: Pekerjaan, *, pada: datetime) -> bool:
    """Stop it: a waiting one never starts, a running one loses its child within a second."""
    berubah = Pekerjaan.objects.filter(pk=pekerjaan.pk, status__in=HIDUP).update(
        status=Status.DIBATALKAN, selesai_pada=pada, sewa_sampai=None
    )
    return bool(berubah)


def berkas_hasil(pekerjaan: Pekerjaan) -> Path | None:
    """The finished file while the cache still has it."""
    if pekerjaan.status != Status.SELESAI:
        return None
    return tembolok.ada(pekerjaan.kunci, pekerjaan.parameter["akhiran"])


def pungut(pada: datetime) -> int:
    """Put back what nobody works on any more; answers how many jobs were touched.

    A job whose lease ran out waits again, up to three attempts; one that waits too long may have
    lost its place in the queue and gets a new one (a double start is harmless).
    """
    banyak = 0
    for pekerjaan in Pekerjaan.objects.filter(status__in=HIDUP, sewa_sampai__lt=pada):
        banyak += _pungut_satu(pekerjaan, pada)
    return banyak


def _pungut_satu(pekerjaan: Pekerjaan, pada: datetime) -> int:
    masih = Pekerjaan.objects.filter(
        pk=pekerjaan.pk, status=pekerjaan.status, sewa_sampai=pekerjaan.sewa_sampai
    )
    if pekerjaan.status == Status.JALAN and pekerjaan.percobaan >= PERCOBAAN_TERBANYAK:
        pesan = f"Dokumen gagal dicetak sesudah {pekerjaan.percobaan} percobaan."
        return masih.update(status=Status.GAGAL, pesan=pesan, sewa_sampai=None, selesai_pada=pada)
    diambil = masih.update(status=Status.ANTRE, sewa_sampai=pada + SEWA_ANTRE)
    if diambil:
        kerjakan.enqueue(pekerjaan.pk)
    return diambil


@task()
def kerjakan(pekerjaan_id: int) -> str:
    """One attempt, in a child process. Answers how it ended."""
    kini = timezone.now()
    diambil = Pekerjaan.objects.filter(pk=pekerjaan_id, status=Status.ANTRE).update(
        status=Status.JALAN,
        percobaan=F("percobaan") + 1,
        sewa_sampai=kini + SEWA,
        kemajuan=0,
    )
    if not diambil:
        return "DILEWATI"
    return Pengawas(Pekerjaan.objects.get(pk=pekerjaan_id)).jalankan()
