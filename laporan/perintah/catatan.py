"""``cetak catatan``: the notes of an agency, or of a pemda with all its agencies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from kinerja.models import PerangkatDaerah
from laporan.cetakan import Cetakan
from laporan.evaluasi.daftar_catatan import Saringan, catatan_lembaga
from laporan.naskah_catatan import cetakan_catatan
from laporan.perintah.dasar import PerintahCetakan


class CetakCatatan(PerintahCetakan):
    kode = "catatan"
    bantuan = "catatan dan rekomendasi evaluasi"

    def tambah_argumen(self, parser: CommandParser) -> None:
        parser.add_argument("--perangkat-daerah", type=int, required=True, metavar="ID")
        parser.add_argument("--tahun", type=int, default=0, metavar="TAHUN")

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        pk = pilihan["perangkat_daerah"]
        lembaga = PerangkatDaerah.objects.select_related("pemda").filter(pk=pk).first()
        if lembaga is None:
            raise CommandError(f"Perangkat daerah {pk} tidak ada.")
        saringan = Saringan(tahun=pilihan["tahun"])
        daftar = catatan_lembaga(lembaga, saringan, pada)
        return cetakan_catatan(lembaga, daftar, saringan, akhiran=akhiran, pada=timezone.now())

    def kabar(self, cetakan: Cetakan) -> Iterator[str]:
        naskah: Any = cetakan.naskah
        yield f"{len(naskah.butir)} catatan."
