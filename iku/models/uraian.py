"""What an IKU document says of each of its indicators, beyond the planning document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from iku.models.dokumen import DokumenIku
from iku.models.milik import MilikDokumen
from kinerja.aturan.temuan import Letak, Temuan

PANJANG_TEKS = 4000
KOMPONEN_TERBANYAK = 200


class UraianIku(MilikDokumen):
    """The narrative of one IKU. An empty field follows the planning document.

    The indicator is named by uid, so that the narrative stays with it in later editions.
    ``komponen``: rows of [name, indicator, what it became], null for the sub kegiatan of the tree;
    ``program``: names, null for those of the tree. ``kriteria`` holds a criterion per line.
    """

    SEBUTAN = "Uraian IKU"
    MEDAN = (
        "dokumen", "indikator_uid", "urutan", "judul", "tujuan", "sasaran", "uraian", "program",
        "komponen", "pembilang", "penyebut", "pengali", "ket", "sebutan_lampiran", "cara",
        "kriteria",
    )  # fmt: skip
    PESAN = {"iku_uraian_satu": ("urutan", "Indikator itu sudah punya uraian di dokumen ini.")}

    dokumen = models.ForeignKey(DokumenIku, on_delete=models.CASCADE, related_name="uraian")
    indikator_uid = models.UUIDField(editable=False)
    urutan = models.PositiveSmallIntegerField(default=1)
    judul = models.TextField(blank=True)
    tujuan = models.TextField(blank=True)
    sasaran = models.TextField(blank=True)
    uraian = models.TextField(blank=True)
    program = models.JSONField(null=True, blank=True)
    komponen = models.JSONField(null=True, blank=True)
    pembilang = models.TextField(blank=True)
    penyebut = models.TextField(blank=True)
    pengali = models.CharField(max_length=40, blank=True)
    ket = models.TextField(blank=True)
    sebutan_lampiran = models.TextField(blank=True)
    cara = models.TextField(blank=True)
    kriteria = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dokumen", "indikator_uid"], name="iku_uraian_satu"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("uraian"), PANJANG_TEKS),
                name="iku_uraian_muat",
            ),
        ]

    def __str__(self) -> str:
        return self.judul or str(self.indikator_uid)

    def periksa(self) -> list[Temuan]:
        return [
            *_periksa_pecahan(self.pembilang, self.penyebut),
            *_periksa_komponen(self.komponen),
        ]


def _periksa_pecahan(pembilang: str, penyebut: str) -> list[Temuan]:
    """A fraction has both parts; with none the formula of the indicator is printed."""
    if bool(pembilang.strip()) == bool(penyebut.strip()):
        return []
    medan = "penyebut" if pembilang.strip() else "pembilang"
    pesan = f"Isi juga {medan}nya, atau kosongkan keduanya agar mengikuti formula indikator."
    return [Temuan(kode="PECAHAN_SETENGAH", pesan=pesan, letak=Letak(medan=medan))]


def _periksa_komponen(daftar: Sequence[Any] | None) -> list[Temuan]:
    if daftar is None:
        return []
    pesan = ""
    if len(daftar) > KOMPONEN_TERBANYAK:
        pesan = f"Paling banyak {KOMPONEN_TERBANYAK} komponen (kini {len(daftar)})."
    elif any(not (len(k) == 3 and (k[0] or k[1])) for k in daftar):
        pesan = "Setiap komponen perlu nama atau indikator."
    letak = Letak(medan="komponen")
    return [Temuan(kode="KOMPONEN_TIDAK_SAH", pesan=pesan, letak=letak)] if pesan else []
