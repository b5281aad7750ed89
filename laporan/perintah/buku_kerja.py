"""``cetak buku-kerja``: the workbook that can be edited and imported again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from laporan.ekspor.buku_kerja import buku_kerja
from laporan.perintah.dasar import PerintahCetak, ambil_pohon


class CetakBukuKerja(PerintahCetak):
    """Written at once: it is read from the database, no print of what is there."""

    kode = "buku-kerja"
    bantuan = "buku kerja Excel yang dapat disunting dan diimpor lagi"
    akhiran = ("xlsx",)

    def tambah_argumen(self, parser: CommandParser) -> None:
        parser.add_argument("--pohon", type=int, required=True, metavar="ID")

    def tulis(
        self, pilihan: dict[str, Any], keluaran: Path, akhiran: str, pada: date
    ) -> Iterable[str]:
        pohon = ambil_pohon(pilihan["pohon"])
        keluaran.write_bytes(buku_kerja(pohon))
        return [f"buku kerja {pohon}."]
