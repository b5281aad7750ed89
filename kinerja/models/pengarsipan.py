"""Verbs of Pohon that put it away and bring it back. Nothing is ever deleted."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from kinerja.aturan.arsip import periksa_arsipkan, periksa_pulihkan
from kinerja.aturan.temuan import tolak_bila
from kinerja.models.perubahan import Perubahan
from kinerja.models.riwayat import Riwayat

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna


class Pengarsipan:
    """Mixed into Pohon. An archived document is out of the lists and takes no change."""

    pk: Any
    diarsipkan_pada: Any

    @property
    def arsip(self) -> bool:
        return self.diarsipkan_pada is not None

    def arsipkan(self, *, oleh: Pengguna, pada: datetime) -> Riwayat:
        return self._arsip("arsipkan", pada, oleh=oleh, pada=pada)

    def pulihkan(self, *, oleh: Pengguna, pada: datetime) -> Riwayat:
        return self._arsip("pulihkan", None, oleh=oleh, pada=pada)

    def _arsip(
        self, kata_kerja: str, sejak: datetime | None, *, oleh: Pengguna, pada: datetime
    ) -> Riwayat:
        kelas: Any = type(self)
        with transaction.atomic():
            pohon = kelas.objects.terkunci(self.pk)
            periksa = periksa_arsipkan if sejak else periksa_pulihkan
            tolak_bila(periksa(pohon.status, pohon.arsip))
            sebelum, pohon.diarsipkan_pada = pohon.diarsipkan_pada, sejak
            pohon.save(update_fields=["diarsipkan_pada"])
            isi = ({"diarsipkan_pada": t.isoformat() if t else None} for t in (sebelum, sejak))
            baris = Perubahan("pohon", (pohon.pk,), *isi)
            kata = "diarsipkan" if sejak else "dipulihkan dari arsip"
            ringkasan = f"Dokumen {pohon.sebutan} {kata}"
            riwayat: Riwayat = pohon._catat(kata_kerja, ringkasan, [baris], oleh=oleh, pada=pada)
        self.diarsipkan_pada, self.__dict__["versi"] = sejak, pohon.versi
        return riwayat
