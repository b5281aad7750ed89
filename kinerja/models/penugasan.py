"""Which position answers for which box, and who answers for the value of an indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from kinerja.models.indikator import Indikator
from kinerja.models.jabatan import Jabatan
from kinerja.models.pemda import PerangkatDaerah
from kinerja.models.simpul import Simpul
from kinerja.pilihan import PeranTugas

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon


class PenugasanQuerySet(models.QuerySet["Penugasan"]):
    def di(self, pohon: Pohon) -> PenugasanQuerySet:
        """Of one document."""
        return self.filter(simpul__pohon=pohon)

    def milik(self, jabatan: Jabatan, pohon: Pohon) -> PenugasanQuerySet:
        """The boxes of a document that a position answers for, in tree order."""
        return self.di(pohon).filter(jabatan=jabatan).select_related("simpul").urut_pohon()

    def urut_pohon(self) -> PenugasanQuerySet:
        return self.order_by("simpul__tree_id", "simpul__lft", "pk")


class Penugasan(models.Model):
    """A position answers for a box, in one part. Written only by the verbs of ``Pohon``.

    Several positions may share a box; a sub kegiatan has one penanggung jawab.
    """

    simpul = models.ForeignKey(Simpul, on_delete=models.CASCADE, related_name="penugasan")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="penugasan")
    peran = models.CharField(max_length=20, choices=PeranTugas, default=PeranTugas.PENANGGUNG_JAWAB)

    objects = PenugasanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["simpul", "jabatan"], name="penugasan_unik"),
            models.CheckConstraint(
                condition=Q(peran__in=PeranTugas.values), name="penugasan_peran_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jabatan}: {self.get_peran_display()} {self.simpul}"


class PenanggungJabatan(models.Model):
    """A position of the document's agency answers for an indicator; several may."""

    indikator = models.ForeignKey(
        Indikator, on_delete=models.CASCADE, related_name="penanggung_jabatan"
    )
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["indikator", "jabatan"], name="penanggungjabatan_unik"),
        ]

    def __str__(self) -> str:
        return str(self.jabatan)


class PenanggungLembaga(models.Model):
    """An agency of the pemda answers for an indicator; several may."""

    indikator = models.ForeignKey(
        Indikator, on_delete=models.CASCADE, related_name="penanggung_lembaga"
    )
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "perangkat_daerah"], name="penanggunglembaga_unik"
            ),
        ]

    def __str__(self) -> str:
        return str(self.perangkat_daerah)
