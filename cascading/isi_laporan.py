"""A document with what was planned and reached of it: what the reports of performance print. Pure.

Money stands on the lowest level and is added up here, quarter by quarter; what was typed
cumulatively has been split into quarters before (``baca_laporan``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from kinerja.aturan.angka import Nilai, baca_target, format_angka
from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.capaian import Capaian, hitung, persen
from kinerja.aturan.kumulatif import gabung, per_triwulan, sampai, target_kumulatif
from kinerja.aturan.pita import serapan
from kinerja.aturan.seri import Seri
from kinerja.pilihan import Agregasi, CaraKetik, JenisNilai

SETAHUN = 4
"""The quarter up to which a whole year is measured."""


@dataclass(frozen=True, slots=True)
class CatatanUkur:
    """What was written beside a value."""

    hambatan: str = ""
    faktor_pendukung: str = ""
    solusi: str = ""
    tindak_lanjut: str = ""
    sementara: bool = False
    tahun_data: int | None = None

    @property
    def sebutan(self) -> tuple[str, ...]:
        """What must be known to read the number itself."""
        kata = ["angka sementara"] if self.sementara else []
        return (*kata, *([f"data tahun {self.tahun_data}"] if self.tahun_data else []))


@dataclass(frozen=True)
class IndikatorLaporan:
    """One indicator: ``seri`` by year, ``catatan`` and ``bukti`` of the year by quarter."""

    teks: str
    satuan: str = ""
    frekuensi: str = "TRIWULANAN"
    utama: bool = False
    seri: Mapping[int, Seri] = field(default_factory=dict)
    catatan: Mapping[int, CatatanUkur] = field(default_factory=dict)
    bukti: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def di(self, tahun: int) -> Seri:
        return self.seri.get(tahun, Seri())

    def target(self, tahun: int, triwulan: int = 0) -> str:
        """As typed; 0 is the year."""
        seri = self.di(tahun)
        return tulis_nilai(seri.target.get(triwulan) if triwulan else seri.setahun)

    def triwulanan(self, tahun: int) -> dict[int, Nilai]:
        """Values of each quarter alone, also where they were typed cumulatively."""
        seri = self.di(tahun)
        return per_triwulan(seri.realisasi, seri.cara, seri.agregasi)

    def realisasi(self, tahun: int, triwulan: int = SETAHUN) -> Nilai | None:
        """What the filled quarters up to one come to, by the indicator's agregasi."""
        seri = self.di(tahun)
        return gabung(sampai(self.triwulanan(tahun), triwulan), seri.agregasi)

    def target_triwulanan(self, tahun: int) -> Mapping[int, Nilai]:
        """Targets of each quarter alone; of a sum also where they were typed cumulatively."""
        seri = self.di(tahun)
        if seri.agregasi == Agregasi.JUMLAH and target_kumulatif(seri.target, seri.setahun):
            return per_triwulan(seri.target, CaraKetik.KUMULATIF, seri.agregasi)
        return seri.target

    def target_sampai(self, tahun: int, triwulan: int) -> Nilai | None:
        """What the targets of the quarters up to one come to."""
        semua = sampai(self.target_triwulanan(tahun), triwulan)
        return gabung(semua, self.di(tahun).agregasi)

    def capaian_triwulan(self, tahun: int, triwulan: int, aturan: AturanUkur) -> Capaian:
        """The quarter alone against its own target."""
        return hitung(
            self.triwulanan(tahun).get(triwulan), self.target_triwulanan(tahun).get(triwulan),
            arah=self.di(tahun).arah, cara=aturan.cara_turun, skala=aturan.skala,
        )  # fmt: skip

    def capaian_sampai(self, tahun: int, triwulan: int, aturan: AturanUkur) -> Capaian:
        return self.di(tahun).sampai(triwulan, aturan)

    def capaian_setahun(self, tahun: int, aturan: AturanUkur) -> Capaian:
        return self.di(tahun).terhadap_setahun(SETAHUN, aturan)


@dataclass(frozen=True, slots=True)
class AksiLaporan:
    """A line of the action plan: what is done, in what steps, what each quarter brings."""

    uraian: str
    sub: str = ""
    triwulan: tuple[str, ...] = ("", "", "", "")
    penanggung_jawab: str = ""
    id: int = 0


@dataclass(frozen=True)
class KotakLaporan:
    """One box in tree order. ``pagu`` and ``uang`` (rupiah by year, then quarter alone) are sums
    of what stands below it; ``rencana`` is the money of a Renstra by year.
    """

    id: int
    uid: str
    induk: int | None
    jenjang: str
    kode: str
    sebutan: str
    indikator: tuple[IndikatorLaporan, ...] = ()
    pagu: int | None = None
    uang: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    penanggung_jawab: str = ""
    aksi: tuple[AksiLaporan, ...] = ()
    rencana: Mapping[int, int] = field(default_factory=dict)

    def terpakai(self, tahun: int, triwulan: int = SETAHUN) -> int | None:
        """Money spent since January; None where nothing was written."""
        return jumlah_sampai(self.uang.get(tahun, {}), triwulan)

    def serapan(self, tahun: int, triwulan: int = SETAHUN) -> Capaian:
        return serapan(self.terpakai(tahun, triwulan), self.pagu)


@dataclass(frozen=True)
class IsiLaporan:
    """A document in one year, with the other years of its periode beside it. ``akar`` holds the
    money of all of it.
    """

    tahun: int
    daftar_tahun: tuple[int, ...]
    kotak: tuple[KotakLaporan, ...]
    akar: KotakLaporan
    aturan: AturanUkur = field(default_factory=AturanUkur)

    @cached_property
    def tahun_lalu(self) -> tuple[int, ...]:
        return tuple(t for t in self.daftar_tahun if t < self.tahun)


def jumlah_sampai(per_triwulan: Mapping[int, int], triwulan: int) -> int | None:
    ada = [n for masa, n in per_triwulan.items() if masa <= triwulan]
    return sum(ada) if ada else None


def jumlahkan_uang(
    susunan: Sequence[tuple[int, int | None]], milik: Mapping[int, Mapping[int, Mapping[int, int]]]
) -> dict[int, dict[int, dict[int, int]]]:
    """Money by box, year and quarter with all that stands below; ``susunan``: (box, box above) in
    tree order. Boxes without any are left out.
    """
    hasil: dict[int, dict[int, dict[int, int]]] = {}
    for kotak, induk in reversed(susunan):
        if kotak in milik:
            _tambahkan(hasil.setdefault(kotak, {}), milik[kotak])
        if kotak in hasil and induk is not None:
            _tambahkan(hasil.setdefault(induk, {}), hasil[kotak])
    return hasil


def _tambahkan(ke: dict[int, dict[int, int]], dari: Mapping[int, Mapping[int, int]]) -> None:
    for tahun, triwulan in dari.items():
        tempat = ke.setdefault(tahun, {})
        for n, rupiah in triwulan.items():
            tempat[n] = tempat.get(n, 0) + rupiah


def tulis_persen(nilai: Decimal | None) -> str:
    """ "93,59%", "" where there is none."""
    return "" if nilai is None else persen(nilai)


def tulis_nilai(nilai: Nilai | None) -> str:
    """A value as it is printed: numbers in Indonesian form with the decimals typed, "" for none."""
    if nilai is None or nilai.jenis == JenisNilai.KOSONG:
        return ""
    if nilai.jenis != JenisNilai.ANGKA or nilai.angka is None:
        return nilai.mentah
    tertulis = baca_target(nilai.mentah).nilai.angka
    return format_angka(tertulis if tertulis == nilai.angka else nilai.angka.normalize())
