"""The dashboard of a pemda: agency by quarter, added up by the database in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Count, Exists, Max, OuterRef, Q, Sum

from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.capaian import persen
from kinerja.aturan.dasbor import (
    JENJANG,
    TRIWULAN,
    Capai,
    Masa,
    Serap,
    Terlambat,
    Uang,
    jumlah_capai,
    kata_serapan,
    terlambat,
)
from kinerja.aturan.jenjang import label
from kinerja.aturan.kumulatif import JATUH_TEMPO, jatuh_tempo
from kinerja.aturan.pengukuran import Jendela
from kinerja.aturan.pita import Pita, pita
from kinerja.dasbor_lembaga import aturan_pemda, baca_jendela
from kinerja.gambar.kisi import Sel, kisi
from kinerja.models import (
    Indikator,
    Pagu,
    Pengukuran,
    PerangkatDaerah,
    Pohon,
    Realisasi,
    RealisasiAnggaran,
)
from kinerja.pilihan import CaraKetik, Frekuensi, StatusPengukuran
from kinerja.tertunda import Tertunda, tertunda

URUT = ("nama", "capaian", "serapan", "terlambat")
KOLOM = ("TW I", "TW II", "TW III", "TW IV")
JATUH = Q()
for _frekuensi, _triwulan in JATUH_TEMPO.items():
    JATUH |= Q(indikator__frekuensi=_frekuensi, triwulan__in=sorted(_triwulan))
"""Values of quarters in which their indicator is due."""


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
    angka = _Angka(dokumen, tahun, aturan.batas)
    jendela = baca_jendela(pemda, tahun)
    lain = tertunda([p.pk for p in daftar], tahun, hari)
    milik: dict[int, list[Pohon]] = defaultdict(list)
    for p in dokumen:
        milik[p.perangkat_daerah_id].append(p)
    baris = []
    for satu in daftar:
        isi = tuple(_isi(angka, milik[satu.pk], n, aturan) for n in TRIWULAN)
        lewat = [(p, n, t) for p in milik[satu.pk] for n in TRIWULAN
                 if (t := terlambat(angka.masa(p.pk, n, jendela.get(n)), hari))]  # fmt: skip
        baris.append(BarisLembaga(satu, isi, isi[triwulan - 1], lewat, lain[satu.pk]))
    per_jenjang = [(j, angka.capai(dokumen, triwulan, str(j))) for j in JENJANG]
    uang = Uang()
    for b in baris:
        uang = uang.tambah(b.kini.uang)
    return DasborPemda(
        pemda, tahun, triwulan, aturan, urut, _urutkan(baris, urut),
        [(label(j), c, pita(c.rata.nilai, aturan.pita)) for j, c in per_jenjang if c.wajib],
        jumlah_capai(b.kini.capai for b in baris), uang,
    )  # fmt: skip


def _isi(angka: _Angka, dokumen: Sequence[Pohon], triwulan: int, aturan: AturanUkur) -> Isi:
    capai = angka.capai(dokumen, triwulan)
    uang = Uang()
    for p in dokumen:
        uang = uang.tambah(angka.uang(p.pk, triwulan))
    baru = any((p.pk, triwulan) in angka.berisi for p in dokumen)
    nilai = uang.serapan.nilai if baru else None
    serap = None if nilai is None else kata_serapan(nilai)
    return Isi(capai, pita(capai.rata.nilai, aturan.pita), uang, serap)


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


class _Angka:
    """What the database adds up: values, indicators, pagu, money, status. Five queries."""

    def __init__(self, dokumen: Sequence[Pohon], tahun: int, batas: Decimal | None) -> None:
        self._dokumen, self.tahun = [p.pk for p in dokumen], tahun
        self._nilai = self._baca_nilai(batas)
        self._wajib = self._baca_indikator()
        self._pagu = self._baca_pagu()
        self.berisi: set[tuple[int, int]] = set()
        self._uang = self._baca_uang()
        status = Pengukuran.objects.filter(pohon__in=self._dokumen, tahun=tahun)
        self._status = {(p, n): s for p, n, s in status.values_list("pohon", "triwulan", "status")}

    def capai(self, dokumen: Sequence[Pohon], triwulan: int, jenjang: str = "") -> Capai:
        """Of some documents; of one level, or of all."""
        hasil = Capai()
        for p in dokumen:
            for (j, frekuensi), n in self._wajib[p.pk].items():
                if jatuh_tempo(frekuensi, triwulan) and jenjang in ("", j):
                    hasil += Capai(wajib=n)
            for j, capai, _ in self._nilai[p.pk, triwulan]:
                if jenjang in ("", j):
                    hasil += capai
        return hasil

    def uang(self, pohon: int, triwulan: int) -> Uang:
        return Uang(self._pagu.get(pohon), self._uang.get((pohon, triwulan)))

    def masa(self, pohon: int, triwulan: int, jendela: Jendela | None) -> Masa:
        milik = self._wajib[pohon].items()
        wajib = sum(n for (_, f), n in milik if jatuh_tempo(f, triwulan))
        tahunan = sum(n for (_, f), n in milik if f == Frekuensi.TAHUNAN) if triwulan == 4 else 0
        ada = self._nilai[pohon, triwulan]
        return Masa(
            self.tahun,
            triwulan,
            wajib,
            sum(c.terisi for _, c, _ in ada),
            max(0, tahunan - sum(n for _, _, n in ada)),
            self._status.get((pohon, triwulan), StatusPengukuran.DRAF),
            jendela,
        )

    def _baca_nilai(
        self, batas: Decimal | None
    ) -> dict[tuple[int, int], list[tuple[str, Capai, int]]]:  # fmt: skip
        """By document and quarter: (level, values, how many of them are yearly ones)."""
        semua = Realisasi.objects.filter(JATUH, indikator__pohon__in=self._dokumen,
                                         tahun=self.tahun)  # fmt: skip
        utuh = Q() if batas is None else Q(capaian__lte=batas)
        lewat = Q(pk=None) if batas is None else Q(capaian__gt=batas)
        kelompok = semua.values("indikator__pohon", "triwulan", "indikator__simpul__jenjang")
        kolom = kelompok.annotate(
            terisi=Count("pk"), banyak=Count("capaian"), jumlah=Sum("capaian", filter=utuh),
            dibatasi=Count("pk", filter=lewat),
            tahunan=Count("pk", filter=Q(indikator__frekuensi=Frekuensi.TAHUNAN)),
        ).values_list(
            "indikator__pohon", "triwulan", "indikator__simpul__jenjang", "terisi", "banyak",
            "jumlah", "dibatasi", "tahunan",
        ).order_by()  # fmt: skip
        hasil: dict[tuple[int, int], list[tuple[str, Capai, int]]] = defaultdict(list)
        for pohon, n, jenjang, terisi, banyak, jumlah, dibatasi, tahunan in kolom:
            penuh = (jumlah or Decimal(0)) + dibatasi * (batas or Decimal(0))
            hasil[pohon, n].append((jenjang, Capai(0, terisi, banyak, penuh, dibatasi), tahunan))
        return hasil

    def _baca_indikator(self) -> dict[int, dict[tuple[str, str], int]]:
        semua = Indikator.objects.filter(pohon__in=self._dokumen).order_by()
        kelompok = semua.values("pohon", "simpul__jenjang", "frekuensi").annotate(n=Count("pk"))
        hasil: dict[int, dict[tuple[str, str], int]] = defaultdict(dict)
        for pohon, j, f, n in kelompok.values_list("pohon", "simpul__jenjang", "frekuensi", "n"):
            hasil[pohon][j, f] = n
        return hasil

    def _baca_pagu(self) -> dict[int, int | None]:
        """The rows of the last stage that has one, per box and fund."""
        kembar = Pagu.objects.filter(
            simpul=OuterRef("simpul"), tahun=self.tahun, sumber_dana=OuterRef("sumber_dana"),
            tahap__urutan__gt=OuterRef("tahap__urutan"),
        )  # fmt: skip
        semua = Pagu.objects.filter(~Exists(kembar), simpul__pohon__in=self._dokumen,
                                    tahun=self.tahun)  # fmt: skip
        kelompok = semua.values("simpul__pohon").annotate(n=Sum("nilai")).order_by()
        return dict(kelompok.values_list("simpul__pohon", "n"))

    def _baca_uang(self) -> dict[tuple[int, int], int]:
        """Rupiah since January by document and quarter: one row per box, its quarters side by
        side, because what was typed cumulatively replaces what stood before it.
        """
        semua = RealisasiAnggaran.objects.filter(simpul__pohon__in=self._dokumen, tahun=self.tahun)
        kolom: dict[str, Any] = {}
        for n in TRIWULAN:
            kolom[f"n{n}"] = Max("nilai", filter=Q(triwulan=n))
            kolom[f"k{n}"] = Count("pk", filter=Q(triwulan=n, cara=CaraKetik.KUMULATIF))
        kelompok = semua.values("simpul__pohon", "simpul").annotate(**kolom).order_by()
        hasil: dict[tuple[int, int], int] = {}
        for pohon, _, *isi in kelompok.values_list("simpul__pohon", "simpul", *kolom):
            self._tambah(hasil, pohon, isi)
        return hasil

    def _tambah(self, hasil: dict[tuple[int, int], int], pohon: int, isi: list[Any]) -> None:
        sampai: int | None = None
        for n, nilai, bersama in zip(TRIWULAN, isi[::2], isi[1::2], strict=True):
            if nilai is not None:
                sampai = nilai + (0 if bersama else sampai or 0)
                self.berisi.add((pohon, n))
            if sampai is not None:
                hasil[pohon, n] = hasil.get((pohon, n), 0) + sampai
