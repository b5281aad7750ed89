"""``cetak perjanjian``: an agreement as it is today, or as it was frozen."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from cascading.models import PerjanjianKinerja
from laporan.cetakan import Cetakan
from laporan.naskah_perjanjian import cetakan_perjanjian
from laporan.perintah.dasar import PerintahCetakan


class CetakPerjanjian(PerintahCetakan):
    kode = "perjanjian"
    bantuan = "Perjanjian Kinerja"

    def tambah_argumen(self, parser: CommandParser) -> None:
        parser.add_argument("--perjanjian", type=int, required=True, metavar="ID")

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        nomor = pilihan["perjanjian"]
        perjanjian = PerjanjianKinerja.objects.lengkap().filter(pk=nomor).first()
        if perjanjian is None:
            raise CommandError(f"Perjanjian {nomor} tidak ada.")
        return cetakan_perjanjian(perjanjian, akhiran=akhiran, pada=timezone.now())
