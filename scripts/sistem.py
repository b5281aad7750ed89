"""System libraries, fonts and programs: what is missing, and how to get it.

Looks for the capability (can the library be loaded, is the font family there), not for a package,
so that it holds on other systems too. As root with apt the missing packages are installed; else
the exact command is printed. Standard library only: this runs before the virtual environment.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

KELOMPOK = ("demo", "uji")


@dataclass(frozen=True)
class Kebutuhan:
    """Something the operating system has to bring, and the Debian package that brings it."""

    nama: str
    paket: str
    ada: Callable[[], bool]
    wajib: bool = True  # False: only some tests need it; without it they are said not to run


def pustaka_ada(nama: str) -> bool:
    try:
        ctypes.CDLL(nama)
    except OSError:
        return False
    return True


def program_ada(*nama: str) -> bool:
    return any(shutil.which(satu) for satu in nama)


def huruf_ada(keluarga: str) -> bool:
    if not program_ada("fc-list"):
        return False
    perintah = ["fc-list", f":family={keluarga}", "family"]
    return bool(subprocess.run(perintah, capture_output=True, text=True, check=False).stdout)


def venv_ada() -> bool:
    """Debian's python3 has venv but not ensurepip until python3-venv is installed."""
    return all(importlib.util.find_spec(nama) for nama in ("venv", "ensurepip"))


def folder_postgresql() -> Path | None:
    """Where initdb and postgres are: Debian keeps them out of PATH."""
    if langsung := shutil.which("initdb"):
        return Path(langsung).resolve().parent
    ada = [jalur.parent for jalur in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(ada, key=lambda folder: int(folder.parent.name), default=None)


def jalur_chromium() -> str | None:
    """``CHROMIUM`` wins, then what the system calls it."""
    nama = [os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    return next((jalur for satu in nama if satu and (jalur := shutil.which(satu))), None)


def jalur_libreoffice() -> str | None:
    """Opens and saves workbooks in tests, as a planner's office does."""
    return shutil.which("soffice") or shutil.which("libreoffice")


PUSTAKA = {
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz.so.0": "libharfbuzz0b",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    "libfontconfig.so.1": "libfontconfig1",
}
HURUF = {
    "Liberation Sans": "fonts-liberation2",
    "URW Bookman": "fonts-urw-base35",
    "Carlito": "fonts-crosextra-carlito",
}


def _dasar() -> list[Kebutuhan]:
    kebutuhan = [Kebutuhan("venv dan pip untuk Python", "python3-venv", venv_ada)]
    kebutuhan += [
        Kebutuhan(f"pustaka {nama} (WeasyPrint)", paket, partial(pustaka_ada, nama))
        for nama, paket in PUSTAKA.items()
    ]
    kebutuhan.append(Kebutuhan("fontconfig", "fontconfig", partial(program_ada, "fc-list")))
    kebutuhan += [
        Kebutuhan(f"huruf {nama}", paket, partial(huruf_ada, nama)) for nama, paket in HURUF.items()
    ]
    return kebutuhan


def _uji() -> list[Kebutuhan]:
    daftar: list[tuple[str, str, Callable[[], bool]]] = [
        ("Chromium", "chromium", lambda: jalur_chromium() is not None),
        (
            "pustaka libatomic.so.1 (Playwright)",
            "libatomic1",
            partial(pustaka_ada, "libatomic.so.1"),
        ),
        ("PostgreSQL", "postgresql", lambda: folder_postgresql() is not None),
        ("LibreOffice Calc", "libreoffice-calc", lambda: jalur_libreoffice() is not None),
        ("pdftotext (poppler)", "poppler-utils", partial(program_ada, "pdftotext")),
        ("dot (Graphviz, pembanding diagram)", "graphviz", partial(program_ada, "dot")),
    ]
    return [Kebutuhan(nama, paket, ada, wajib=False) for nama, paket, ada in daftar]


def alasan_tanpa_peramban() -> str:
    """Why browser tests cannot run here; empty when they can."""
    if jalur_chromium() is None:
        return "Chromium tidak ada"
    return "" if pustaka_ada("libatomic.so.1") else "libatomic.so.1 (Playwright) tidak ada"


def kebutuhan(kelompok: str) -> list[Kebutuhan]:
    """What ``demo`` needs; ``uji`` is that and the test tools."""
    return _dasar() + (_uji() if kelompok == "uji" else [])


def yang_kurang(daftar: Iterable[Kebutuhan]) -> list[Kebutuhan]:
    return [satu for satu in daftar if not satu.ada()]


def perintah_apt(kurang: Iterable[Kebutuhan]) -> list[str]:
    paket = sorted({satu.paket for satu in kurang})
    return ["apt-get", "install", "-y", "--no-install-recommends", *paket]


def pasang_dengan_apt(kurang: list[Kebutuhan]) -> None:
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    print("Memasang paket sistem:", " ".join(perintah_apt(kurang)[4:]), flush=True)
    subprocess.run(["apt-get", "update", "-q"], env=env, stdin=subprocess.DEVNULL, check=False)
    subprocess.run(perintah_apt(kurang), env=env, stdin=subprocess.DEVNULL, check=False)


def petunjuk(kurang: list[Kebutuhan]) -> str:
    """What is missing and the command that an administrator runs, ready to copy."""
    baris = ["Yang belum ada di sistem ini:", *(f"  - {satu.nama}" for satu in kurang)]
    baris += ["Jalankan perintah ini (perlu hak administrator), lalu ulangi:"]
    baris += ["  sudo apt-get update && sudo " + " ".join(perintah_apt(kurang))]
    if not program_ada("apt-get"):
        baris += ["(Nama paket di atas milik Debian dan Ubuntu; sistem lain punya padanannya.)"]
    return "\n".join(baris)


def pastikan(kelompok: str) -> list[Kebutuhan]:
    """Install or name what is missing; stop without the indispensable, return the rest."""
    kurang = yang_kurang(kebutuhan(kelompok))
    if kurang and os.geteuid() == 0 and program_ada("apt-get"):
        pasang_dengan_apt(kurang)
        importlib.invalidate_caches()
        kurang = yang_kurang(kurang)
    if kurang:
        print(petunjuk(kurang), file=sys.stderr, flush=True)
    if any(satu.wajib for satu in kurang):
        raise SystemExit(1)
    return kurang


if __name__ == "__main__":
    pastikan(sys.argv[1] if sys.argv[1:] else "demo")
