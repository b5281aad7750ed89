"""manage.py periksa_dokumen: compare every frozen document and file with what was recorded."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from laporan.models import BerkasDokumen, Dokumen
from laporan.pemeriksaan import periksa_dokumen


class Command(BaseCommand):
    help = "Memeriksa keutuhan dokumen yang dibekukan beserta berkasnya."

    def handle(self, *args: Any, **options: Any) -> None:
        cacat = list(periksa_dokumen())
        for satu in cacat:
            self.stderr.write(f"Dokumen {satu.dokumen}: {satu.apa}.")
        if cacat:
            raise CommandError(f"{len(cacat)} masalah ditemukan.")
        dokumen, berkas = Dokumen.objects.count(), BerkasDokumen.objects.count()
        self.stdout.write(f"{dokumen} dokumen dan {berkas} berkas utuh.")
