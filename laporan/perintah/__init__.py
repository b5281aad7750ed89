"""What ``manage.py cetak`` can print: one module per kind of document."""

from __future__ import annotations

from laporan.perintah.buku_kerja import CetakBukuKerja
from laporan.perintah.cascading import CetakCascading
from laporan.perintah.catatan import CetakCatatan
from laporan.perintah.dasar import PerintahCetak
from laporan.perintah.iku import CetakIku
from laporan.perintah.jabatan import CetakJabatan
from laporan.perintah.kinerja import (
    CetakE81,
    CetakLkjip,
    CetakPengukuran,
    CetakRenaksi,
    CetakTarget,
)
from laporan.perintah.lke import CetakLhe, CetakLke
from laporan.perintah.mutu import CetakMutu
from laporan.perintah.penjenjangan import CetakPenjenjangan
from laporan.perintah.perjanjian import CetakPerjanjian
from laporan.perintah.pohon import CetakPohon
from laporan.perintah.renstra import CetakRenstra

DAFTAR: tuple[PerintahCetak, ...] = (
    CetakCascading(),
    CetakBukuKerja(),
    CetakJabatan(),
    CetakPohon(),
    CetakPerjanjian(),
    CetakIku(),
    CetakPenjenjangan(),
    CetakMutu(),
    CetakLke(),
    CetakLhe(),
    CetakCatatan(),
    CetakRenstra(),
    CetakRenaksi(),
    CetakPengukuran(),
    CetakE81(),
    CetakLkjip(),
    CetakTarget(),
)
