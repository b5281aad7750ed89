"""Demo data of higher rooms: each registers a function from its AppConfig, in load order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.models import Pengguna, PerangkatDaerah

Pemuat = Callable[["Mapping[str, PerangkatDaerah]", "Mapping[str, Pengguna]", datetime], None]
"""(agencies by kode, accounts by username, now): adds what is missing, nothing else."""
_DAFTAR: dict[str, Pemuat] = {}


def daftarkan(nama: str, pemuat: Pemuat) -> None:
    _DAFTAR[nama] = pemuat


def muat_lanjutan(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    for pemuat in _DAFTAR.values():
        pemuat(milik, akun, pada)
