"""The values of one indicator in one year, side by side with its targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from kinerja.aturan.angka import Nilai
from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.capaian import Capaian
from kinerja.aturan.kumulatif import capaian_sampai, capaian_setahun, temuan_seri, terisi
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import Agregasi, Arah


class CapaianTriwulan(NamedTuple):
    """What is kept beside a realisasi: up to the quarter, of the year, and why or how."""

    capaian: Decimal | None
    setahun: Decimal | None
    keterangan: str


@dataclass(frozen=True)
class Seri:
    """``realisasi`` and ``target`` by quarter, ``setahun`` the target of the year, ``cara`` how
    each quarter was typed.
    """

    arah: str = Arah.NAIK
    agregasi: str = Agregasi.AKHIR
    realisasi: Mapping[int, Nilai] = field(default_factory=dict)
    cara: Mapping[int, str] = field(default_factory=dict)
    target: Mapping[int, Nilai] = field(default_factory=dict)
    setahun: Nilai | None = None

    def sampai(self, triwulan: int, aturan: AturanUkur) -> Capaian:
        """Up to a quarter against the targets of the same quarters."""
        return capaian_sampai(
            triwulan, self.realisasi, self.target, self.setahun, agregasi=self.agregasi,
            arah=self.arah, cara_ketik=self.cara, cara=aturan.cara_turun, skala=aturan.skala,
        )  # fmt: skip

    def terhadap_setahun(self, triwulan: int, aturan: AturanUkur) -> Capaian:
        """Up to a quarter against the target of the year."""
        return capaian_setahun(
            triwulan, self.realisasi, self.setahun, agregasi=self.agregasi, arah=self.arah,
            cara_ketik=self.cara, cara=aturan.cara_turun, skala=aturan.skala,
        )  # fmt: skip

    def capaian(self, aturan: AturanUkur) -> dict[int, CapaianTriwulan]:
        """What each filled quarter keeps."""
        hasil = {}
        for n in terisi(self.realisasi):
            sampai = self.sampai(n, aturan)
            tahun = self.terhadap_setahun(n, aturan).nilai
            hasil[n] = CapaianTriwulan(sampai.nilai, tahun, sampai.rumus or sampai.sebab)
        return hasil

    def temuan(self) -> list[Temuan]:
        return temuan_seri(self.realisasi, self.cara, self.agregasi)
