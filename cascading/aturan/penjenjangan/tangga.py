"""The ladder of a penjenjangan: that of a planning document, which it is a reading of."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.aturan import tangga as dasar
from kinerja.aturan.langkah import Tangga
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import StatusPohon

SELESAI, PERLU_BERSIH = dasar.SELESAI, dasar.PERLU_BERSIH
DAKIAN = Tangga(dasar.TANGGA, StatusPohon, "Penjenjangan ini", SELESAI)
langkah_terbuka, berwenang = DAKIAN.terbuka, DAKIAN.berwenang
tujuan, periksa_langkah = DAKIAN.tujuan, DAKIAN.periksa
anak_tangga = dasar.anak_tangga
TERBUKA = (StatusPohon.DRAF, StatusPohon.DIKEMBALIKAN)
"""While a penjenjangan may be written."""


def periksa_terbuka(status: str) -> list[Temuan]:
    """Only a draft, or what came back, is written."""
    if status in TERBUKA:
        return []
    pesan = f"Penjenjangan ini berstatus {StatusPohon(status).label}, jadi tidak dapat diubah."
    return [Temuan(kode="PENJENJANGAN_TERKUNCI", pesan=pesan)]


def periksa_pohon_disetujui(kata_kerja: str, dokumen: Iterable[tuple[str, str]]) -> list[Temuan]:
    """What is approved stays: both trees (words, status) are approved first."""
    if kata_kerja != "setujui":
        return []
    pesan = "Setujui dahulu {}: isinya tercetak di penjenjangan, jadi harus sudah terkunci."
    return [
        Temuan(kode="POHON_BELUM_DISETUJUI", pesan=pesan.format(sebutan))
        for sebutan, status in dokumen
        if status != StatusPohon.DISETUJUI
    ]
