"""Verb of a penjenjangan that takes it up its ladder."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from cascading.aturan.penjenjangan import tangga
from kinerja.aturan.tangga import periksa_alasan, periksa_dilihat, periksa_galat
from kinerja.aturan.temuan import tolak_bila
from kinerja.models import Pengaturan
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import StatusPohon

if TYPE_CHECKING:
    from kinerja.models import Pengguna


class LangkahPenjenjangan:
    """Mixed into Penjenjangan."""

    perangkat_daerah: Any
    pohon_kinerja: Any
    cascading: Any
    status: Any
    alasan: Any
    versi: Any
    save: Any
    catat: Any
    refresh_from_db: Any

    def melangkah(
        self,
        kata_kerja: str,
        *,
        versi: int,
        oleh: Pengguna,
        pada: datetime,
        galat: int = 0,
        alasan: str = "",
    ) -> None:
        """One step of the ladder; ``versi`` is what stood on the screen, ``galat`` how many
        findings stop it. Raises AturanDilanggar.
        """
        alasan = alasan.strip()
        with transaction.atomic():
            Tercatat.kunci(self)  # type: ignore[arg-type]
            self.refresh_from_db()
            wajib = Pengaturan.wajib_verifikasi(self.perangkat_daerah.pemda_atau_diri())
            pohon = [(str(p.sebutan), p.status) for p in (self.pohon_kinerja, self.cascading)]
            tolak_bila(
                tangga.periksa_langkah(kata_kerja, self.status, wajib)
                or [
                    *periksa_dilihat(versi, self.versi),
                    *periksa_galat(kata_kerja, galat),
                    *periksa_alasan(kata_kerja, alasan),
                    *tangga.periksa_pohon_disetujui(kata_kerja, pohon),
                ]
            )
            ke = tangga.tujuan(kata_kerja, self.status, wajib)
            isi: dict[str, Any] = {"status": ke, "alasan": alasan}
            if ke == StatusPohon.DISETUJUI:
                isi |= {"disetujui_oleh": oleh, "disetujui_pada": pada}
            self._pindah(kata_kerja, isi, oleh=oleh, pada=pada)

    def _pindah(
        self, kata_kerja: str, isi: dict[str, Any], *, oleh: Pengguna, pada: datetime
    ) -> None:
        sebelum = {"status": self.status, "alasan": self.alasan}
        for medan, nilai in isi.items():
            setattr(self, medan, nilai)
        self.save(update_fields=list(isi))
        sesudah = {"status": str(self.status), "alasan": self.alasan}
        kata = tangga.SELESAI[kata_kerja]
        self.catat(kata_kerja, kata, sebelum, sesudah, oleh=oleh, pada=pada)
