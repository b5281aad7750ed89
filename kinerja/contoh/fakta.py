"""The facts of the demo, read from ``fixtures/``: one real document and the official names."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "fixtures"
Fakta = dict[str, Any]


def dokumen() -> Fakta:
    """What the agency's published document says, typing errors included."""
    isi: Fakta = json.loads((FOLDER / "kotim-2025.json").read_text(encoding="utf-8"))
    return isi


def daftar_nomenklatur(berkas: str) -> list[dict[str, str]]:
    """Rows of one version of the official list."""
    with (FOLDER / "nomenklatur" / berkas).open(encoding="utf-8", newline="") as isi:
        return list(csv.DictReader(isi))
