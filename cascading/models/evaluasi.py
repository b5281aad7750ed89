"""Texts of reports that no figure says: the foot rows of E.81, the words of a LKjIP."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from cascading.aturan.evaluasi import BARIS_TERBANYAK, PANJANG_EVALUASI, periksa_baris
from cascading.pilihan import BagianLkjip
from kinerja.aturan.temuan import Temuan
from kinerja.models import PerangkatDaerah
from kinerja.models.tercatat import Tercatat

PANJANG_URAIAN = 20_000
_TEKS = ("faktor_pendorong", "faktor_penghambat", "tindak_lanjut_triwulan", "tindak_lanjut_renja")


class CatatanEvaluasi(Tercatat):
    """What stands below E.81 of an agency in a quarter. The two follow-ups are Bappeda's."""

    SEBUTAN = "Catatan evaluasi"
    TAMPIL = False
    MEDAN = ("perangkat_daerah", "tahun", "triwulan", *_TEKS)
    PESAN = {
        "catatan_evaluasi_satu": ("triwulan", "Catatan triwulan itu sudah ada; muat ulang."),
        "catatan_evaluasi_muat": ("", "Ringkaslah isian yang terlalu panjang."),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="catatan_evaluasi"
    )
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    faktor_pendorong = models.TextField(blank=True)
    faktor_penghambat = models.TextField(blank=True)
    tindak_lanjut_triwulan = models.TextField(blank=True)
    tindak_lanjut_renja = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "triwulan"], name="catatan_evaluasi_satu"
            ),
            models.CheckConstraint(
                condition=Q(triwulan__in=[1, 2, 3, 4]), name="catatan_evaluasi_triwulan_dikenal"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("faktor_pendorong"), PANJANG_EVALUASI)
                & LessThanOrEqual(Length("faktor_penghambat"), PANJANG_EVALUASI)
                & LessThanOrEqual(Length("tindak_lanjut_triwulan"), PANJANG_EVALUASI)
                & LessThanOrEqual(Length("tindak_lanjut_renja"), PANJANG_EVALUASI),
                name="catatan_evaluasi_muat",
            ),
        ]

    def __str__(self) -> str:
        return f"E.81 triwulan {self.triwulan} {self.tahun}"

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    def periksa(self) -> list[Temuan]:
        return [t for m in _TEKS for t in periksa_baris(m, getattr(self, m), BARIS_TERBANYAK)]


class UraianLkjip(Tercatat):
    """The words of one part of a LKjIP of an agency; a part without a row prints none."""

    SEBUTAN = "Uraian LKjIP"
    TAMPIL = False
    MEDAN = ("perangkat_daerah", "tahun", "bagian", "teks")
    PESAN = {
        "uraian_lkjip_satu": ("bagian", "Uraian bagian itu sudah ada; muat ulang halaman."),
        "uraian_lkjip_muat": (
            "teks",
            f"Paling banyak {PANJANG_URAIAN:,} huruf; ringkaslah.".replace(",", "."),
        ),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="uraian_lkjip"
    )
    tahun = models.PositiveSmallIntegerField()
    bagian = models.CharField(max_length=16, choices=BagianLkjip)
    teks = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "bagian"], name="uraian_lkjip_satu"
            ),
            models.CheckConstraint(
                condition=Q(bagian__in=BagianLkjip.values), name="uraian_lkjip_bagian_dikenal"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("teks"), PANJANG_URAIAN), name="uraian_lkjip_muat"
            ),
        ]

    def __str__(self) -> str:
        return f"{BagianLkjip(self.bagian).label} {self.tahun}"

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah
