"""Work in the background, what somebody is told, and who is at a document."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.models.pemda import PerangkatDaerah
from kinerja.pilihan import JenisPemberitahuan, StatusPekerjaan

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pohon import Pohon

LAMA_HADIR = timedelta(seconds=60)
"""Whoever was seen within it is at the document; older rows are swept away."""


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


class PemberitahuanQuerySet(models.QuerySet["Pemberitahuan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PemberitahuanQuerySet:
        """One's own, of documents that one still reads; those with an address of their own."""
        milik = PerangkatDaerah.objects.terlihat_oleh(pengguna)
        boleh = Q(pohon__perangkat_daerah__in=milik) | Q(pohon=None)
        return self.filter(boleh, penerima=pengguna)

    def belum_dibaca(self) -> PemberitahuanQuerySet:
        return self.filter(dibaca_pada=None)

    def baca_semua(self, *, pada: datetime) -> int:
        """Those not read yet are read now; answers how many."""
        return self.belum_dibaca().update(dibaca_pada=pada)


class Pemberitahuan(models.Model):
    """What one account is told: of a box by its uid, or of something with an ``alamat``.

    ``teks`` is as it was then. Who may not open the address any more is told so there.
    """

    penerima = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pemberitahuan"
    )
    pohon = models.ForeignKey(
        "kinerja.Pohon", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    simpul_uid = models.UUIDField(null=True, blank=True, editable=False)
    alamat = models.CharField(max_length=200, blank=True, editable=False)
    jenis = models.CharField(max_length=12, choices=JenisPemberitahuan)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    teks = models.TextField()
    pada = models.DateTimeField()
    dibaca_pada = models.DateTimeField(null=True, blank=True)

    objects = PemberitahuanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(teks=""), name="pemberitahuan_berteks"),
            models.CheckConstraint(
                condition=Q(pohon__isnull=False, simpul_uid__isnull=False, alamat="")
                | Q(pohon__isnull=True, simpul_uid__isnull=True, alamat__startswith="/"),
                name="pemberitahuan_satu_tujuan",
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisPemberitahuan.values), name="pemberitahuan_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=~Q(penerima=models.F("oleh")), name="pemberitahuan_bukan_diri_sendiri"
            ),
        ]
        indexes = [
            models.Index(fields=["penerima", "-pada"], name="pemberitahuan_urut"),
            models.Index(
                fields=["penerima"],
                condition=Q(dibaca_pada=None),
                name="pemberitahuan_belum_dibaca",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.teks[:60]}"

    def baca(self, *, pada: datetime) -> None:
        """Read; the first time counts."""
        type(self).objects.filter(pk=self.pk, dibaca_pada=None).update(dibaca_pada=pada)


class Kehadiran(models.Model):
    """Who has a document on the screen: one row per account and document, for a minute."""

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kehadiran"
    )
    pohon = models.ForeignKey("kinerja.Pohon", on_delete=models.CASCADE, related_name="kehadiran")
    dilihat_pada = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pengguna", "pohon"], name="kehadiran_unik")]

    def __str__(self) -> str:
        return f"{self.pengguna} di {self.pohon}"

    @classmethod
    def tandai(cls, pohon: Pohon, pengguna: Pengguna, *, pada: datetime) -> None:
        """Seen now. Whoever comes sweeps away those who left, so that the table never grows."""
        semua = cls._default_manager
        if semua.filter(pohon=pohon, pengguna=pengguna).update(dilihat_pada=pada):
            return
        semua.bulk_create(
            [cls(pengguna=pengguna, pohon=pohon, dilihat_pada=pada)],
            update_conflicts=True,
            unique_fields=["pengguna", "pohon"],
            update_fields=["dilihat_pada"],
        )
        semua.filter(dilihat_pada__lt=pada - LAMA_HADIR).delete()

    @classmethod
    def rekan(cls, pohon: Pohon, pengguna: Pengguna, *, pada: datetime) -> list[Pengguna]:
        """The others who are here, by name. One query."""
        kini = cls.objects.filter(pohon=pohon, dilihat_pada__gte=pada - LAMA_HADIR)
        lain = kini.exclude(pengguna=pengguna).select_related("pengguna")
        return sorted((k.pengguna for k in lain), key=str)
