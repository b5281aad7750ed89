"""Actual values of a quarter, with the capaian that the rules make of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.models.indikator import Indikator, NilaiTertulis
from kinerja.models.perbaikan import Diperbaiki
from kinerja.models.simpul import Simpul
from kinerja.pilihan import CaraKetik, StatusPengukuran, Triwulan

TRIWULAN = tuple(t for t in Triwulan.values if t)
_BERTRIWULAN = Q(triwulan__in=TRIWULAN)
_BERCARA = Q(cara__in=CaraKetik.values)
DIKIRIM = (StatusPengukuran.DIAJUKAN, StatusPengukuran.DIVERIFIKASI)
CATATAN = ("hambatan", "faktor_pendukung", "solusi", "tindak_lanjut")


class Realisasi(NilaiTertulis):
    """Actual value: indikator × tahun × triwulan. Only the edition in force is written.

    ``cara`` says whether the number is of the quarter alone or since January. ``capaian`` is what
    stands up to this quarter against the targets of the same quarters, ``capaian_setahun`` against
    the target of the year, both in percent; ``keterangan_capaian`` is the formula with its
    numbers, or why there is no percentage. All three always equal the rule
    (``models/hitung_capaian.py``).
    """

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="realisasi")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(choices=Triwulan)
    cara = models.CharField(max_length=10, choices=CaraKetik, default=CaraKetik.TRIWULAN)
    variabel = models.JSONField(default=dict, blank=True)
    tahun_data = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Tahun yang diceritakan angkanya, bila bukan tahun ini."
    )
    sementara = models.BooleanField(default=False, help_text="Angka sementara.")
    hambatan = models.TextField(blank=True)
    faktor_pendukung = models.TextField(blank=True)
    solusi = models.TextField(blank=True)
    tindak_lanjut = models.TextField(blank=True)
    capaian = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    capaian_setahun = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    keterangan_capaian = models.TextField(blank=True)
    diubah_pada = models.DateTimeField()

    class Meta(NilaiTertulis.Meta):
        abstract = False
        constraints = [
            *NilaiTertulis.Meta.constraints,
            models.UniqueConstraint(
                fields=["indikator", "tahun", "triwulan"], name="realisasi_unik"
            ),
            models.CheckConstraint(condition=_BERTRIWULAN, name="realisasi_triwulan_dikenal"),
            models.CheckConstraint(condition=_BERCARA, name="realisasi_cara_dikenal"),
            models.CheckConstraint(
                condition=Q(capaian__isnull=True) | Q(capaian__gte=0),
                name="realisasi_capaian_wajar",
            ),
        ]
        indexes = [models.Index(fields=["tahun", "triwulan"], name="realisasi_masa")]

    def __str__(self) -> str:
        return f"{self.get_triwulan_display()} {self.tahun}: {self.mentah}"


class RealisasiAnggaran(Diperbaiki):
    """Money spent by a box of the lowest level in a quarter, whole rupiah, as typed beside it."""

    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="realisasi_anggaran")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(choices=Triwulan)
    cara = models.CharField(max_length=10, choices=CaraKetik, default=CaraKetik.TRIWULAN)
    mentah = models.TextField()
    nilai = models.BigIntegerField(null=True, blank=True)
    diubah_pada = models.DateTimeField()

    class Meta(Diperbaiki.Meta):
        abstract = False
        constraints = [
            *Diperbaiki.Meta.constraints,
            models.UniqueConstraint(
                fields=["simpul", "tahun", "triwulan"], name="realisasianggaran_unik"
            ),
            models.CheckConstraint(
                condition=_BERTRIWULAN, name="realisasianggaran_triwulan_dikenal"
            ),
            models.CheckConstraint(condition=_BERCARA, name="realisasianggaran_cara_dikenal"),
            models.CheckConstraint(condition=~Q(mentah=""), name="realisasianggaran_bermentah"),
            models.CheckConstraint(
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0, nilai__lt=10**13),
                name="realisasianggaran_wajar",
            ),
        ]
        indexes = [models.Index(fields=["tahun", "triwulan"], name="realisasianggaran_masa")]

    def __str__(self) -> str:
        return f"{self.get_triwulan_display()} {self.tahun}: {self.mentah}"


class Pengukuran(models.Model):
    """The measuring of one document in one quarter, as a whole; a missing row is a Draf.

    ``diajukan_pada`` is when it was submitted as it stands, none while it is being filled.
    Verbs stand in ``models/pengukuran.py``.
    """

    pohon = models.ForeignKey("kinerja.Pohon", on_delete=models.PROTECT, related_name="pengukuran")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(choices=Triwulan)
    status = models.CharField(
        max_length=20, choices=StatusPengukuran, default=StatusPengukuran.DRAF
    )
    alasan = models.TextField(blank=True, help_text="Mengapa dikembalikan.")
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    diubah_pada = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pohon", "tahun", "triwulan"], name="pengukuran_unik"),
            models.CheckConstraint(
                condition=~Q(status__in=DIKIRIM) | Q(diajukan_pada__isnull=False),
                name="pengukuran_diajukan_berwaktu",
            ),
            models.CheckConstraint(condition=_BERTRIWULAN, name="pengukuran_triwulan_dikenal"),
            models.CheckConstraint(
                condition=Q(status__in=StatusPengukuran.values), name="pengukuran_status_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(status=StatusPengukuran.DIKEMBALIKAN) & ~Q(alasan="")
                | ~Q(status=StatusPengukuran.DIKEMBALIKAN) & Q(alasan=""),
                name="pengukuran_alasan_bila_dikembalikan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_triwulan_display()} {self.tahun}: {self.get_status_display()}"
