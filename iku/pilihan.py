"""Choices of the IKU document as the office prints them."""

from django.db import models


class StatusDokumen(models.TextChoices):
    """The ladder of a document that is signed: approved, in force, replaced by a later one."""

    DRAF = "DRAF", "Draf"
    DIAJUKAN = "DIAJUKAN", "Diajukan"
    DIKEMBALIKAN = "DIKEMBALIKAN", "Dikembalikan"
    DIVERIFIKASI = "DIVERIFIKASI", "Diverifikasi"
    DISETUJUI = "DISETUJUI", "Disetujui"
    BERLAKU = "BERLAKU", "Berlaku"
    DIGANTIKAN = "DIGANTIKAN", "Digantikan"


TERBUKA = (StatusDokumen.DRAF, StatusDokumen.DIKEMBALIKAN)
"""While a document may be written."""
BERJALAN = (*TERBUKA, StatusDokumen.DIAJUKAN, StatusDokumen.DIVERIFIKASI, StatusDokumen.DISETUJUI)
"""On its way: one at a time for the same agency, year and title."""


class Bagian(models.TextChoices):
    """Where a text block stands. The chapters are those of the printed document."""

    KATA_PENGANTAR = "KATA_PENGANTAR", "Kata pengantar"
    BAB_I = "BAB_I", "Bab I Pendahuluan"
    BAB_II = "BAB_II", "Bab II Indikator Kinerja Utama"
    BAB_III = "BAB_III", "Bab III Penutup"
    KEPUTUSAN = "KEPUTUSAN", "Keputusan"


class BakuBab(models.TextChoices):
    """Blocks that the document knows; the agency's own have none."""

    SENDIRI = "", "Tambahan"
    PENGANTAR = "PENGANTAR", "Kata pengantar"
    LANDASAN_HUKUM = "LANDASAN_HUKUM", "Landasan hukum"
    IKU = "IKU", "Tabel dan uraian IKU"
    MENIMBANG = "MENIMBANG", "Menimbang"
    MENETAPKAN = "MENETAPKAN", "Menetapkan"
    TEMBUSAN = "TEMBUSAN", "Tembusan"


class JenisReviu(models.TextChoices):
    """PENGGANTIAN counts: a document is judged by how often its IKU were replaced."""

    RUMUSAN = "RUMUSAN", "Perbaikan rumusan"
    PENGGANTIAN = "PENGGANTIAN", "Penggantian IKU"
