"""A worker that stops takes its printing child along and hands the job back."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.utils import timezone

from kinerja.models import Pekerjaan
from kinerja.pilihan import StatusPekerjaan as Status
from laporan import pengawas
from laporan.pekerjaan import kerjakan, pungut
from laporan.sinyal import TandaHenti
from tests.berkas import AKAR

LAMA = ["-c", "import time; print(7, flush=True); time.sleep(60)"]
INDUK = """
import os, subprocess, sys, time
anak = subprocess.Popen(
    [sys.executable, "-m", "laporan.buat", "cascading", *sys.argv[1:], "A3", str(os.getpid())],
    start_new_session=True)
print(anak.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def terdengar():
    """What the one who listened before us (the worker) hears of SIGTERM."""
    daftar = []
    semula = signal.signal(signal.SIGTERM, lambda nomor, bingkai: daftar.append(nomor))
    yield daftar
    signal.signal(signal.SIGTERM, semula)


def masih_hidup(pid):
    """Not a zombie either, which nobody may be there to collect."""
    try:
        keadaan = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return keadaan != "Z"


def mati_dalam(pid, detik):
    batas = time.monotonic() + detik
    while masih_hidup(pid) and time.monotonic() < batas:
        time.sleep(0.05)
    return not masih_hidup(pid)


@pytest.mark.django_db(transaction=True)
def test_a_stopping_worker_ends_the_child_and_the_next_start_takes_the_job(
    diminta, monkeypatch, terdengar
):
    asli, anak = pengawas.subprocess.Popen, []

    def mulai(perintah, **lain):
        anak.append(asli([perintah[0], *LAMA], **lain))
        return anak[0]

    monkeypatch.setattr(pengawas.subprocess, "Popen", mulai)
    threading.Timer(0.7, os.kill, (os.getpid(), signal.SIGTERM)).start()
    awal = time.monotonic()

    kerjakan.call(diminta.pk)

    assert time.monotonic() - awal < 5
    assert anak[0].returncode == -signal.SIGKILL
    assert terdengar == [signal.SIGTERM]
    sesudah = Pekerjaan.objects.get()
    assert (sesudah.status, sesudah.percobaan, sesudah.kemajuan) == (Status.ANTRE, 0, 0)
    assert pungut(timezone.now()) == 1


def test_the_mark_gives_the_signal_back(terdengar):
    with TandaHenti() as tanda:
        assert not tanda

    os.kill(os.getpid(), signal.SIGTERM)

    assert not tanda
    assert terdengar == [signal.SIGTERM]


@pytest.mark.lambat
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_the_printing_child_does_not_outlive_a_worker_that_was_killed(tmp_path):
    masuk = tmp_path / "masuk.json"
    os.mkfifo(masuk)  # nobody writes: the child waits for ever
    induk = subprocess.Popen(
        [sys.executable, "-c", INDUK, str(masuk), str(tmp_path / "keluar.pdf")],
        cwd=AKAR, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    pid = int(induk.stdout.readline())
    time.sleep(1)
    hidup = masih_hidup(pid)

    induk.kill()
    induk.communicate()

    mati = mati_dalam(pid, 5)
    if not mati:
        os.kill(pid, signal.SIGKILL)
    assert hidup
    assert mati
