"""Choices of agreements, crosscutting and reports. Codes are UPPER_SNAKE; users read the labels."""

from django.db import models


class StatusPerjanjian(models.TextChoices):
    DRAF = "DRAF", "Draf"
    DIAJUKAN = "DIAJUKAN", "Diajukan"
    DIKEMBALIKAN = "DIKEMBALIKAN", "Dikembalikan"
    DIVERIFIKASI = "DIVERIFIKASI", "Diverifikasi"
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


class KolomTahap1(models.TextChoices):
    """Where an outcome comes from: the three columns of Tahap 1."""

    EKSPEKTASI = "EKSPEKTASI", "Ekspektasi masyarakat"
    MANDAT = "MANDAT", "Mandat"
    ISU = "ISU", "Isu strategis"


class BentukKiri(models.TextChoices):
    """The four kinds of title over the left column of a table of Tahap 3."""

    FAKTOR = "FAKTOR", "Faktor pembentuk CSF"
    TURUNAN_CSF = "TURUNAN_CSF", "Kondisi antara sebuah CSF"
    KONDISI = "KONDISI", "Kondisi antara, kondisi di atasnya dalam kurung"
    TANPA_KURUNG = "TANPA_KURUNG", "Kondisi antara, kondisi di atasnya tanpa kurung"


class TahapPenjenjangan(models.TextChoices):
    """The parts of the guided path, in their order."""

    TAHAP_1 = "1", "Tahap 1"
    TAHAP_2 = "2", "Tahap 2"
    TAHAP_3 = "3", "Tahap 3"
    TAHAP_4 = "4", "Tahap 4"
    TAHAP_5_1 = "5.1", "Tahap 5.1"
    TAHAP_5_2 = "5.2", "Tahap 5.2"
    TAHAP_5_3 = "5.3", "Tahap 5.3"
    MATRIKS = "matriks", "Matriks"


class BarisMatriks(models.TextChoices):
    """Levels of the matrix that have one holder each."""

    RPJMD = "RPJMD", "Tujuan dan sasaran RPJMD"
    RENSTRA = "RENSTRA", "Tujuan dan sasaran Renstra"
    PROGRAM = "PROGRAM", "Program"
    KEGIATAN = "KEGIATAN", "Kegiatan"


class BagianLkjip(models.TextChoices):
    """Parts of chapter III that have words of their own, in the order they are printed."""

    TAHUN_INI = "TAHUN_INI", "Target dan realisasi tahun ini"
    TAHUN_LALU = "TAHUN_LALU", "Dibandingkan dengan tahun lalu"
    JANGKA_MENENGAH = "JANGKA_MENENGAH", "Dibandingkan dengan target jangka menengah"
    NASIONAL = "NASIONAL", "Dibandingkan dengan standar nasional"
    PENYEBAB = "PENYEBAB", "Penyebab keberhasilan atau kegagalan dan solusinya"
    EFISIENSI = "EFISIENSI", "Efisiensi penggunaan sumber daya"
    PENUNJANG = "PENUNJANG", "Program yang menunjang"
    ANGGARAN = "ANGGARAN", "Realisasi anggaran"


class ApaKontribusi(models.TextChoices):
    """What one side plans to add to a shared indicator, and what it did add."""

    TARGET = "TARGET", "Target"
    REALISASI = "REALISASI", "Realisasi"
