"""Records of what leaves the system, and of how it was judged."""

from laporan.models.bukti_lke import BuktiLke, RekomendasiLke
from laporan.models.catatan import BuktiMasuk, Catatan, Tanggapan
from laporan.models.dokumen import BerkasDokumen, Dokumen
from laporan.models.isian_lke import SelLke, Sisi
from laporan.models.lke import JawabanLke, Lke, SubLke
from laporan.models.versi_lke import VersiLke, sidik_instrumen

__all__ = [
    "BerkasDokumen",
    "BuktiLke",
    "BuktiMasuk",
    "Catatan",
    "Dokumen",
    "JawabanLke",
    "Lke",
    "RekomendasiLke",
    "SelLke",
    "Sisi",
    "SubLke",
    "Tanggapan",
    "VersiLke",
    "sidik_instrumen",
]
