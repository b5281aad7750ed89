"""Lines of an action plan: what is done below the targets of a box in one year."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from kinerja.aturan.teks import cuplik
from kinerja.models import PerangkatDaerah
from kinerja.models.tercatat import Tercatat

PANJANG_TEKS = 2_000
PANJANG_TRIWULAN = 200


class RencanaAksi(Tercatat):
    """One line, by the uid of its box so that every edition keeps it.

    ``sub`` are the steps of it; ``triwulan_1`` … ``triwulan_4`` say what each quarter brings, as
    text ("10 orang", "terlaksana"); ``penanggung_jawab`` where it is not that of the box.
    """

    SEBUTAN = "Rencana aksi"
    TAMPIL = False
    MEDAN = (
        *("perangkat_daerah", "simpul_uid", "tahun", "urutan", "uraian", "sub"),
        *("triwulan_1", "triwulan_2", "triwulan_3", "triwulan_4", "penanggung_jawab"),
    )
    PESAN = {
        "rencana_aksi_beruraian": ("uraian", "Tulis rencana aksinya."),
        "rencana_aksi_muat": (
            "sub",
            f"Paling banyak {PANJANG_TEKS:,} huruf; ringkaslah.".replace(",", "."),
        ),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="rencana_aksi"
    )
    simpul_uid = models.UUIDField(editable=False)
    tahun = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField(default=1)
    uraian = models.TextField()
    sub = models.TextField(blank=True)
    triwulan_1 = models.CharField(max_length=PANJANG_TRIWULAN, blank=True)
    triwulan_2 = models.CharField(max_length=PANJANG_TRIWULAN, blank=True)
    triwulan_3 = models.CharField(max_length=PANJANG_TRIWULAN, blank=True)
    triwulan_4 = models.CharField(max_length=PANJANG_TRIWULAN, blank=True)
    penanggung_jawab = models.CharField(max_length=PANJANG_TRIWULAN, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(uraian=""), name="rencana_aksi_beruraian"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("uraian"), PANJANG_TEKS)
                & LessThanOrEqual(Length("sub"), PANJANG_TEKS),
                name="rencana_aksi_muat",
            ),
        ]
        indexes = [
            models.Index(fields=["perangkat_daerah", "tahun"], name="rencana_aksi_tahun"),
        ]

    def __str__(self) -> str:
        return cuplik(self.uraian, 80)

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    @property
    def triwulan(self) -> tuple[str, str, str, str]:
        return self.triwulan_1, self.triwulan_2, self.triwulan_3, self.triwulan_4
