"""``cetak penjenjangan``: the five stages as PDF, Word file, or blocks that come back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser

from cascading.models import Penjenjangan
from laporan.cetakan import Cetakan
from laporan.naskah_penjenjangan import cetakan_penjenjangan
from laporan.pdf.lebar import KERTAS
from laporan.pdf.naskah_penjenjangan import NaskahPenjenjangan
from laporan.perintah.dasar import PerintahCetakan


class CetakPenjenjangan(PerintahCetakan):
    kode = "penjenjangan"
    bantuan = "penjenjangan kinerja, lima tahap"

    def tambah_argumen(self, parser: CommandParser) -> None:
        parser.add_argument("--dokumen", dest="id_dokumen", type=int, required=True, metavar="ID")
        parser.add_argument("--kertas", type=str.upper, default="F4", choices=list(KERTAS))
        parser.add_argument("--tahap", default="", metavar="KODE")

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        dokumen = _dokumen(pilihan["id_dokumen"])
        return cetakan_penjenjangan(
            dokumen, kertas=pilihan["kertas"], akhiran=akhiran, pada=pada, tahap=pilihan["tahap"]
        )

    def kabar(self, cetakan: Cetakan) -> Iterator[str]:
        n = cetakan.naskah
        if isinstance(n, NaskahPenjenjangan):
            sub = sum(len(b.sub) for b in n.sub_kegiatan)
            yield (
                f"{len(n.csf)} CSF, {len(n.kondisi)} tabel kondisi, "
                f"{sum(k.banyak for k in n.kotak)} kotak, {len(n.kegiatan)} kegiatan, "
                f"{sub} sub kegiatan."
            )


def _dokumen(pk: int) -> Penjenjangan:
    semua = Penjenjangan.objects.lengkap()
    if (dokumen := semua.filter(pk=pk).first()) is None:
        ada = ", ".join(f"{p.pk} ({p} {p.perangkat_daerah})" for p in semua.urut()) or "belum ada"
        raise CommandError(f"Penjenjangan {pk} tidak ada; yang ada: {ada}.")
    return dokumen
