"""Work that the worker does in the background."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.models.pemda import PerangkatDaerah
from kinerja.pilihan import StatusPekerjaan

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna


class PekerjaanQuerySet(models.QuerySet["Pekerjaan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PekerjaanQuerySet:
        return self.filter(perangkat_daerah__in=PerangkatDaerah.objects.terlihat_oleh(pengguna))


class Pekerjaan(models.Model):
    """One job with its progress and lease; the queue row may die, this row tells the truth.

    ``kunci`` is the key of the result in the render cache; one live job per key.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="pekerjaan"
    )
    jenis = models.CharField(max_length=40)
    parameter = models.JSONField(default=dict)
    kunci = models.CharField(max_length=64)
    nama_berkas = models.CharField(max_length=255)
    status = models.CharField(max_length=12, choices=StatusPekerjaan, default=StatusPekerjaan.ANTRE)
    kemajuan = models.PositiveSmallIntegerField(default=0)
    pesan = models.TextField(blank=True)
    percobaan = models.PositiveSmallIntegerField(default=0)
    sewa_sampai = models.DateTimeField(null=True, blank=True)
    diminta_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    diminta_pada = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True, blank=True)

    objects = PekerjaanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kunci"],
                condition=Q(status__in=[StatusPekerjaan.ANTRE, StatusPekerjaan.JALAN]),
                name="pekerjaan_satu_per_kunci",
            ),
            models.CheckConstraint(condition=Q(kemajuan__lte=100), name="pekerjaan_kemajuan_wajar"),
            models.CheckConstraint(
                condition=Q(status__in=StatusPekerjaan.values), name="pekerjaan_status_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return self.nama_berkas
