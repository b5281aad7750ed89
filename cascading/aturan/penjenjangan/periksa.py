"""All checks of a penjenjangan, in the order of its stages."""

from __future__ import annotations

from cascading.aturan.penjenjangan.isi import IsiPenjenjangan
from cascading.aturan.penjenjangan.periksa_komponen import (
    periksa_komponen,
    periksa_matriks,
    periksa_tahap51,
)
from cascading.aturan.penjenjangan.periksa_kondisi import (
    periksa_tahap1,
    periksa_tahap2,
    periksa_tahap3,
    periksa_tahap4,
)
from cascading.aturan.penjenjangan.temuan import TemuanTahap
from cascading.pilihan import TahapPenjenjangan

PEMERIKSA = (
    periksa_tahap1, periksa_tahap2, periksa_tahap3, periksa_tahap4, periksa_tahap51,
    periksa_komponen, periksa_matriks,
)  # fmt: skip


def periksa_penjenjangan(isi: IsiPenjenjangan) -> list[TemuanTahap]:
    """What is missing, odd or worded otherwise; INFO is told and needs nothing."""
    semua = [t for pemeriksa in PEMERIKSA for t in pemeriksa(isi)]
    urutan = {tahap: n for n, tahap in enumerate(TahapPenjenjangan.values)}
    return sorted(semua, key=lambda t: urutan[t.tahap])
