"""Fingerprints of folders, for steps that are skipped while their input has not changed."""

import hashlib
from pathlib import Path


def sidik_folder(folder: Path, *, tambahan: str = "") -> str:
    """SHA-256 over names and contents of all files below ``folder``."""
    jumlah = hashlib.sha256(tambahan.encode())
    for jalur in sorted(satu for satu in folder.rglob("*") if satu.is_file()):
        jumlah.update(str(jalur.relative_to(folder)).encode() + b"\0")
        jumlah.update(hashlib.sha256(jalur.read_bytes()).digest())
    return jumlah.hexdigest()
