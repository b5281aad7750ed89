"""Planning periods."""

from __future__ import annotations

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import F, Q

from kinerja.aturan.periode import periksa_tahun, periksa_tahun_terpakai
from kinerja.aturan.temuan import Temuan
from kinerja.models.tercatat import Tercatat


class Periode(Tercatat):
    """A planning period with its printed name and free lists of target and baseline years."""

    SEBUTAN = "Periode"
    MEDAN = ("nama", "tahun_awal", "tahun_akhir", "tahun_target", "tahun_baseline")
    BOLEH_KOSONG = ("tahun_target",)
    PESAN = {
        "nama": ("nama", "Sudah ada periode dengan nama itu."),
        "periode_maju": ("tahun_akhir", "Tahun akhir tidak boleh sebelum tahun awal."),
        "periode_wajar": ("tahun_awal", "Isi tahun empat angka, misalnya 2025."),
    }

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

    def periksa(self) -> list[Temuan]:
        temuan = periksa_tahun(self.tahun_awal, self.tahun_akhir, self.tahun_target)
        if self.pk is not None:
            temuan += periksa_tahun_terpakai(self.daftar_tahun(), self._tahun_terpakai())
        return temuan

    def daftar_tahun(self) -> list[int]:
        """Target years in order; the years of the period when none are listed."""
        return sorted(self.tahun_target) or list(range(self.tahun_awal, self.tahun_akhir + 1))

    def tahun_bawaan(self, kini: date) -> int:
        """The year a page opens with: this year within the period, else the nearest."""
        daftar = self.daftar_tahun()
        return min(daftar, key=lambda tahun: (abs(tahun - kini.year), tahun))

    def _tahun_terpakai(self) -> set[int]:
        """Years with targets or pagu in documents of this period."""
        target = apps.get_model("kinerja", "Target").objects.filter(indikator__pohon__periode=self)
        pagu = apps.get_model("kinerja", "Pagu").objects.filter(simpul__pohon__periode=self)
        return {*target.values_list("tahun", flat=True), *pagu.values_list("tahun", flat=True)}
