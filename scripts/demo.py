"""``make demo``: from a bare machine to a running server with demo data.

Every step says what it does; what is done already is skipped, so that the second run keeps the
data and serves within seconds.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from scripts import lingkungan, sistem
from scripts.jalankan import sajikan
from scripts.sidik import sidik_folder

AKAR = lingkungan.AKAR


def env_demo(asal: Mapping[str, str]) -> dict[str, str]:
    """Settings of the demo: SQLite and development, whatever ``.env`` says of production."""
    env = {**asal, "LINGKUNGAN": "pengembangan", "BERKAS_ENV": "", "STATIC_MANIFEST": "1"}
    if not env.get("DATABASE_URL", "sqlite:").startswith("sqlite:"):
        print("DATABASE_URL diabaikan: demo memakai SQLite di folder data/.", flush=True)
        del env["DATABASE_URL"]
    return env


def manage(*argumen: str, env: Mapping[str, str]) -> str:
    """Run a management command; its output is returned, its errors are shown."""
    perintah = [str(lingkungan.PYTHON), "manage.py", *argumen]
    hasil = subprocess.run(
        perintah, cwd=AKAR, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    )
    if hasil.returncode:
        raise SystemExit(f"{hasil.stdout}Gagal: manage.py {' '.join(argumen)}")
    return hasil.stdout


def kumpulkan_statis(env: Mapping[str, str]) -> None:
    tujuan = Path(env.get("STATIC_ROOT", AKAR / "static_terkumpul"))
    cap = tujuan / ".sidik"
    sidik = sidik_folder(AKAR / "static", tambahan=lingkungan.KUNCI.read_text())
    if cap.exists() and cap.read_text() == sidik:
        return
    print("Mengumpulkan berkas statis …", flush=True)
    manage("collectstatic", "--noinput", "--clear", "-v", "0", env=env)
    cap.write_text(sidik)


def siapkan_data(env: Mapping[str, str]) -> str:
    """Tables and demo data; returns what ``muat_contoh`` says of the logins."""
    print("Menyiapkan basis data SQLite (data yang sudah ada tetap) …", flush=True)
    manage("migrate", "--noinput", "-v", "0", env=env)
    print("Memuat data contoh …", flush=True)
    return manage("muat_contoh", env=env)


def utama() -> int:
    port = int(os.environ.get("PORT") or "8000")
    print("Memeriksa pustaka sistem dan huruf …", flush=True)
    sistem.pastikan("demo")
    lingkungan.pasang("runtime")
    env = env_demo(os.environ)
    masuk = siapkan_data(env)
    kumpulkan_statis(env)

    def umumkan() -> None:
        print(f"\n{masuk}\nPohon Kinerja siap di http://127.0.0.1:{port}/", flush=True)
        print("Tekan Ctrl-C untuk menghentikan web dan pekerja.", flush=True)

    print("Menjalankan web dan pekerja …", flush=True)
    return sajikan(port, env=env, bila_siap=umumkan)


if __name__ == "__main__":
    sys.exit(utama())
