"""How somebody looks at documents: year and stage, columns left out and filters per kind of
document, and when each document was last opened.

Kept as JSON with the account. What cannot be read counts as nothing chosen: it is a preference.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kinerja.aturan import ingatan_diagram, kunjungan
from kinerja.aturan.ingatan_diagram import IngatanDiagram
from kinerja.aturan.kunjungan import Kunjungan
from kinerja.aturan.saring import Saring
from kinerja.pilihan import JenisPohon

KOLOM = {"kode": "Kode", "ind": "Indikator", "sat": "Satuan", "pagu": "Pagu"}
"""Columns beside the years that may be left out, by the class of their cells; Uraian stays."""
SEBELUM_TAHUN = ("kode", "ind", "sat")
TAHUN_PALING_BANYAK = 60
"""So many years of a kind of document are remembered."""


@dataclass(frozen=True)
class Tampilan:
    """``tanpa``: by kind of document the columns left out, a year by its number; ``saring``: the
    filters of a kind; ``kunjungan`` and ``diagram`` by primary key of the document, as text.
    """

    tahun: int | None = None
    tahap: str = ""
    tanpa: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    saring: Mapping[str, Saring] = field(default_factory=dict)
    kunjungan: Mapping[str, Kunjungan] = field(default_factory=dict)
    diagram: Mapping[str, IngatanDiagram] = field(default_factory=dict)

    @classmethod
    def baca(cls, isi: Any) -> Tampilan:
        """From what was stored."""
        isi = isi if isinstance(isi, dict) else {}
        tahun, tahap = isi.get("tahun"), isi.get("tahap")
        tanpa = isi.get("tanpa")
        return cls(
            tahun if isinstance(tahun, int) else None,
            tahap if isinstance(tahap, str) else "",
            _tanpa(tanpa if isinstance(tanpa, dict) else {}),
            _saring(isi.get("saring")),
            kunjungan.baca_semua(isi.get("kunjungan")),
            ingatan_diagram.baca_semua(isi.get("diagram")),
        )

    def simpanan(self) -> dict[str, Any]:
        """What is stored; nothing chosen is empty."""
        tanpa = {jenis: list(kolom) for jenis, kolom in self.tanpa.items()}
        isi: dict[str, Any] = {"tahun": self.tahun, "tahap": self.tahap, "tanpa": tanpa}
        isi |= {"saring": {jenis: satu.kueri() for jenis, satu in self.saring.items() if satu}}
        isi |= {"kunjungan": {k: satu.simpanan() for k, satu in self.kunjungan.items()}}
        isi |= {"diagram": {k: satu.simpanan() for k, satu in self.diagram.items()}}
        return {nama: nilai for nama, nilai in isi.items() if nilai}

    def muat(self, panjang: int) -> Tampilan:
        """As it fits into so many letters of JSON: what is of single documents makes room."""
        if len(json.dumps(self.simpanan())) <= panjang:
            return self
        tanpa_diagram = replace(self, diagram={})
        if len(json.dumps(tanpa_diagram.simpanan())) <= panjang:
            return tanpa_diagram
        return replace(tanpa_diagram, kunjungan={})

    def memilih(self, jenis: str, kolom: Sequence[str], dipakai: Iterable[str]) -> Tampilan:
        """With the columns ``dipakai`` shown of ``kolom``, those of a document of this kind.

        What was said about years of other documents stays.
        """
        lain = [k for k in self.tanpa.get(jenis, ()) if k not in kolom]
        baru = [k for k in kolom if k not in set(dipakai)]
        return replace(self, tanpa={**self.tanpa, jenis: (*lain, *baru)[-TAHUN_PALING_BANYAK:]})

    def menyaring(self, jenis: str, saring: Saring) -> Tampilan:
        """With these filters for documents of a kind."""
        return replace(self, saring={**self.saring, jenis: saring.ingatan})

    def berkunjung(self, kunci: str, kini: Kunjungan) -> Tampilan:
        return replace(self, kunjungan=kunjungan.dengan(self.kunjungan, kunci, kini))

    def menggambar(self, kunci: str, kini: IngatanDiagram) -> Tampilan:
        return replace(self, diagram=ingatan_diagram.dengan(self.diagram, kunci, kini))


@dataclass(frozen=True)
class PilihanKolom:
    """The columns of one document: ``butir`` lists (key, words, shown)."""

    butir: tuple[tuple[str, str, bool], ...]
    kelas: str

    @property
    def tersembunyi(self) -> int:
        return sum(not tampak for _, _, tampak in self.butir)


def daftar_kolom(daftar_tahun: Iterable[int]) -> tuple[str, ...]:
    """Keys of all columns that may be left out, in the order of the table."""
    return (*SEBELUM_TAHUN, *map(str, daftar_tahun), "pagu")


def pilihan_kolom(tampilan: Tampilan, jenis: str, daftar_tahun: Sequence[int]) -> PilihanKolom:
    """What of a document is shown; the classes are those of static/css/pohon-kolom.css."""
    tanpa = set(tampilan.tanpa.get(jenis, ()))
    nama = KOLOM | ({"pagu": "Peran"} if jenis == JenisPohon.POHON_KINERJA else {})
    butir = tuple((k, nama.get(k, k), k not in tanpa) for k in daftar_kolom(daftar_tahun))
    kelas = [f"t{sum(str(t) not in tanpa for t in daftar_tahun)}"]
    kelas += [f"tanpa-{k}" for k in KOLOM if k in tanpa]
    kelas += [f"tanpa-y{n}" for n, t in enumerate(daftar_tahun, start=1) if str(t) in tanpa]
    return PilihanKolom(butir, " ".join(kelas))


def _tanpa(isi: Mapping[Any, Any]) -> dict[str, tuple[str, ...]]:
    return {
        jenis: tuple(k for k in daftar if isinstance(k, str))
        for jenis, daftar in isi.items()
        if jenis in JenisPohon.values and isinstance(daftar, list)
    }


def _saring(isi: Any) -> dict[str, Saring]:
    isi = isi if isinstance(isi, dict) else {}
    ada = {j: satu for j, satu in isi.items() if j in JenisPohon.values and isinstance(satu, dict)}
    return {jenis: Saring.baca(satu) for jenis, satu in ada.items()}
