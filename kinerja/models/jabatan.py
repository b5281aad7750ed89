"""Positions and who holds them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from kinerja.aturan.orang import (
    Masa,
    periksa_atasan_kepala,
    periksa_masa,
    periksa_rantai,
    periksa_serumah,
)
from kinerja.aturan.temuan import Temuan
from kinerja.models.pegawai import Pegawai
from kinerja.models.pemda import PerangkatDaerah, Unit, rantai
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import JenisJabatan, JenisPejabat, JenisPerangkatDaerah

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna


class JabatanQuerySet(models.QuerySet["Jabatan"]):
    def calon_atasan(self, perangkat_daerah: PerangkatDaerah) -> JabatanQuerySet:
        """Who may stand above a position: the own agency, the pemda, the head of the Setda."""
        pemda = perangkat_daerah.pemda_atau_diri()
        setda = Q(
            kepala=True,
            perangkat_daerah__jenis=JenisPerangkatDaerah.SETDA,
            perangkat_daerah__pemda=pemda,
        )
        return self.filter(Q(perangkat_daerah__in=[perangkat_daerah, pemda]) | setda)


class Jabatan(Tercatat):
    """A position in the agency's tree of positions."""

    SEBUTAN = "Jabatan"
    MEDAN = ("perangkat_daerah", "unit", "atasan", "jenis", "nama", "kepala")
    PESAN = {
        "jabatan_satu_kepala": (
            "kepala",
            "Perangkat daerah ini sudah mempunyai kepala; ubah jabatan itu dulu.",
        ),
        "jabatan_bukan_atasan_diri": ("atasan", "Jabatan tidak dapat menjadi atasan dirinya."),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="jabatan"
    )
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="jabatan"
    )
    atasan = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="bawahan"
    )
    jenis = models.CharField(max_length=20, choices=JenisJabatan)
    nama = models.CharField(max_length=200)
    kepala = models.BooleanField(default=False, help_text="Menandatangani dokumen lembaganya.")

    objects = JabatanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah"],
                condition=Q(kepala=True),
                name="jabatan_satu_kepala",
            ),
            models.CheckConstraint(
                condition=Q(atasan__isnull=True) | ~Q(atasan=F("id")),
                name="jabatan_bukan_atasan_diri",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    def periksa(self) -> list[Temuan]:
        atasan, di = self.atasan, self.perangkat_daerah
        serumah = atasan is not None and atasan.perangkat_daerah_id == di.pk
        return [
            *periksa_serumah(
                self.unit is None or self.unit.perangkat_daerah_id == di.pk, "unit", "Unit"
            ),
            *periksa_rantai(self.pk, self._rantai_atasan(), "atasan", "Atasan"),
            *periksa_atasan_kepala(self.kepala, serumah),
            *periksa_serumah(
                atasan is None or Jabatan.objects.calon_atasan(di).filter(pk=atasan.pk).exists(),
                "atasan",
                "Atasan",
            ),
        ]

    @transaction.atomic
    def tunjuk(
        self, pegawai: Pegawai, *, jenis: str, mulai: date, selesai: date | None = None,
        oleh: Pengguna, pada: datetime,
    ) -> Pejabat:  # fmt: skip
        """Somebody takes the position; a ``pegawai`` without pk is recorded with it."""
        self.kunci()
        if pegawai.pk is None:
            pegawai.daftarkan(oleh=oleh, pada=pada, di=self.perangkat_daerah)
        baru = Pejabat(jabatan=self, pegawai=pegawai, jenis=jenis, mulai=mulai, selesai=selesai)
        return baru.daftarkan(oleh=oleh, pada=pada)

    def pejabat_pada(self, pada: date) -> Pejabat | None:
        """Who holds the position on a day; a Plh. acts before the one he stands in for."""
        berlaku = self.pejabat.filter(mulai__lte=pada).filter(
            Q(selesai__isnull=True) | Q(selesai__gte=pada)
        )
        return pemegang(list(berlaku.select_related("pegawai").order_by("-mulai", "-pk")))

    def _rantai_atasan(self) -> list[int]:
        return rantai(self.atasan_id, dict(Jabatan.objects.values_list("pk", "atasan_id")))


def pemegang(daftar: Sequence[Pejabat]) -> Pejabat | None:
    """Of those in office, the latest first: a Plh. before the one he stands in for."""
    plh = [p for p in daftar if p.jenis == JenisPejabat.PLH]
    return next(iter(plh or daftar), None)


class PejabatQuerySet(models.QuerySet["Pejabat"]):
    def belum_selesai(self, pada: date) -> PejabatQuerySet:
        """In force on a day or later."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=pada))


class Pejabat(Tercatat):
    """Who holds a Jabatan from when to when: one definitif, Plt or Pj at a time, any Plh."""

    SEBUTAN = "Pejabat"
    MEDAN = ("jabatan", "pegawai", "jenis", "mulai", "selesai")
    PESAN = {
        "pejabat_masa_maju": ("selesai", "Tanggal selesai tidak boleh sebelum tanggal mulai."),
    }

    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="pejabat")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="pejabat")
    jenis = models.CharField(max_length=10, choices=JenisPejabat, default=JenisPejabat.DEFINITIF)
    mulai = models.DateField()
    selesai = models.DateField(null=True, blank=True)

    objects = PejabatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(mulai__lte=F("selesai")),
                name="pejabat_masa_maju",
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisPejabat.values), name="pejabat_jenis_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} ({self.get_jenis_display()} {self.jabatan})"

    @property
    def sebutan(self) -> str:
        """ "Plt. Name", the name alone of who holds the position for good."""
        definitif = self.jenis == JenisPejabat.DEFINITIF
        return str(self.pegawai) if definitif else f"{self.get_jenis_display()} {self.pegawai}"

    def lembaga(self) -> PerangkatDaerah:
        return self.jabatan.perangkat_daerah

    def periksa(self) -> list[Temuan]:
        lain = Pejabat.objects.filter(jabatan=self.jabatan).exclude(pk=self.pk)
        daftar = [p.masa() for p in lain.select_related("pegawai").order_by("mulai", "pk")]
        return periksa_masa(self.masa(), daftar)

    def masa(self) -> Masa:
        return Masa(str(self.pegawai), self.jenis, self.mulai, self.selesai)
