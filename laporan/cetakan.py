"""One printing: what is asked, its place in the cache, its making in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from laporan import tembolok
from laporan.jenis_cetak import DAFTAR

PANJANG_NAMA = 150
"""What tells two prints apart stands first, so that cutting takes the rest."""


class BerkasCetak(Protocol):
    """What is printed: plain data with one canonical text."""

    def ke_json(self) -> str: ...


@dataclass(frozen=True)
class Cetakan:
    """A document ready to be printed; equal ones share one file.

    ``jenis`` is a key of ``jenis_cetak.DAFTAR``; ``nama`` the file's name without extension;
    ``kembali`` the address of the page that the print was asked on.
    """

    jenis: str
    naskah: BerkasCetak
    kertas: str
    akhiran: str
    nama: str
    kembali: str = ""

    @property
    def nama_berkas(self) -> str:
        return f"{_aman(self.nama)[:PANJANG_NAMA].strip()}.{self.akhiran}"

    @cached_property
    def isi(self) -> str:
        return self.naskah.ke_json()

    @cached_property
    def kunci(self) -> str:
        return tembolok.kunci(self.isi, self.jenis, self.akhiran, self.kertas)

    @property
    def parameter(self) -> dict[str, Any]:
        """What a job keeps of the request; the input itself lies in the cache."""
        return {"kertas": self.kertas, "akhiran": self.akhiran, "kembali": self.kembali}

    def berkas(self) -> Path | None:
        """The finished file, if it has been made before."""
        return tembolok.ada(self.kunci, self.akhiran)

    def buat(self, kemajuan: Callable[[int], None] | None = None) -> Path:
        """Make it here and now (commands); pages go through a job."""
        isi = DAFTAR[self.jenis].buat(self.naskah, self.kertas, self.akhiran, kemajuan)
        return tembolok.simpan(self.kunci, self.akhiran, isi)


def _aman(nama: str) -> str:
    """A file name that every system takes."""
    bersih = "".join(c if c.isalnum() or c in " -().," else " " for c in nama)
    return " ".join(bersih.split())
