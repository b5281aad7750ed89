"""A package of documents in a child process: ``python -m laporan.buat_paket JENIS IN OUT KERTAS
[PID]``, the arguments of ``laporan.buat``.

This child reads the database. What it prints goes into the render cache at once: whoever kills it
loses the zip under construction and nothing else.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from laporan.sinyal import ikut_mati


def jalankan(jenis: str, masuk: str, keluar: str, kertas: str, induk: str = "") -> int:
    """The child's whole life."""
    if induk:
        ikut_mati(int(induk))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from laporan.evaluasi.susun_paket import PesananPaket, tulis_paket

    pesanan = PesananPaket.dari_json(Path(masuk).read_text(encoding="utf-8"))
    tulis_paket(pesanan, Path(keluar), _lapor)
    return 0


def _lapor(persen: int) -> None:
    sys.stdout.write(f"{persen}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(jalankan(*sys.argv[1:6]))
