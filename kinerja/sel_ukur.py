"""The cells of the grid of a quarter, each knowing what stands in it and beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.capaian import Capaian, persen, teks
from kinerja.aturan.kumulatif import jatuh_tempo, kumulatif, per_triwulan, sebutan_frekuensi
from kinerja.aturan.lembar import baca_lembar
from kinerja.aturan.pita import Pita, merah, pita, serapan
from kinerja.aturan.seri import Seri
from kinerja.models import Indikator, Realisasi, RealisasiAnggaran, Simpul
from kinerja.pilihan import Agregasi


class BarisUang(Protocol):
    """Money of a quarter: how it was typed, and how much."""

    @property
    def cara(self) -> str: ...
    @property
    def nilai(self) -> int | None: ...


def jumlah_uang(baris: Mapping[int, BarisUang], triwulan: int) -> int | None:
    """Rupiah since January: what was typed cumulatively holds what came before."""
    hasil: int | None = None
    for n in sorted(baris):
        if n <= triwulan and baris[n].nilai is not None:
            bersama = baris[n].cara == "KUMULATIF"
            hasil = (baris[n].nilai or 0) + (0 if bersama else hasil or 0)
    return hasil


@dataclass
class SelUang:
    """Money of a box in the quarter: ``kini`` as typed, ``sampai`` since January, in rupiah."""

    simpul: Simpul
    pagu: int | None
    baris: dict[int, RealisasiAnggaran]
    triwulan: int
    isi: str | None = None
    galat: str = ""

    @property
    def medan(self) -> str:
        """The name of its field in the grid."""
        return f"a-{self.simpul.uid}"

    @property
    def kini(self) -> str:
        satu = self.baris.get(self.triwulan)
        return satu.mentah if satu else ""

    @property
    def sampai(self) -> int | None:
        return jumlah_uang(self.baris, self.triwulan)

    @property
    def serapan(self) -> Capaian:
        return serapan(self.sampai, self.pagu)


@dataclass
class SelNilai:
    """One indicator in the quarter, with its series of the year."""

    indikator: Indikator
    seri: Seri
    baris: dict[int, Realisasi]
    triwulan: int
    aturan: AturanUkur
    isi: str | None = None
    galat: str = ""

    @property
    def medan(self) -> str:
        """The name of its field in the grid."""
        return f"r-{self.indikator.uid}"

    @property
    def ini(self) -> Realisasi | None:
        return self.baris.get(self.triwulan)

    @property
    def kini(self) -> str:
        return self.ini.mentah if self.ini else ""

    @property
    def jatuh_tempo(self) -> bool:
        return jatuh_tempo(self.indikator.frekuensi, self.triwulan)

    @property
    def dihitung(self) -> bool:
        """The value comes from variables, which are filled on the indicator's page."""
        return baca_lembar(self.indikator.lembar).dihitung

    @property
    def frekuensi(self) -> str:
        return sebutan_frekuensi(self.indikator.frekuensi)

    @property
    def target(self) -> str:
        nilai = self.seri.target.get(self.triwulan)
        return nilai.mentah if nilai else ""

    @property
    def setahun(self) -> str:
        return self.seri.setahun.mentah if self.seri.setahun else ""

    @property
    def bacaan_lain(self) -> str:
        """The other reading of a sum: since January, or of the quarter alone."""
        if self.indikator.agregasi != Agregasi.JUMLAH or self.ini is None:
            return ""
        bersama = self.ini.cara == "KUMULATIF"
        deret = (per_triwulan if bersama else kumulatif)(
            self.seri.realisasi, self.seri.cara, self.indikator.agregasi
        )
        nilai = deret.get(self.triwulan)
        kata = "triwulan ini" if bersama else "s.d. triwulan ini"
        return f"{teks(nilai.angka)} {kata}" if nilai and nilai.angka is not None else ""

    @property
    def capaian(self) -> str:
        return persen(self.ini.capaian) if self.ini and self.ini.capaian is not None else ""

    @property
    def pita(self) -> Pita | None:
        return pita(self.ini.capaian, self.aturan.pita) if self.ini else None

    @property
    def perlu_catatan(self) -> bool:
        satu = self.ini
        return satu is not None and merah(satu.capaian, self.aturan.pita) and not satu.hambatan

    @property
    def temuan(self) -> list[str]:
        return [t.pesan for t in self.seri.temuan()]


@dataclass
class KotakUkur:
    """A box with what is measured on it; ``terbuka``: the reader may type here now."""

    simpul: Simpul
    nilai: list[SelNilai] = field(default_factory=list)
    uang: SelUang | None = None
    terbuka: bool = False
