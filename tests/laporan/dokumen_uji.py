"""A frozen document for tests of what surrounds it."""

from __future__ import annotations

from typing import Any

from kinerja.models import Pengguna, PerangkatDaerah
from laporan.models import BerkasDokumen, Dokumen
from laporan.pilihan import JenisBerkas, JenisDokumen
from tests.factories import PADA

ISI = b"%PDF-1.7 contoh"
CUPLIKAN: dict[str, Any] = {
    "judul": "Perjanjian Kinerja Tahun 2025",
    "para_pihak": [{"sebagai": "Pihak pertama", "nama": "Kepala Dinas", "jabatan": "Kepala Dinas"}],
    "nip": "197001011995031001",
    "jumlah": 1250000,
}


def bekukan(di: PerangkatDaerah, oleh: Pengguna, asal: int = 1, **isi: Any) -> Dokumen:
    """With its print."""
    lengkap = {"jenis": JenisDokumen.PERJANJIAN, "tahun": 2025, "judul": CUPLIKAN["judul"]} | isi
    cuplikan = lengkap.pop("cuplikan", CUPLIKAN)
    dokumen = Dokumen.bekukan(
        cuplikan, kode=Dokumen.kode_baru(), asal=asal, perangkat_daerah=di, oleh=oleh, pada=PADA,
        **lengkap,
    )  # fmt: skip
    siapa = {"oleh": oleh, "pada": PADA, "nama": "perjanjian.pdf"}
    BerkasDokumen.tambah(dokumen, ISI + str(asal).encode(), jenis=JenisBerkas.CETAK, **siapa)
    return dokumen
