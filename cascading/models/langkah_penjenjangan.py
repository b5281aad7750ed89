"""What of the ladder is a penjenjangan's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cascading.aturan.penjenjangan import tangga
from kinerja.aturan.temuan import Temuan
from kinerja.models.pendakian import Pendakian


class LangkahPenjenjangan(Pendakian):
    """Mixed into Penjenjangan."""

    DAKIAN = tangga.DAKIAN

    if TYPE_CHECKING:
        pohon_kinerja: Any
        cascading: Any

    class Meta:
        abstract = True

    def periksa_terbuka(self, status: str) -> list[Temuan]:
        return tangga.periksa_terbuka(status)

    def periksa_langkah(self, kata_kerja: str) -> list[Temuan]:
        """Both trees are approved first."""
        pohon = [(str(p.sebutan), p.status) for p in (self.pohon_kinerja, self.cascading)]
        return tangga.periksa_pohon_disetujui(kata_kerja, pohon)
