"""Records of what leaves the system, and of how it was judged."""

from laporan.models.catatan import BuktiMasuk, Catatan, Tanggapan
from laporan.models.dokumen import BerkasDokumen, Dokumen

__all__ = ["BerkasDokumen", "BuktiMasuk", "Catatan", "Dokumen", "Tanggapan"]
