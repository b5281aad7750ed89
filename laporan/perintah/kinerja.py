"""``cetak renaksi``, ``pengukuran``, ``e81``: what was planned and reached in a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandParser

from laporan.cetakan import Cetakan
from laporan.naskah_kinerja import PesananKinerja, cetakan_kinerja
from laporan.naskah_lkjip import cetakan_lkjip
from laporan.pdf.lebar import KERTAS
from laporan.perintah.dasar import PerintahCetakan, ambil_pohon


class _CetakKinerja(PerintahCetakan):
    """``triwulan``: what --triwulan may say; empty where the report is of a year."""

    triwulan: tuple[int, ...] = ()

    def tambah_argumen(self, parser: CommandParser) -> None:
        parser.add_argument("--pohon", type=int, required=True, metavar="ID")
        parser.add_argument("--tahun", type=int, required=True)
        parser.add_argument("--kertas", type=str.upper, default="A3", choices=list(KERTAS))
        if self.triwulan:
            parser.add_argument(
                "--triwulan", type=int, default=self.triwulan[0], choices=self.triwulan
            )

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        pesanan = PesananKinerja(
            ambil_pohon(pilihan["pohon"]), self.kode, pilihan["tahun"], pilihan.get("triwulan", 0)
        )
        return cetakan_kinerja(pesanan, kertas=pilihan["kertas"], akhiran=akhiran, pada=pada)

    def kabar(self, cetakan: Cetakan) -> Iterator[str]:
        matriks = cetakan.naskah.matriks  # type: ignore[attr-defined]
        yield f"{matriks.baris} baris, {len(matriks.kolom)} kolom."
        if matriks.catatan:
            yield f"{len(matriks.catatan)} catatan pemeriksaan."


class CetakRenaksi(_CetakKinerja):
    kode = "renaksi"
    bantuan = "rencana aksi setahun dengan target triwulan"


class CetakPengukuran(_CetakKinerja):
    kode = "pengukuran"
    bantuan = "pengukuran kinerja satu triwulan, atau setahun (--triwulan 0)"
    triwulan = (0, 1, 2, 3, 4)


class CetakLkjip(_CetakKinerja):
    kode = "lkjip"
    bantuan = "LKjIP Bab III setahun: tabel dan uraiannya"

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        pesanan = PesananKinerja(ambil_pohon(pilihan["pohon"]), self.kode, pilihan["tahun"])
        return cetakan_lkjip(pesanan, akhiran=akhiran, pada=pada)

    def kabar(self, cetakan: Cetakan) -> Iterator[str]:
        bagian = cetakan.naskah.bagian  # type: ignore[attr-defined]
        yield f"{len(bagian)} bagian, {sum(b.tabel is not None for b in bagian)} tabel."


class CetakE81(_CetakKinerja):
    kode = "e81"
    bantuan = "form E.81, evaluasi hasil Renja s.d. satu triwulan"
    triwulan = (4, 1, 2, 3)


class CetakTarget(_CetakKinerja):
    kode = "target"
    bantuan = "target awal dan target perubahan setahun, dengan pagu, alasan, dan pengubahnya"
