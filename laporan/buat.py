"""Naskah -> bytes in a child process: ``python -m laporan.buat JENIS IN OUT KERTAS [PID]``.

The child knows no database: input and output are files, progress goes to standard output as one
number per line, a reason for the user to standard error. Told the PID of its parent, it dies with
that one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kinerja.gambar.ukur_teks import HurufTidakAda
from laporan.jenis_cetak import DAFTAR
from laporan.sinyal import ikut_mati

GAGAL_BERSEBAB = 3
"""Exit status when standard error holds a sentence for the user."""


def jalankan(jenis: str, masuk: str, keluar: str, kertas: str, induk: str = "") -> int:
    """The child's whole life."""
    if induk:
        ikut_mati(int(induk))
    akhiran = keluar.rpartition(".")[2]
    cetak = DAFTAR[jenis]
    naskah = cetak.dari_json(Path(masuk).read_text(encoding="utf-8"))
    try:
        isi = cetak.buat(naskah, kertas, akhiran, _lapor)
    except HurufTidakAda as galat:
        sys.stderr.write(str(galat))
        return GAGAL_BERSEBAB
    sementara = Path(f"{keluar}.tmp")
    sementara.write_bytes(isi)
    sementara.replace(keluar)
    return 0


def _lapor(persen: int) -> None:
    sys.stdout.write(f"{persen}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(jalankan(*sys.argv[1:6]))
