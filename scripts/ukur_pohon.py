"""CPU and memory of a whole process tree, for peers that work in many processes (a browser)."""

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import psutil

from scripts.lingkungan import AKAR

SELANG = 0.05


@dataclass(frozen=True)
class UkuranPohon:
    cpu: float  # seconds; the last interval of a process may be missed, so a lower bound
    puncak_pss_mb: float  # shared pages counted once
    detik: float


def _lihat(akar: psutil.Process, cpu: dict[tuple[int, float], float]) -> float:
    """Note the CPU so far of every living process; returns the sum of their PSS in bytes."""
    pss = 0.0
    try:
        semua = [akar, *akar.children(recursive=True)]
    except psutil.NoSuchProcess:
        return pss
    for satu in semua:
        try:
            waktu = satu.cpu_times()
            cpu[satu.pid, satu.create_time()] = waktu.user + waktu.system
            pss += satu.memory_full_info().pss
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue
    return pss


def ukur_pohon(perintah: Sequence[str], *, env: Mapping[str, str] | None = None) -> UkuranPohon:
    """Run the command to its end, looking at its tree twenty times a second."""
    mulai, puncak, cpu = time.monotonic(), 0.0, dict[tuple[int, float], float]()
    proses = subprocess.Popen(
        perintah, cwd=AKAR, env=env, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    akar = psutil.Process(proses.pid)
    while proses.poll() is None:
        puncak = max(puncak, _lihat(akar, cpu))
        time.sleep(SELANG)
    if proses.returncode:
        raise SystemExit(f"gagal ({proses.returncode}): {' '.join(perintah)[:200]}")
    return UkuranPohon(sum(cpu.values()), puncak / 2**20, time.monotonic() - mulai)
