"""The dashboard of a pemda: agency by quarter, added up by the database in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.capaian import persen
from kinerja.aturan.dasbor import (
    JENJANG,
    TRIWULAN,
    Capai,
    Serap,
    Terlambat,
    Uang,
    jumlah_capai,
    jumlah_uang,
    kata_serapan,
    terlambat,
)
from kinerja.aturan.jenjang import label
from kinerja.aturan.pita import Pita, pita
from kinerja.dasbor_lembaga import aturan_pemda, baca_jendela
from kinerja.gambar.kisi import Sel, kisi
from kinerja.models import Pengukuran, PerangkatDaerah, Pohon
from kinerja.pilihan import StatusPengukuran
from kinerja.ringkasan_dokumen import RingkasanDokumen, ringkasan_dokumen
from kinerja.tertunda import Tertunda, tertunda

DRAF = StatusPengukuran.DRAF
URUT = ("nama", "capaian", "serapan", "terlambat")
KOLOM = ("TW I", "TW II", "TW III", "TW IV")


class Isi(NamedTuple):
    """One cell of the heat maps: values and money of an agency in a quarter."""

    capai: Capai
    pita: Pita | None
    uang: Uang
    serap: Serap | None


@dataclass(frozen=True)
class BarisLembaga:
    """An agency: ``triwulan`` are its four quarters, ``kini`` the one on the page."""

    lembaga: PerangkatDaerah
    triwulan: tuple[Isi, ...]
    kini: Isi
    terlambat: list[tuple[Pohon, int, Terlambat]]
    lain: list[Tertunda]

    @property
    def banyak_terlambat(self) -> int:
        return len(self.terlambat) + len(self.lain)


@dataclass
class DasborPemda:
    """Everything of the page."""

    pemda: PerangkatDaerah
    tahun: int
    triwulan: int
    aturan: AturanUkur
    urut: str
    baris: list[BarisLembaga]
    jenjang: list[tuple[str, Capai, Pita | None]]
    seluruh: Capai
    uang: Uang

    @property
    def batas(self) -> str:
        return "" if self.aturan.batas is None else persen(self.aturan.batas)

    @property
    def pita(self) -> Pita | None:
        return pita(self.seluruh.rata.nilai, self.aturan.pita)

    @cached_property
    def terlambat(self) -> list[BarisLembaga]:
        return [b for b in self.baris if b.banyak_terlambat]

    @property
    def kisi_capaian(self) -> str:
        return self._kisi("Rata-rata capaian", _sel_capaian)

    @property
    def kisi_serapan(self) -> str:
        return self._kisi("Serapan anggaran", _sel_serapan)

    def _kisi(self, apa: str, sel: Callable[[Isi], Sel]) -> str:
        isi = [(b.lembaga.nama, [sel(i) for i in b.triwulan]) for b in self.baris]
        judul = f"{apa} tiap perangkat daerah menurut triwulan {self.tahun}"
        return kisi(isi, KOLOM, f"{judul}; angkanya ada di tabel di bawah")


def _sel_capaian(isi: Isi) -> Sel:
    if isi.pita:
        return Sel(isi.capai.tampil, isi.pita.nama, isi.pita.rupa)
    return Sel("–", "tidak diukur" if not isi.capai.wajib else "belum ada")


def _sel_serapan(isi: Isi) -> Sel:
    if isi.serap:
        return Sel(isi.uang.serapan.tampil, isi.serap.kata, isi.serap.rupa)
    return Sel("–", "tanpa pagu" if isi.uang.pagu is None else "belum diisi")


def dasbor_pemda(
    pemda: PerangkatDaerah, daftar: Sequence[PerangkatDaerah], dokumen: Sequence[Pohon], *,
    tahun: int, triwulan: int, hari: date, urut: str = "nama",
) -> DasborPemda:  # fmt: skip
    """``daftar`` are the agencies that the reader sees, ``dokumen`` theirs of the year."""
    aturan = aturan_pemda(pemda)
    angka = ringkasan_dokumen(dokumen, tahun, aturan)
    semua = Pengukuran.objects.filter(pohon__in=dokumen, tahun=tahun)
    status = {(p, n): s for p, n, s in semua.values_list("pohon", "triwulan", "status")}
    jendela, lain = baca_jendela(pemda, tahun), tertunda([p.pk for p in daftar], tahun, hari)
    milik: dict[int, list[Pohon]] = defaultdict(list)
    for p in dokumen:
        milik[p.perangkat_daerah_id].append(p)
    baris = []
    for satu in daftar:
        isi = tuple(_isi([angka[p.pk] for p in milik[satu.pk]], n, aturan) for n in TRIWULAN)
        masa = ((p, n, angka[p.pk].masa(tahun, n, status.get((p.pk, n), DRAF), jendela.get(n)))
                for p in milik[satu.pk] for n in TRIWULAN)  # fmt: skip
        lewat = [(p, n, t) for p, n, m in masa if (t := terlambat(m, hari))]
        baris.append(BarisLembaga(satu, isi, isi[triwulan - 1], lewat, lain[satu.pk]))
    return DasborPemda(
        pemda, tahun, triwulan, aturan, urut, _urutkan(baris, urut),
        _per_jenjang(list(angka.values()), triwulan, aturan),
        jumlah_capai(b.kini.capai for b in baris), jumlah_uang(b.kini.uang for b in baris),
    )  # fmt: skip


def _isi(dokumen: Sequence[RingkasanDokumen], triwulan: int, aturan: AturanUkur) -> Isi:
    capai = jumlah_capai(p.capai(triwulan) for p in dokumen)
    uang = jumlah_uang(p.uang_sampai(triwulan) for p in dokumen)
    baru = any(triwulan in p.berisi for p in dokumen)
    nilai = uang.serapan.nilai if baru else None
    serap = None if nilai is None else kata_serapan(nilai)
    return Isi(capai, pita(capai.rata.nilai, aturan.pita), uang, serap)


def _per_jenjang(
    dokumen: Sequence[RingkasanDokumen], triwulan: int, aturan: AturanUkur
) -> list[tuple[str, Capai, Pita | None]]:
    semua = ((j, jumlah_capai(p.capai(triwulan, str(j)) for p in dokumen)) for j in JENJANG)
    return [(label(j), c, pita(c.rata.nilai, aturan.pita)) for j, c in semua if c.wajib]


def _urutkan(baris: list[BarisLembaga], urut: str) -> list[BarisLembaga]:
    """Highest first; agencies without the number come last."""
    kunci: Mapping[str, Any] = {
        "nama": lambda b: 0,
        "capaian": lambda b: _turun(b.kini.capai.rata.nilai),
        "serapan": lambda b: _turun(b.kini.uang.serapan.nilai),
        "terlambat": lambda b: -b.banyak_terlambat,
    }
    return sorted(baris, key=kunci[urut])


def _turun(nilai: Decimal | None) -> tuple[bool, Decimal]:
    return (nilai is None, -(nilai or Decimal(0)))
