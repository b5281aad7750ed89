"""``cetak iku``: the IKU document as a book or as a keputusan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser

from iku.models import DokumenIku
from laporan.cetakan import Cetakan
from laporan.naskah_iku import cetakan_iku
from laporan.pdf.naskah_iku import BUKU, KEPUTUSAN
from laporan.perintah.dasar import PerintahCetakan


class CetakIku(PerintahCetakan):
    kode = "iku"
    bantuan = "dokumen Indikator Kinerja Utama"

    def tambah_argumen(self, parser: CommandParser) -> None:
        parser.add_argument("--dokumen", dest="id_dokumen", type=int, required=True, metavar="ID")
        parser.add_argument(
            "--keputusan", action="store_true", help="sebagai Surat Keputusan, bukan buku"
        )

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        daftar = DokumenIku.objects.select_related("perangkat_daerah__pemda", "periode")
        dokumen = daftar.filter(pk=pilihan["id_dokumen"]).first()
        if dokumen is None:
            ada = ", ".join(f"{d.pk} ({d} {d.perangkat_daerah})" for d in daftar.order_by("pk"))
            raise CommandError(
                f"Dokumen IKU {pilihan['id_dokumen']} tidak ada; yang ada: {ada or 'belum ada'}."
            )
        bentuk = KEPUTUSAN if pilihan["keputusan"] else BUKU
        return cetakan_iku(dokumen, akhiran=akhiran, pada=pada, bentuk=bentuk)

    def kabar(self, cetakan: Cetakan) -> Iterator[str]:
        isi = cetakan.naskah.isi  # type: ignore[attr-defined]
        yield f"{len(isi.iku)} IKU, {sum(len(i.komponen) for i in isi.iku)} komponen."
