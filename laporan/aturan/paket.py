"""Names of folders and files inside a package of documents. Pure."""

from __future__ import annotations

from collections.abc import Sequence

PANJANG_RUAS = 80
"""Letters of one folder or file name: three of them stay below what Windows takes as a path."""
TERLARANG = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
"""Names that Windows keeps for itself."""


def ruas(nama: str) -> str:
    """A folder or file name (without ending) that every system takes; never empty."""
    bersih = "".join(c if c.isalnum() or c in " -()," else " " for c in nama)
    hasil = " ".join(bersih.split())[:PANJANG_RUAS].strip()
    return f"{hasil} berkas" if hasil.lower() in TERLARANG else hasil or "tanpa nama"


class Penamaan:
    """Paths of one package, each once, whatever the case of their letters."""

    def __init__(self) -> None:
        self._ada: set[str] = set()

    def jalur(self, folder: Sequence[str], nama: str, akhiran: str) -> str:
        """ "Dinas Sosial/IKU/IKU 2025.pdf", with (2) and on where it is taken."""
        depan = "/".join([*map(ruas, folder), ruas(nama)])
        hasil, n = f"{depan}.{akhiran}", 1
        while hasil.casefold() in self._ada:
            n += 1
            hasil = f"{depan} ({n}).{akhiran}"
        self._ada.add(hasil.casefold())
        return hasil

    def folder(self, nama: str) -> str:
        """A folder of its own: two agencies may be called alike."""
        hasil, n = ruas(nama), 1
        while f"{hasil.casefold()}/" in self._ada:
            n += 1
            hasil = f"{ruas(nama)} ({n})"
        self._ada.add(f"{hasil.casefold()}/")
        return hasil
