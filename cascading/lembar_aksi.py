"""The action plan of a year as a page: boxes, targets of the quarters, actions, check lines."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from cascading.baca_laporan import baca_laporan
from cascading.isi_laporan import IsiLaporan, KotakLaporan
from cascading.renaksi import JENJANG, beda_setahun
from kinerja.models import Pohon, Riwayat
from kinerja.pilihan import Jenjang

TRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True)
class BarisIndikator:
    """An indicator with its targets as typed and what does not agree."""

    teks: str
    satuan: str
    setahun: str
    triwulan: tuple[str, ...]
    beda: tuple[str, ...]


@dataclass(frozen=True)
class KotakAksi:
    """A box; ``boleh``: the reader writes its actions."""

    kotak: KotakLaporan
    indikator: tuple[BarisIndikator, ...]
    boleh: bool

    @property
    def jenjang(self) -> str:
        return str(Jenjang(self.kotak.jenjang).label)


@dataclass(frozen=True)
class LembarAksi:
    """``terakhir`` is the last change of an action of this agency, to be undone."""

    tahun: int
    daftar_tahun: tuple[int, ...]
    kotak: list[KotakAksi]
    terakhir: Riwayat | None

    @property
    def banyak_beda(self) -> int:
        return sum(len(i.beda) for k in self.kotak for i in k.indikator)

    @property
    def boleh(self) -> bool:
        return any(k.boleh for k in self.kotak)


def lembar_aksi(pohon: Pohon, tahun: int, *, boleh: Collection[int] | None) -> LembarAksi:
    """``boleh``: boxes that the reader writes, None for all."""
    isi = baca_laporan(pohon, tahun)
    kotak = [
        KotakAksi(k, tuple(_indikator(isi, k)), boleh is None or k.id in boleh)
        for k in isi.kotak
        if k.jenjang in JENJANG
    ]
    terakhir = Riwayat.objects.filter(
        perangkat_daerah=pohon.perangkat_daerah_id, pohon=None, perubahan__0__jenis="rencanaaksi"
    ).select_related("oleh")
    return LembarAksi(tahun, isi.daftar_tahun, kotak, terakhir.order_by("-nomor").first())


def _indikator(isi: IsiLaporan, k: KotakLaporan) -> list[BarisIndikator]:
    return [
        BarisIndikator(
            i.teks, i.satuan, i.target(isi.tahun),
            tuple(i.target(isi.tahun, n) for n in TRIWULAN), beda_setahun(i, isi.tahun),
        )
        for i in k.indikator
    ]  # fmt: skip
