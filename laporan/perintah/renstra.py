"""``cetak renstra``: programs with targets and money per year, or the goals with their targets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandParser

from laporan.cetakan import Cetakan
from laporan.naskah_renstra import TABEL, cetakan_renstra
from laporan.pdf.lebar import KERTAS
from laporan.perintah.dasar import PerintahCetakan, ambil_pohon


class CetakRenstra(PerintahCetakan):
    kode = "renstra"
    bantuan = "tabel Renstra: program dan pendanaan, atau target tujuan dan sasaran"

    def tambah_argumen(self, parser: CommandParser) -> None:
        parser.add_argument("--pohon", type=int, required=True, metavar="ID")
        parser.add_argument("--tabel", default="program", choices=list(TABEL))
        parser.add_argument("--kertas", type=str.upper, default="A3", choices=list(KERTAS))

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        pohon = ambil_pohon(pilihan["pohon"])
        return cetakan_renstra(
            pohon, tabel=pilihan["tabel"], kertas=pilihan["kertas"], akhiran=akhiran, pada=pada
        )

    def kabar(self, cetakan: Cetakan) -> Iterator[str]:
        matriks = cetakan.naskah.matriks  # type: ignore[attr-defined]
        yield f"{matriks.baris} baris, {len(matriks.kolom)} kolom."
