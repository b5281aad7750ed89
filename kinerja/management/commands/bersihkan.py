"""``manage.py bersihkan``: drop uploaded files after 30 days; hash and plan remain."""

from __future__ import annotations

from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.impor.sesi import bersihkan


class Command(BaseCommand):
    help = "Menghapus berkas unggahan yang lebih dari 30 hari; sidik dan rencananya tetap ada."

    def handle(self, *args: object, **pilihan: object) -> None:
        self.stdout.write(f"{bersihkan(pada=timezone.now())} berkas unggahan dihapus.")
