"""A typed value that remembers what its source wrote before a person repaired it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.aturan.perbaikan import kalimat_perbaikan


class Diperbaiki(models.Model):
    """``asal`` is the text of the source where ``mentah`` is not what it wrote, ``alasan`` why."""

    asal = models.TextField(blank=True, default="")
    alasan = models.TextField(blank=True, default="")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(alasan="") | ~Q(asal=""), name="%(class)s_alasan_berasal"
            ),
        ]

    @property
    def perbaikan(self) -> str:
        return kalimat_perbaikan(self.asal, self.alasan)
