"""Tables of a Renstra as matrices: programs with yearly targets and money, and goals with targets.

Money of a box is the pagu indikatif that the document writes for it; where it writes none, the sum
of the budget's pagu below it. Ceilings are never added up into one another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cascading.baris_tabel import (
    SASARAN_KE_ATAS,
    UANG,
    Baris,
    TabelKolom,
    baris_kotak,
    kolom_sasaran,
    kolom_tujuan,
    matriks,
    nama_komponen,
    per_indikator,
    per_kotak,
    sebut_tujuan,
    tergabung,
    uang,
)
from cascading.matriks import Matriks, Sel
from cascading.matriks_sel import angka_id
from cascading.set_kolom import Kolom

PROGRAM, TARGET = "renstra-program", "renstra-target"
AKHIR = "Kondisi Kinerja pada Akhir Periode"


@dataclass(frozen=True, slots=True)
class UkuranRenstra:
    """One indicator: start value and targets as printed."""

    teks: str
    satuan: str
    awal: str
    target: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class KotakRenstra:
    """One box in tree order. ``uang``: whole rupiah by year, years without money left out."""

    id: int
    induk: int | None
    jenjang: str
    kode: str
    sebutan: str
    indikator: tuple[UkuranRenstra, ...]
    uang: Mapping[int, int]
    unit: str = ""
    lokasi: str = ""


@dataclass(frozen=True, slots=True)
class IsiRenstra:
    """A document in the years of its periode; ``jumlah``: its total by year, if it has one."""

    tahun: tuple[int, ...]
    tahun_awal: int | None
    kotak: tuple[KotakRenstra, ...]
    jumlah: Mapping[int, int]


def tabel_program(isi: IsiRenstra) -> Matriks:
    """T-C.27: goals, program, kegiatan and sub kegiatan; target and money per year."""
    baris = baris_kotak(isi.kotak, (*SASARAN_KE_ATAS, *UANG))
    kolom = [
        kolom_tujuan(baris),
        kolom_sasaran(baris),
        (Kolom("kode", "Kode"), per_kotak(baris, lambda k: k.kode)),
        (Kolom("kegiatan_kode_nama", "Program, Kegiatan dan Sub Kegiatan"),
         per_kotak(baris, nama_komponen, label=True)),
        (Kolom("indikator", "Indikator Kinerja"), per_indikator(baris, lambda u: u.teks)),
        (Kolom("satuan", "Satuan"), per_indikator(baris, lambda u: u.satuan)),
        (Kolom("awal_", _judul_awal(isi)), per_indikator(baris, lambda u: u.awal)),
        *_tahunan(isi, baris),
        (Kolom("unit", "Unit Kerja Penanggung Jawab"), per_kotak(baris, lambda k: k.unit)),
        (Kolom("lokasi", "Lokasi"), per_kotak(baris, lambda k: k.lokasi)),
    ]  # fmt: skip
    judul = "Rencana Program, Kegiatan, Sub Kegiatan dan Pendanaan"
    return matriks(PROGRAM, judul, kolom, len(baris), ringkasan=_ringkasan(isi))


def tabel_target(isi: IsiRenstra) -> Matriks:
    """Goals and sasaran with start value, yearly targets and the end of the periode."""
    baris = baris_kotak(isi.kotak, SASARAN_KE_ATAS)
    kolom = [
        (Kolom("no", "No"), _nomor_tujuan(baris)),
        kolom_tujuan(baris),
        kolom_sasaran(baris),
        (Kolom("indikator", "Indikator"), per_indikator(baris, lambda u: u.teks)),
        (Kolom("satuan", "Satuan"), per_indikator(baris, lambda u: u.satuan)),
        (Kolom("awal_", _judul_awal(isi)), per_indikator(baris, lambda u: u.awal)),
        *((Kolom(f"target_{t}", str(t), "Target Tahun"), _target(baris, t)) for t in isi.tahun),
        (Kolom("target_akhir", "Kondisi Akhir"), _target(baris, isi.tahun[-1])),
    ]
    return matriks(TARGET, "Tujuan dan Sasaran Jangka Menengah", kolom, len(baris))


def _tahunan(isi: IsiRenstra, baris: Sequence[Baris[KotakRenstra]]) -> Iterator[TabelKolom]:
    for t in isi.tahun:
        grup = f"Tahun {t}"
        yield Kolom(f"target_{t}", "Target", grup), _target(baris, t)
        yield Kolom(f"rupiah_{t}", "Rp", grup), uang(baris, _pada(t))
    yield Kolom("target_akhir", "Target", AKHIR), _target(baris, isi.tahun[-1])
    yield Kolom("rupiah_akhir", "Rp", AKHIR), uang(baris, _seluruhnya)


def _pada(tahun: int) -> Callable[[KotakRenstra], int | None]:
    return lambda k: k.uang.get(tahun)


def _seluruhnya(k: KotakRenstra) -> int | None:
    return sum(k.uang.values()) if k.uang else None


def _target(baris: Sequence[Baris[KotakRenstra]], tahun: int) -> tuple[Sel, ...]:
    return per_indikator(baris, lambda u: u.target.get(tahun, ""))


def _nomor_tujuan(baris: Sequence[Baris[KotakRenstra]]) -> tuple[Sel, ...]:
    """Numbers of the goals, beside their cells."""
    return tuple(
        Sel(s.mulai, s.rentang, str(n))
        for n, s in enumerate(tergabung(baris, sebut_tujuan, label=False), start=1)
    )


def _judul_awal(isi: IsiRenstra) -> str:
    """The year of the start values where they share one."""
    return "Data Capaian Awal" + (f" ({isi.tahun_awal})" if isi.tahun_awal else "")


def _ringkasan(isi: IsiRenstra) -> str:
    """What the table counts, and the total of each year."""
    hitung = [(sum(k.jenjang == j for k in isi.kotak), j.label.lower()) for j in UANG]
    kata = ", ".join(f"{n} {nama}" for n, nama in hitung if n)
    jumlah = "; ".join(f"{t} Rp {angka_id(n)}" for t, n in _urut(isi.jumlah.items()))
    return "; ".join(b for b in (kata, f"jumlah per tahun: {jumlah}" if jumlah else "") if b)


def _urut(daftar: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    return sorted(daftar)
