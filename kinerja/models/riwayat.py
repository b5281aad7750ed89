"""The append-only history: one hash chain per Pohon, one per agency for the rest."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any, ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from kinerja.aturan.pembatalan import sebab_tetap
from kinerja.models.pemda import PerangkatDaerah

HALAMAN = (
    ("Pengukuran", ("_pengukuran",)),
    ("Evaluasi", (" lke", " versilke")),
    ("Cascading per jabatan", ("petajabatan", "kotakjabatan")),
    ("Crosscutting", ("crosscutting",)),
    ("Penjenjangan", (" penjenjangan", "butirpenjenjangan")),
    ("Laporan kinerja", ("rencanaaksi", "catatanevaluasi", "uraianlkjip")),
)
"""Where an event of an agency's chain is mended, by the end of its verb; else in Pengaturan."""


class Riwayat(models.Model):
    """One event. ``perubahan`` lists rows as {jenis, kunci, sebelum, sesudah}; undo swaps them.

    ``nomor`` counts from 1 in its chain; for a document it equals the ``versi`` it led to.
    """

    pohon = models.ForeignKey(
        "kinerja.Pohon", null=True, blank=True, on_delete=models.PROTECT, related_name="riwayat"
    )
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="riwayat"
    )
    nomor = models.PositiveIntegerField()
    kata_kerja = models.CharField(max_length=40)
    ringkasan = models.CharField(max_length=300)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    perubahan = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    membatalkan = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="dibatalkan_oleh"
    )
    hash_sebelum = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    DAPAT_DIBATALKAN: ClassVar[set[str]] = set()
    """Verbs of an agency's chain that a room knows how to undo (``kinerja.pembatalan_lembaga``)."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pohon", "nomor"],
                condition=Q(pohon__isnull=False),
                name="riwayat_nomor_pohon",
            ),
            models.UniqueConstraint(
                fields=["perangkat_daerah", "nomor"],
                condition=Q(pohon__isnull=True),
                name="riwayat_nomor_perangkat_daerah",
            ),
        ]
        indexes = [models.Index(fields=["perangkat_daerah", "pada"], name="riwayat_pd_pada")]

    def __str__(self) -> str:
        return f"#{self.nomor} {self.ringkasan}"

    @property
    def sebab_tetap(self) -> str:
        """Why an event of this kind is never undone; "" when it can be."""
        if self.pohon_id is None:
            if self.kata_kerja in self.DAPAT_DIBATALKAN:
                return ""
            return f"Dibetulkan di {_halaman(self.kata_kerja)}, bukan dibatalkan."
        return sebab_tetap(self.kata_kerja)

    def hitung_hash(self) -> str:
        """SHA-256 over what happened and the hash of the row before it."""
        isi = {
            "pohon": self.pohon_id,
            "perangkat_daerah": self.perangkat_daerah_id,
            "nomor": self.nomor,
            "kata_kerja": self.kata_kerja,
            "ringkasan": self.ringkasan,
            "oleh": self.oleh_id,
            "pada": _waktu(self.pada),
            "perubahan": self.perubahan,
            "membatalkan": self.membatalkan_id,
            "hash_sebelum": self.hash_sebelum,
        }
        teks = json.dumps(isi, sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder)
        return hashlib.sha256(teks.encode()).hexdigest()

    def kunci_rantai(self) -> None:
        """One writer at a time in the agency's chain. Call inside a transaction."""
        _kunci(self.perangkat_daerah_id)

    @classmethod
    def tentang(cls, rekaman: Any) -> models.QuerySet[Riwayat]:
        """Events of the agency's chain that begin with this record; latest first."""
        return cls.objects.filter(
            perangkat_daerah=rekaman.perangkat_daerah_id,
            pohon=None,
            kata_kerja__endswith=f" {rekaman._meta.model_name}",
            perubahan__0__kunci__0=rekaman.pk,
        ).order_by("-nomor")

    @classmethod
    def catat_perangkat_daerah(
        cls,
        perangkat_daerah: PerangkatDaerah,
        *,
        kata_kerja: str,
        ringkasan: str,
        perubahan: list[dict[str, Any]],
        oleh: Any,
        pada: datetime,
        membatalkan: Riwayat | None = None,
    ) -> Riwayat:
        """Append to the agency's chain. Call inside a transaction; locks the agency's row."""
        _kunci(perangkat_daerah.pk)
        akhir = (
            cls.objects.filter(perangkat_daerah=perangkat_daerah, pohon=None)
            .order_by("-nomor")
            .first()
        )
        baru = cls(
            perangkat_daerah=perangkat_daerah,
            nomor=akhir.nomor + 1 if akhir else 1,
            kata_kerja=kata_kerja,
            ringkasan=ringkasan[:300],
            oleh=oleh,
            pada=pada,
            perubahan=perubahan,
            membatalkan=membatalkan,
            hash_sebelum=akhir.hash if akhir else "",
        )
        baru.hash = baru.hitung_hash()
        baru.save()
        return baru


def _halaman(kata_kerja: str) -> str:
    if kata_kerja == "ukur":
        return "Pengukuran"
    return next((nama for nama, akhir in HALAMAN if kata_kerja.endswith(akhir)), "Pengaturan")


def _kunci(lembaga: int) -> None:
    PerangkatDaerah.objects.select_for_update(no_key=True).only("pk").get(pk=lembaga)


def _waktu(pada: datetime) -> str:
    return pada.astimezone(UTC).isoformat(timespec="microseconds")
