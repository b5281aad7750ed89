"""Settings of a pemda that planners see in every page and document."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.models.pemda import PerangkatDaerah
from kinerja.models.tercatat import Tercatat


class Pengaturan(Tercatat):
    """One row per pemda. ``versi`` grows with each change; caches carry it in their key."""

    SEBUTAN = "Pengaturan"
    MEDAN = ("warna_merek", "label_jenjang", "perlu_verifikasi")
    PESAN = {
        "pengaturan_warna_hex": ("warna_merek", "Tulis warna sebagai # dan enam angka, #0956C3."),
    }

    pemda = models.OneToOneField(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="pengaturan"
    )
    warna_merek = models.CharField(max_length=7, default="#0956C3")
    label_jenjang = models.JSONField(default=dict, blank=True)
    perlu_verifikasi = models.BooleanField(
        default=False, help_text="Dokumen diverifikasi Bappeda sebelum disetujui."
    )
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(warna_merek__regex=r"^#[0-9A-Fa-f]{6}$"), name="pengaturan_warna_hex"
            )
        ]

    def __str__(self) -> str:
        return str(self.pemda)

    def lembaga(self) -> PerangkatDaerah:
        return self.pemda

    @classmethod
    def wajib_verifikasi(cls, pemda: PerangkatDaerah) -> bool:
        """Does Bappeda verify a document before its head approves it?"""
        return cls.objects.filter(pemda=pemda, perlu_verifikasi=True).exists()

    @classmethod
    def naikkan_versi(cls, pemda: PerangkatDaerah) -> None:
        """What pages of this pemda were drawn from has changed."""
        cls.objects.get_or_create(pemda=pemda)
        cls.objects.filter(pemda=pemda).update(versi=F("versi") + 1)
