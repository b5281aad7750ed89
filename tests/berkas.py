"""The project's files as git sees them (new ones included), for tests that read the project."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
RUANG = ("config", "kinerja", "cascading", "iku", "laporan")
BUKAN_PROYEK = {".git", ".venv", "data", "static_terkumpul", "__pycache__"}


@cache
def semua_berkas() -> tuple[Path, ...]:
    """Tracked and new files that are not ignored; without git, all files of the folder."""
    perintah = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    hasil = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=False)
    if hasil.returncode == 0:
        jalur = [AKAR / nama for nama in hasil.stdout.split("\0") if nama]
    else:
        jalur = [satu for satu in AKAR.rglob("*") if not BUKAN_PROYEK & set(satu.parts)]
    return tuple(sorted(satu for satu in jalur if satu.is_file()))


def berkas_python(*folder: str) -> list[Path]:
    """Python files below these folders of the project, migrations left out."""
    return [
        satu
        for satu in semua_berkas()
        if satu.suffix == ".py"
        and satu.relative_to(AKAR).parts[0] in folder
        and "migrations" not in satu.parts
    ]


def nama_berkas(jalur: Path) -> str:
    return str(jalur.relative_to(AKAR))


def modul_diimpor(pohon: ast.AST) -> Iterator[str]:
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Import):
            yield from (satu.name for satu in simpul.names)
        elif isinstance(simpul, ast.ImportFrom) and simpul.module:
            yield simpul.module
