"""The people that documents print and accounts stand for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Q

from kinerja.aturan.orang import cetak_nip
from kinerja.models.pemda import PerangkatDaerah
from kinerja.models.tercatat import Tercatat

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna


class PegawaiQuerySet(models.QuerySet["Pegawai"]):
    def dikelola_oleh(self, pengelola: Pengguna, pada: date) -> PegawaiQuerySet:
        """Pegawai of the admin's agencies who hold no position elsewhere, now or later.

        Approval follows the position: whoever may tie an account to a Pegawai lends its power.
        """
        kelola = PerangkatDaerah.objects.dikelola_oleh(pengelola)
        belum_selesai = apps.get_model("kinerja", "Pejabat").objects.belum_selesai(pada)
        luar = belum_selesai.exclude(jabatan__perangkat_daerah__in=kelola)
        milik = self.filter(pejabat__jabatan__perangkat_daerah__in=kelola)
        return milik.exclude(pk__in=luar.values("pegawai")).distinct()


class Pegawai(Tercatat):
    """A civil servant as documents print them."""

    SEBUTAN = "Pegawai"
    MEDAN = ("nama", "nip", "pangkat", "golongan")
    PESAN = {
        "pegawai_nip_unik": ("nip", "NIP itu sudah dipakai pegawai lain; periksa angkanya."),
        "pegawai_nip_18_angka": ("nip", "NIP ditulis 18 angka tanpa spasi."),
    }

    nama = models.CharField(max_length=150)
    nip = models.CharField(max_length=18, blank=True, help_text="18 angka, tanpa spasi.")
    pangkat = models.CharField(max_length=60, blank=True)
    golongan = models.CharField(max_length=10, blank=True)

    objects = PegawaiQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["nip"], condition=~Q(nip=""), name="pegawai_nip_unik"),
            models.CheckConstraint(
                condition=Q(nip="") | Q(nip__regex=r"^[0-9]{18}$"), name="pegawai_nip_18_angka"
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def nip_tercetak(self) -> str:
        """In groups of 8 6 1 3, "" without one."""
        return cetak_nip(self.nip)

    def lembaga(self) -> PerangkatDaerah:
        """Where the latest position is."""
        daftar = PerangkatDaerah.objects.filter(jabatan__pejabat__pegawai=self)
        terakhir = daftar.order_by("-jabatan__pejabat__mulai", "-jabatan__pejabat__pk").first()
        assert terakhir is not None  # noqa: S101 - a Pegawai is made with its first position
        return terakhir
