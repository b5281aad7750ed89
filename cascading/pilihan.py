"""Choices of agreements. Stored codes are UPPER_SNAKE; labels are what users read."""

from django.db import models


class StatusPerjanjian(models.TextChoices):
    DRAF = "DRAF", "Draf"
    DIAJUKAN = "DIAJUKAN", "Diajukan"
    DIKEMBALIKAN = "DIKEMBALIKAN", "Dikembalikan"
    DISETUJUI = "DISETUJUI", "Disetujui"
    BERLAKU = "BERLAKU", "Berlaku"
    DIGANTIKAN = "DIGANTIKAN", "Digantikan"


class SebabPerjanjian(models.TextChoices):
    """Why an agreement was made; all but the first refer to the one before."""

    MURNI = "MURNI", "Perjanjian pertama"
    PERUBAHAN = "PERUBAHAN", "Perubahan"
    PEJABAT_BARU = "PEJABAT_BARU", "Pejabat baru"
