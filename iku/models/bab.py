"""Text blocks of an IKU document."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from iku.aturan.teks_bab import periksa_variabel
from iku.models.dokumen import DokumenIku
from iku.models.milik import MilikDokumen
from iku.pilihan import Bagian, BakuBab
from kinerja.aturan.temuan import Temuan, tolak_bila

PANJANG_BAB = 20_000


class Bab(MilikDokumen):
    """One block: a heading and its text, in the order they are printed.

    ``baku`` names the blocks that the document needs; they may be emptied, not deleted.
    ``berdaftar``: every line is an item of an ordered list.
    """

    SEBUTAN = "Bagian dokumen IKU"
    MEDAN = ("dokumen", "bagian", "urutan", "baku", "judul", "isi", "berdaftar")
    PESAN = {
        "iku_bab_baku_unik": ("judul", "Bagian itu sudah ada di dokumen ini."),
        "iku_bab_berjudul": ("judul", "Isi judul bagian."),
        "iku_bab_muat": ("isi", f"Isi paling banyak {PANJANG_BAB:,} huruf.".replace(",", ".")),
    }

    dokumen = models.ForeignKey(DokumenIku, on_delete=models.CASCADE, related_name="bab")
    bagian = models.CharField(max_length=20, choices=Bagian)
    urutan = models.PositiveSmallIntegerField(default=1)
    baku = models.CharField(max_length=20, choices=BakuBab, blank=True)
    judul = models.CharField(max_length=200)
    isi = models.TextField(blank=True)
    berdaftar = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dokumen", "baku"], condition=~Q(baku=""), name="iku_bab_baku_unik"
            ),
            models.CheckConstraint(condition=~Q(judul=""), name="iku_bab_berjudul"),
            models.CheckConstraint(
                condition=Q(bagian__in=Bagian.values), name="iku_bab_bagian_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(baku__in=BakuBab.values), name="iku_bab_baku_dikenal"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("isi"), PANJANG_BAB), name="iku_bab_muat"
            ),
        ]

    def __str__(self) -> str:
        return self.judul

    def periksa(self) -> list[Temuan]:
        return [
            t.di(medan=medan)
            for medan in ("judul", "isi")
            for t in periksa_variabel(getattr(self, medan))
        ]

    def hapus(self, **siapa: Any) -> None:
        """Own blocks go; those that the document needs stay."""
        tolak_bila(periksa_baku(self.baku))
        super().hapus(**siapa)


def periksa_baku(baku: str) -> list[Temuan]:
    """Blocks that the document knows are emptied, not deleted."""
    if not baku:
        return []
    pesan = "Bagian ini tetap ada dalam dokumen; kosongkan isinya bila tidak diperlukan."
    return [Temuan(kode="BAB_BAKU", pesan=pesan)]
