"""Who speaks in a document and who signs it, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Kop:
    """Letterhead. ``lambang`` is a data: address or empty."""

    pemda: str
    nama: str = ""
    alamat: tuple[str, ...] = ()
    lambang: str = ""


@dataclass(frozen=True, slots=True)
class Penanda:
    """Who signs. ``pembuka`` stands over the jabatan; a kepala daerah has no NIP line."""

    jabatan: str
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    pembuka: str = ""
    kepala_daerah: bool = False


class Berkepala(Protocol):
    """A document with letterhead, title lines and signatures (left the superior)."""

    @property
    def kop(self) -> Kop: ...
    @property
    def judul(self) -> tuple[str, ...]: ...
    @property
    def tempat_tanggal(self) -> str: ...
    @property
    def kiri(self) -> Penanda | None: ...
    @property
    def kanan(self) -> Penanda | None: ...
