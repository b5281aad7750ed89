"""Penjenjangan: five stages over a pohon kinerja and a cascading.

Conditions, components, indicators, targets and money stay in the two trees; here stands only what
stands nowhere else. Words that a pemda has of its own are in ``KataPenjenjangan``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from cascading.aturan.penjenjangan import kata as aturan
from cascading.aturan.penjenjangan.tangga import TERBUKA
from cascading.models.langkah_penjenjangan import LangkahPenjenjangan
from kinerja.aturan.temuan import Letak, Temuan
from kinerja.models import PerangkatDaerah, Periode, Pohon
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import JenisPohon, StatusPohon

if TYPE_CHECKING:
    from kinerja.models import Pengguna

JENIS = {"pohon_kinerja": JenisPohon.POHON_KINERJA, "cascading": JenisPohon.CASCADING}
"""Which kind of document each field names."""


class PenjenjanganQuerySet(models.QuerySet["Penjenjangan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PenjenjanganQuerySet:
        milik = PerangkatDaerah.objects.terlihat_oleh(pengguna)
        return self.filter(perangkat_daerah__in=milik)

    def lengkap(self) -> PenjenjanganQuerySet:
        """With what pages and prints say of it."""
        return self.select_related(
            "perangkat_daerah__pemda", "periode",
            "pohon_kinerja__perangkat_daerah", "pohon_kinerja__periode",
            "cascading__perangkat_daerah", "cascading__periode",
        ).defer(
            "perangkat_daerah__lambang", "perangkat_daerah__pemda__lambang",
            "pohon_kinerja__perangkat_daerah__lambang", "cascading__perangkat_daerah__lambang",
        )  # fmt: skip

    def urut(self) -> PenjenjanganQuerySet:
        return self.order_by("perangkat_daerah__nama", "-tahun", "judul", "-pk")


class Penjenjangan(LangkahPenjenjangan):
    """One penjenjangan: agency × periode × tahun × judul. ``tahun`` is the year of the targets and
    the money in 5.2, 5.3 and the matrix.

    ``kata`` replaces words (keys of ``aturan.penjenjangan.kata.KATA``), ``bentuk_kiri`` maps a
    condition's uid to the kind of its left-hand title in Tahap 3, ``pemegang`` a level of the
    matrix to its holder, ``bentang`` says over how many programs each sasaran of the matrix is
    printed; what is empty follows the pemda, the trees and the assignments. ``versi`` grows with
    every change.
    """

    SEBUTAN = "Penjenjangan"
    TAMPIL = False
    MEDAN = (
        "perangkat_daerah", "periode", "tahun", "judul", "pohon_kinerja", "cascading", "sampul",
        "catatan", "kata", "bentuk_kiri", "pemegang", "bentang",
    )  # fmt: skip
    PESAN = {
        "penjenjangan_satu_berjalan": (
            "judul",
            "Penjenjangan untuk tahun dan judul ini sudah ada; buka itu, atau beri judul lain.",
        ),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="penjenjangan"
    )
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="penjenjangan")
    tahun = models.PositiveSmallIntegerField()
    judul = models.CharField(max_length=160, blank=True)
    pohon_kinerja = models.ForeignKey(
        Pohon, on_delete=models.PROTECT, related_name="penjenjangan_kondisi"
    )
    cascading = models.ForeignKey(Pohon, on_delete=models.PROTECT, related_name="penjenjangan")
    sampul = models.CharField(max_length=200, blank=True, help_text="Baris tambahan di sampul.")
    catatan = models.TextField(blank=True)
    kata = models.JSONField(default=dict, blank=True)
    bentuk_kiri = models.JSONField(default=dict, blank=True)
    pemegang = models.JSONField(default=dict, blank=True)
    bentang = models.JSONField(default=list, blank=True)
    status = models.CharField(
        max_length=20, choices=StatusPohon, default=StatusPohon.DRAF, editable=False
    )
    alasan = models.TextField(blank=True, editable=False)
    disetujui_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    disetujui_pada = models.DateTimeField(null=True, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)
    diubah_pada = models.DateTimeField(editable=False)

    objects = PenjenjanganQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "periode", "tahun", "judul"],
                condition=~Q(status=StatusPohon.DISETUJUI),
                name="penjenjangan_satu_berjalan",
            ),
            models.CheckConstraint(
                condition=Q(status__in=StatusPohon.values), name="penjenjangan_status_dikenal"
            ),
            models.CheckConstraint(
                condition=(Q(status=StatusPohon.DIKEMBALIKAN) & ~Q(alasan=""))
                | (~Q(status=StatusPohon.DIKEMBALIKAN) & Q(alasan="")),
                name="penjenjangan_alasan_bila_kembali",
            ),
            models.CheckConstraint(
                condition=Q(
                    status="DISETUJUI", disetujui_oleh__isnull=False, disetujui_pada__isnull=False
                )
                | (
                    ~Q(status="DISETUJUI")
                    & Q(disetujui_oleh__isnull=True, disetujui_pada__isnull=True)
                ),
                name="penjenjangan_disetujui_oleh_seseorang",
            ),
        ]

    def __str__(self) -> str:
        return " ".join(b for b in ("Penjenjangan", self.judul, str(self.tahun)) if b)

    @property
    def terbuka(self) -> bool:
        """May it be written now?"""
        return self.status in TERBUKA

    @property
    def konsep(self) -> bool:
        """Is every print of it still a concept?"""
        return self.status != StatusPohon.DISETUJUI

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    def periksa(self) -> list[Temuan]:
        return [
            *self.periksa_tahun(),
            *(t for medan in JENIS for t in self._periksa_pohon(medan)),
            *aturan.periksa_kata(self.kata),
            *aturan.periksa_bentuk(self.bentuk_kiri),
            *aturan.periksa_pemegang(self.pemegang),
            *aturan.periksa_bentang(self.bentang),
        ]

    def hapus(self, **siapa: Any) -> None:
        """A draft goes with its items; what was approved stays (guards see to that)."""
        with transaction.atomic():
            self.kunci()
            self.butir.all().delete()
            super().hapus(**siapa)

    def _periksa_pohon(self, medan: str) -> list[Temuan]:
        pohon: Pohon = getattr(self, medan)
        if (
            pohon.jenis == JENIS[medan]
            and pohon.perangkat_daerah_id == self.perangkat_daerah_id
            and pohon.periode_id == self.periode_id
        ):
            return []
        jenis = str(JENIS[medan].label).lower()
        pesan = f"Pilih {jenis} milik perangkat daerah dan periode penjenjangan ini."
        return [Temuan(kode="POHON_LAIN", pesan=pesan, letak=Letak(medan=medan))]


class KataPenjenjangan(Tercatat):
    """The words of a pemda where they are not ours; one row per pemda."""

    SEBUTAN = "Kata penjenjangan"
    TAMPIL = False
    MEDAN = ("kata",)

    pemda = models.OneToOneField(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="kata_penjenjangan"
    )
    kata = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        return str(self.pemda)

    def lembaga(self) -> PerangkatDaerah:
        return self.pemda

    def periksa(self) -> list[Temuan]:
        return aturan.periksa_kata(self.kata)

    @classmethod
    def milik(cls, pemda: PerangkatDaerah) -> dict[str, str]:
        """The words that the pemda replaced."""
        return cls.objects.filter(pemda=pemda).values_list("kata", flat=True).first() or {}
