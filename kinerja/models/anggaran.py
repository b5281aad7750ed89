"""Money: stages of the yearly budget, pagu on the lowest level, claims above it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from kinerja.aturan.temuan import tolak
from kinerja.models.pemda import PerangkatDaerah
from kinerja.models.perbaikan import Diperbaiki
from kinerja.models.simpul import Simpul
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import JenisKlaim

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna

MURNI = "MURNI"


class TahapQuerySet(models.QuerySet["Tahap"]):
    def sampai(
        self, perangkat_daerah: PerangkatDaerah, tahun: int, kode: str = ""
    ) -> TahapQuerySet:
        """Stages of a year in order, up to ``kode`` (all when empty)."""
        daftar = self.filter(perangkat_daerah=perangkat_daerah, tahun=tahun)
        if kode:
            batas = daftar.filter(kode=kode).values("urutan")[:1]
            daftar = daftar.filter(urutan__lte=batas)
        return daftar.order_by("urutan")


class Tahap(Tercatat):
    """A stage of an agency's yearly numbers: murni, pergeseran n, perubahan. Open or terkunci."""

    SEBUTAN = "Tahap"
    MEDAN = (
        "perangkat_daerah", "tahun", "urutan", "kode", "nama", "nomor_dokumen", "tanggal_dokumen",
        "terkunci",
    )  # fmt: skip
    PESAN = {
        "tahap_kode_unik": ("kode", "Tahun itu sudah mempunyai tahap dengan kode ini; beri lain."),
        "tahap_kode_kapital": (
            "kode",
            "Kode ditulis dengan huruf kapital, angka, dan garis bawah.",
        ),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="tahap"
    )
    tahun = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField(default=1)
    kode = models.CharField(max_length=30, default=MURNI)
    nama = models.CharField(max_length=80, default="Murni")
    nomor_dokumen = models.CharField(max_length=120, blank=True, help_text="Nomor DPA/DPPA.")
    tanggal_dokumen = models.DateField(null=True, blank=True)
    terkunci = models.BooleanField(default=False)

    objects = TahapQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "urutan"], name="tahap_urutan_unik"
            ),
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "kode"], name="tahap_kode_unik"
            ),
            models.CheckConstraint(
                condition=Q(kode__regex=r"^[A-Z0-9_]+$"), name="tahap_kode_kapital"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}"

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    @classmethod
    @transaction.atomic
    def buka(
        cls,
        perangkat_daerah: PerangkatDaerah,
        tahun: int,
        *,
        kode: str,
        nama: str,
        oleh: Pengguna,
        pada: datetime,
        nomor_dokumen: str = "",
        tanggal_dokumen: date | None = None,
    ) -> Tahap:
        """Open the next stage of a year. Murni always comes first and is opened with it."""
        baru = cls(
            perangkat_daerah=perangkat_daerah, tahun=tahun, kode=kode, nama=nama,
            nomor_dokumen=nomor_dokumen, tanggal_dokumen=tanggal_dokumen,
        )  # fmt: skip
        baru.kunci()
        if kode != MURNI:
            cls.ambil(perangkat_daerah, tahun, MURNI)
        ada = cls.objects.filter(perangkat_daerah=perangkat_daerah, tahun=tahun)
        baru.urutan = (ada.aggregate(n=models.Max("urutan"))["n"] or 0) + 1
        return baru.daftarkan(oleh=oleh, pada=pada)

    def tutup(self, *, oleh: Pengguna, pada: datetime) -> None:
        """Lock the stage: its targets and pagu take no more changes."""
        self.ubah({"terkunci": True}, oleh=oleh, pada=pada)

    def buka_lagi(self, *, oleh: Pengguna, pada: datetime) -> None:
        self.ubah({"terkunci": False}, oleh=oleh, pada=pada)

    @classmethod
    def ambil(cls, perangkat_daerah: PerangkatDaerah | int, tahun: int, kode: str = "") -> Tahap:
        """The named stage, else the last one of the year; MURNI is made when there is none.

        Raises AturanDilanggar for a stage other than MURNI that the agency never opened.
        """
        kode = cls.kode_ditulis(perangkat_daerah, tahun, kode)
        if kode != MURNI:
            return cls.objects.get(perangkat_daerah=perangkat_daerah, tahun=tahun, kode=kode)
        pk = perangkat_daerah if isinstance(perangkat_daerah, int) else perangkat_daerah.pk
        return cls.objects.get_or_create(perangkat_daerah_id=pk, tahun=tahun, kode=MURNI)[0]

    @classmethod
    def kode_ditulis(
        cls, perangkat_daerah: PerangkatDaerah | int, tahun: int, kode: str = ""
    ) -> str:
        """The stage that ``ambil`` would answer, without making one."""
        daftar = cls.objects.filter(perangkat_daerah=perangkat_daerah, tahun=tahun)
        if not kode:
            return daftar.order_by("-urutan").values_list("kode", flat=True).first() or MURNI
        if kode != MURNI and not daftar.filter(kode=kode).exists():
            pesan = f"Tahap {kode} tahun {tahun} belum dibuka; buka dulu, atau pilih tahap lain."
            raise tolak("TAHAP_TIDAK_ADA", pesan)
        return kode


class Pagu(Diperbaiki):
    """Money of a simpul of the lowest level, in whole rupiah; ``nilai`` null = unreadable text."""

    simpul = models.ForeignKey(Simpul, on_delete=models.CASCADE, related_name="pagu")
    tahun = models.PositiveSmallIntegerField()
    tahap = models.ForeignKey(Tahap, on_delete=models.PROTECT, related_name="pagu")
    sumber_dana = models.CharField(max_length=120, blank=True)
    mentah = models.TextField()
    nilai = models.BigIntegerField(null=True, blank=True)

    class Meta(Diperbaiki.Meta):
        abstract = False
        constraints = [
            *Diperbaiki.Meta.constraints,
            models.UniqueConstraint(
                fields=["simpul", "tahun", "tahap", "sumber_dana"], name="pagu_unik"
            ),
            models.CheckConstraint(
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0, nilai__lt=10**13),
                name="pagu_wajar",
            ),
            models.CheckConstraint(condition=~Q(mentah=""), name="pagu_bermentah"),
        ]

    def __str__(self) -> str:
        return f"{self.tahun}: {self.mentah}"


class KlaimPagu(Diperbaiki):
    """What a document writes above the level that holds money; JUMLAH stands on the hidden root."""

    simpul = models.ForeignKey(Simpul, on_delete=models.CASCADE, related_name="klaim_pagu")
    tahun = models.PositiveSmallIntegerField()
    tahap = models.ForeignKey(Tahap, on_delete=models.PROTECT, related_name="klaim_pagu")
    jenis = models.CharField(max_length=10, choices=JenisKlaim, default=JenisKlaim.PAGU)
    mentah = models.TextField()
    nilai = models.BigIntegerField(null=True, blank=True)

    class Meta(Diperbaiki.Meta):
        abstract = False
        constraints = [
            *Diperbaiki.Meta.constraints,
            models.UniqueConstraint(
                fields=["simpul", "tahun", "tahap", "jenis"], name="klaim_pagu_unik"
            ),
            models.CheckConstraint(
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0, nilai__lt=10**13),
                name="klaim_pagu_wajar",
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisKlaim.values), name="klaim_pagu_jenis_dikenal"
            ),
            models.CheckConstraint(condition=~Q(mentah=""), name="klaim_pagu_bermentah"),
        ]

    def __str__(self) -> str:
        return f"{self.tahun}: {self.mentah}"
