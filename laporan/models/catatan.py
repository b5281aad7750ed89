"""What an evaluator writes about a document or a box, and what the agency makes of it.

A note names its document by kind and key and its box by uid, so it stays when the box is deleted
and is found again in the next edition. Its words never change; each step is a row of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from cascading.models import PerjanjianKinerja
from iku.models import DokumenIku
from kinerja.aturan.arsip import periksa_tidak_diarsipkan
from kinerja.aturan.temuan import tolak, tolak_bila
from kinerja.models import (
    BERKAS_ATAU_TAUTAN,
    Bentrok,
    BerkasBukti,
    PerangkatDaerah,
    Pohon,
    Riwayat,
    Simpul,
)
from laporan.aturan import catatan as aturan
from laporan.pilihan import JenisDokumen, LangkahCatatan, StatusCatatan

if TYPE_CHECKING:
    from kinerja.models import Pengguna

Objek = Pohon | DokumenIku | PerjanjianKinerja
JENIS_OBJEK: dict[type[models.Model], str] = {
    Pohon: JenisDokumen.POHON,
    DokumenIku: JenisDokumen.IKU,
    PerjanjianKinerja: JenisDokumen.PERJANJIAN,
}
"""What a note may be about."""


@dataclass(frozen=True)
class BuktiMasuk:
    """Evidence that comes with a step: bytes with a name, or an address."""

    nama: str = ""
    isi: bytes = b""
    tautan: str = ""

    def __bool__(self) -> bool:
        return bool(self.nama or self.tautan)


class CatatanQuerySet(models.QuerySet["Catatan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> CatatanQuerySet:
        return self.filter(perangkat_daerah__in=PerangkatDaerah.objects.terlihat_oleh(pengguna))

    def berjalan(self) -> CatatanQuerySet:
        return self.filter(status__in=[str(s) for s in aturan.BERJALAN])

    def lewat(self, hari: date) -> CatatanQuerySet:
        """The agency is late with them."""
        menunggu = [str(s) for s in aturan.MENUNGGU_LEMBAGA]
        return self.filter(status__in=menunggu, tenggat__lt=hari)

    def lengkap(self) -> CatatanQuerySet:
        """With what pages say of them."""
        return self.select_related("perangkat_daerah__pemda", "oleh").defer(
            "perangkat_daerah__lambang", "perangkat_daerah__pemda__lambang"
        )


class Catatan(models.Model):
    """One note, with or without a recommendation. ``perihal`` is what it is about, as it was
    called then; ``kode`` the check it comes from; ``versi`` counts its steps.
    """

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="catatan"
    )
    jenis = models.CharField(max_length=12, choices=JenisDokumen)
    asal = models.BigIntegerField()
    simpul_uid = models.UUIDField(null=True, blank=True, editable=False)
    perihal = models.CharField(max_length=300)
    kode = models.CharField(max_length=10, blank=True)
    tahun = models.PositiveSmallIntegerField()
    isi = models.TextField()
    rekomendasi = models.TextField(blank=True)
    tenggat = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=16, choices=StatusCatatan, default=StatusCatatan.TERBUKA)
    versi = models.PositiveIntegerField(default=1)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    objects: ClassVar[models.Manager[Catatan]] = CatatanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis__in=[str(j) for j in JENIS_OBJEK.values()]),
                name="catatan_jenis_dikenal",
            ),
            models.CheckConstraint(
                condition=Q(status__in=StatusCatatan.values), name="catatan_status_dikenal"
            ),
            models.CheckConstraint(condition=~Q(isi="") & ~Q(perihal=""), name="catatan_berisi"),
            models.CheckConstraint(
                condition=Q(rekomendasi="") | Q(tenggat__isnull=False),
                name="catatan_rekomendasi_bertenggat",
            ),
            models.CheckConstraint(
                condition=Q(simpul_uid=None) | Q(jenis="POHON"), name="catatan_kotak_di_pohon"
            ),
        ]
        indexes = [
            models.Index(fields=["perangkat_daerah", "status"], name="catatan_pd_status"),
            models.Index(fields=["jenis", "asal"], name="catatan_asal"),
            models.Index(fields=["simpul_uid"], name="catatan_kotak"),
        ]

    def __str__(self) -> str:
        return f"Catatan {self.pk}: {self.perihal}"

    @classmethod
    def tulis(
        cls, objek: Objek, *, isi: str, oleh: Pengguna, pada: datetime, tahun: int,
        rekomendasi: str = "", tenggat: date | None = None, kode: str = "",
        simpul: Simpul | None = None,
    ) -> Catatan:  # fmt: skip
        """Say something of a document, or of a box in it. Raises AturanDilanggar."""
        isi, rekomendasi = isi.strip(), rekomendasi.strip()
        hari = timezone.localtime(pada).date()
        arsip = isinstance(objek, Pohon) and objek.arsip
        tolak_bila([
            *periksa_tidak_diarsipkan(arsip),
            *aturan.periksa_catatan(isi=isi, rekomendasi=rekomendasi, tenggat=tenggat, hari=hari),
        ])  # fmt: skip
        if simpul is not None and (not isinstance(objek, Pohon) or simpul.pohon_id != objek.pk):
            raise tolak("KOTAK_LAIN", "Kotak itu bukan kotak dokumen ini.")
        baru = cls(
            perangkat_daerah=objek.perangkat_daerah, jenis=JENIS_OBJEK[type(objek)],
            asal=objek.pk, simpul_uid=simpul.uid if simpul else None,
            perihal=sebut(objek, simpul), kode=kode, tahun=tahun, isi=isi,
            rekomendasi=rekomendasi, tenggat=tenggat, oleh=oleh, pada=pada,
        )  # fmt: skip
        with transaction.atomic():
            baru.save(force_insert=True)
            baru._catat("tulis", None, oleh=oleh, pada=pada)
        return baru

    def langkah(
        self, kata_kerja: str, *, versi: int, oleh: Pengguna, pada: datetime, teks: str = "",
        bukti: BuktiMasuk | None = None, tenggat: date | None = None,
    ) -> Tanggapan:  # fmt: skip
        """Take a step from the ``versi`` that was on the screen.

        Raises AturanDilanggar; Bentrok when the note moved on since.
        """
        teks, hari = teks.strip(), timezone.localtime(pada).date()
        with transaction.atomic():
            PerangkatDaerah.objects.select_for_update(no_key=True).only("pk").get(
                pk=self.perangkat_daerah_id
            )
            type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
            self.refresh_from_db()
            tolak_bila(aturan.TANGGA.periksa(kata_kerja, self.status))
            if versi != self.versi:
                raise Bentrok("versi", versi, self.versi)
            tolak_bila(aturan.periksa_langkah(kata_kerja, self.status, teks=teks,
                       berbukti=bool(bukti), tenggat=tenggat, hari=hari))  # fmt: skip
            baris = Tanggapan(catatan=self, langkah=kata_kerja, teks=teks, oleh=oleh, pada=pada)
            baris.ambil_bukti(bukti)
            if kata_kerja == LangkahCatatan.PERPANJANG:
                baris.tenggat = self.tenggat = tenggat
            sebelum, self.versi = str(self.status), self.versi + 1
            self.status = aturan.tujuan(kata_kerja, sebelum) or sebelum
            self.save(update_fields=["status", "versi", "tenggat"])
            baris.nomor = self.versi
            baris.save(force_insert=True)
            self._catat(kata_kerja, sebelum, oleh=oleh, pada=pada, tanggapan=baris)
        return baris

    def lewat(self, hari: date) -> bool:
        return aturan.lewat(self.status, self.tenggat, hari)

    def _catat(
        self, kata_kerja: str, sebelum: str | None, *, oleh: Pengguna, pada: datetime,
        tanggapan: Tanggapan | None = None,
    ) -> None:  # fmt: skip
        sesudah: dict[str, Any] = {"status": str(self.status)}
        if tanggapan is None:
            sesudah |= {"isi": self.isi, "rekomendasi": self.rekomendasi}
        else:
            sesudah |= {"teks": tanggapan.teks, "bukti": tanggapan.nama,
                        "sha256": tanggapan.sha256, "tautan": tanggapan.tautan}  # fmt: skip
        sesudah["tenggat"] = str(self.tenggat or "")
        baris = {"jenis": "catatan", "kunci": [self.pk], "sesudah": sesudah,
                 "sebelum": {"status": sebelum} if sebelum else None}  # fmt: skip
        Riwayat.catat_perangkat_daerah(
            self.perangkat_daerah, kata_kerja=f"{kata_kerja.lower()} catatan",
            ringkasan=f"Catatan evaluasi pada {self.perihal} {aturan.SELESAI[kata_kerja]}",
            perubahan=[baris], oleh=oleh, pada=pada,
        )  # fmt: skip


class Tanggapan(BerkasBukti):
    """One step of a note: what was said, with evidence where it needs some. Never changes.

    ``nomor`` is the ``versi`` it led to; ``tenggat`` the new day of PERPANJANG.
    """

    catatan = models.ForeignKey(Catatan, on_delete=models.PROTECT, related_name="tanggapan")
    nomor = models.PositiveIntegerField()
    langkah = models.CharField(max_length=16, choices=LangkahCatatan)
    teks = models.TextField(blank=True)
    tenggat = models.DateField(null=True, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    nama = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["catatan", "nomor"], name="tanggapan_nomor"),
            models.CheckConstraint(
                condition=Q(langkah__in=LangkahCatatan.values), name="tanggapan_langkah_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(nama="", tautan="", sha256="", akhiran="", ukuran=0)
                | ~Q(nama="") & BERKAS_ATAU_TAUTAN,
                name="tanggapan_berkas_atau_tautan",
            ),
            models.CheckConstraint(
                condition=~Q(langkah="TINDAK_LANJUTI") | ~Q(nama=""),
                name="tanggapan_tindak_lanjut_berbukti",
            ),
            models.CheckConstraint(
                condition=Q(langkah="SELESAIKAN") | ~Q(teks=""), name="tanggapan_berteks"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_langkah_display()}: {self.teks[:80]}"

    def ambil_bukti(self, bukti: BuktiMasuk | None) -> None:
        """Keep what came along. Raises AturanDilanggar."""
        if bukti and bukti.tautan:
            self.isi_tautan(bukti.tautan, bukti.nama)
        elif bukti:
            self.isi_berkas(bukti.nama, bukti.isi)


def sebut(objek: Objek, simpul: Simpul | None = None) -> str:
    """What a note is about, in words."""
    nama = f"{objek.sebutan} {objek.periode}" if isinstance(objek, Pohon) else str(objek)
    if simpul is None:
        return nama[:300]
    kotak = f"{simpul.get_jenjang_display()} “{simpul.sebutan}”"
    return f"{kotak[: 297 - len(nama)]}, {nama}"[:300]
