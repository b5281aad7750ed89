"""Verb of an IKU document that takes it up its ladder."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from iku.aturan import tangga
from iku.pilihan import StatusDokumen
from kinerja.aturan.tangga import periksa_alasan, periksa_dilihat, periksa_galat
from kinerja.aturan.temuan import tolak_bila
from kinerja.models import Pengaturan
from kinerja.models.tercatat import Tercatat
from kinerja.pembekuan import bekukan

if TYPE_CHECKING:
    from kinerja.models import Pengguna


class Pendakian:
    """Mixed into DokumenIku."""

    perangkat_daerah: Any
    periode: Any
    judul: Any
    status: Any
    alasan: Any
    versi: Any
    save: Any
    catat: Any
    refresh_from_db: Any
    objects: Any

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
        """One step of the ladder; ``versi`` is what stood on the screen. Raises AturanDilanggar.

        Approval freezes the document; ``alamat`` is where everybody can check it, with KODE in
        place of its code.
        """
        alasan = alasan.strip()
        with transaction.atomic():
            Tercatat.kunci(self)  # type: ignore[arg-type]
            self.refresh_from_db()
            wajib = Pengaturan.wajib_verifikasi(self.perangkat_daerah.pemda_atau_diri())
            tolak_bila(
                tangga.periksa_langkah(kata_kerja, self.status, wajib)
                or [
                    *periksa_dilihat(versi, self.versi),
                    *periksa_galat(kata_kerja, galat),
                    *periksa_alasan(kata_kerja, alasan),
                ]
            )
            ke = tangga.tujuan(kata_kerja, self.status, wajib)
            isi: dict[str, Any] = {"status": ke, "alasan": alasan}
            if ke == StatusDokumen.DISETUJUI:
                isi |= {"disetujui_oleh": oleh, "disetujui_pada": pada}
            if ke == StatusDokumen.BERLAKU:
                self._gantikan_yang_lama(oleh=oleh, pada=pada)
                isi |= {"berlaku_sejak": pada.date()}
            self._pindah(isi, tangga.SELESAI[kata_kerja], kata_kerja, oleh=oleh, pada=pada)
            if ke == StatusDokumen.DISETUJUI:
                bekukan("iku", self, oleh, pada, alamat)

    def _gantikan_yang_lama(self, *, oleh: Pengguna, pada: datetime) -> None:
        kembar = {m: getattr(self, m) for m in ("perangkat_daerah", "periode", "judul")}
        for lama in type(self).objects.filter(**kembar, status=StatusDokumen.BERLAKU):
            isi = {"status": StatusDokumen.DIGANTIKAN}
            lama._pindah(isi, f"digantikan {self}", "gantikan", oleh=oleh, pada=pada)

    def _pindah(
        self, isi: dict[str, Any], kata: str, kerja: str, *, oleh: Pengguna, pada: datetime
    ) -> None:
        sebelum = {"status": self.status, "alasan": self.alasan}
        for medan, nilai in isi.items():
            setattr(self, medan, nilai)
        self.save(update_fields=list(isi))
        sesudah = {"status": str(self.status), "alasan": self.alasan}
        self.catat(kerja, kata, sebelum, sesudah, oleh=oleh, pada=pada)
