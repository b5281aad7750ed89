"""Web server and worker as one: started together, stopped together.

One Ctrl-C (or SIGTERM, or a closed terminal) stops both; when one dies the other is stopped too.
The children get sessions of their own, so the signal reaches them once and from here only.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType

from scripts.lingkungan import AKAR, PYTHON
from scripts.sehat import kode_sehat

PR_SET_PDEATHSIG = 1
TENGGANG = 15.0  # seconds a child may take to finish what it is doing


def _ikut_mati() -> None:
    """Linux: a runner that is killed outright takes its children along."""
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    except (OSError, AttributeError):
        return


class Rombongan:
    """Processes that live and die together."""

    def __init__(self) -> None:
        self.diminta_berhenti = 0
        self.proses: dict[str, subprocess.Popen[bytes]] = {}

    def tangkap_sinyal(self) -> None:
        for sinyal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sinyal, self._berhenti)

    def mulai(self, nama: str, perintah: Sequence[str], env: Mapping[str, str]) -> None:
        self.proses[nama] = subprocess.Popen(
            perintah,
            env=env,
            cwd=AKAR,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_ikut_mati,
        )

    def _berhenti(self, nomor: int, bingkai: FrameType | None) -> None:
        self.diminta_berhenti += 1

    def yang_mati(self) -> dict[str, int]:
        return {
            nama: kode for nama, satu in self.proses.items() if (kode := satu.poll()) is not None
        }

    def tunggu(self, siap: Callable[[], bool] | None = None) -> bool:
        """Until ``siap`` says yes (True), or one died or a stop was asked for (False)."""
        while not self.diminta_berhenti and not self.yang_mati():
            if siap is not None and siap():
                return True
            time.sleep(0.1)
        return False

    def hentikan(self, tenggang: float = TENGGANG) -> None:
        """Ask all to end; kill what has not after the grace time or a second Ctrl-C."""
        for satu in self.proses.values():
            if satu.poll() is None:
                satu.terminate()
        batas, semula = time.monotonic() + tenggang, self.diminta_berhenti
        while len(self.yang_mati()) < len(self.proses):
            if time.monotonic() > batas or self.diminta_berhenti > semula:
                break
            time.sleep(0.05)
        for satu in self.proses.values():
            try:
                os.killpg(satu.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        for satu in self.proses.values():
            satu.wait()


def jalankan(
    perintah: Mapping[str, Sequence[str]],
    *,
    env: Mapping[str, str],
    siap: Callable[[], bool] | None = None,
    bila_siap: Callable[[], None] | None = None,
) -> int:
    """Run all until the end; 0 after a stop that was asked for, 1 when one died by itself."""
    rombongan = Rombongan()
    rombongan.tangkap_sinyal()
    for nama, argumen in perintah.items():
        rombongan.mulai(nama, argumen, env)
    if siap is not None and rombongan.tunggu(siap) and bila_siap is not None:
        bila_siap()
    rombongan.tunggu()
    diminta, mati = rombongan.diminta_berhenti, rombongan.yang_mati()
    print("\nMenghentikan web dan pekerja …", flush=True)
    rombongan.hentikan()
    if diminta:
        return 0
    for nama, kode in mati.items():
        print(f"Proses {nama} berhenti sendiri (kode {kode}).", file=sys.stderr, flush=True)
    return 1


def port_terpakai(port: int) -> bool:
    with socket.socket() as soket:
        soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            soket.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def perintah_layanan(python: Path | str = PYTHON) -> dict[str, list[str]]:
    """The two services; docker-compose.yml starts the same ones."""
    gunicorn = ["-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi:application"]
    return {
        "web": [str(python), *gunicorn],
        "pekerja": [str(python), "manage.py", "pekerja", "--queue-name", "*"],
    }


def sajikan(port: int, *, env: Mapping[str, str], bila_siap: Callable[[], None]) -> int:
    """Serve on 127.0.0.1:port until Ctrl-C."""
    if port_terpakai(port):
        print(f"Port {port} sedang dipakai. Coba: PORT={port + 1} make demo", file=sys.stderr)
        return 1
    lengkap = {**env, "PORT": str(port)}
    return jalankan(
        perintah_layanan(),
        env=lengkap,
        siap=lambda: kode_sehat(lengkap) == 200,
        bila_siap=bila_siap,
    )


def utama() -> int:
    """Serve an office of one machine; ``.env`` counts for the two services as well."""
    import environ

    environ.Env.read_env(AKAR / ".env")
    port = int(os.environ.get("PORT", "8000"))
    alamat = f"http://127.0.0.1:{port}/"
    return sajikan(port, env=os.environ, bila_siap=lambda: print(f"Siap: {alamat}", flush=True))


if __name__ == "__main__":
    sys.exit(utama())
