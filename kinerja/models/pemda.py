"""Agencies, their units and the planning periods."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from kinerja.pilihan import JenisPerangkatDaerah, JenisUnit

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna


class BidangUrusan(models.Model):
    """A government affair that agencies serve: 1.06 Sosial."""

    kode = models.CharField(max_length=10, unique=True)
    nama = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class PerangkatDaerahQuerySet(models.QuerySet["PerangkatDaerah"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PerangkatDaerahQuerySet:
        """Agencies of the user's memberships; one held at a PEMDA counts for all its agencies."""
        milik = pengguna.id_perangkat_daerah()
        return self.filter(Q(pk__in=milik) | Q(pemda__in=milik))


class PerangkatDaerah(models.Model):
    """An agency; the pemda itself is one of jenis PEMDA."""

    pemda = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="perangkat_daerah"
    )
    jenis = models.CharField(max_length=20, choices=JenisPerangkatDaerah)
    kode = models.CharField(max_length=40, unique=True)
    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=40, blank=True)
    bidang_urusan = models.ManyToManyField(
        BidangUrusan, blank=True, related_name="perangkat_daerah"
    )
    alamat = models.TextField(blank=True, help_text="Tercetak di kop, boleh beberapa baris.")
    tempat = models.CharField(max_length=80, blank=True, help_text="Tempat tanda tangan.")
    lambang = models.BinaryField(null=True, blank=True, editable=False)
    jenis_lambang = models.CharField(max_length=40, blank=True, editable=False)

    objects = PerangkatDaerahQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis="PEMDA", pemda__isnull=True)
                | (~Q(jenis="PEMDA") & Q(pemda__isnull=False)),
                name="perangkat_daerah_punya_pemda",
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisPerangkatDaerah.values),
                name="perangkat_daerah_jenis_dikenal",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def pemda_atau_diri(self) -> PerangkatDaerah:
        """The pemda this agency belongs to; a pemda is its own."""
        return self.pemda or self

    def sebutan_pada(self, pada: date) -> Sebutan | PerangkatDaerah:
        """Name and code as they were on a date; documents print those of their own date."""
        berlaku = self.sebutan.filter(Q(mulai__isnull=True) | Q(mulai__lte=pada))
        return berlaku.filter(sampai__gte=pada).order_by("sampai", "pk").first() or self


class Sebutan(models.Model):
    """An earlier name and code of an agency, valid until ``sampai``."""

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="sebutan"
    )
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=200)
    mulai = models.DateField(null=True, blank=True)
    sampai = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(mulai__isnull=True) | Q(mulai__lte=F("sampai")),
                name="sebutan_masa_maju",
            ),
            models.UniqueConstraint(
                fields=["perangkat_daerah", "sampai"], name="sebutan_satu_per_akhir"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} (sampai {self.sampai})"


class Unit(models.Model):
    """A part of an agency: bagian, bidang, UPTD, kelurahan, puskesmas."""

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="unit"
    )
    induk = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="anak"
    )
    jenis = models.CharField(max_length=20, choices=JenisUnit)
    kode = models.CharField(max_length=40, blank=True)
    nama = models.CharField(max_length=200)
    mulai = models.DateField(null=True, blank=True)
    sampai = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "nama"],
                condition=Q(sampai__isnull=True),
                name="unit_nama_unik",
            ),
            models.CheckConstraint(
                condition=Q(mulai__isnull=True) | Q(sampai__isnull=True) | Q(mulai__lte=F("sampai")),
                name="unit_masa_maju",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class Periode(models.Model):
    """A planning period with its printed name and free lists of target and baseline years."""

    nama = models.CharField(max_length=120, unique=True)
    tahun_awal = models.PositiveSmallIntegerField()
    tahun_akhir = models.PositiveSmallIntegerField()
    tahun_target = models.JSONField(default=list, help_text="Daftar tahun, misalnya [2025, 2026].")
    tahun_baseline = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tahun_awal__lte=F("tahun_akhir")), name="periode_maju"
            ),
            models.CheckConstraint(
                condition=Q(tahun_awal__gte=1990, tahun_akhir__lte=2200), name="periode_wajar"
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def daftar_tahun(self) -> list[int]:
        """Target years in order; the years of the period when none are listed."""
        return sorted(self.tahun_target) or list(range(self.tahun_awal, self.tahun_akhir + 1))

    def tahun_bawaan(self, kini: date) -> int:
        """The year a page opens with: this year within the period, else the nearest."""
        daftar = self.daftar_tahun()
        return min(daftar, key=lambda tahun: (abs(tahun - kini.year), tahun))
