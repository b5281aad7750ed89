"""What hangs on an LKE: evidence of the agency, recommendations of the evaluator."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from laporan.pilihan import JenisBuktiLke


class BuktiLke(models.Model):
    """Evidence of a criterion or a sub-component: a record of ``jenis`` by its key, or an address.

    ``nama`` is what the record was called then; it may be gone later.
    """

    lke = models.ForeignKey("laporan.Lke", on_delete=models.CASCADE, related_name="bukti")
    kode = models.CharField(max_length=20)
    jenis = models.CharField(max_length=10, choices=JenisBuktiLke)
    asal = models.BigIntegerField(null=True, blank=True)
    tautan = models.CharField(max_length=1000, blank=True)
    nama = models.CharField(max_length=300)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lke", "kode", "jenis", "asal"], name="bukti_lke_tidak_berulang"
            ),
            models.UniqueConstraint(
                fields=["lke", "kode", "tautan"],
                condition=~Q(tautan=""),
                name="bukti_lke_tautan_sekali",
            ),
            models.CheckConstraint(
                condition=Q(jenis="TAUTAN", asal__isnull=True) & ~Q(tautan="")
                | Q(asal__isnull=False, tautan="")
                & Q(jenis__in=[j for j in JenisBuktiLke.values if j != "TAUTAN"]),
                name="bukti_lke_satu_tujuan",
            ),
            models.CheckConstraint(condition=~Q(nama=""), name="bukti_lke_bernama"),
        ]

    def __str__(self) -> str:
        return self.nama


class RekomendasiLke(models.Model):
    """What the evaluator asks for, with the agency's follow-up once the sheet is final."""

    lke = models.ForeignKey("laporan.Lke", on_delete=models.CASCADE, related_name="rekomendasi")
    nomor = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=20, blank=True)
    isi = models.TextField()
    tenggat = models.DateField(null=True, blank=True)
    tindak_lanjut = models.TextField(blank=True)
    ditindaklanjuti_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lke", "nomor"], name="rekomendasi_lke_bernomor"),
            models.CheckConstraint(condition=~Q(isi=""), name="rekomendasi_lke_berisi"),
            models.CheckConstraint(
                condition=Q(tindak_lanjut="", ditindaklanjuti_pada=None)
                | ~Q(tindak_lanjut="") & Q(ditindaklanjuti_pada__isnull=False),
                name="rekomendasi_lke_ditindaklanjuti",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor}. {self.isi[:60]}"

    @property
    def sudah(self) -> bool:
        return bool(self.tindak_lanjut)
