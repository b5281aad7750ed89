"""``cetak mutu``: the findings of an agency."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from kinerja.aturan.mutu.katalog import KATALOG
from kinerja.models import PerangkatDaerah
from laporan.cetakan import Cetakan
from laporan.naskah_mutu import cetakan_mutu
from laporan.perintah.dasar import PerintahCetakan


class CetakMutu(PerintahCetakan):
    kode = "mutu"
    bantuan = "temuan cek kualitas"

    def tambah_argumen(self, parser: CommandParser) -> None:
        parser.add_argument("--perangkat-daerah", type=int, required=True, metavar="ID")
        parser.add_argument("--tahun", type=int, metavar="TAHUN")
        parser.add_argument("--periksaan", default="", choices=["", *KATALOG], metavar="NOMOR")

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        pk = pilihan["perangkat_daerah"]
        semua = PerangkatDaerah.objects.select_related("pengaturan", "pemda__pengaturan")
        if (lembaga := semua.filter(pk=pk).first()) is None:
            ada = ", ".join(f"{p.pk} ({p})" for p in semua.order_by("pk")) or "belum ada"
            raise CommandError(f"Perangkat daerah {pk} tidak ada; yang ada: {ada}.")
        return cetakan_mutu(
            lembaga,
            tahun=pilihan["tahun"],
            akhiran=akhiran,
            pada=timezone.now(),
            nomor=pilihan["periksaan"],
        )

    def kabar(self, cetakan: Cetakan) -> Iterator[str]:
        naskah: Any = cetakan.naskah
        yield f"{naskah.banyak} temuan."
