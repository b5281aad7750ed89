"""``manage.py muat_nomenklatur``: load the official list into a version, new rows and changes."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.impor.nomenklatur import baca_nomenklatur, muat_nomenklatur, tambah_versi


class Command(BaseCommand):
    help = "Memuat daftar nomenklatur (.xlsx atau .csv) ke sebuah versi."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("berkas")
        parser.add_argument("--versi", required=True, help="kode versi, misalnya kepmen-2025")
        parser.add_argument("--nama", default="", help="nama versi bila baru")
        parser.add_argument("--tahun-mulai", type=int, help="tahun anggaran pertama yang dilayani")
        parser.add_argument("--tahun-sampai", type=int)
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: object, **pilihan: Any) -> None:
        jalur = Path(pilihan["berkas"])
        if not jalur.is_file():
            raise CommandError(f"Berkas {jalur} tidak ditemukan.")
        try:
            hasil = baca_nomenklatur(jalur.read_bytes(), jalur.name)
            versi = tambah_versi(
                pilihan["versi"],
                nama=pilihan["nama"],
                tahun_mulai=pilihan["tahun_mulai"],
                tahun_sampai=pilihan["tahun_sampai"],
            )
            muat = muat_nomenklatur(versi, hasil, oleh=None, pada=timezone.now())
        except AturanDilanggar as ditolak:
            raise CommandError(str(ditolak)) from ditolak
        isi = {"versi": versi.kode, "baru": muat.baru, "berubah": muat.berubah, "sama": muat.sama}
        if pilihan["json"]:
            self.stdout.write(json.dumps(isi))
        else:
            self.stdout.write(
                f"Nomenklatur {versi}: {muat.baru} baru, {muat.berubah} berubah, {muat.sama} sama."
            )
