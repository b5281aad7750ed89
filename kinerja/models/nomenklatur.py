"""The national names of programs, kegiatan and sub kegiatan, in versions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.pilihan import JenjangNomenklatur


class VersiNomenklatur(models.Model):
    """One edition of the national list and the budget years it serves."""

    kode = models.SlugField(max_length=40, unique=True)
    nama = models.CharField(max_length=200)
    tahun_mulai = models.PositiveSmallIntegerField(null=True, blank=True)
    tahun_sampai = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tahun_mulai__isnull=True)
                | Q(tahun_sampai__isnull=True)
                | Q(tahun_mulai__lte=models.F("tahun_sampai")),
                name="versi_nomenklatur_maju",
            )
        ]

    def __str__(self) -> str:
        return self.nama


class Nomenklatur(models.Model):
    """One official row. ``kode`` is canonical (1.06.04.2.01.0001), ``kode_tertulis`` as printed."""

    versi = models.ForeignKey(
        VersiNomenklatur, on_delete=models.CASCADE, related_name="nomenklatur"
    )
    kode = models.CharField(max_length=40)
    kode_tertulis = models.CharField(max_length=60, blank=True)
    jenjang = models.CharField(max_length=20, choices=JenjangNomenklatur)
    nama = models.TextField()
    kinerja = models.TextField(blank=True)
    indikator = models.TextField(blank=True)
    satuan = models.CharField(max_length=200, blank=True)
    definisi = models.TextField(blank=True)
    spm = models.BooleanField(default=False)
    jenis_pemda = models.CharField(max_length=40, blank=True)
    lain = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["versi", "kode", "jenis_pemda"], name="nomenklatur_kode_unik"
            ),
            models.CheckConstraint(
                condition=~Q(kode="") & ~Q(nama=""), name="nomenklatur_kode_dan_nama"
            ),
        ]
        indexes = [models.Index(fields=["versi", "jenjang"], name="nomenklatur_versi_jenjang")]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"
