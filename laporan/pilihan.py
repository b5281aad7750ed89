"""Choices of documents that were frozen. Stored codes are UPPER_SNAKE; labels are read by users."""

from django.db import models


class JenisDokumen(models.TextChoices):
    """What was frozen; ``Dokumen.asal`` is the key of that kind of record."""

    PERJANJIAN = "PERJANJIAN", "Perjanjian Kinerja"
    IKU = "IKU", "Dokumen IKU"
    POHON = "POHON", "Dokumen perencanaan"
    PENGUKURAN = "PENGUKURAN", "Pengukuran kinerja"
    ARSIP = "ARSIP", "Dokumen lama"
    LHE = "LHE", "Laporan Hasil Evaluasi"


class JenisBerkas(models.TextChoices):
    """CETAK is what the system printed; the others are that document as it was signed."""

    CETAK = "CETAK", "Cetakan"
    PINDAIAN = "PINDAIAN", "Pindaian bertanda tangan"
    TTE = "TTE", "Bertanda tangan elektronik"


class SebabGanti(models.TextChoices):
    """Why a document refers to an earlier one. Only PEJABAT_BARU leaves that one valid."""

    PERUBAHAN = "PERUBAHAN", "Perubahan"
    PEJABAT_BARU = "PEJABAT_BARU", "Pejabat baru"
    PEMBETULAN = "PEMBETULAN", "Pembetulan"


class StatusCatatan(models.TextChoices):
    """Where a note of an evaluator stands; the ladder is ``laporan.aturan.catatan``."""

    TERBUKA = "TERBUKA", "Terbuka"
    DIJAWAB = "DIJAWAB", "Dijawab"
    DITINDAKLANJUTI = "DITINDAKLANJUTI", "Ditindaklanjuti"
    DIKEMBALIKAN = "DIKEMBALIKAN", "Dikembalikan"
    SELESAI = "SELESAI", "Selesai"
    DITARIK = "DITARIK", "Ditarik"


class LangkahCatatan(models.TextChoices):
    """Steps of a note, as stored."""

    JAWAB = "JAWAB", "Jawaban"
    TINDAK_LANJUTI = "TINDAK_LANJUTI", "Tindak lanjut"
    KEMBALIKAN = "KEMBALIKAN", "Dikembalikan"
    PERPANJANG = "PERPANJANG", "Tenggat diganti"
    SELESAIKAN = "SELESAIKAN", "Selesai"
    TARIK = "TARIK", "Ditarik"


class StatusLke(models.TextChoices):
    DRAF = "DRAF", "Draf"
    DIAJUKAN = "DIAJUKAN", "Diajukan"
    DIKEMBALIKAN = "DIKEMBALIKAN", "Dikembalikan"
    FINAL = "FINAL", "Final"


class JawabanKriteria(models.TextChoices):
    """What somebody says of a criterion; an empty one was not answered yet."""

    TERPENUHI = "TERPENUHI", "Terpenuhi"
    BELUM = "BELUM", "Belum terpenuhi"
    TIDAK_BERLAKU = "TIDAK_BERLAKU", "Tidak berlaku"


class JenisBuktiLke(models.TextChoices):
    """What an evidence points at; TAUTAN is an address outside."""

    POHON = "POHON", "Dokumen perencanaan"
    IKU = "IKU", "Dokumen IKU"
    PERJANJIAN = "PERJANJIAN", "Perjanjian Kinerja"
    PENGUKURAN = "PENGUKURAN", "Pengukuran triwulan"
    BUKTI = "BUKTI", "Bukti realisasi"
    DOKUMEN = "DOKUMEN", "Dokumen yang dibekukan atau diarsipkan"
    TAUTAN = "TAUTAN", "Tautan"
