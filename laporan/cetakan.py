"""One printing: what is asked, its place in the cache, its making in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from laporan import tembolok
from laporan.buat import buat
from laporan.naskah_cascading import Pesanan, naskah_cascading
from laporan.pdf.naskah import Naskah

AKHIRAN = ("pdf", "xlsx")

PANJANG_NAMA = 150
"""What tells two prints apart stands first, so that cutting takes the rest."""


@dataclass(frozen=True)
class Cetakan:
    """A document ready to be printed; equal ones share one file."""

    naskah: Naskah
    kertas: str
    akhiran: str
    nama_berkas: str
    pohon: int

    @classmethod
    def cascading(cls, pesanan: Pesanan, *, kertas: str, akhiran: str, pada: date) -> Cetakan:
        naskah = naskah_cascading(pesanan, pada=pada)
        pohon = pesanan.pohon
        edisi = f"edisi {pohon.edisi}" if pohon.edisi > 1 else ""
        kepala = _aman(f"Cascading {pesanan.daftar.nama} {kertas} {edisi} {pohon.judul}")
        nama = f"{kepala} {_aman(' '.join(naskah.judul[1:]))}"[:PANJANG_NAMA].strip()
        return cls(naskah, kertas, akhiran, f"{nama}.{akhiran}", pohon.pk)

    @cached_property
    def isi(self) -> str:
        return self.naskah.ke_json()

    @cached_property
    def kunci(self) -> str:
        return tembolok.kunci(self.isi, self.akhiran, self.kertas)

    @property
    def parameter(self) -> dict[str, Any]:
        """What a job keeps of the request; the input itself lies in the cache."""
        return {"pohon": self.pohon, "kertas": self.kertas, "akhiran": self.akhiran}

    def berkas(self) -> Path | None:
        """The finished file, if it has been made before."""
        return tembolok.ada(self.kunci, self.akhiran)

    def buat(self, kemajuan: Callable[[int], None] | None = None) -> Path:
        """Make it here and now (commands); pages go through a job."""
        isi = buat(self.naskah, self.kertas, self.akhiran, kemajuan)
        return tembolok.simpan(self.kunci, self.akhiran, isi)


def _aman(nama: str) -> str:
    """A file name that every system takes."""
    bersih = "".join(c if c.isalnum() or c in " -().," else " " for c in nama)
    return " ".join(bersih.split())
