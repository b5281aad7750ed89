"""The national names of programs, kegiatan and sub kegiatan, in versions."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from kinerja.aturan.nomenklatur import BERKODE, UMUM, BarisResmi, DaftarResmi
from kinerja.pilihan import JenjangNomenklatur

if TYPE_CHECKING:
    from kinerja.models.pemda import PerangkatDaerah


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

    @property
    def masa(self) -> str:
        """The budget years it serves, in words."""
        if self.tahun_mulai and self.tahun_sampai:
            return f"tahun {self.tahun_mulai}–{self.tahun_sampai}"
        if self.tahun_mulai:
            return f"mulai tahun {self.tahun_mulai}"
        return f"sampai tahun {self.tahun_sampai}" if self.tahun_sampai else ""

    def melayani(self, tahun: int) -> bool:
        """Whether a budget year is one of those it serves; an open end serves all."""
        return (self.tahun_mulai or tahun) <= tahun <= (self.tahun_sampai or tahun)

    def daftar_resmi(self, perangkat_daerah: PerangkatDaerah) -> DaftarResmi:
        """Its rows for an agency: the penunjang and the agency's bidang, all when it names none."""
        bidang = list(
            perangkat_daerah.bidang_urusan.order_by("kode").values_list("kode", flat=True)
        )
        baris = Nomenklatur.objects.filter(versi=self, jenjang__in=BERKODE)
        if bidang:
            awalan = (Q(kode__startswith=f"{b}.") for b in (UMUM, *bidang))
            baris = baris.filter(reduce(or_, awalan))
        medan = ("pk", "kode", "jenjang", "nama", "kinerja", "indikator", "satuan")
        return DaftarResmi(
            (BarisResmi(*isi) for isi in baris.order_by("pk").values_list(*medan)), bidang
        )


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
