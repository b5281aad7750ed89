"""Items of Tahap 1: what an outcome comes from, in three columns."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Q
from django.utils.text import Truncator

from cascading.aturan.penjenjangan.kata import periksa_butir
from cascading.models.penjenjangan import Penjenjangan
from cascading.pilihan import KolomTahap1
from kinerja.aturan.temuan import Temuan, tolak
from kinerja.models import PerangkatDaerah, Riwayat
from kinerja.models.tercatat import Tercatat

if TYPE_CHECKING:
    from kinerja.models import Pengguna

ARAH = {"naik": -1, "turun": 1}
DI_UJUNG = "Butir ini sudah paling ujung di kolomnya."


class ButirPenjenjangan(Tercatat):
    """One item of a column; its number is its place in ``urutan``. ``subbutir`` are the texts of
    its lettered sub-items, a first.
    """

    SEBUTAN = "Butir Tahap 1"
    TAMPIL = False
    MEDAN = ("penjenjangan", "kolom", "urutan", "teks", "subbutir")
    PESAN = {
        "butir_penjenjangan_kolom_dikenal": ("kolom", "Pilih salah satu kolom Tahap 1."),
        "butir_penjenjangan_berisi": ("teks", "Tulis isi butirnya."),
    }

    penjenjangan = models.ForeignKey(Penjenjangan, on_delete=models.CASCADE, related_name="butir")
    kolom = models.CharField(max_length=12, choices=KolomTahap1)
    urutan = models.PositiveSmallIntegerField(default=1)
    teks = models.TextField()
    subbutir = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kolom__in=KolomTahap1.values), name="butir_penjenjangan_kolom_dikenal"
            ),
            models.CheckConstraint(condition=~Q(teks=""), name="butir_penjenjangan_berisi"),
        ]
        indexes = [
            models.Index(fields=["penjenjangan", "kolom", "urutan"], name="butir_penjenjangan_urut")
        ]

    def __str__(self) -> str:
        return Truncator(self.teks).chars(100)

    def lembaga(self) -> PerangkatDaerah:
        return self.penjenjangan.perangkat_daerah

    def kunci(self, di: PerangkatDaerah | None = None) -> None:
        self.penjenjangan.kunci(di)

    def periksa(self) -> list[Temuan]:
        return periksa_butir(self.teks, self.subbutir)

    @transaction.atomic
    def tambahkan(self, *, oleh: Pengguna, pada: datetime) -> ButirPenjenjangan:
        """Store it as the last of its column."""
        self.kunci()
        akhir = self._sekolom().aggregate(n=models.Max("urutan"))["n"] or 0
        self.urutan = akhir + 1
        return self.daftarkan(oleh=oleh, pada=pada)

    @transaction.atomic
    def geser(self, arah: str, *, oleh: Pengguna, pada: datetime) -> None:
        """One place up (``naik``) or down (``turun``) in its column; one event for all that moved.

        Raises AturanDilanggar at the end of the column.
        """
        self.kunci()
        daftar = list(self._sekolom().order_by("urutan", "pk"))
        dari = daftar.index(self)
        ke = dari + ARAH[arah]
        if not 0 <= ke < len(daftar):
            raise tolak("DI_UJUNG", DI_UJUNG)
        daftar.insert(ke, daftar.pop(dari))
        baris = []
        for urutan, butir in enumerate(daftar, start=1):
            if butir.urutan != urutan:
                baris.append(butir.baris_riwayat({"urutan": butir.urutan}, {"urutan": urutan}))
                type(self).objects.filter(pk=butir.pk).update(urutan=urutan)
        self.refresh_from_db()
        catat_butir(
            self.penjenjangan, "geser", f"{self.SEBUTAN} “{self}” dipindahkan {arah}", baris,
            oleh=oleh, pada=pada,
        )  # fmt: skip

    def kunci_riwayat(self) -> list[Any]:
        """Ends with the document."""
        return [self.pk, self.penjenjangan_id]

    def catat(self, kerja: str, kata: str, *isi: Any, pada: datetime, **lain: Any) -> None:
        super().catat(kerja, kata, *isi, pada=pada, **lain)
        self.penjenjangan.naik_versi(pada)

    def _sekolom(self) -> models.QuerySet[ButirPenjenjangan]:
        return ButirPenjenjangan.objects.filter(penjenjangan=self.penjenjangan_id, kolom=self.kolom)


def catat_butir(
    dokumen: Penjenjangan,
    kerja: str,
    ringkasan: str,
    baris: list[dict[str, Any]],
    *,
    oleh: Pengguna,
    pada: datetime,
    membatalkan: Riwayat | None = None,
) -> Riwayat:
    """Append to the agency's history; the document is one version further."""
    riwayat = Riwayat.catat_perangkat_daerah(
        dokumen.perangkat_daerah, kata_kerja=f"{kerja} butirpenjenjangan", ringkasan=ringkasan,
        perubahan=baris, oleh=oleh, pada=pada, membatalkan=membatalkan,
    )  # fmt: skip
    dokumen.naik_versi(pada)
    return riwayat
