"""One upload of a workbook, from preview to undo; what an agency's column heads mean."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.models.pemda import PerangkatDaerah
from kinerja.models.periode import Periode
from kinerja.models.peta_jabatan import PetaJabatan
from kinerja.models.pohon import Pohon
from kinerja.models.riwayat import Riwayat
from kinerja.pilihan import JenisPohon, StatusSesiImpor

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna


PANJANG_JUDUL = 300


class SesiImporQuerySet(models.QuerySet["SesiImpor"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> SesiImporQuerySet:
        return self.filter(perangkat_daerah__in=PerangkatDaerah.objects.terlihat_oleh(pengguna))


class SesiImpor(models.Model):
    """An upload and the planner's decisions. The file is kept 30 days, then hash and plan remain.

    ``koreksi`` maps "LEMBAR!SEL" to the text that stands in for the cell ("" = belum diisi).
    """

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="sesi_impor"
    )
    pohon = models.ForeignKey(
        Pohon, null=True, blank=True, on_delete=models.PROTECT, related_name="sesi_impor"
    )
    periode = models.ForeignKey(
        Periode, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    peta_jabatan = models.ForeignKey(
        PetaJabatan, null=True, blank=True, on_delete=models.PROTECT, related_name="sesi_impor"
    )
    jenis_pohon = models.CharField(max_length=20, choices=JenisPohon, default=JenisPohon.CASCADING)
    judul = models.CharField(max_length=200, blank=True)
    induk_uid = models.UUIDField(null=True, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    nama_berkas = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    berkas = models.BinaryField(null=True, blank=True)
    lembar = models.CharField(max_length=100, blank=True)
    tabel = models.PositiveSmallIntegerField(null=True, blank=True)
    tata_letak = models.CharField(max_length=30, blank=True)
    tahun = models.PositiveSmallIntegerField(null=True, blank=True)
    tahap = models.CharField(max_length=30, blank=True)
    koreksi = models.JSONField(default=dict, blank=True)
    sidik_rencana = models.CharField(max_length=64, blank=True)
    rencana = models.JSONField(default=dict, blank=True)
    status = models.CharField(
        max_length=12, choices=StatusSesiImpor, default=StatusSesiImpor.PRATINJAU
    )
    riwayat = models.ForeignKey(
        Riwayat, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = SesiImporQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status=StatusSesiImpor.PRATINJAU)
                | Q(riwayat__isnull=False)
                & (Q(pohon__isnull=False) | Q(peta_jabatan__isnull=False)),
                name="sesi_impor_diterapkan_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(status__in=StatusSesiImpor.values), name="sesi_impor_status_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return self.nama_berkas


class PetaKolom(models.Model):
    """One confirmed mapping: ``judul`` (letters and digits of a head) stands for the column key
    ``kolom``; "" means that the column is not loaded. Written when an import is applied.
    """

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="peta_kolom"
    )
    judul = models.CharField(max_length=PANJANG_JUDUL)
    kolom = models.CharField(max_length=60, blank=True)
    diubah_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    diubah_pada = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "judul"], name="peta_kolom_satu_per_judul"
            ),
            models.CheckConstraint(condition=~Q(judul=""), name="peta_kolom_berjudul"),
        ]

    def __str__(self) -> str:
        return f"{self.judul} = {self.kolom}"

    @classmethod
    def milik(cls, perangkat_daerah: PerangkatDaerah) -> dict[str, str]:
        """The remembered mapping of an agency."""
        daftar = cls.objects.filter(perangkat_daerah=perangkat_daerah)
        return dict(daftar.values_list("judul", "kolom"))

    @classmethod
    def ingat(
        cls,
        perangkat_daerah: PerangkatDaerah,
        peta: Mapping[str, str],
        *,
        oleh: Pengguna,
        pada: datetime,
    ) -> None:
        """Remember a mapping; the last word about a head counts. Call it inside a transaction."""
        kini = cls.milik(perangkat_daerah)
        baru = [
            PetaKolom(
                perangkat_daerah=perangkat_daerah,
                judul=judul,
                kolom=kolom,
                diubah_oleh=oleh,
                diubah_pada=pada,
            )
            for judul, kolom in peta.items()
            if kini.get(judul) != kolom and len(judul) <= PANJANG_JUDUL
        ]
        PetaKolom.objects.bulk_create(
            baru,
            update_conflicts=True,
            unique_fields=["perangkat_daerah", "judul"],
            update_fields=["kolom", "diubah_oleh", "diubah_pada"],
        )
