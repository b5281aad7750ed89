"""People, positions, who holds them, and who may see what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from kinerja.models.pemda import PerangkatDaerah, Unit
from kinerja.pilihan import JenisJabatan, JenisPejabat, JenisPerangkatDaerah, Peran

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja.models.pohon import Pohon

EVALUATOR = frozenset({Peran.INSPEKTORAT, Peran.BAPPEDA, Peran.BAGIAN_ORGANISASI})
"""Held at the PEMDA these read everything ("evaluator" on screen)."""


class Pegawai(models.Model):
    """A civil servant as documents print them."""

    nama = models.CharField(max_length=150)
    nip = models.CharField(max_length=18, blank=True, help_text="18 angka, tanpa spasi.")
    pangkat = models.CharField(max_length=60, blank=True)
    golongan = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["nip"], condition=~Q(nip=""), name="pegawai_nip_unik"),
            models.CheckConstraint(
                condition=Q(nip="") | Q(nip__regex=r"^[0-9]{18}$"), name="pegawai_nip_18_angka"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class Pengguna(AbstractUser):
    """An account. Roles come from Keanggotaan, approval from the Jabatan of its Pegawai."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    nama = models.CharField(max_length=150)
    pegawai = models.OneToOneField(
        Pegawai, null=True, blank=True, on_delete=models.SET_NULL, related_name="pengguna"
    )
    wajib_ganti_sandi = models.BooleanField(default=False)

    REQUIRED_FIELDS = ["nama"]

    def __str__(self) -> str:
        return self.nama or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    def daftar_keanggotaan(self) -> list[Keanggotaan]:
        """All memberships with their agency, read once per request."""
        if not hasattr(self, "_keanggotaan"):
            self._keanggotaan = list(self.keanggotaan.select_related("perangkat_daerah__pemda"))
        return self._keanggotaan

    def id_perangkat_daerah(self) -> set[int]:
        return {k.perangkat_daerah_id for k in self.daftar_keanggotaan()}

    def punya_peran(self, peran: Iterable[str], perangkat_daerah: PerangkatDaerah) -> bool:
        """Does the user hold one of these roles at the agency, or at its pemda?"""
        di = {perangkat_daerah.pk, perangkat_daerah.pemda_id}
        daftar = set(peran)
        return any(
            k.peran in daftar and k.perangkat_daerah_id in di for k in self.daftar_keanggotaan()
        )

    def boleh_menyusun(self, pohon: Pohon) -> bool:
        """May the user edit this document (a planner of its agency, while it is a draft)?"""
        return pohon.dapat_diubah and self.punya_peran({Peran.PERENCANA}, pohon.perangkat_daerah)

    @property
    def evaluator(self) -> bool:
        return any(
            k.peran in EVALUATOR and k.perangkat_daerah.jenis == JenisPerangkatDaerah.PEMDA
            for k in self.daftar_keanggotaan()
        )


class Keanggotaan(models.Model):
    """One role of one user at an agency, narrowed to a unit or a branch when set."""

    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="keanggotaan")
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


class Jabatan(models.Model):
    """A position in the agency's tree of positions."""

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

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah"],
                condition=Q(kepala=True),
                name="jabatan_satu_kepala",
            ),
            models.CheckConstraint(
                condition=Q(atasan__isnull=True) | ~Q(atasan=F("id")), name="jabatan_bukan_atasan_diri"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class Pejabat(models.Model):
    """Who holds a Jabatan from when to when. One definitif, Plt or Pj at a time; Plh may overlap."""

    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="pejabat")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="pejabat")
    jenis = models.CharField(max_length=10, choices=JenisPejabat, default=JenisPejabat.DEFINITIF)
    mulai = models.DateField()
    selesai = models.DateField(null=True, blank=True)

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
