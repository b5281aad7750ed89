"""What a box is tied to, as cells of its row: positions by their part, agencies, labels.

One name a line. A name that two records share is told apart by a number behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kinerja.aturan.teks import kunci
from kinerja.impor.potret import Potret
from kinerja.models.perubahan import Isi, Kunci
from kinerja.pilihan import PeranTugas

JABATAN = {
    "penanggung_jawab": str(PeranTugas.PENANGGUNG_JAWAB),
    "pelaksana": str(PeranTugas.PELAKSANA),
    "pendukung": str(PeranTugas.PENDUKUNG),
}
"""Column -> part of a position."""
TABEL = dict.fromkeys(JABATAN, "penugasan") | {"lembaga": "pengampu", "label": "label"}
"""Column -> table of the tree."""


@dataclass
class NamaIkatan:
    """The names of one table's records, each once, and back."""

    nama: Mapping[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        dipakai: dict[str, int] = {}
        self.tampil: dict[int, str] = {}
        for pk, nama in sorted(self.nama.items()):
            rapi = " ".join(nama.split())
            ke = dipakai[kunci(rapi)] = dipakai.get(kunci(rapi), 0) + 1
            self.tampil[pk] = rapi if ke == 1 else f"{rapi} ({ke})"
        self.dari = {kunci(teks): pk for pk, teks in self.tampil.items()}


class Ikatan:
    """The ties of a document's boxes: as texts, and from texts."""

    def __init__(self, potret: Potret) -> None:
        self.potret = potret
        self.nama = {tabel: NamaIkatan(potret.nama.get(tabel, {})) for tabel in TABEL.values()}
        self._milik: dict[str, dict[str, list[str]]] = {}
        for kolom, tabel in TABEL.items():
            for (uid, pk), isi in potret.baris[tabel].items():
                if _sekolom(kolom, isi) and pk in self.nama[tabel].tampil:
                    tempat = self._milik.setdefault(str(uid), {})
                    tempat.setdefault(kolom, []).append(self.nama[tabel].tampil[pk])

    def teks(self, uid: str) -> dict[str, str]:
        """The cells of a box, by column."""
        milik = self._milik.get(uid, {})
        return {kolom: "\n".join(sorted(milik.get(kolom, ()))) for kolom in TABEL}

    def baca(self, kolom: str, teks: str) -> tuple[set[int], list[str]]:
        """The records that a cell names, and the lines that name none."""
        dari = self.nama[TABEL[kolom]].dari
        baris = [b for b in (b.strip() for b in teks.split("\n")) if b]
        pk = {dari[kunci(b)] for b in baris if kunci(b) in dari}
        return pk, [b for b in baris if kunci(b) not in dari]

    def kini(self, kolom: str, uid: str) -> set[int]:
        """The records that the document has there."""
        baris = self.potret.baris[TABEL[kolom]]
        return {pk for (u, pk), isi in baris.items() if u == uid and _sekolom(kolom, isi)}

    def daftar(self, tabel: str) -> list[str]:
        """All names of a table, for the list of choices."""
        return sorted(self.nama[tabel].tampil.values())


def _sekolom(kolom: str, isi: Isi) -> bool:
    return kolom not in JABATAN or isi.get("peran") == JABATAN[kolom]


def perubahan_ikatan(
    tabel: str, uid: str, kini: Mapping[int, Isi], jadi: Mapping[int, Isi]
) -> Iterable[tuple[Kunci, Isi | None, Isi | None]]:
    """(key, before, after) of each row that differs; what goes comes first."""
    for pk in sorted(kini.keys() - jadi.keys()):
        yield (uid, pk), kini[pk], None
    for pk in sorted(jadi):
        if kini.get(pk) != jadi[pk]:
            yield (uid, pk), kini.get(pk), jadi[pk]
