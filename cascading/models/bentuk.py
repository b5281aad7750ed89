"""The forms of agreements where a pemda has its own: which levels are printed for whom."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Q

from cascading.aturan.bentuk import (
    JENJANG_JANJI,
    JENJANG_UANG,
    SYARAT,
    Bentuk,
    Syarat,
    periksa_bentuk,
    periksa_susunan,
)
from kinerja.aturan.temuan import Temuan, tolak_bila
from kinerja.models import PerangkatDaerah
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import Jenjang

if TYPE_CHECKING:
    from kinerja.models import Pengguna


JARAK = 10
"""Between two numbers of the order, so that one fits in."""


class BentukPerjanjian(Tercatat):
    """A form and for whom; of all forms of a pemda in ``urutan`` the first that fits counts.
    Without rows the forms of ``aturan/bentuk.py`` count; what was agreed keeps its form in the
    snapshot.

    ``kode`` is what snapshots name; ``lembaga_jenis``, ``jabatan``, ``unit`` are lists of kinds
    (empty: all), ``kepala`` and ``plt`` None where it does not matter.
    """

    SEBUTAN = "Bentuk perjanjian"
    TAMPIL = False
    BOLEH_KOSONG = ("lembaga_jenis", "jabatan", "unit", "sasaran", "uang")
    MEDAN = (
        "urutan", "kode", "nama", "lembaga_jenis", "jabatan", "unit", "kepala", "plt", "sasaran",
        "uang", "seluruh", "sepihak",
    )  # fmt: skip
    PESAN = {
        "bentuk_perjanjian_urutan_unik": ("urutan", "Urutan itu sudah dipakai bentuk lain."),
        "bentuk_perjanjian_kode_kapital": (
            "kode", "Kode ditulis dengan huruf kapital, angka, dan garis bawah."
        ),
    }  # fmt: skip

    pemda = models.ForeignKey(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="bentuk_perjanjian"
    )
    urutan = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=30)
    nama = models.CharField(max_length=120)
    lembaga_jenis = models.JSONField(default=list, blank=True)
    jabatan = models.JSONField(default=list, blank=True)
    unit = models.JSONField(default=list, blank=True)
    kepala = models.BooleanField(null=True, blank=True)
    plt = models.BooleanField(null=True, blank=True)
    sasaran = models.JSONField(default=list, blank=True)
    uang = models.JSONField(default=list, blank=True)
    seluruh = models.BooleanField(default=False)
    sepihak = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "urutan"], name="bentuk_perjanjian_urutan_unik"
            ),
            models.CheckConstraint(
                condition=Q(kode__regex=r"^[A-Z0-9_]+$"), name="bentuk_perjanjian_kode_kapital"
            ),
            models.CheckConstraint(condition=~Q(nama=""), name="bentuk_perjanjian_bernama"),
        ]

    def __str__(self) -> str:
        return self.nama

    def lembaga(self) -> PerangkatDaerah:
        return self.pemda

    def periksa(self) -> list[Temuan]:
        return [*periksa_bentuk(self.syarat().bentuk), *periksa_susunan(self.susunan())]

    @transaction.atomic
    def hapus(self, **siapa: Any) -> None:
        """Refused when a position would be left without a form."""
        self.kunci()
        lain = type(self).objects.filter(pemda=self.pemda).exclude(pk=self.pk).order_by("urutan")
        tolak_bila(periksa_susunan([b.syarat() for b in lain]))
        super().hapus(**siapa)

    def syarat(self) -> Syarat:
        """As the rules use it."""
        bentuk = Bentuk(
            self.kode,
            tuple(Jenjang(j) for j in JENJANG_JANJI if j in self.sasaran),
            tuple(Jenjang(j) for j in JENJANG_UANG if j in self.uang),
            self.seluruh,
            self.sepihak,
        )
        return Syarat(
            bentuk, frozenset(self.lembaga_jenis), frozenset(self.jabatan), frozenset(self.unit),
            self.kepala, self.plt, self.nama,
        )  # fmt: skip

    def susunan(self) -> list[Syarat]:
        """All forms of the pemda with this one as it stands in memory."""
        lain = type(self).objects.filter(pemda=self.pemda).exclude(pk=self.pk)
        return [b.syarat() for b in sorted([*lain, self], key=lambda b: b.urutan)]

    @classmethod
    def milik(cls, pemda: PerangkatDaerah) -> tuple[Syarat, ...]:
        """The forms in use, in their order."""
        daftar = cls.objects.filter(pemda=pemda).order_by("urutan")
        return tuple(b.syarat() for b in daftar) or SYARAT

    @classmethod
    @transaction.atomic
    def mulai_sendiri(cls, pemda: PerangkatDaerah, *, oleh: Pengguna, pada: datetime) -> None:
        """Copy our forms as rows of the pemda, to be changed; nothing where it has some."""
        cls(pemda=pemda).kunci()
        if cls.objects.filter(pemda=pemda).exists():
            return
        for n, s in enumerate(SYARAT, start=1):
            satu = cls(pemda=pemda, urutan=n * JARAK, **_kolom(s))
            satu._simpan()
            satu.catat("tambah", "ditambahkan", None, satu.cuplikan(), oleh=oleh, pada=pada)

    @classmethod
    @transaction.atomic
    def kembali_ke_bawaan(cls, pemda: PerangkatDaerah, *, oleh: Pengguna, pada: datetime) -> None:
        """Drop the pemda's own forms; drafts print ours again."""
        cls(pemda=pemda).kunci()
        for satu in cls.objects.filter(pemda=pemda).order_by("urutan"):
            super(BentukPerjanjian, satu).hapus(oleh=oleh, pada=pada)


def _kolom(s: Syarat) -> dict[str, Any]:
    """The columns of a default form."""
    return {
        "kode": s.bentuk.kode,
        "nama": s.nama,
        "lembaga_jenis": sorted(s.lembaga),
        "jabatan": sorted(s.jabatan),
        "unit": sorted(s.unit),
        "kepala": s.kepala,
        "plt": s.plt,
        "sasaran": [str(j) for j in s.bentuk.sasaran],
        "uang": [str(j) for j in s.bentuk.uang],
        "seluruh": s.bentuk.seluruh,
        "sepihak": s.bentuk.sepihak,
    }
