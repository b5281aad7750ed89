"""When quarters are filled, and boxes that are open although their quarter is closed."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from kinerja.aturan.pengukuran import Jendela
from kinerja.aturan.temuan import Temuan
from kinerja.models.pemda import PerangkatDaerah
from kinerja.models.realisasi import TRIWULAN
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import Triwulan


class JendelaPengukuran(Tercatat):
    """From when to when all agencies of a pemda fill a quarter, both days included."""

    SEBUTAN = "Jendela pengukuran"
    TAMPIL = False
    MEDAN = ("pemda", "tahun", "triwulan", "buka", "tutup")
    PESAN = {
        "jendela_unik": ("triwulan", "Triwulan itu sudah mempunyai jendela; ubah yang ada."),
        "jendela_maju": ("tutup", "Hari terakhir tidak boleh sebelum hari pertama."),
        "jendela_triwulan_dikenal": ("triwulan", "Pilih triwulan I sampai IV."),
    }

    pemda = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="jendela_pengukuran"
    )
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(choices=Triwulan)
    buka = models.DateField()
    tutup = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pemda", "tahun", "triwulan"], name="jendela_unik"),
            models.CheckConstraint(condition=Q(tutup__gte=F("buka")), name="jendela_maju"),
            models.CheckConstraint(
                condition=Q(triwulan__in=TRIWULAN), name="jendela_triwulan_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_triwulan_display()} {self.tahun}"

    def lembaga(self) -> PerangkatDaerah:
        return self.pemda

    @property
    def masa(self) -> Jendela:
        return Jendela(self.buka, self.tutup)

    @classmethod
    def cari(cls, pemda: PerangkatDaerah, tahun: int, triwulan: int) -> Jendela | None:
        """The window of a quarter; None where the pemda set none."""
        satu = cls.objects.filter(pemda=pemda, tahun=tahun, triwulan=triwulan).first()
        return satu.masa if satu else None


class PembukaanKotak(Tercatat):
    """One box, with what is below it, is filled again until a day, although its quarter is closed.

    By uid, so that it holds for the edition in force.
    """

    SEBUTAN = "Pembukaan pengukuran"
    TAMPIL = False
    MEDAN = ("perangkat_daerah", "simpul_uid", "sebutan", "tahun", "triwulan", "sampai", "alasan")
    PESAN = {
        "pembukaankotak_beralasan": ("alasan", "Tulis mengapa kotak ini dibuka lagi."),
    }
    BOLEH_KOSONG = ("alasan",)

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="pembukaan_kotak"
    )
    simpul_uid = models.UUIDField()
    sebutan = models.CharField(max_length=200)
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(choices=Triwulan)
    sampai = models.DateField()
    alasan = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(alasan=""), name="pembukaankotak_beralasan"),
            models.CheckConstraint(
                condition=Q(triwulan__in=TRIWULAN), name="pembukaankotak_triwulan_dikenal"
            ),
        ]
        indexes = [models.Index(fields=["simpul_uid", "tahun"], name="pembukaankotak_kotak")]

    def __str__(self) -> str:
        return f"{self.sebutan[:80]}, {self.get_triwulan_display()} {self.tahun}"

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    def periksa(self) -> list[Temuan]:
        if self.alasan.strip():
            return []
        return [Temuan(kode="ALASAN_KOSONG", pesan=self.PESAN["pembukaankotak_beralasan"][1]).di(
            medan="alasan")]  # fmt: skip

    @classmethod
    def berlaku(
        cls, perangkat_daerah_id: int, tahun: int, triwulan: int, hari: date
    ) -> set[str]:  # fmt: skip
        """The uids of the boxes that are open that day."""
        daftar = cls.objects.filter(
            perangkat_daerah=perangkat_daerah_id, tahun=tahun, triwulan=triwulan, sampai__gte=hari
        )
        return {str(uid) for uid in daftar.values_list("simpul_uid", flat=True)}
