"""One box of the tree, its labels and what it replaces."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Length
from django.db.models.lookups import LessThanOrEqual
from mptt.models import MPTTModel, TreeForeignKey, TreeManager
from mptt.querysets import TreeQuerySet

from kinerja.models.nomenklatur import Nomenklatur
from kinerja.models.pemda import PerangkatDaerah, Unit
from kinerja.pilihan import Jenjang, PeranKondisi

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna

PANJANG_NAMA = 2000
PANJANG_KINERJA = 4000


class SimpulQuerySet(TreeQuerySet):
    def terlihat_oleh(self, pengguna: Pengguna) -> SimpulQuerySet:
        milik = PerangkatDaerah.objects.terlihat_oleh(pengguna)
        return self.filter(pohon__perangkat_daerah__in=milik, induk__isnull=False)

    def urut_pohon(self) -> SimpulQuerySet:
        return self.order_by("tree_id", "lft")

    def tampak(self) -> SimpulQuerySet:
        """Without the hidden roots."""
        return self.filter(induk__isnull=False)


class Simpul(MPTTModel):
    """One box: jenjang, kode, nama (nomenklatur name) and/or kinerja (the sentence).

    Written only by the verbs of ``Pohon``: they hold the lock that keeps lft/rght whole.
    """

    pohon = models.ForeignKey("kinerja.Pohon", on_delete=models.PROTECT, related_name="simpul")
    induk = TreeForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="anak"
    )
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    asal_uid = models.UUIDField(null=True, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)
    jenjang = models.CharField(max_length=20, choices=Jenjang)
    kode = models.CharField(max_length=60, blank=True)
    nomor = models.CharField(max_length=40, blank=True, help_text="Nomor seperti tercetak.")
    nama = models.TextField(blank=True)
    kinerja = models.TextField(blank=True)
    nomenklatur = models.ForeignKey(
        Nomenklatur, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="simpul"
    )
    tahun_mulai = models.PositiveSmallIntegerField(null=True, blank=True)
    tahun_sampai = models.PositiveSmallIntegerField(null=True, blank=True)
    indikator_induk = models.ForeignKey(
        "kinerja.Indikator", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    mendukung = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="didukung"
    )
    pengampu = models.ManyToManyField(
        PerangkatDaerah, blank=True, through="kinerja.SimpulPengampu", related_name="diampu"
    )
    pengampu_tertulis = models.TextField(blank=True, help_text="Pengampu sebagai teks bebas.")
    lokasi = models.TextField(blank=True, help_text="Lokasi pelaksanaan.")
    peran = models.CharField(max_length=20, choices=PeranKondisi, blank=True)
    program_terkait = models.JSONField(
        default=list, blank=True, help_text="Program, kegiatan, sub kegiatan yang tertulis."
    )
    varian = models.JSONField(default=list, blank=True, help_text="Kata lain di dokumen sumber.")
    label = models.ManyToManyField(
        "kinerja.Label", blank=True, through="kinerja.SimpulLabel", related_name="simpul"
    )
    menggantikan = models.ManyToManyField(
        "self",
        blank=True,
        symmetrical=False,
        through="kinerja.Penggantian",
        related_name="digantikan_oleh",
    )

    objects: ClassVar[TreeManager] = TreeManager.from_queryset(SimpulQuerySet)()

    class MPTTMeta:
        parent_attr = "induk"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pohon", "uid"], name="simpul_uid_unik"),
            models.UniqueConstraint(
                fields=["tree_id"],
                condition=Q(induk__isnull=True),
                name="simpul_satu_pohon_per_tree",
            ),
            models.UniqueConstraint(
                fields=["pohon"], condition=Q(induk__isnull=True), name="simpul_satu_akar"
            ),
            models.UniqueConstraint(
                "induk",
                "kode",
                Coalesce("unit", 0),
                Coalesce("tahun_mulai", 0),
                condition=~Q(kode=""),
                name="simpul_kode_unik",
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True, jenjang=Jenjang.AKAR)
                | (Q(induk__isnull=False) & ~Q(jenjang=Jenjang.AKAR)),
                name="simpul_akar_tersembunyi",
            ),
            models.CheckConstraint(
                condition=Q(jenjang__in=Jenjang.values), name="simpul_jenjang_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(jenjang=Jenjang.AKAR) | ~Q(nama="") | ~Q(kinerja=""),
                name="simpul_nama_atau_kinerja",
            ),
            models.CheckConstraint(
                condition=Q(tahun_mulai__isnull=True)
                | Q(tahun_sampai__isnull=True)
                | Q(tahun_mulai__lte=F("tahun_sampai")),
                name="simpul_masa_maju",
            ),
            models.CheckConstraint(condition=Q(lft__lt=F("rght")), name="simpul_lft_di_kiri"),
            models.CheckConstraint(
                condition=Q(peran="") | Q(jenjang=Jenjang.KONDISI, peran__in=PeranKondisi.values),
                name="simpul_peran_kondisi",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("nama"), PANJANG_NAMA), name="simpul_nama_muat"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("kinerja"), PANJANG_KINERJA),
                name="simpul_kinerja_muat",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenjang_display()}: {self.sebutan}"

    @property
    def sebutan(self) -> str:
        """What the box is called: its name, else its sentence."""
        return self.nama or self.kinerja

    def jalur_unit(self) -> dict[uuid.UUID, int | None]:
        """The unit of the box and of each above it, by uid: how far a narrowed role reaches."""
        jalur = self.get_ancestors(include_self=True)
        return dict(jalur.values_list("uid", "unit_id"))


class SimpulPengampu(models.Model):
    """An agency that answers for a simpul."""

    simpul = models.ForeignKey(Simpul, on_delete=models.CASCADE, related_name="baris_pengampu")
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="baris_diampu"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["simpul", "perangkat_daerah"], name="simpul_pengampu_unik"
            )
        ]

    def __str__(self) -> str:
        return str(self.perangkat_daerah)


class Label(models.Model):
    """A label of an agency-defined kind: program unggulan, belanja wajib, SPM, prioritas."""

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="daftar_label"
    )
    jenis = models.CharField(max_length=80)
    nama = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["perangkat_daerah", "jenis", "nama"], name="label_unik")
        ]

    def __str__(self) -> str:
        return f"{self.jenis}: {self.nama}"


class SimpulLabel(models.Model):
    simpul = models.ForeignKey(Simpul, on_delete=models.CASCADE, related_name="baris_label")
    label = models.ForeignKey(Label, on_delete=models.PROTECT, related_name="baris_simpul")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["simpul", "label"], name="simpul_label_unik")
        ]

    def __str__(self) -> str:
        return str(self.label)


class Penggantian(models.Model):
    """``pengganti`` replaces ``lama`` from a year on ("menjadi", "diganti yg bawah")."""

    pengganti = models.ForeignKey(Simpul, on_delete=models.CASCADE, related_name="baris_lama")
    lama = models.ForeignKey(Simpul, on_delete=models.CASCADE, related_name="baris_pengganti")
    tahun = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pengganti", "lama"], name="penggantian_unik"),
            models.CheckConstraint(
                condition=~Q(pengganti=F("lama")), name="penggantian_bukan_diri"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pengganti} menggantikan {self.lama}"
