"""What a review changed in the IKU of an agency, and which of them were replaced."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from iku.models.dokumen import DokumenIku
from iku.models.milik import MilikDokumen
from iku.pilihan import JenisReviu


class Reviu(MilikDokumen):
    """One change that a review decided: before, after and why; several share a berita acara.

    ``peserta``: who took part, one position or agency per line. A row of jenis PENGGANTIAN counts:
    IKU that keep changing measure nothing.
    """

    SEBUTAN = "Reviu IKU"
    MEDAN = (
        "dokumen", "tanggal", "berita_acara", "peserta", "jenis", "perihal", "sebelum", "sesudah",
        "sebab",
    )  # fmt: skip
    PESAN = {
        "iku_reviu_berubah": ("sesudah", "Isi sesudah reviu harus berbeda dari sebelumnya."),
        "iku_reviu_bersebab": ("sebab", "Penggantian IKU perlu alasan."),
    }

    dokumen = models.ForeignKey(DokumenIku, on_delete=models.CASCADE, related_name="reviu")
    tanggal = models.DateField()
    berita_acara = models.CharField(max_length=160)
    peserta = models.TextField()
    jenis = models.CharField(max_length=20, choices=JenisReviu, default=JenisReviu.RUMUSAN)
    perihal = models.CharField(max_length=200)
    sebelum = models.TextField(blank=True)
    sesudah = models.TextField()
    sebab = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis__in=JenisReviu.values), name="iku_reviu_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=~Q(sebelum=models.F("sesudah")), name="iku_reviu_berubah"
            ),
            models.CheckConstraint(
                condition=~Q(jenis=JenisReviu.PENGGANTIAN) | ~Q(sebab=""),
                name="iku_reviu_bersebab",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.perihal} ({self.berita_acara})"
