"""Certificates that electronic signatures are trusted by: files in a folder of the settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from pyhanko.keys import load_certs_from_pemder


def jangkar_tte() -> list[Any]:
    """Every certificate (.pem, .crt, .cer) of TTE_JANGKAR; none when it is not set."""
    folder = Path(settings.TTE_JANGKAR) if settings.TTE_JANGKAR else None
    if folder is None or not folder.is_dir():
        return []
    berkas = [b for b in sorted(folder.iterdir()) if b.suffix in (".pem", ".crt", ".cer")]
    return list(load_certs_from_pemder([str(b) for b in berkas]))
