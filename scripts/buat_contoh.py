"""Write fixtures/contoh: sample workbooks, clean, dirty and hostile, each with its expectation.

    python -m scripts.buat_contoh [--ke FOLDER]

The same content always gives the same bytes, so a second run changes nothing in git.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also runs as a plain file

from scripts import (
    contoh_kotor_nilai,
    contoh_kotor_susunan,
    contoh_kotor_tajuk,
    contoh_nomenklatur,
    contoh_renja,
)
from scripts.contoh_data import AKAR

BAGIAN = (
    contoh_renja,
    contoh_nomenklatur,
    contoh_kotor_tajuk,
    contoh_kotor_nilai,
    contoh_kotor_susunan,
)


def buat(folder: Path) -> list[Path]:
    """Write all samples; answers the workbooks in order of name."""
    folder.mkdir(parents=True, exist_ok=True)
    for bagian in BAGIAN:
        bagian.buat(folder)
    if importlib.util.find_spec("scripts.contoh_berbahaya"):
        importlib.import_module("scripts.contoh_berbahaya").buat(folder)
    return sorted(p for p in folder.iterdir() if p.suffix != ".json")


def main() -> None:
    pilihan = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    pilihan.add_argument("--ke", type=Path, default=AKAR / "fixtures" / "contoh")
    for jalur in buat(pilihan.parse_args().ke):
        print(jalur.name)


if __name__ == "__main__":
    main()
