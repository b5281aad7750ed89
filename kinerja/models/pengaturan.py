"""Settings of a pemda that planners see in every page and document."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.models.pemda import PerangkatDaerah


class Pengaturan(models.Model):
    """One row per pemda. ``versi`` grows with each change; caches carry it in their key."""

    pemda = models.OneToOneField(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="pengaturan"
    )
    warna_merek = models.CharField(max_length=7, default="#0956C3")
    label_jenjang = models.JSONField(default=dict, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(warna_merek__regex=r"^#[0-9A-Fa-f]{6}$"), name="pengaturan_warna_hex"
            )
        ]

    def __str__(self) -> str:
        return f"Pengaturan {self.pemda}"
