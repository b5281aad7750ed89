"""Evidence beside the realisasi of a quarter: a file kept outside the web root, or a link."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.timezone import localdate

from kinerja.aturan.pengukuran import periksa_terbuka, sebut
from kinerja.aturan.temuan import tolak_bila
from kinerja.models.berkas_bukti import BERKAS_ATAU_TAUTAN, BerkasBukti
from kinerja.models.indikator import Indikator
from kinerja.models.jendela import JendelaPengukuran, PembukaanKotak
from kinerja.models.pemda import PerangkatDaerah
from kinerja.models.realisasi import TRIWULAN, Pengukuran
from kinerja.models.riwayat import Riwayat
from kinerja.models.simpul import Simpul
from kinerja.pilihan import StatusPengukuran, Triwulan

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna


class BuktiQuerySet(models.QuerySet["Bukti"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> BuktiQuerySet:
        return self.filter(perangkat_daerah__in=PerangkatDaerah.objects.terlihat_oleh(pengguna))


class Bukti(BerkasBukti):
    """Of an indicator (by uid, so that it holds in every edition) in a quarter."""

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="bukti"
    )
    indikator_uid = models.UUIDField(editable=False)
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(choices=Triwulan)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    objects = BuktiQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=BERKAS_ATAU_TAUTAN, name="bukti_berkas_atau_tautan"),
            models.CheckConstraint(
                condition=Q(triwulan__in=TRIWULAN), name="bukti_triwulan_dikenal"
            ),
            models.CheckConstraint(condition=~Q(nama=""), name="bukti_bernama"),
        ]
        indexes = [models.Index(fields=["indikator_uid", "tahun"], name="bukti_indikator")]

    def __str__(self) -> str:
        return self.nama

    @classmethod
    def lampirkan(
        cls, indikator: Indikator, nama: str, isi: bytes, *, tahun: int, triwulan: int,
        oleh: Pengguna, pada: datetime,
    ) -> Bukti:  # fmt: skip
        """Keep a file. AturanDilanggar when its content is none of those taken."""
        baru = cls(tahun=tahun, triwulan=triwulan)
        baru.isi_berkas(nama, isi)
        return baru._simpan(indikator, oleh, pada)

    @classmethod
    def tautkan(
        cls, indikator: Indikator, tautan: str, *, tahun: int, triwulan: int, oleh: Pengguna,
        pada: datetime, nama: str = "",
    ) -> Bukti:  # fmt: skip
        """Keep an address."""
        baru = cls(tahun=tahun, triwulan=triwulan)
        baru.isi_tautan(tautan, nama)
        return baru._simpan(indikator, oleh, pada)

    @transaction.atomic
    def lepas(self, indikator: Indikator, *, oleh: Pengguna, pada: datetime) -> None:
        """Take it off while its quarter takes changes; the bytes stay on the disk."""
        self._periksa_terbuka(indikator, pada)
        nama, kunci = self.nama, self.pk
        self.delete()
        self._catat("lepas_pengukuran", f"Bukti “{nama}” dilepas", kunci, None, oleh, pada)

    @transaction.atomic
    def _simpan(self, indikator: Indikator, oleh: Pengguna, pada: datetime) -> Bukti:
        self.perangkat_daerah = indikator.pohon.perangkat_daerah
        self.indikator_uid, self.oleh, self.pada = indikator.uid, oleh, pada
        self._periksa_terbuka(indikator, pada)
        self.save(force_insert=True)
        isi = {"nama": self.nama, "tautan": self.tautan, "sha256": self.sha256}
        self._catat(
            "bukti_pengukuran", f"Bukti “{self.nama}” ditambahkan", self.pk, isi, oleh, pada
        )
        return self

    def _periksa_terbuka(self, indikator: Indikator, pada: datetime) -> None:
        masa, hari = (self.tahun, self.triwulan), localdate(pada)
        ada = Pengukuran.objects.filter(
            pohon=indikator.pohon_id, tahun=self.tahun, triwulan=self.triwulan
        ).first()
        jendela = JendelaPengukuran.cari(self.perangkat_daerah.pemda_atau_diri(), *masa)
        status = ada.status if ada else StatusPengukuran.DRAF
        if not (temuan := periksa_terbuka(status, jendela, hari, sebut(*masa))):
            return
        dibuka = PembukaanKotak.berlaku(self.perangkat_daerah_id, *masa, hari)
        s = indikator.simpul
        atas = Simpul.objects.filter(
            pohon=indikator.pohon_id, uid__in=dibuka, lft__lte=s.lft, rght__gte=s.rght
        )
        if not (dibuka and atas.exists()):
            tolak_bila(temuan)

    def _catat(
        self, kata_kerja: str, kalimat: str, kunci: int, isi: dict[str, str] | None,
        oleh: Pengguna, pada: datetime,
    ) -> None:  # fmt: skip
        baris = {"jenis": "bukti", "kunci": [kunci], "sebelum": None, "sesudah": isi}
        Riwayat.catat_perangkat_daerah(
            self.perangkat_daerah, kata_kerja=kata_kerja, perubahan=[baris], oleh=oleh, pada=pada,
            ringkasan=f"{kalimat} ({sebut(self.tahun, self.triwulan)})",
        )  # fmt: skip
