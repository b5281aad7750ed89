"""Write fixtures/contoh: sample workbooks, clean, dirty and hostile, each with its expectation.

    python -m scripts.buat_contoh [--ke FOLDER]

The same content always gives the same bytes, so a second run changes nothing in git.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also runs as a plain file

from scripts import (
    contoh_blok,
    contoh_cascading,
    contoh_iku,
    contoh_kotor_nilai,
    contoh_kotor_rupa,
    contoh_kotor_susunan,
    contoh_kotor_tajuk,
    contoh_nomenklatur,
    contoh_pohon,
    contoh_renja,
    contoh_renstra,
    contoh_sipd,
)
from scripts.contoh_berbahaya import KECIL, tulis_berbahaya
from scripts.contoh_data import AKAR
from scripts.contoh_tulis import tulis_harapan

BAGIAN = (
    contoh_pohon,
    contoh_renja,
    contoh_sipd,
    contoh_renstra,
    contoh_nomenklatur,
    contoh_blok,
    contoh_cascading,
    contoh_kotor_tajuk,
    contoh_iku,
    contoh_kotor_nilai,
    contoh_kotor_rupa,
    contoh_kotor_susunan,
)


def buat(folder: Path) -> list[Path]:
    """Write all samples, the hostile ones in a folder of their own; answers the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for bagian in BAGIAN:
        bagian.buat(folder)
    for jalur in tulis_berbahaya(folder / "berbahaya"):
        kode = "" if jalur.suffix == ".csv" else KECIL[jalur.name][1]  # a list may be a CSV
        tulis_harapan(jalur, _harapan_berbahaya(kode))
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".json")


def _harapan_berbahaya(kode: str) -> dict[str, object]:
    """Refused with one code, or read."""
    tolak = {"hasil": "ditolak", "galat": [{"kode": kode}]} if kode else {}
    return {"tema": "berkas berbahaya, rusak, atau asing", **tolak}


def main() -> None:
    pilihan = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    pilihan.add_argument("--ke", type=Path, default=AKAR / "fixtures" / "contoh")
    for jalur in buat(pilihan.parse_args().ke):
        print(jalur.name)


if __name__ == "__main__":
    main()
