"""What the records of an IKU document have in common."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kinerja.models import PerangkatDaerah
from kinerja.models.tercatat import Tercatat


class MilikDokumen(Tercatat):
    """A record of an IKU document: written only while the document is open; raises its versi."""

    TAMPIL = False
    dokumen: Any

    class Meta:
        abstract = True

    def lembaga(self) -> PerangkatDaerah:
        lembaga: PerangkatDaerah = self.dokumen.perangkat_daerah
        return lembaga

    def kunci(self, di: PerangkatDaerah | None = None) -> None:
        self.dokumen.kunci(di)

    def catat(self, *isi: Any, pada: datetime, **lain: Any) -> None:
        super().catat(*isi, pada=pada, **lain)
        self.dokumen.naik_versi(pada)
