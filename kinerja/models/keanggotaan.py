"""Which role somebody holds where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from kinerja.aturan.orang import periksa_peran, periksa_serumah
from kinerja.aturan.temuan import Temuan
from kinerja.models.pemda import PerangkatDaerah, Unit
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import Peran

if TYPE_CHECKING:
    from kinerja.models.simpul import Simpul


class Keanggotaan(Tercatat):
    """One role of one user at an agency, narrowed to a unit or a branch when set."""

    SEBUTAN = "Peran"
    TAMPIL = False
    MEDAN = ("pengguna", "perangkat_daerah", "peran", "unit", "cabang")
    PESAN = {"keanggotaan_unik": ("peran", "Akun ini sudah memegang peran itu di sana.")}

    pengguna = models.ForeignKey(
        "kinerja.Pengguna", on_delete=models.CASCADE, related_name="keanggotaan"
    )
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="keanggotaan"
    )
    peran = models.CharField(max_length=20, choices=Peran)
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="keanggotaan"
    )
    cabang = models.ForeignKey(
        "kinerja.Simpul", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "pengguna",
                "perangkat_daerah",
                "peran",
                Coalesce("unit", 0),
                Coalesce("cabang", 0),
                name="keanggotaan_unik",
            ),
            models.CheckConstraint(
                condition=Q(peran__in=Peran.values), name="keanggotaan_peran_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pengguna}: {self.get_peran_display()} {self.perangkat_daerah}"

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    @property
    def menyeluruh(self) -> bool:
        return self.unit_id is None and self.cabang_id is None

    def mencakup(self, simpul: Simpul | None) -> bool:
        """Is the box within the unit and branch that this role is narrowed to? None = no box."""
        if self.menyeluruh or simpul is None:
            return self.menyeluruh
        return self.memuat(simpul.jalur_unit())

    def memuat(self, jalur: Mapping[UUID, int | None]) -> bool:
        """The same for a box whose ``jalur_unit`` is known."""
        di_unit = self.unit_id in (None, *jalur.values())
        return di_unit and (self.cabang is None or self.cabang.uid in jalur)

    @property
    def uid_cabang(self) -> str | None:
        """The box of the branch by uid: the same in every edition of its document."""
        return str(self.cabang.uid) if self.cabang else None

    def periksa(self) -> list[Temuan]:
        serumah = self.unit is None or self.unit.perangkat_daerah_id == self.perangkat_daerah_id
        return [
            *periksa_peran(self.peran, self.perangkat_daerah.jenis),
            *periksa_serumah(serumah, "unit", "Unit"),
        ]
