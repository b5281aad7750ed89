"""manage.py periksa_pohon [--perbaiki]: is every tree whole?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kinerja.models import Pohon
from kinerja.models.pemeriksaan import perbaiki_susunan, periksa_susunan


class Command(BaseCommand):
    help = "Memeriksa lft/rght/level setiap dokumen; --perbaiki menomori ulang dari induknya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--perbaiki", action="store_true")

    def handle(self, *args: Any, perbaiki: bool = False, **options: Any) -> None:
        salah = 0
        for pohon in Pohon.objects.select_related("perangkat_daerah", "periode").order_by("pk"):
            masalah = periksa_susunan(pohon)
            for satu in masalah:
                self.stdout.write(f"Dokumen {pohon.pk} ({pohon}): {satu}")
            if masalah and perbaiki:
                if sebab := perbaiki_susunan(pohon):
                    self.stdout.write(f"Dokumen {pohon.pk}: tidak diperbaiki, {'; '.join(sebab)}.")
                    salah += 1
                    continue
                masalah = periksa_susunan(pohon)
                self.stdout.write(f"Dokumen {pohon.pk}: diperbaiki, sisa {len(masalah)} masalah.")
            salah += bool(masalah)
        jumlah = Pohon.objects.count()
        self.stdout.write(f"{jumlah} dokumen diperiksa, {salah} bermasalah.")
        if salah:
            raise SystemExit(1)
