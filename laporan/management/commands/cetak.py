"""Print a document to a file: ``manage.py cetak cascading --pohon 3 --keluaran renja.pdf``.

``cetak buku-kerja`` writes the workbook that can be edited and imported again.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cascading.matriks_pohon import ada_pengganti
from cascading.models import ambil_set
from cascading.set_kolom import LENGKAP
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.gambar.ukur_teks import HurufTidakAda
from kinerja.models import Pohon, Tahap
from laporan.cetakan import AKHIRAN, Cetakan
from laporan.ekspor.buku_kerja import buku_kerja
from laporan.naskah_cascading import Pesanan
from laporan.pdf.lebar import KERTAS, tata_letak

BUKU_KERJA = "buku-kerja"


class Command(BaseCommand):
    help = "Mencetak dokumen ke berkas PDF atau XLSX."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dokumen", choices=["cascading", BUKU_KERJA])
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
        parser.add_argument("--keluaran", type=Path, required=True, metavar="BERKAS")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        keluaran: Path = pilihan["keluaran"]
        akhiran = keluaran.suffix.lower().lstrip(".")
        if akhiran not in AKHIRAN:
            raise CommandError("Akhiran --keluaran harus .pdf atau .xlsx.")
        if not keluaran.absolute().parent.is_dir():
            raise CommandError(f"Folder {keluaran.absolute().parent} tidak ada.")
        if pilihan["dokumen"] == BUKU_KERJA:
            self._buku_kerja(pilihan["pohon"], keluaran, akhiran)
            return
        hari = timezone.localdate()
        try:
            pesanan = susun_pesanan(pilihan, hari)
            cetakan = Cetakan.cascading(
                pesanan, kertas=pilihan["kertas"], akhiran=akhiran, pada=hari
            )
            berkas = cetakan.berkas() or cetakan.buat()
        except (AturanDilanggar, HurufTidakAda) as galat:
            raise CommandError(str(galat)) from galat
        shutil.copyfile(berkas, keluaran)
        self._kabarkan(cetakan, keluaran)

    def _buku_kerja(self, pk: int, keluaran: Path, akhiran: str) -> None:
        if akhiran != "xlsx":
            raise CommandError("Buku kerja ditulis sebagai .xlsx.")
        pohon = ambil_pohon(pk)
        keluaran.write_bytes(buku_kerja(pohon))
        self.stdout.write(f"{keluaran}: buku kerja {pohon}.")

    def _kabarkan(self, cetakan: Cetakan, keluaran: Path) -> None:
        matriks = cetakan.naskah.matriks
        self.stdout.write(f"{keluaran}: {matriks.baris} baris, {len(matriks.kolom)} kolom.")
        if cetakan.akhiran != "pdf":
            return
        tata = tata_letak(matriks, KERTAS[cetakan.kertas])
        if len(tata.lembar) > 1:
            self.stdout.write(
                f"Set ini tidak muat selembar {cetakan.kertas}; kolomnya berlanjut pada "
                f"{len(tata.lembar)} lembar berhadapan."
            )


def ambil_pohon(pk: int) -> Pohon:
    """Raises CommandError with a sentence."""
    semua = Pohon.objects.select_related("perangkat_daerah__pemda", "periode")
    if (pohon := semua.filter(pk=pk).first()) is None:
        raise CommandError(f"Dokumen {pk} tidak ada; lihat manage.py daftar_pohon.")
    return pohon


def susun_pesanan(pilihan: dict[str, Any], hari: date) -> Pesanan:
    """The request, checked. Raises CommandError or AturanDilanggar with a sentence."""
    pohon = ambil_pohon(pilihan["pohon"])
    tahun = pilihan["tahun"] or pohon.periode.tahun_bawaan(hari)
    if tahun not in pohon.periode.daftar_tahun():
        daftar = ", ".join(map(str, pohon.periode.daftar_tahun()))
        raise CommandError(f"Tahun {tahun} di luar periode dokumen; yang ada: {daftar}.")
    tahap = pilihan["tahap"].upper()
    if tahap:
        kode = Tahap.objects.sampai(pohon.perangkat_daerah, tahun).values_list("kode", flat=True)
        if tahap not in kode:
            ada = ", ".join(kode) or "belum ada"
            raise CommandError(f"Tahap {tahap} tahun {tahun} tidak ada; yang ada: {ada}.")
    daftar_kolom = ambil_set(pohon.perangkat_daerah, pilihan["set"])
    seluruh = pilihan["tahun"] is None and ada_pengganti(pohon)
    return Pesanan(pohon, daftar_kolom, tahun, tahap, seluruh)
