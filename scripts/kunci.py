"""``make kunci``: resolve the dependencies anew and write the lock file.

Packages keep their locked version unless ``PERBARUI=1``. Names and exact versions only.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from scripts.lingkungan import KUNCI, daftar_paket, nama_baku

KEPALA = """\
# Every package, exact, for the program and its tests. Written by `make kunci`; used as pip's
# constraints with the dependency lists of pyproject.toml.
"""


def selesaikan(python: Path, batasan: Path | None) -> dict[str, str]:
    """Ask pip what it would install in an empty environment."""
    perintah = [str(python), "-m", "pip", "install", "--quiet", "--dry-run", "--only-binary=:all:"]
    perintah += ["--disable-pip-version-check", "--report", "-"]
    perintah += ["--constraint", str(batasan)] if batasan else []
    hasil = subprocess.run([*perintah, *daftar_paket("uji")], stdout=subprocess.PIPE, check=True)
    paket = [satu["metadata"] for satu in json.loads(hasil.stdout)["install"]]
    return {nama_baku(satu["name"]): satu["version"] for satu in paket}


def utama() -> int:
    batasan = None if os.environ.get("PERBARUI") or not KUNCI.exists() else KUNCI
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        isi = selesaikan(Path(folder) / "bin" / "python", batasan)
    KUNCI.write_text(KEPALA + "".join(f"{nama}=={isi[nama]}\n" for nama in sorted(isi)))
    print(f"{KUNCI.name}: {len(isi)} paket")
    return 0


if __name__ == "__main__":
    sys.exit(utama())
