"""Indicators with their yearly values. Every typed number keeps its raw text."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from kinerja.models.anggaran import Tahap
from kinerja.models.perbaikan import Diperbaiki
from kinerja.models.simpul import PANJANG_KINERJA, Simpul
from kinerja.pilihan import Agregasi, Arah, Frekuensi, JenisNilai, Triwulan


class Indikator(models.Model):
    """What a simpul is measured by. ``pohon`` repeats the simpul's, so that uid is unique in it."""

    pohon = models.ForeignKey("kinerja.Pohon", on_delete=models.PROTECT, related_name="indikator")
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="indikator")
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    asal_uid = models.UUIDField(null=True, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)
    urutan = models.PositiveSmallIntegerField(default=1)
    nomor = models.CharField(max_length=40, blank=True, help_text="Nomor seperti tercetak.")
    teks = models.TextField()
    satuan = models.CharField(max_length=200, blank=True)
    arah = models.CharField(max_length=10, choices=Arah, default=Arah.NAIK)
    agregasi = models.CharField(max_length=10, choices=Agregasi, default=Agregasi.AKHIR)
    jenis_nilai = models.CharField(max_length=10, choices=JenisNilai, default=JenisNilai.ANGKA)
    frekuensi = models.CharField(max_length=12, choices=Frekuensi, default=Frekuensi.TAHUNAN)
    formulasi = models.JSONField(default=list, blank=True, help_text="Satu butir satu rumus.")
    definisi = models.TextField(blank=True)
    sumber_data = models.TextField(blank=True)
    penanggung_jawab = models.TextField(blank=True)
    keterangan = models.TextField(blank=True)
    lembar = models.JSONField(default=dict, blank=True, help_text="Lembar acuan (aturan.lembar).")
    utama = models.BooleanField(default=False, help_text="Indikator kinerja utama (IKU).")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pohon", "uid"], name="indikator_uid_unik"),
            models.CheckConstraint(condition=~Q(teks=""), name="indikator_berteks"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("teks"), PANJANG_KINERJA),
                name="indikator_teks_muat",
            ),
            models.CheckConstraint(
                condition=Q(arah__in=Arah.values), name="indikator_arah_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(agregasi__in=Agregasi.values), name="indikator_agregasi_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(jenis_nilai__in=JenisNilai.values), name="indikator_jenis_nilai_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(frekuensi__in=Frekuensi.values), name="indikator_frekuensi_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return self.teks


class NilaiTertulis(Diperbaiki):
    """A typed value beside what it was read as; an unreadable one has jenis TEKS and no number."""

    mentah = models.TextField()
    jenis = models.CharField(max_length=10, choices=JenisNilai)
    nilai = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    minimum = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    maksimum = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)

    class Meta(Diperbaiki.Meta):
        abstract = True
        constraints = [
            *Diperbaiki.Meta.constraints,
            models.CheckConstraint(condition=~Q(mentah=""), name="%(class)s_bermentah"),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisNilai.values), name="%(class)s_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(jenis="ANGKA", nilai__isnull=False)
                | (~Q(jenis="ANGKA") & Q(nilai__isnull=True)),
                name="%(class)s_angka_bernilai",
            ),
            models.CheckConstraint(
                condition=Q(minimum__isnull=True)
                | Q(maksimum__isnull=True)
                | Q(minimum__lte=F("maksimum")),
                name="%(class)s_rentang_maju",
            ),
        ]


class Baseline(NilaiTertulis):
    """Start value of an indicator in a year."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="baseline")
    tahun = models.PositiveSmallIntegerField()

    class Meta(NilaiTertulis.Meta):
        abstract = False
        constraints = [
            *NilaiTertulis.Meta.constraints,
            models.UniqueConstraint(fields=["indikator", "tahun"], name="baseline_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.tahun}: {self.mentah}"


class Target(NilaiTertulis):
    """Planned value: indikator × tahun × triwulan (0 = the year) × tahap."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="target")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(choices=Triwulan, default=Triwulan.SETAHUN)
    tahap = models.ForeignKey(Tahap, on_delete=models.PROTECT, related_name="target")

    class Meta(NilaiTertulis.Meta):
        abstract = False
        constraints = [
            *NilaiTertulis.Meta.constraints,
            models.UniqueConstraint(
                fields=["indikator", "tahun", "triwulan", "tahap"], name="target_unik"
            ),
            models.CheckConstraint(
                condition=Q(triwulan__in=Triwulan.values), name="target_triwulan_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tahun}: {self.mentah}"
