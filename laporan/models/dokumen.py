"""Documents as they were approved, with their files. No row of either table ever changes."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Length

from kinerja.models import PerangkatDaerah, Riwayat
from laporan.aturan.keaslian import kode_dari, kode_tercetak, naskah_baku, sidik
from laporan.pilihan import JenisBerkas, JenisDokumen, SebabGanti

if TYPE_CHECKING:
    from kinerja.models import Pengguna


class DokumenQuerySet(models.QuerySet["Dokumen"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> DokumenQuerySet:
        return self.filter(perangkat_daerah__in=PerangkatDaerah.objects.terlihat_oleh(pengguna))

    def dari(self, jenis: str, asal: int) -> Dokumen | None:
        """What a record was frozen as."""
        return self.filter(jenis=jenis, asal=asal).first()


class Dokumen(models.Model):
    """One approved document: ``cuplikan`` holds everything printed, as plain JSON.

    ``asal`` is the key of the record it was made from (of ``jenis``), one document per record; a
    document filed from outside has none. A correction is a new document that names the old one.
    """

    jenis = models.CharField(max_length=12, choices=JenisDokumen)
    asal = models.BigIntegerField(null=True, blank=True)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="dokumen"
    )
    tahun = models.PositiveSmallIntegerField()
    judul = models.CharField(max_length=300)
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    versi = models.PositiveSmallIntegerField(default=1)
    kode = models.CharField(max_length=12, unique=True)
    cuplikan = models.JSONField()
    sha256 = models.CharField(max_length=64)
    menggantikan = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="pengganti"
    )
    sebab_ganti = models.CharField(max_length=12, choices=SebabGanti, blank=True)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    dibuat_pada = models.DateTimeField()

    objects = DokumenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["jenis", "asal"], name="dokumen_satu_per_asal"),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisDokumen.values), name="dokumen_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(kode__regex=r"^[0-9A-HJKMNP-TV-Z]{12}$"), name="dokumen_kode_baku"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="dokumen_bersidik"
            ),
            models.CheckConstraint(
                condition=Q(menggantikan__isnull=True, sebab_ganti="")
                | Q(menggantikan__isnull=False, sebab_ganti__in=SebabGanti.values),
                name="dokumen_pengganti_bersebab",
            ),
        ]

    def __str__(self) -> str:
        return self.judul

    @classmethod
    @transaction.atomic
    def bekukan(
        cls, cuplikan: Mapping[str, Any], *, kode: str, oleh: Pengguna, pada: datetime, **isi: Any
    ) -> Dokumen:
        """Keep a document for ever, recorded with its fingerprint in the agency's history."""
        baru = cls(
            cuplikan=dict(cuplikan), sha256=sidik(naskah_baku(cuplikan)), kode=kode,
            dibuat_oleh=oleh, dibuat_pada=pada, **isi,
        )  # fmt: skip
        baru.versi = baru.menggantikan.versi + 1 if baru.menggantikan else 1
        baru.save(force_insert=True)
        catatan = {"jenis": baru.jenis, "kode": kode, "sha256": baru.sha256}
        baru.catat("bekukan", f"Dokumen “{baru.judul}” dibekukan", catatan, oleh, pada)
        return baru

    @staticmethod
    def kode_baru() -> str:
        """A code that nobody can guess; two alike will not happen, and the table refuses them."""
        return kode_dari(secrets.token_bytes(8))

    @property
    def kode_tercetak(self) -> str:
        return kode_tercetak(self.kode)

    @property
    def utuh(self) -> bool:
        """Is the snapshot what was frozen?"""
        return sidik(naskah_baku(self.cuplikan)) == self.sha256

    def catat(
        self, kata_kerja: str, ringkasan: str, isi: dict[str, Any], oleh: Pengguna, pada: datetime
    ) -> None:
        baris = {"jenis": "dokumen", "kunci": [self.pk], "sebelum": None, "sesudah": isi}
        Riwayat.catat_perangkat_daerah(
            self.perangkat_daerah,
            kata_kerja=f"{kata_kerja} dokumen",
            ringkasan=ringkasan,
            perubahan=[baris],
            oleh=oleh,
            pada=pada,
        )


class BerkasDokumen(models.Model):
    """The bytes of a document: as printed, and each time it was signed.

    ``keterangan`` says what was found in a signed file when it came in.
    """

    dokumen = models.ForeignKey(Dokumen, on_delete=models.PROTECT, related_name="berkas")
    jenis = models.CharField(max_length=10, choices=JenisBerkas)
    nama = models.CharField(max_length=200)
    tipe = models.CharField(max_length=80, default="application/pdf")
    isi = models.BinaryField()
    ukuran = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    keterangan = models.JSONField(default=dict, blank=True)
    ditambah_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    ditambah_pada = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dokumen"],
                condition=Q(jenis=JenisBerkas.CETAK),
                name="berkas_dokumen_satu_cetakan",
            ),
            models.UniqueConstraint(
                fields=["dokumen", "sha256"], name="berkas_dokumen_tidak_berulang"
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisBerkas.values), name="berkas_dokumen_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="berkas_dokumen_bersidik"
            ),
            models.CheckConstraint(
                condition=Q(ukuran=Length("isi")) & ~Q(ukuran=0), name="berkas_dokumen_berukuran"
            ),
        ]
        indexes = [models.Index(fields=["dokumen", "ditambah_pada"], name="berkas_dokumen_urut")]

    def __str__(self) -> str:
        return self.nama

    @classmethod
    @transaction.atomic
    def tambah(
        cls, dokumen: Dokumen, isi: bytes, *, jenis: str, oleh: Pengguna, pada: datetime,
        nama: str, **lain: Any,
    ) -> BerkasDokumen:  # fmt: skip
        """File bytes with a document; the same bytes twice stay one file."""
        PerangkatDaerah.objects.select_for_update(no_key=True).only("pk").get(
            pk=dokumen.perangkat_daerah_id
        )
        jejak = sidik(isi)
        sama = Q(sha256=jejak)
        if jenis == JenisBerkas.CETAK:  # a document has one print
            sama |= Q(jenis=jenis)
        if lama := cls.objects.filter(sama, dokumen=dokumen).first():
            return lama
        baru = cls(dokumen=dokumen, jenis=jenis, nama=nama, isi=isi, ukuran=len(isi), sha256=jejak,
                   ditambah_oleh=oleh, ditambah_pada=pada, **lain)  # fmt: skip
        baru.save(force_insert=True)
        catatan = {"berkas": jenis, "nama": nama, "sha256": jejak, "ukuran": len(isi)}
        kata = str(JenisBerkas(jenis).label).lower()
        dokumen.catat("berkas", f"“{dokumen.judul}”: {kata} disimpan", catatan, oleh, pada)
        return baru

    @property
    def utuh(self) -> bool:
        """Are the bytes those that were filed?"""
        return sidik(bytes(self.isi)) == self.sha256
