"""A document with a ladder of its own that is a record: DokumenIku and Penjenjangan."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction

from kinerja.aturan.langkah import Tangga
from kinerja.aturan.tangga import periksa_alasan, periksa_dilihat, periksa_galat
from kinerja.aturan.temuan import Letak, Temuan, tolak_bila
from kinerja.models.pengaturan import Pengaturan
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import StatusPohon

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pemda import PerangkatDaerah


class Pendakian(Tercatat):
    """Has ``perangkat_daerah``, ``periode``, ``tahun``, ``status``, ``alasan``,
    ``disetujui_oleh``, ``disetujui_pada``, ``versi`` and ``diubah_pada``; ``versi`` grows with
    every change of the document or of what belongs to it.
    """

    DAKIAN: ClassVar[Tangga]
    """Its ladder."""

    if TYPE_CHECKING:
        objects: Any
        perangkat_daerah: Any
        periode: Any
        tahun: Any
        status: Any
        alasan: Any
        versi: Any

    class Meta:
        abstract = True

    def melangkah(
        self,
        kata_kerja: str,
        *,
        versi: int,
        oleh: Pengguna,
        pada: datetime,
        galat: int = 0,
        alasan: str = "",
        alamat: str = "",
    ) -> None:
        """One step of the ladder; ``versi`` is what stood on the screen, ``galat`` how many
        findings stop it, ``alamat`` where everybody can check what is frozen, with KODE in place
        of its code. Raises AturanDilanggar.
        """
        alasan = alasan.strip()
        with transaction.atomic():
            super().kunci()
            self.refresh_from_db()
            wajib = Pengaturan.wajib_verifikasi(self.perangkat_daerah.pemda_atau_diri())
            tolak_bila(
                self.DAKIAN.periksa(kata_kerja, self.status, wajib)
                or [
                    *periksa_dilihat(versi, self.versi),
                    *periksa_galat(kata_kerja, galat),
                    *periksa_alasan(kata_kerja, alasan),
                    *self.periksa_langkah(kata_kerja),
                ]
            )
            ke = self.DAKIAN.tujuan(kata_kerja, self.status, wajib) or ""
            isi: dict[str, Any] = {"status": ke, "alasan": alasan}
            if ke == StatusPohon.DISETUJUI:
                isi |= {"disetujui_oleh": oleh, "disetujui_pada": pada}
            isi |= self.sebelum_pindah(ke, oleh=oleh, pada=pada)
            self.pindah(kata_kerja, self.DAKIAN.selesai[kata_kerja], isi, oleh=oleh, pada=pada)
            self.sesudah_pindah(ke, oleh=oleh, pada=pada, alamat=alamat)

    def periksa_langkah(self, kata_kerja: str) -> list[Temuan]:
        """What else stops a step of this kind of document."""
        return []

    def sebelum_pindah(self, ke: str, *, oleh: Pengguna, pada: datetime) -> dict[str, Any]:
        """What has to be done first; answers fields that are written along with the status."""
        return {}

    def sesudah_pindah(self, ke: str, *, oleh: Pengguna, pada: datetime, alamat: str) -> None:
        """What follows within the same transaction."""

    def periksa_terbuka(self, status: str) -> list[Temuan]:
        """May the document be written in this status?"""
        raise NotImplementedError

    def pindah(
        self, kata_kerja: str, kata: str, isi: dict[str, Any], *, oleh: Pengguna, pada: datetime
    ) -> None:
        """Write and record a step that is checked already; ``kata`` says what was done."""
        sebelum = {"status": self.status, "alasan": self.alasan}
        for medan, nilai in isi.items():
            setattr(self, medan, nilai)
        self.save(update_fields=list(isi))
        sesudah = {"status": str(self.status), "alasan": self.alasan}
        self.catat(kata_kerja, kata, sebelum, sesudah, oleh=oleh, pada=pada)

    def kunci(self, di: PerangkatDaerah | None = None) -> None:
        """Lock, then see that the document may still be written."""
        super().kunci(di)
        if self.pk is not None:
            status = type(self).objects.values_list("status", flat=True).get(pk=self.pk)
            tolak_bila(self.periksa_terbuka(status))

    def catat(self, kerja: str, kata: str, *isi: Any, pada: datetime, **lain: Any) -> None:
        super().catat(kerja, kata, *isi, pada=pada, **lain)
        if kerja != "hapus":
            self.naik_versi(pada)

    def naik_versi(self, pada: datetime) -> None:
        """Something of the document changed."""
        milik = type(self).objects.filter(pk=self.pk)
        milik.update(versi=models.F("versi") + 1, diubah_pada=pada)
        self.refresh_from_db(fields=["versi", "diubah_pada"])

    def periksa_tahun(self) -> list[Temuan]:
        """Is its year one of the periode?"""
        daftar = self.periode.daftar_tahun()
        if self.tahun in daftar:
            return []
        pesan = f"Tahun {self.tahun} di luar {self.periode}; pilih {', '.join(map(str, daftar))}."
        return [Temuan(kode="TAHUN_DI_LUAR_PERIODE", pesan=pesan, letak=Letak(medan="tahun"))]
