"""What Docker would do with our files, read without Docker: variables, COPY, ignore list."""

import os
import re
import shutil
from fnmatch import fnmatch
from pathlib import Path

import yaml

from tests.berkas import AKAR, nama_berkas, semua_berkas

VARIABEL = re.compile(r"\$\{(\w+)(?::([-?])([^}]*))?\}")


def isi_variabel(nilai, env):
    """Compose's own ``${NAME}``, ``${NAME:-default}`` and ``${NAME:?complaint}``."""

    def ganti(cocok):
        nama, tanda, sisa = cocok.groups()
        if tanda == "?" and not env.get(nama):
            raise KeyError(f"{nama}: {sisa}")
        return env.get(nama) or (sisa if tanda == "-" else "")

    if isinstance(nilai, dict):
        return {kunci: isi_variabel(satu, env) for kunci, satu in nilai.items()}
    if isinstance(nilai, list):
        return [isi_variabel(satu, env) for satu in nilai]
    return VARIABEL.sub(ganti, nilai) if isinstance(nilai, str) else nilai


def compose(env):
    return isi_variabel(yaml.safe_load((AKAR / "docker-compose.yml").read_text()), env)


def perintah_dockerfile() -> list[tuple[str, str]]:
    """(instruction, rest) with continued lines joined and comments dropped."""
    teks = re.sub(r"\\\n\s*", " ", (AKAR / "Dockerfile").read_text())
    baris = [b for b in teks.splitlines() if b.strip() and not b.startswith("#")]
    return [tuple(b.split(None, 1)) for b in baris]


def diabaikan(nama: str) -> bool:
    """Whether .dockerignore keeps this file out of the image."""
    pola = (AKAR / ".dockerignore").read_text().split()
    bagian = nama.split("/")
    awalan = ["/".join(bagian[: i + 1]) for i in range(len(bagian))]
    return any(fnmatch(a, p.removeprefix("**/")) for a in (*awalan, bagian[-1]) for p in pola)


def salin_isi_citra(tujuan: Path) -> None:
    """The files that ``COPY . .`` would bring."""
    for berkas in semua_berkas():
        if not diabaikan(nama_berkas(berkas)):
            (tujuan / nama_berkas(berkas)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(berkas, tujuan / nama_berkas(berkas))


def env_citra() -> dict[str, str]:
    """ENV of the Dockerfile, without the image's PATH."""
    pasangan = [
        satu.split("=", 1)
        for instruksi, isi in perintah_dockerfile()
        if instruksi == "ENV"
        for satu in isi.split()
    ]
    return {nama: nilai for nama, nilai in pasangan if nama != "PATH"} | {
        "HOME": os.environ["HOME"]
    }
