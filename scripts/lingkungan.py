"""The virtual environment and its pinned packages.

``pyproject.toml`` says what the project needs, ``requirements.lock`` says exactly which version of
every package. Wheels only, the project itself is never built, and a package outside the lock is an
error. A stamp in the environment makes the second run free. Standard library only.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
VENV = AKAR / ".venv"
KUNCI = AKAR / "requirements.lock"
PYTHON = VENV / "bin" / "python"
KELOMPOK = ("runtime", "uji")


def nama_baku(nama: str) -> str:
    return re.sub(r"[-_.]+", "-", nama).lower()


def baca_kunci(teks: str) -> dict[str, str]:
    """Package -> exact version. Anything but ``name==version`` is refused."""
    isi = {}
    for baris in teks.splitlines():
        if not (bersih := baris.split("#")[0].strip()):
            continue
        cocok = re.fullmatch(r"([A-Za-z0-9._-]+)==([A-Za-z0-9.+!_-]+)", bersih)
        if not cocok:
            raise SystemExit(f"{KUNCI.name}: bukan nama==versi: {bersih}")
        isi[nama_baku(cocok[1])] = cocok[2]
    return isi


def daftar_paket(kelompok: str) -> list[str]:
    """Direct dependencies as ``pyproject.toml`` lists them; ``uji`` includes those of runtime."""
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text())["project"]
    uji = proyek["optional-dependencies"]["uji"] if kelompok == "uji" else []
    return [*proyek["dependencies"], *uji]


def sidik(kelompok: str) -> str:
    isi = [KUNCI.read_text(), sys.version, str(VENV), *daftar_paket(kelompok)]
    return hashlib.sha256("\0".join(isi).encode()).hexdigest()


def sudah_terpasang(kelompok: str) -> bool:
    """True when this group, or one that contains it, was installed from these very lists."""
    pemuat = KELOMPOK[KELOMPOK.index(kelompok) :]
    cap = ((satu, VENV / f".terpasang-{satu}") for satu in pemuat)
    return any(jalur.exists() and jalur.read_text() == sidik(satu) for satu, jalur in cap)


def di_luar_kunci(laporan: dict, kunci: dict[str, str]) -> list[str]:
    """Packages that pip fetched in another version than the lock's, or that the lock lacks."""
    paket = [satu["metadata"] for satu in laporan["install"]]
    return [
        f"{satu['name']}=={satu['version']}"
        for satu in paket
        if kunci.get(nama_baku(satu["name"])) != satu["version"]
    ]


def _pip_install(kelompok: str) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        laporan = Path(folder) / "laporan.json"
        perintah = [str(PYTHON), "-m", "pip", "install", "--quiet", "--only-binary=:all:"]
        perintah += ["--disable-pip-version-check", "--constraint", str(KUNCI)]
        perintah += ["--report", str(laporan), *daftar_paket(kelompok)]
        if subprocess.run(perintah, stdin=subprocess.DEVNULL, check=False).returncode:
            raise SystemExit("pip gagal memasang paket; periksa jaringan lalu ulangi.")
        return json.loads(laporan.read_text())


def pasang(kelompok: str) -> None:
    """Make the environment and install the group unless the stamp says it is there."""
    if sudah_terpasang(kelompok):
        return
    if not PYTHON.exists():
        print("Membuat lingkungan Python di .venv …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    kunci = baca_kunci(KUNCI.read_text())
    print(f"Memasang paket Python ({kelompok}) menurut {KUNCI.name} …", flush=True)
    if asing := di_luar_kunci(_pip_install(kelompok), kunci):
        raise SystemExit(f"Tidak tercantum di {KUNCI.name}: {', '.join(asing)}")
    (VENV / f".terpasang-{kelompok}").write_text(sidik(kelompok))


if __name__ == "__main__":
    pasang(sys.argv[1] if sys.argv[1:] else "runtime")
