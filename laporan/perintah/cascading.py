"""``cetak cascading``: the cascading table in a set of columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandParser

from cascading.matriks_pohon import ada_pengganti
from cascading.models import ambil_set
from cascading.set_kolom import LENGKAP
from laporan.cetakan import Cetakan
from laporan.naskah_cascading import Pesanan, cetakan_cascading
from laporan.pdf.lebar import KERTAS, tata_letak
from laporan.perintah.dasar import PerintahCetakan, ambil_pohon, ambil_tahun_tahap


class CetakCascading(PerintahCetakan):
    kode = "cascading"
    bantuan = "tabel cascading"

    def tambah_argumen(self, parser: CommandParser) -> None:
        parser.add_argument("--pohon", type=int, required=True, metavar="ID")
        parser.add_argument("--set", default=LENGKAP.nama, metavar="NAMA", help="set kolom")
        parser.add_argument("--kertas", type=str.upper, default="A3", choices=list(KERTAS))
        parser.add_argument(
            "--tahun",
            type=int,
            metavar="TAHUN",
            help="hanya yang berlaku tahun itu; tanpa ini kotak yang sudah diganti ikut, dicoret",
        )
        parser.add_argument("--tahap", default="", metavar="KODE")

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        pohon = ambil_pohon(pilihan["pohon"])
        tahun, tahap = ambil_tahun_tahap(pohon, pilihan, pada)
        daftar = ambil_set(pohon.perangkat_daerah, pilihan["set"])
        seluruh = pilihan["tahun"] is None and ada_pengganti(pohon)
        pesanan = Pesanan(pohon, daftar, tahun, tahap, seluruh)
        return cetakan_cascading(pesanan, kertas=pilihan["kertas"], akhiran=akhiran, pada=pada)

    def kabar(self, cetakan: Cetakan) -> Iterator[str]:
        matriks = cetakan.naskah.matriks  # type: ignore[attr-defined]
        yield f"{matriks.baris} baris, {len(matriks.kolom)} kolom."
        if cetakan.akhiran != "pdf":
            return
        tata = tata_letak(matriks, KERTAS[cetakan.kertas])
        if len(tata.lembar) > 1:
            yield (
                f"Set ini tidak muat selembar {cetakan.kertas}; kolomnya berlanjut pada "
                f"{len(tata.lembar)} lembar berhadapan."
            )
