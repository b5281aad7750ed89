"""Web and worker start together and stop together."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from scripts.jalankan import perintah_layanan, port_terpakai
from tests import wadah
from tests.berkas import AKAR

pytestmark = pytest.mark.lambat
TIDUR = "import time; time.sleep(60)"
KERAS_KEPALA = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {TIDUR}"
PENGATUR = """
import os, sys
from scripts import jalankan as j
j.TENGGANG = 1
def siap(): return True
def umumkan(): print("siap", flush=True)
kode = j.jalankan(
    {"satu": [sys.executable, "-c", sys.argv[1]], "dua": [sys.executable, "-c", sys.argv[2]]},
    env=os.environ, siap=siap, bila_siap=umumkan)
sys.exit(kode)
"""


def mulai(satu, dua):
    return subprocess.Popen(
        [sys.executable, "-c", PENGATUR, satu, dua],
        cwd=AKAR, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def anak(pengatur):
    jalur = f"/proc/{pengatur.pid}/task/{pengatur.pid}/children"
    return [int(satu) for satu in open(jalur).read().split()]


def semua_mati(daftar_pid):
    batas = time.monotonic() + 5
    while time.monotonic() < batas:
        if not any(os.path.exists(f"/proc/{pid}") for pid in daftar_pid):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("sinyal", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_stops_both_and_counts_as_success(sinyal):
    pengatur = mulai(TIDUR, TIDUR)
    pengatur.stdout.readline()
    daftar = anak(pengatur)

    pengatur.send_signal(sinyal)

    assert pengatur.wait(timeout=10) == 0
    assert len(daftar) == 2
    assert semua_mati(daftar)


def test_when_one_dies_the_other_is_stopped_and_the_failure_named():
    pengatur = mulai("import time, sys; time.sleep(0.3); sys.exit(3)", TIDUR)
    pengatur.stdout.readline()
    daftar = anak(pengatur)

    _, keluhan = pengatur.communicate(timeout=10)

    assert pengatur.returncode == 1
    assert "satu berhenti sendiri (kode 3)" in keluhan
    assert semua_mati(daftar)


def test_a_stubborn_process_is_killed_by_the_second_signal():
    pengatur = mulai(KERAS_KEPALA + "", TIDUR)
    pengatur.stdout.readline()
    time.sleep(0.3)
    daftar = anak(pengatur)

    pengatur.send_signal(signal.SIGINT)
    time.sleep(0.3)
    pengatur.send_signal(signal.SIGINT)

    assert pengatur.wait(timeout=10) == 0
    assert semua_mati(daftar)


def test_children_do_not_outlive_a_runner_that_was_killed():
    pengatur = mulai(TIDUR, TIDUR)
    pengatur.stdout.readline()
    daftar = anak(pengatur)

    pengatur.kill()
    pengatur.wait()

    assert semua_mati(daftar)


def test_taken_port_is_noticed():
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        soket.listen()
        port = soket.getsockname()[1]
        assert port_terpakai(port)
    assert not port_terpakai(port)


def test_demo_and_container_start_the_same_services():
    layanan = wadah.compose(
        dict.fromkeys(("SECRET_KEY", "ALLOWED_HOSTS", "POSTGRES_PASSWORD"), "x")
    )
    kami = perintah_layanan("python")

    assert kami["web"][2:] == layanan["services"]["web"]["command"]
    assert kami["pekerja"] == layanan["services"]["pekerja"]["command"]
