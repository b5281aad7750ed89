"""Versions of the evaluation instrument of a pemda. What an LKE uses is never changed."""

from __future__ import annotations

from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q

from kinerja.aturan.temuan import Temuan
from kinerja.models import PerangkatDaerah
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import JenisPerangkatDaerah
from laporan.aturan.instrumen_lke import dari_json, periksa_instrumen
from laporan.aturan.keaslian import naskah_baku, sidik
from laporan.aturan.lke import Instrumen

TAHUN_AWAL, TAHUN_AKHIR = 1990, 2200


class VersiLkeQuerySet(models.QuerySet["VersiLke"]):
    def berhitung(self, pemda: PerangkatDaerah) -> VersiLkeQuerySet:
        """Those of a pemda, the newest first, each with how many sheets use it."""
        milik = self.filter(pemda=pemda).select_related("dimuat_oleh")
        return milik.annotate(banyak=Count("lke")).order_by("-pk")


class VersiLke(Tercatat):
    """``isi`` is the instrument (``laporan.aturan.instrumen_lke``), loaded and given out whole.

    ``sumber`` is what the pemda typed about where it comes from; nothing else is printed of it.
    """

    SEBUTAN = "Instrumen LKE"
    TAMPIL = False
    MEDAN = ("nama", "tahun_mulai", "tahun_sampai", "sumber", "sha256")
    BOLEH_KOSONG = ("sumber",)
    PESAN = {
        "versi_lke_nama_unik": ("nama", "Nama itu sudah dipakai instrumen lain; pilih yang lain."),
        "versi_lke_tahun_maju": ("tahun_sampai", "Tahun terakhir tidak boleh sebelum yang awal."),
        "versi_lke_tahun_wajar": ("tahun_mulai", "Tulis tahun dengan empat angka."),
    }

    pemda = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT, related_name="versi_lke")
    nama = models.CharField(max_length=120)
    tahun_mulai = models.PositiveSmallIntegerField()
    tahun_sampai = models.PositiveSmallIntegerField(null=True, blank=True)
    sumber = models.CharField(max_length=300, blank=True)
    isi = models.JSONField()
    sha256 = models.CharField(max_length=64)
    dimuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    dimuat_pada = models.DateTimeField()

    objects = VersiLkeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pemda", "nama"], name="versi_lke_nama_unik"),
            models.CheckConstraint(condition=~Q(nama=""), name="versi_lke_bernama"),
            models.CheckConstraint(
                condition=Q(tahun_sampai=None) | Q(tahun_sampai__gte=F("tahun_mulai")),
                name="versi_lke_tahun_maju",
            ),
            models.CheckConstraint(
                condition=Q(tahun_mulai__gte=TAHUN_AWAL, tahun_mulai__lte=TAHUN_AKHIR),
                name="versi_lke_tahun_wajar",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def lembaga(self) -> PerangkatDaerah:
        return self.pemda

    def periksa(self) -> list[Temuan]:
        if self.pemda.jenis != JenisPerangkatDaerah.PEMDA:
            return [Temuan(kode="BUKAN_PEMDA", pesan="Instrumen LKE milik pemda.")]
        return periksa_instrumen(self.instrumen)

    @cached_property
    def instrumen(self) -> Instrumen:
        return dari_json(self.isi)

    @property
    def masa(self) -> str:
        """The years it serves."""
        return f"{self.tahun_mulai}–{self.tahun_sampai or 'seterusnya'}"

    def melayani(self, tahun: int) -> bool:
        return self.tahun_mulai <= tahun <= (self.tahun_sampai or tahun)


def sidik_instrumen(isi: dict[str, object]) -> str:
    return sidik(naskah_baku(isi))
