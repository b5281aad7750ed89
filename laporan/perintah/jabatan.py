"""``cetak jabatan``: a cascading per jabatan, or who answers for what in a document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser

from kinerja.models import PetaJabatan
from laporan.cetakan import Cetakan
from laporan.naskah_jabatan import KERTAS, cetakan_peta, cetakan_tugas
from laporan.perintah.dasar import PerintahCetakan, ambil_pohon, ambil_tahun_tahap


class CetakJabatan(PerintahCetakan):
    kode = "jabatan"
    bantuan = "cascading per jabatan"

    def tambah_argumen(self, parser: CommandParser) -> None:
        sumber = parser.add_mutually_exclusive_group(required=True)
        sumber.add_argument("--peta", type=int, metavar="ID", help="cascading per jabatan")
        sumber.add_argument("--pohon", type=int, metavar="ID", help="penugasan sebuah dokumen")
        parser.add_argument("--kertas", type=str.upper, default="A3", choices=list(KERTAS))
        parser.add_argument("--tahun", type=int, metavar="TAHUN")
        parser.add_argument("--tahap", default="", metavar="KODE")

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        bentuk = {"kertas": pilihan["kertas"], "akhiran": akhiran, "pada": pada}
        if pilihan["peta"] is not None:
            return cetakan_peta(_peta(pilihan["peta"]), **bentuk)
        pohon = ambil_pohon(pilihan["pohon"])
        tahun, tahap = ambil_tahun_tahap(pohon, pilihan, pada)
        return cetakan_tugas(pohon, tahun=tahun, tahap=tahap, **bentuk)

    def kabar(self, cetakan: Cetakan) -> Iterator[str]:
        naskah: Any = cetakan.naskah
        yield f"{len(naskah.baris)} jabatan."


def _peta(pk: int) -> PetaJabatan:
    semua = PetaJabatan.objects.select_related("perangkat_daerah__pemda", "periode")
    if (peta := semua.filter(pk=pk).first()) is None:
        ada = ", ".join(f"{p.pk} ({p})" for p in semua.urut()) or "belum ada"
        raise CommandError(f"Cascading per jabatan {pk} tidak ada; yang ada: {ada}.")
    return peta
