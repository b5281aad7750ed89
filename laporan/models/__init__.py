"""Records of what leaves the system, and of how it was judged."""

from laporan.models.dokumen import BerkasDokumen, Dokumen

__all__ = ["BerkasDokumen", "Dokumen"]
