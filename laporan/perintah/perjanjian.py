"""``cetak perjanjian``: an agreement as it is today, or as it was frozen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from cascading.models import PerjanjianKinerja
from laporan.cetakan import Cetakan
from laporan.models import Dokumen
from laporan.naskah_perjanjian import cetakan_perjanjian
from laporan.pengesahan import pastikan_cetakan
from laporan.perintah.dasar import PerintahCetakan
from laporan.pilihan import JenisDokumen


class CetakPerjanjian(PerintahCetakan):
    kode = "perjanjian"
    bantuan = "Perjanjian Kinerja"

    def tambah_argumen(self, parser: CommandParser) -> None:
        parser.add_argument("--perjanjian", type=int, required=True, metavar="ID")

    def tulis(
        self, pilihan: dict[str, Any], keluaran: Path, akhiran: str, pada: date
    ) -> Iterable[str]:
        """The PDF of an agreed one is the stored file, byte by byte."""
        nomor = pilihan["perjanjian"]
        dokumen = Dokumen.objects.dari(JenisDokumen.PERJANJIAN, nomor)
        if dokumen is None or akhiran != "pdf":
            return super().tulis(pilihan, keluaran, akhiran, pada)
        keluaran.write_bytes(bytes(pastikan_cetakan(dokumen).isi))
        return [f"{dokumen.judul}, kode {dokumen.kode_tercetak}."]

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        nomor = pilihan["perjanjian"]
        perjanjian = PerjanjianKinerja.objects.lengkap().filter(pk=nomor).first()
        if perjanjian is None:
            raise CommandError(f"Perjanjian {nomor} tidak ada.")
        return cetakan_perjanjian(perjanjian, akhiran=akhiran, pada=timezone.now())
