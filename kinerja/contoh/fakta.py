"""The facts of the demo, read from ``fixtures/``: real documents and the official names."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from django.conf import settings

from kinerja.impor.buku import Lembar, letak

FOLDER = Path(settings.BASE_DIR) / "fixtures"
Fakta = dict[str, Any]


def dokumen() -> Fakta:
    """What the agency's published document says, typing errors included."""
    isi: Fakta = json.loads((FOLDER / "kotim-2025.json").read_text(encoding="utf-8"))
    return isi


def penjenjangan() -> Fakta:
    """Tahap 1 to 4 of the same document: items, conditions with their other wordings, words."""
    isi: Fakta = json.loads((FOLDER / "penjenjangan-kotim-2025.json").read_text(encoding="utf-8"))
    return isi


def pohon_kinerja_2024() -> Fakta:
    """Boxes, indicators and programme lines of a pohon kinerja as printed."""
    isi: Fakta = json.loads((FOLDER / "pohon-kinerja-2024.json").read_text(encoding="utf-8"))
    return isi


def lembar(nama: str) -> Lembar:
    """A published cascading form as its sheet: cells, merges and what is struck out."""
    isi = json.loads((FOLDER / "cascading" / f"{nama}.json").read_text(encoding="utf-8"))
    gabungan = [(*letak(awal), *letak(akhir)) for awal, akhir in _rentang(isi["gabungan"])]
    return Lembar(isi["lembar"], isi["baris"], gabungan, dicoret={letak(s) for s in isi["dicoret"]})


def peta_jabatan() -> Fakta:
    """A published cascading per jabatan; its job titles and who is above whom are guesses."""
    isi: Fakta = json.loads((FOLDER / "cascading" / "jabatan.json").read_text(encoding="utf-8"))
    return isi


def _rentang(daftar: list[str]) -> list[tuple[str, str]]:
    return [(awal, akhir) for awal, _, akhir in (satu.partition(":") for satu in daftar)]


def daftar_nomenklatur(berkas: str) -> list[dict[str, str]]:
    """Rows of one version of the official list."""
    with (FOLDER / "nomenklatur" / berkas).open(encoding="utf-8", newline="") as isi:
        return list(csv.DictReader(isi))
