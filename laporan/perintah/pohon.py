"""``cetak pohon``: a document as a diagram."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser

from laporan.cetakan import Cetakan
from laporan.naskah_diagram import PILIHAN_KERTAS, PesananDiagram, cetakan_diagram
from laporan.pdf.diagram import DokumenDiagram
from laporan.pdf.naskah_diagram import SET
from laporan.perintah.dasar import PerintahCetakan, ambil_pohon, ambil_tahun_tahap
from laporan.tawaran_diagram import ukuran_huruf


class CetakPohon(PerintahCetakan):
    kode = "pohon"
    bantuan = "diagram pohon kinerja, cascading, atau RPJMD"

    def tambah_argumen(self, parser: CommandParser) -> None:
        semua = [k for daftar in PILIHAN_KERTAS.values() for k in daftar]
        parser.add_argument("--pohon", type=int, required=True, metavar="ID")
        parser.add_argument("--tahun", type=int, metavar="TAHUN")
        parser.add_argument("--tahap", default="", metavar="KODE")
        parser.add_argument("--bentuk", default=SET, choices=list(PILIHAN_KERTAS))
        parser.add_argument("--kertas", type=str.upper, choices=semua, help="bawaan: A3 atau A1")

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        bentuk = pilihan["bentuk"]
        kertas = pilihan["kertas"] or ("A3" if bentuk == SET else "A1")
        if kertas not in PILIHAN_KERTAS[bentuk]:
            daftar = ", ".join(PILIHAN_KERTAS[bentuk])
            raise CommandError(f"Kertas {kertas} bukan untuk {bentuk}; yang ada: {daftar}.")
        pohon = ambil_pohon(pilihan["pohon"])
        tahun, tahap = ambil_tahun_tahap(pohon, pilihan, pada)
        pesanan = PesananDiagram(pohon, tahun, tahap, bentuk)
        return cetakan_diagram(pesanan, kertas=kertas, akhiran=akhiran, pada=pada)

    def kabar(self, cetakan: Cetakan) -> Iterator[str]:
        naskah: Any = cetakan.naskah
        yield f"{sum(k.banyak for k in naskah.kotak)} kotak."
        if cetakan.akhiran == "pdf":
            dokumen = DokumenDiagram(naskah, cetakan.kertas)
            yield f"{dokumen.jumlah_halaman} halaman, huruf terkecil {ukuran_huruf(dokumen)} pt."
