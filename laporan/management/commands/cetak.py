"""Print a document to a file: ``manage.py cetak cascading --pohon 3 --keluaran renja.pdf``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.gambar.ukur_teks import HurufTidakAda
from laporan.perintah import DAFTAR, PerintahCetak


class Command(BaseCommand):
    help = "Mencetak dokumen ke berkas; jenis berkasnya menurut akhiran --keluaran."

    def add_arguments(self, parser: CommandParser) -> None:
        jenis = parser.add_subparsers(dest="dokumen", required=True, metavar="DOKUMEN")
        for satu in DAFTAR:
            milik = jenis.add_parser(satu.kode, help=satu.bantuan)
            satu.tambah_argumen(milik)
            milik.add_argument("--keluaran", type=Path, required=True, metavar="BERKAS")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        perintah = next(satu for satu in DAFTAR if satu.kode == pilihan["dokumen"])
        keluaran: Path = pilihan["keluaran"]
        akhiran = _akhiran(perintah, keluaran)
        try:
            kabar = list(perintah.tulis(pilihan, keluaran, akhiran, timezone.localdate()))
        except (AturanDilanggar, HurufTidakAda) as galat:
            raise CommandError(str(galat)) from galat
        for kalimat in kabar or ["selesai."]:
            self.stdout.write(f"{keluaran}: {kalimat}")


def _akhiran(perintah: PerintahCetak, keluaran: Path) -> str:
    """The extension of the file to write. Raises CommandError with a sentence."""
    akhiran = keluaran.suffix.lower().lstrip(".")
    if akhiran not in perintah.akhiran:
        daftar = " atau ".join(f".{a}" for a in perintah.akhiran)
        raise CommandError(f"Akhiran --keluaran harus {daftar}.")
    if not keluaran.absolute().parent.is_dir():
        raise CommandError(f"Folder {keluaran.absolute().parent} tidak ada.")
    return akhiran
