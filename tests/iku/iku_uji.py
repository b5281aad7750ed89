"""An IKU document over a small cascading, for the tests of this folder."""

from __future__ import annotations

from typing import Any

from iku.models import DokumenIku
from kinerja.models import Indikator, Pengguna, Pohon, Simpul
from tests.factories import PADA

TARGET = {2025: "80", 2026: "82,5", 2027: "85", 2028: "88", 2029: "90"}


def buat_iku(
    pohon: Pohon, simpul: Simpul, oleh: Pengguna, teks: str = "Persentase layanan", **isi: Any
) -> Indikator:
    """A chosen indicator with a start value and a target per year."""
    siapa = {"oleh": oleh, "pada": PADA}
    isi = {"satuan": "Persen", "utama": True} | isi
    indikator = pohon.tambah_indikator(simpul, teks=teks, **isi, **siapa)
    pohon.isi_baseline(indikator, "75,15", tahun=2024, **siapa)
    for tahun, nilai in TARGET.items():
        pohon.isi_target(indikator, nilai, tahun=tahun, **siapa)
    return indikator


def buat_dokumen_iku(pohon: Pohon, oleh: Pengguna, **isi: Any) -> DokumenIku:
    """A draft for 2026 out of one cascading."""
    isi = {
        "perangkat_daerah": pohon.perangkat_daerah, "periode": pohon.periode, "tahun": 2026,
        "bulan": 8, "tahun_terbit": 2025,
    } | isi  # fmt: skip
    return DokumenIku.buat([pohon], oleh=oleh, pada=PADA, **isi)
