"""One stage of the test run: a command, its output passed on, its verdict kept."""

import os
import re
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.lingkungan import AKAR

PENUTUP = re.compile(r"\d+ (passed|failed|skipped|errors?|deselected|xfailed)\b.* in [\d.]+s")


@dataclass(frozen=True)
class Hasil:
    nama: str
    kode: int
    detik: float
    penutup: str = ""  # pytest's closing line

    @property
    def lulus(self) -> bool:
        return self.kode == 0


def baris_penutup(keluaran: str) -> str:
    """The last line in which pytest counts its tests; empty when there is none."""
    baris = [satu.strip("= ") for satu in keluaran.splitlines() if PENUTUP.search(satu)]
    return baris[-1] if baris else ""


def jalankan_tahap(
    nama: str, perintah: Sequence[str], env: Mapping[str, str], *, diam: bool = False
) -> Hasil:
    """Run with the output visible as it comes; a missing closing line of pytest is a failure.

    ``diam`` keeps name and output back until the end: another stage is talking meanwhile.
    """
    kepala = f"\n── {nama}: {' '.join(perintah[1:])}\n"
    if not diam:
        print(kepala, end="", flush=True)
    mulai = time.monotonic()
    keluaran: list[bytes] = []
    baca, tulis = os.pipe()
    proses = subprocess.Popen(
        perintah, cwd=AKAR, env=env, stdin=subprocess.DEVNULL, stdout=tulis, stderr=tulis
    )
    os.close(tulis)
    try:
        with open(baca, "rb", buffering=0) as pipa:
            while bagian := pipa.read(65536):
                keluaran.append(bagian)
                if not diam:
                    os.write(1, bagian)
        kode = proses.wait()
    finally:
        proses.terminate()
    if diam:
        os.write(1, b"".join([kepala.encode(), *keluaran]))
    penutup = baris_penutup(b"".join(keluaran).decode(errors="replace"))
    if "pytest" in perintah and not penutup:
        kode = kode or 1
    return Hasil(nama, kode, time.monotonic() - mulai, penutup)


def ringkasan(hasil: Sequence[Hasil], tidak_jalan: Sequence[str]) -> str:
    """What ran and how it ended; pytest's own closing lines come last."""
    baris = ["", "── Ringkasan"]
    for satu in hasil:
        vonis = "lulus" if satu.lulus else f"GAGAL (kode {satu.kode})"
        baris.append(f"{satu.nama:<34} {satu.detik:7.1f} s  {vonis}")
    baris += [f"TIDAK DIJALANKAN: {satu}" for satu in tidak_jalan]
    for satu in hasil:
        if satu.penutup:
            baris += [f"{satu.nama}:", satu.penutup]
    return "\n".join(baris)
