"""The evaluation sheet of an agency for a year: what it says of itself, what the evaluator says.

Every verb locks the sheet, compares with what its writer saw, writes and records in one go.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q

from kinerja.aturan.tangga import periksa_alasan, periksa_dilihat
from kinerja.aturan.temuan import tolak, tolak_bila
from kinerja.models import PerangkatDaerah
from laporan.aturan.tangga_lke import BERTAHAN_TERLAMA, DAKIAN, DIISI_LEMBAGA, SELESAI
from laporan.models.isian_lke import MengisiLke
from laporan.models.versi_lke import TAHUN_AKHIR, TAHUN_AWAL, VersiLke
from laporan.pilihan import JawabanKriteria, StatusLke

if TYPE_CHECKING:
    from kinerja.models import Pengguna

JAWABAN = ["", *JawabanKriteria.values]


class LkeQuerySet(models.QuerySet["Lke"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> LkeQuerySet:
        return self.filter(perangkat_daerah__in=PerangkatDaerah.objects.terlihat_oleh(pengguna))

    def lengkap(self) -> LkeQuerySet:
        """With what pages say of it."""
        return self.select_related(
            *("perangkat_daerah__pemda__pengaturan", "perangkat_daerah__pengaturan", "versi_lke")
        ).defer("perangkat_daerah__lambang", "perangkat_daerah__pemda__lambang")


class Lke(MengisiLke, models.Model):
    """``nilai`` and ``predikat`` are what the rule gives of the evaluator's answers, stored when it
    becomes final. ``versi`` counts writes; ``catatan``, ``nomor``, ``tanggal`` go into the report.
    """

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="lke"
    )
    tahun = models.PositiveSmallIntegerField()
    versi_lke = models.ForeignKey(VersiLke, on_delete=models.PROTECT, related_name="lke")
    status = models.CharField(max_length=12, choices=StatusLke, default=StatusLke.DRAF)
    alasan = models.TextField(blank=True)
    catatan = models.TextField(blank=True)
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    nilai = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    predikat = models.CharField(max_length=20, blank=True)
    versi = models.PositiveIntegerField(default=1)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    diubah_pada = models.DateTimeField()

    objects = LkeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "versi_lke"], name="lke_satu_setahun"
            ),
            models.CheckConstraint(
                condition=Q(status__in=StatusLke.values), name="lke_status_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(tahun__gte=TAHUN_AWAL, tahun__lte=TAHUN_AKHIR), name="lke_tahun_wajar"
            ),
            models.CheckConstraint(
                condition=Q(status="FINAL", nilai__isnull=False, tanggal__isnull=False)
                & ~Q(predikat="")
                | ~Q(status="FINAL") & Q(nilai__isnull=True, predikat=""),
                name="lke_final_bernilai",
            ),
            models.CheckConstraint(
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0, nilai__lte=100),
                name="lke_nilai_wajar",
            ),
            models.CheckConstraint(
                condition=Q(status="DIKEMBALIKAN") & ~Q(alasan="")
                | ~Q(status="DIKEMBALIKAN") & Q(alasan=""),
                name="lke_kembali_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return f"LKE {self.tahun} {self.perangkat_daerah}"

    @classmethod
    @transaction.atomic
    def mulai(
        cls, lembaga: PerangkatDaerah, tahun: int, versi: VersiLke, *, oleh: Pengguna,
        pada: datetime,
    ) -> Lke:  # fmt: skip
        """An empty sheet with a row for each criterion and sub-component of the instrument."""
        if versi.pemda_id != lembaga.pemda_atau_diri().pk or not versi.melayani(tahun):
            raise tolak("INSTRUMEN_LAIN", f"Instrumen {versi} tidak melayani tahun {tahun}.")
        baru = cls(perangkat_daerah=lembaga, tahun=tahun, versi_lke=versi, dibuat_oleh=oleh,
                   diubah_pada=pada)  # fmt: skip
        try:
            with transaction.atomic():
                baru.save(force_insert=True)
        except IntegrityError as galat:
            raise tolak("LKE_SUDAH_ADA", f"LKE {tahun} dengan instrumen itu sudah ada.") from galat
        instrumen = versi.instrumen
        JawabanLke.objects.bulk_create(
            JawabanLke(lke=baru, kode=k.kode) for k in instrumen.kriteria
        )
        SubLke.objects.bulk_create(SubLke(lke=baru, kode=s.kode) for s in instrumen.sub)
        baru.catat("mulai", "dimulai", [baru._baris(None, {"instrumen": str(versi)})], oleh, pada)
        return baru

    @transaction.atomic
    def melangkah(
        self, kata_kerja: str, *, versi: int, oleh: Pengguna, pada: datetime, alasan: str = "",
        **isi: Any,
    ) -> None:  # fmt: skip
        """One step of the ladder; ``isi`` are columns that it sets along with the status.

        ``versi`` is what stood on the screen. Raises AturanDilanggar.
        """
        alasan = alasan.strip()
        self._kunci()
        self.periksa_langkah(kata_kerja, versi)
        tolak_bila(periksa_alasan(kata_kerja, alasan))
        sebelum = {"status": str(self.status), "alasan": self.alasan}
        isi |= {"status": DAKIAN.tujuan(kata_kerja, self.status), "alasan": alasan}
        for medan, nilai in isi.items():
            setattr(self, medan, nilai)
        self._naik(pada, *isi)
        sesudah = {m: str(getattr(self, m)) for m in isi}
        baris = [self._baris(sebelum, sesudah)]
        self.catat(kata_kerja, SELESAI[kata_kerja], baris, oleh, pada)

    def periksa_langkah(self, kata_kerja: str, versi: int) -> None:
        """Call under the lock. Raises AturanDilanggar when the step or the screen is past."""
        tolak_bila(DAKIAN.periksa(kata_kerja, self.status) or periksa_dilihat(versi, self.versi))

    @transaction.atomic
    def hapus(self, *, oleh: Pengguna, pada: datetime) -> None:
        """A draft that nobody submitted."""
        self._kunci()
        if self.status != StatusLke.DRAF:
            raise tolak("BUKAN_DRAF", "Hanya draf yang dapat dihapus.")
        kunci = self.pk
        self.delete()
        self.pk = kunci
        self.catat("hapus", "dihapus", [self._baris({"status": "DRAF"}, None)], oleh, pada)

    @property
    def diisi_lembaga(self) -> bool:
        return self.status in DIISI_LEMBAGA

    @property
    def dinilai(self) -> bool:
        return self.status == StatusLke.DIAJUKAN

    @property
    def final(self) -> bool:
        return self.status == StatusLke.FINAL


class JawabanLke(models.Model):
    """A criterion: the agency's answer and note, the evaluator's value and note."""

    lke = models.ForeignKey(Lke, on_delete=models.CASCADE, related_name="jawaban")
    kode = models.CharField(max_length=20)
    mandiri = models.CharField(max_length=14, choices=JawabanKriteria, blank=True)
    catatan = models.TextField(blank=True)
    penilaian = models.CharField(max_length=14, choices=JawabanKriteria, blank=True)
    catatan_penilai = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lke", "kode"], name="jawaban_lke_satu"),
            models.CheckConstraint(
                condition=Q(mandiri__in=JAWABAN, penilaian__in=JAWABAN),
                name="jawaban_lke_dikenal",
            ),
        ]

    def __str__(self) -> str:
        return self.kode


class SubLke(models.Model):
    """A sub-component: years kept in full as the agency and the evaluator say, a note.

    Stored when the sheet becomes final, so that nothing moves it any more: ``bertahan_lke`` the
    years that earlier final sheets showed, ``grade``, ``penuh`` (later years look back at it).
    """

    lke = models.ForeignKey(Lke, on_delete=models.CASCADE, related_name="sub")
    kode = models.CharField(max_length=20)
    bertahan = models.PositiveSmallIntegerField(null=True, blank=True)
    bertahan_penilai = models.PositiveSmallIntegerField(null=True, blank=True)
    catatan_penilai = models.TextField(blank=True)
    bertahan_lke = models.PositiveSmallIntegerField(null=True, blank=True)
    grade = models.CharField(max_length=20, blank=True)
    penuh = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lke", "kode"], name="sub_lke_satu"),
            models.CheckConstraint(
                condition=(Q(bertahan=None) | Q(bertahan__lte=BERTAHAN_TERLAMA))
                & (Q(bertahan_penilai=None) | Q(bertahan_penilai__lte=BERTAHAN_TERLAMA)),
                name="sub_lke_bertahan_wajar",
            ),
            models.CheckConstraint(
                condition=Q(penuh=None, bertahan_lke=None, grade="")
                | Q(penuh__isnull=False, bertahan_lke__isnull=False) & ~Q(grade=""),
                name="sub_lke_bergrade",
            ),
        ]

    def __str__(self) -> str:
        return self.kode
