"""Verbs of Pohon that take it up the ladder: ajukan, verifikasi, kembalikan, setujui."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from kinerja.aturan import pohon as aturan
from kinerja.aturan import tangga
from kinerja.aturan.arsip import periksa_tidak_diarsipkan
from kinerja.aturan.temuan import tolak_bila
from kinerja.models.pengaturan import Pengaturan
from kinerja.models.pengukuran import bawa_realisasi
from kinerja.models.perubahan import Perubahan
from kinerja.models.riwayat import Riwayat
from kinerja.pembekuan import bekukan, siapkan

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pohon import Pohon


DAPAT_DISETUJUI = frozenset(x.dari for x in tangga.TANGGA if x.kata_kerja == "setujui")


class Tangga:
    """Mixed into Pohon. ``versi`` is what stood on the screen of whoever takes the step; ``galat``
    how many findings of that level it has. Verbs raise AturanDilanggar.
    """

    pk: Any
    status: Any
    versi: Any

    def ajukan(self, *, versi: int, galat: int, oleh: Pengguna, pada: datetime) -> Riwayat:
        """Hand the draft in: it is locked until somebody answers."""
        return self._melangkah("ajukan", versi=versi, galat=galat, oleh=oleh, pada=pada)

    def verifikasi(self, *, versi: int, oleh: Pengguna, pada: datetime) -> Riwayat:
        """Bappeda found it in order."""
        return self._melangkah("verifikasi", versi=versi, oleh=oleh, pada=pada)

    def kembalikan(self, *, versi: int, alasan: str, oleh: Pengguna, pada: datetime) -> Riwayat:
        """Back to the planner, with what is to be mended."""
        return self._melangkah("kembalikan", versi=versi, alasan=alasan, oleh=oleh, pada=pada)

    def setujui(
        self, *, versi: int, galat: int, oleh: Pengguna, pada: datetime, alamat: str = ""
    ) -> Riwayat:
        """Approve: structure, texts and definitions are locked for good, and the document is
        frozen. ``alamat`` is where everybody can check it, with KODE in place of its code.
        """
        tepat = self.status in DAPAT_DISETUJUI and versi == self.versi
        bahan = siapkan("pohon", self, pada) if tepat else None
        return self._melangkah(
            "setujui", versi=versi, galat=galat, oleh=oleh, pada=pada, beku=(alamat, bahan)
        )

    def _melangkah(
        self,
        kata_kerja: str,
        *,
        versi: int,
        oleh: Pengguna,
        pada: datetime,
        galat: int = 0,
        alasan: str = "",
        beku: tuple[str, Any] = ("", None),
    ) -> Riwayat:
        alasan = alasan.strip()
        with transaction.atomic():
            kelas: Any = type(self)
            pohon = kelas.objects.terkunci(self.pk, "perangkat_daerah__pemda")
            wajib = Pengaturan.wajib_verifikasi(pohon.perangkat_daerah.pemda_atau_diri())
            tolak_bila(
                periksa_tidak_diarsipkan(pohon.arsip)
                or tangga.periksa_langkah(kata_kerja, pohon.status, wajib)
                or [
                    *tangga.periksa_dilihat(versi, pohon.versi),
                    *tangga.periksa_galat(kata_kerja, galat),
                    *tangga.periksa_alasan(kata_kerja, alasan),
                    *aturan.periksa_isian({"alasan": alasan}),
                ]
            )
            ke = tangga.tujuan(kata_kerja, pohon.status, wajib)
            riwayat = _pindah(pohon, kata_kerja, {"status": ke, "alasan": alasan}, oleh, pada)
            if kata_kerja == "setujui":
                bawa_realisasi(pohon)
                bekukan("pohon", pohon, oleh, pada, *beku)
        self.__dict__.update(status=pohon.status, alasan=pohon.alasan)
        self.__dict__.update(versi=pohon.versi, diubah_pada=pohon.diubah_pada)
        return riwayat


def _pindah(
    pohon: Pohon, kata_kerja: str, isi: dict[str, Any], oleh: Pengguna, pada: datetime
) -> Riwayat:
    sebelum = {medan: getattr(pohon, medan) for medan in isi}
    for medan, nilai in isi.items():
        setattr(pohon, medan, nilai)
    pohon.save(update_fields=list(isi))
    berubah = {m: v for m, v in isi.items() if sebelum[m] != v}
    baris = Perubahan("pohon", (pohon.pk,), {m: sebelum[m] for m in berubah}, berubah)
    ringkasan = f"Dokumen {pohon.sebutan} {tangga.SELESAI[kata_kerja]}"
    return pohon._catat(kata_kerja, ringkasan, [baris], oleh=oleh, pada=pada)
