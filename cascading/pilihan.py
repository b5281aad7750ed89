"""Choices of agreements and crosscutting. Stored codes are UPPER_SNAKE; users read the labels."""

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


class StatusLintas(models.TextChoices):
    """How far a crosscutting is agreed."""

    MENUNGGU = "MENUNGGU", "Menunggu jawaban"
    DISETUJUI = "DISETUJUI", "Disetujui"
    DITOLAK = "DITOLAK", "Ditolak"
    DITARIK = "DITARIK", "Ditarik"
