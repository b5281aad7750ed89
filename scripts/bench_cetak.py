"""Printing the cascading table: WeasyPrint against Chromium, on the same HTML.

CPU and memory are those of the whole process tree: every process is looked at 50 times a second;
memory is PSS, so pages that processes share count once. What a process does between its last look
and its end is not seen, which flatters the one with more and shorter processes (Chromium).
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from laporan.pdf.cascading import Dokumen
from scripts import lingkungan
from scripts.bench import Batas, Mutlak, Rasio, kode
from scripts.sistem import jalur_chromium
from tests.cascading.contoh import matriks, naskah

BARIS = (43, 300)
JEDA = 0.02
CETAK = """
import sys
from pathlib import Path
from laporan.pdf.cetak import cetak_pdf
html = Path(sys.argv[1]).read_text(encoding="utf-8")
Path(sys.argv[2]).write_bytes(cetak_pdf(html, bertanda=True))
"""
ARGUMEN_CHROMIUM = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--no-first-run", "--disable-sync", "--disable-background-networking"),
    *("--disable-component-update", "--no-pdf-header-footer"),
)


@dataclass(frozen=True)
class Cetakan:
    """One printing by one program."""

    cpu: float
    pss_mb: float
    kb: float


def ukur() -> Iterator[Rasio | Mutlak]:
    """Two sizes; the peer prints what we print."""
    chromium = jalur_chromium()
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as folder:
        for baris in BARIS:
            dokumen = Dokumen.siapkan(naskah(matriks(baris)), "A3")
            mulai = time.process_time()
            html = Path(folder) / f"{baris}.html"
            html.write_text(dokumen.html(), encoding="utf-8")
            rencana = time.process_time() - mulai
            yield Mutlak(f"cetak {baris} baris, rencana dan HTML", rencana, "CPU-s", Batas(0.5))
            kami = tengah(kode(CETAK, str(html)), html.with_suffix(".kami.pdf"))
            if chromium is None:
                yield Mutlak(f"cetak {baris} baris, tanpa Chromium", kami.cpu, "CPU-s", Batas(15))
                continue
            yield from _bandingkan(baris, kami, dengan_chromium(chromium, html))


def _bandingkan(baris: int, kami: Cetakan, lawan: Cetakan) -> Iterator[Rasio]:
    nama = f"cetak {baris} baris"
    batas = Batas(1.2) if baris <= 43 else Batas(3)
    yield Rasio(f"{nama}, CPU", kami.cpu, lawan.cpu, "Chromium", "CPU-s", batas)
    yield Rasio(f"{nama}, PSS", kami.pss_mb, lawan.pss_mb, "Chromium", "MB", Batas(0.5))
    yield Rasio(f"{nama}, ukuran", kami.kb, lawan.kb, "Chromium", "kB", Batas(0.5))


def dengan_chromium(chromium: str, html: Path) -> Cetakan:
    keluar = html.with_suffix(".lawan.pdf")
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-profil-") as profil:
        perintah = [chromium, *ARGUMEN_CHROMIUM, f"--user-data-dir={profil}"]
        perintah += [f"--print-to-pdf={keluar}", html.as_uri()]
        return tengah(perintah, keluar, tambah_keluar=False)


def tengah(perintah: Sequence[str], keluar: Path, *, tambah_keluar: bool = True) -> Cetakan:
    """The median of three by CPU."""
    lengkap = [*perintah, str(keluar)] if tambah_keluar else list(perintah)
    return sorted((_sekali(lengkap, keluar) for _ in range(3)), key=lambda satu: satu.cpu)[1]


def _sekali(perintah: Sequence[str], keluar: Path) -> Cetakan:
    keluar.unlink(missing_ok=True)
    proses = subprocess.Popen(
        perintah, cwd=lingkungan.AKAR, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    induk = psutil.Process(proses.pid)
    cpu: dict[tuple[int, float], float] = {}
    puncak = 0.0
    while proses.poll() is None:
        puncak = max(puncak, _lihat(induk, cpu))
        time.sleep(JEDA)
    if not keluar.is_file():
        raise SystemExit(f"gagal ({proses.returncode}): {' '.join(perintah)[:200]}")
    return Cetakan(sum(cpu.values()), puncak / 2**20, keluar.stat().st_size / 1000)


def _lihat(induk: psutil.Process, cpu: dict[tuple[int, float], float]) -> float:
    """One look at the tree: CPU of each process so far, PSS of all together."""
    jumlah = 0.0
    with suppress(psutil.Error):
        for satu in (induk, *induk.children(recursive=True)):
            with suppress(psutil.Error):
                waktu = satu.cpu_times()
                cpu[satu.pid, satu.create_time()] = waktu.user + waktu.system
                jumlah += satu.memory_full_info().pss
    return jumlah
