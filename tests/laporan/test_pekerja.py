"""The worker command: queued jobs, and what a dead worker left behind."""

import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from kinerja.models import Pekerjaan
from kinerja.pilihan import StatusPekerjaan as Status
from laporan import tembolok
from laporan.management.commands import pekerja


@pytest.mark.django_db(transaction=True)
def test_the_worker_empties_the_queue(cetakan, diminta):
    call_command("pekerja", batch=True, startup_delay=False, queue_name="*", interval=0)

    diminta.refresh_from_db()
    assert diminta.status == Status.SELESAI
    assert cetakan.berkas() is not None


@pytest.mark.django_db(transaction=True)
def test_each_round_puts_back_lost_jobs_and_clears_old_files(diminta, monkeypatch):
    kini = timezone.now() + timedelta(days=8)
    Pekerjaan.objects.update(status=Status.JALAN, sewa_sampai=timezone.now())
    monkeypatch.setattr(pekerja.timezone, "now", lambda: kini)
    berhenti = threading.Event()
    berhenti.set()

    pekerja._jaga(berhenti)

    diminta.refresh_from_db()
    assert diminta.status == Status.ANTRE
    assert tembolok.ada(diminta.kunci, "json") is None
