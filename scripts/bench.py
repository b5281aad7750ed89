"""``make bench``: ratios against a named peer, measured in one run on one machine.

Every ``scripts/bench_*.py`` has a function ``ukur()`` that yields ``Rasio`` and ``Mutlak``; work is
measured in child processes (``cpu``), so that nobody's warm caches are flattered. A calibration
loop of plain Python is printed beside absolute figures, for machines differ.

    python -m scripts.bench [NAME ...]      only scripts/bench_NAME.py
"""

import importlib
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts import lingkungan

PUTARAN_KALIBRASI = "sum(i * i % 7 for i in range(5_000_000))"


@dataclass(frozen=True)
class Ukuran:
    """What a child process used, its own children included."""

    cpu: float  # seconds, user + system
    puncak_mb: float  # Linux counts the parent in at the start: never less than this process
    keluaran: str


@dataclass(frozen=True)
class Batas:
    """An aim: at most, or at least."""

    nilai: float
    paling_sedikit: bool = False

    def tercapai(self, nilai: float) -> bool:
        return nilai >= self.nilai if self.paling_sedikit else nilai <= self.nilai

    def __str__(self) -> str:
        return f"{'>=' if self.paling_sedikit else '<='} {self.nilai:g}"


@dataclass(frozen=True)
class Rasio:
    """Ours against a peer doing the same job; ``lawan_per_kami`` turns it round (times faster)."""

    nama: str
    kami: float
    lawan: float
    nama_lawan: str
    satuan: str
    batas: Batas
    lawan_per_kami: bool = False

    @property
    def nilai(self) -> float:
        return self.lawan / self.kami if self.lawan_per_kami else self.kami / self.lawan

    def __str__(self) -> str:
        pembagian = (
            f"{self.nama_lawan} {self.lawan:.3g} {self.satuan} / ours {self.kami:.3g}"
            if self.lawan_per_kami
            else f"ours {self.kami:.3g} {self.satuan} / {self.nama_lawan} {self.lawan:.3g}"
        )
        return f"{self.nama}: {pembagian} = {self.nilai:.3g} (aim {self.batas})"


@dataclass(frozen=True)
class Mutlak:
    """A figure without a peer; read it beside the calibration loop."""

    nama: str
    nilai: float
    satuan: str
    batas: Batas

    def __str__(self) -> str:
        return f"{self.nama}: {self.nilai:.3g} {self.satuan} (aim {self.batas})"


def cpu(perintah: Sequence[str], *, env: Mapping[str, str] | None = None, ulang: int = 3) -> Ukuran:
    """Run the command ``ulang`` times from the project's folder; the median by CPU."""
    hasil = sorted((_sekali(perintah, env) for _ in range(ulang)), key=lambda satu: satu.cpu)
    return hasil[len(hasil) // 2]


def kode(sumber: str, *argumen: str) -> list[str]:
    """Command that runs Python source in the environment's interpreter."""
    return [str(lingkungan.PYTHON), "-c", sumber, *argumen]


def _sekali(perintah: Sequence[str], env: Mapping[str, str] | None) -> Ukuran:
    with tempfile.TemporaryFile() as keluaran:
        proses = subprocess.Popen(
            perintah, cwd=lingkungan.AKAR, env=env, stdin=subprocess.DEVNULL, stdout=keluaran
        )
        _, status, pakai = os.wait4(proses.pid, 0)
        proses.returncode = os.waitstatus_to_exitcode(status)
        if proses.returncode:
            raise SystemExit(f"gagal ({proses.returncode}): {' '.join(perintah)[:200]}")
        keluaran.seek(0)
        isi = keluaran.read().decode(errors="replace")
    return Ukuran(pakai.ru_utime + pakai.ru_stime, pakai.ru_maxrss / 1024, isi)


def kalibrasi() -> float:
    """CPU seconds of the same small loop, the median of five."""
    return statistics.median(cpu(kode(PUTARAN_KALIBRASI), ulang=1).cpu for _ in range(5))


@contextmanager
def basis_data_sementara() -> Iterator[dict[str, str]]:
    """Environment with an empty, migrated SQLite database and a data folder of its own."""
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as folder:
        env = {**os.environ, "BERKAS_ENV": "", "LINGKUNGAN": "pengembangan", "DATA_DIR": folder}
        env["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        cpu([str(lingkungan.PYTHON), "manage.py", "migrate", "-v", "0"], env=env, ulang=1)
        yield env


def daftar_bench(nama: Sequence[str]) -> list[str]:
    ada = sorted(jalur.stem for jalur in Path(__file__).parent.glob("bench_*.py"))
    return [satu for satu in ada if not nama or satu.removeprefix("bench_") in nama]


def utama(nama: Sequence[str]) -> int:
    print(f"calibration loop: {kalibrasi():.3f} CPU-s ({PUTARAN_KALIBRASI})", flush=True)
    meleset = 0
    for modul in daftar_bench(nama):
        for hasil in importlib.import_module(f"scripts.{modul}").ukur():
            tercapai = hasil.batas.tercapai(hasil.nilai)
            meleset += not tercapai
            print(f"{hasil}{'' if tercapai else '  MISSED'}", flush=True)
    print(f"{meleset} missed", flush=True)
    return 0


if __name__ == "__main__":
    from scripts import bench  # the classes that bench_*.py import, not a second copy of them

    sys.exit(bench.utama(sys.argv[1:]))
