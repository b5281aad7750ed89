"""The diagram of 300 boxes: CPU of layout and SVG, and how soon Chromium can be used with it."""

from __future__ import annotations

import json
import statistics
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

from scripts.bench import Batas, Mutlak, basis_data_sementara, cpu, kode
from scripts.bench_halaman import SIAPKAN
from scripts.lingkungan import AKAR, PYTHON
from scripts.potret import port_kosong, tunggu_sehat
from scripts.sistem import jalur_chromium

BANYAK = 300
GAMBAR = """
import json, os, time
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from kinerja.isi_pohon import baca_isi
from kinerja.lembar_diagram import susun_diagram
from kinerja.lembar_pohon import Permintaan, kolom_dokumen
from kinerja.models import Pohon
isi = baca_isi(Pohon.objects.get(), tahun=2025)
kolom = kolom_dokumen(isi, Permintaan(tahun=2025), None)
lama = []
for _ in range(6):
    mulai = time.process_time()
    lembar = susun_diagram(isi, kolom, None, "Diagram")
    lama.append(time.process_time() - mulai)
assert lembar.tampil == len(isi.simpul) >= 300, lembar.tampil
print(json.dumps({"gambar": sorted(lama[1:])[2]}))
"""
SESI = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from django.conf import settings
from django.test import Client
from kinerja.models import Pengguna
klien = Client()
klien.force_login(Pengguna.objects.get(), "django.contrib.auth.backends.ModelBackend")
print(klien.cookies[settings.SESSION_COOKIE_NAME].value)
"""


def ukur() -> Iterator[Mutlak]:
    """Yield the drawing's CPU and, where a Chromium is installed, the time until it is ready."""
    with basis_data_sementara() as env:
        cpu(kode(SIAPKAN, str(BANYAK)), env=env, ulang=1)
        gambar = json.loads(cpu(kode(GAMBAR), env=env, ulang=1).keluaran)
        yield Mutlak("diagram, 300 boxes, layout and SVG", gambar["gambar"], "CPU-s", Batas(0.05))
        if jalur_chromium():
            sesi = cpu(kode(SESI), env=env, ulang=1).keluaran.strip()
            with _layanan(env) as alamat, _halaman(alamat, sesi) as halaman:
                lama = statistics.median(_siap(halaman) for _ in range(5))
            yield Mutlak("diagram, 300 boxes, ready in Chromium", lama, "s", Batas(1))


@contextmanager
def _layanan(env: Mapping[str, str]) -> Iterator[str]:
    port = port_kosong()
    env = {**env, "PORT": str(port)}
    layani = [str(PYTHON), "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
    diam = subprocess.DEVNULL
    proses = subprocess.Popen(layani, cwd=AKAR, env=env, stdout=diam, stderr=diam)
    try:
        tunggu_sehat(env, proses)
        yield f"http://127.0.0.1:{port}"
    finally:
        proses.terminate()
        proses.wait()


@contextmanager
def _halaman(alamat: str, sesi: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=jalur_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        konteks = browser.new_context(base_url=alamat, viewport={"width": 1366, "height": 768})
        konteks.add_cookies([{"name": "sessionid", "value": sesi, "url": alamat}])
        yield konteks.new_page()
        browser.close()


def _siap(halaman: Page) -> float:
    """From asking for the page until it can be zoomed and two frames were drawn."""
    mulai = time.perf_counter()
    halaman.goto("/pohon/1/diagram/?tahun=2025", wait_until="commit")
    halaman.wait_for_selector("#diagram[data-siap]")
    halaman.evaluate(
        "() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))"
    )
    return time.perf_counter() - mulai
