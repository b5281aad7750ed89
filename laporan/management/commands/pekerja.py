"""The background worker: runs queued jobs, and every minute puts back what a dead one left."""

from __future__ import annotations

import threading
from typing import Any

from django.db import close_old_connections, connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Command as PekerjaAntrean

from laporan import tembolok
from laporan.pekerjaan import pungut

JEDA_DETIK = 60


class Command(PekerjaAntrean):
    help = "Menjalankan pekerjaan latar: mencetak dokumen, memungut pekerjaan yang terputus."

    def handle(self, *args: Any, **pilihan: Any) -> None:
        berhenti = threading.Event()
        benang = threading.Thread(target=_jaga, args=(berhenti,), daemon=True)
        benang.start()
        try:
            super().handle(**{**pilihan, "reload": False})
        finally:
            berhenti.set()


def _jaga(berhenti: threading.Event) -> None:
    """At the start and then every minute, on a connection of its own."""
    while True:
        close_old_connections()
        kini = timezone.now()
        try:
            pungut(kini)
            tembolok.bersihkan(kini)
        finally:
            connection.close()
        if berhenti.wait(JEDA_DETIK):
            return
