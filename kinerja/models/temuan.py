"""Findings of the quality checks that an agency accepted, with its reason."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from kinerja.aturan.mutu.terima import periksa_terima
from kinerja.aturan.temuan import Temuan, tolak_bila
from kinerja.models.pemda import PerangkatDaerah
from kinerja.models.tercatat import Tercatat

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna

PANJANG_ALASAN = 1000


class TemuanDiterima(Tercatat):
    """One accepted finding: of which box, which check, about exactly which text (``sidik``).

    The box is named by uid, so that an acceptance holds in the next edition of the document, too.
    When the text or number changes, its sidik is another and the finding is back.
    """

    SEBUTAN = "Temuan diterima"
    MEDAN = ("perangkat_daerah", "simpul_uid", "kode", "sidik", "perihal", "alasan")
    PESAN = {
        "temuan_diterima_unik": ("alasan", "Temuan ini sudah diterima; muat ulang halaman."),
        "temuan_diterima_beralasan": ("alasan", "Tulis alasannya."),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="temuan_diterima"
    )
    simpul_uid = models.UUIDField()
    kode = models.CharField(max_length=40)
    sidik = models.CharField(max_length=32)
    perihal = models.TextField(help_text="Bunyi temuannya waktu diterima.")
    alasan = models.TextField(max_length=PANJANG_ALASAN)
    oleh = models.ForeignKey("kinerja.Pengguna", on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "simpul_uid", "kode", "sidik"],
                name="temuan_diterima_unik",
            ),
            models.CheckConstraint(condition=~Q(alasan=""), name="temuan_diterima_beralasan"),
            models.CheckConstraint(
                condition=Q(sidik__regex=r"^[0-9a-f]{32}$"), name="temuan_diterima_bersidik"
            ),
        ]

    def __str__(self) -> str:
        return self.perihal[:200]

    @classmethod
    def terima(
        cls,
        perangkat_daerah: PerangkatDaerah,
        temuan: Temuan,
        sidik: str,
        *,
        alasan: str,
        oleh: Pengguna,
        pada: datetime,
    ) -> TemuanDiterima:
        """Accept a finding that stands at a box of the agency."""
        tolak_bila(periksa_terima(temuan.kode, alasan))
        satu = cls(
            perangkat_daerah=perangkat_daerah,
            simpul_uid=temuan.letak.simpul,
            kode=temuan.kode,
            sidik=sidik,
            perihal=temuan.pesan,
            alasan=alasan.strip(),
            oleh=oleh,
            pada=pada,
        )
        return satu.daftarkan(oleh=oleh, pada=pada)

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    def periksa(self) -> list[Temuan]:
        return periksa_terima(self.kode, self.alasan)
