"""A throw-away PostgreSQL: own folder, own port on the loopback, own password, gone afterwards.

PostgreSQL refuses to run as root, so as root it runs as the user that Debian's package makes.
"""

import ctypes
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.sistem import folder_postgresql

PENGGUNA = "postgres"
PILIHAN = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "dynamic_shared_memory_type=mmap",  # goes with the folder even when the server is killed
)


class TanpaPostgresql(Exception):
    """PostgreSQL cannot be started here; the message says why."""


def _port_kosong() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def _sebagai() -> dict[str, object]:
    """Extra arguments of Popen: another user when we are root."""
    if os.geteuid() != 0:
        return {}
    try:
        orang = pwd.getpwnam(PENGGUNA)
    except KeyError as salah:
        raise TanpaPostgresql(f"pengguna sistem {PENGGUNA} tidak ada") from salah
    return {"user": orang.pw_uid, "group": orang.pw_gid, "extra_groups": []}


def _siapkan(program: Path, folder: Path, sandi: str, sebagai: dict) -> None:
    berkas_sandi = folder / "sandi"
    berkas_sandi.write_text(sandi)
    if sebagai:
        for jalur in (folder, berkas_sandi):
            os.chown(jalur, sebagai["user"], sebagai["group"])
    perintah = [program / "initdb", "-D", folder / "data", "-U", PENGGUNA, "--no-sync"]
    perintah += ["--auth=scram-sha-256", f"--pwfile={berkas_sandi}", "-E", "UTF8"]
    hasil = subprocess.run(
        [*map(str, perintah), "--locale=C.UTF-8"],
        cwd=folder, capture_output=True, text=True, check=False, **sebagai,
    )  # fmt: skip
    if hasil.returncode:
        raise TanpaPostgresql(hasil.stderr.strip())


def _mulai(program: Path, folder: Path, port: int, sebagai: dict) -> subprocess.Popen[bytes]:
    perintah = [str(program / "postgres"), "-D", str(folder / "data"), "-p", str(port)]
    perintah += ["-h", "127.0.0.1", "-k", str(folder)]
    for pilihan in PILIHAN:
        perintah += ["-c", pilihan]
    with (folder / "catatan.log").open("wb") as catatan:
        return subprocess.Popen(
            perintah,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=catatan,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=lambda: ctypes.CDLL(None).prctl(1, signal.SIGINT),
            **sebagai,
        )


def _tunggu(program: Path, port: int, proses: subprocess.Popen[bytes], folder: Path) -> None:
    perintah = [str(program / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    batas = time.monotonic() + 60
    while subprocess.run(perintah, check=False).returncode:
        if proses.poll() is not None or time.monotonic() > batas:
            raise TanpaPostgresql((folder / "catatan.log").read_text()[-2000:])
        time.sleep(0.1)


@contextmanager
def postgresql_sementara() -> Iterator[str]:
    """DATABASE_URL of an empty server that lives as long as the block."""
    program = folder_postgresql()
    if program is None:
        raise TanpaPostgresql("program initdb tidak ditemukan (paket postgresql)")
    sebagai, sandi, port = _sebagai(), secrets.token_hex(12), _port_kosong()
    folder = Path(tempfile.mkdtemp(prefix="kinerja-pg-"))
    proses = None
    try:
        _siapkan(program, folder, sandi, sebagai)
        proses = _mulai(program, folder, port, sebagai)
        _tunggu(program, port, proses, folder)
        yield f"postgres://{PENGGUNA}:{sandi}@127.0.0.1:{port}/{PENGGUNA}"
    finally:
        if proses is not None:
            proses.send_signal(signal.SIGINT)
            proses.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)
