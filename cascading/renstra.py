"""Tables of a Renstra as matrices: programs with yearly targets and money, and goals with targets.

Money of a box is the pagu indikatif that the document writes for it; where it writes none, the sum
of the budget's pagu below it. Ceilings are never added up into one another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from cascading.matriks import JumlahMatriks, Matriks, Sel
from cascading.matriks_sel import angka_id
from cascading.set_kolom import Kolom
from kinerja.pilihan import Jenjang

PROGRAM, TARGET = "renstra-program", "renstra-target"
KOSONG = "-"
UANG = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)
SASARAN_KE_ATAS = (Jenjang.TUJUAN, Jenjang.SASARAN)
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


@dataclass(frozen=True, slots=True)
class _Baris:
    """A printed row: the goals it stands under, its box, one indicator of it."""

    tujuan: KotakRenstra | None
    sasaran: KotakRenstra | None
    kotak: KotakRenstra
    ukuran: UkuranRenstra | None


def tabel_program(isi: IsiRenstra) -> Matriks:
    """T-C.27: goals, program, kegiatan and sub kegiatan; target and money per year."""
    baris = list(_baris(isi.kotak, (*SASARAN_KE_ATAS, *UANG)))
    kolom, sel = _pasang(
        [
            (Kolom("tujuan_uraian", "Tujuan"), _tergabung(baris, _sebut_tujuan, label=True)),
            (Kolom("sasaran_uraian", "Sasaran"), _tergabung(baris, _sebut_sasaran, label=True)),
            (Kolom("kode", "Kode"), _per_kotak(baris, lambda k: k.kode or KOSONG)),
            (Kolom("kegiatan_kode_nama", "Program, Kegiatan dan Sub Kegiatan"),
             _per_kotak(baris, _nama_komponen, label=True)),
            (Kolom("indikator", "Indikator Kinerja"), _per_baris(baris, lambda u: u.teks)),
            (Kolom("satuan", "Satuan"), _per_baris(baris, lambda u: u.satuan)),
            (Kolom("awal_", _judul_awal(isi)), _per_baris(baris, lambda u: u.awal)),
            *_tahunan(isi, baris),
            (Kolom("unit", "Unit Kerja Penanggung Jawab"),
             _per_kotak(baris, lambda k: k.unit or KOSONG)),
            (Kolom("lokasi", "Lokasi"), _per_kotak(baris, lambda k: k.lokasi or KOSONG)),
        ]
    )  # fmt: skip
    judul = "Rencana Program, Kegiatan, Sub Kegiatan dan Pendanaan"
    return Matriks(PROGRAM, judul, kolom, len(baris), sel, JumlahMatriks("", 0),
                   _ringkasan(isi), _nomor(len(baris)))  # fmt: skip


def tabel_target(isi: IsiRenstra) -> Matriks:
    """Goals and sasaran with start value, yearly targets and the end of the periode."""
    baris = list(_baris(isi.kotak, SASARAN_KE_ATAS))
    kolom, sel = _pasang(
        [
            (Kolom("no", "No"), _nomor_tujuan(baris)),
            (Kolom("tujuan_uraian", "Tujuan"), _tergabung(baris, _sebut_tujuan, label=True)),
            (Kolom("sasaran_uraian", "Sasaran"), _tergabung(baris, _sebut_sasaran, label=True)),
            (Kolom("indikator", "Indikator"), _per_baris(baris, lambda u: u.teks)),
            (Kolom("satuan", "Satuan"), _per_baris(baris, lambda u: u.satuan)),
            (Kolom("awal_", _judul_awal(isi)), _per_baris(baris, lambda u: u.awal)),
            *((Kolom(f"target_{t}", str(t), "Target Tahun"), _target(baris, t)) for t in isi.tahun),
            (Kolom("target_akhir", "Kondisi Akhir"), _target(baris, isi.tahun[-1])),
        ]
    )
    judul = "Tujuan dan Sasaran Jangka Menengah"
    return Matriks(TARGET, judul, kolom, len(baris), sel, JumlahMatriks("", 0), "",
                   _nomor(len(baris)))  # fmt: skip


_Kolom = tuple[Kolom, tuple[Sel, ...]]


def _pasang(daftar: Sequence[_Kolom]) -> tuple[tuple[Kolom, ...], tuple[tuple[Sel, ...], ...]]:
    return tuple(k for k, _ in daftar), tuple(s for _, s in daftar)


def _baris(kotak: Sequence[KotakRenstra], jenjang: Sequence[str]) -> Iterator[_Baris]:
    """A row per indicator of each box; a goal without one only where nothing stands below it."""
    milik = {k.id: k for k in kotak}
    berisi = {k.induk for k in kotak if k.jenjang in jenjang}
    for k in kotak:
        if k.jenjang not in jenjang:
            continue
        tujuan = _di_atas(k, milik, Jenjang.TUJUAN)
        sasaran = _di_atas(k, milik, Jenjang.SASARAN)
        kosong = k.jenjang in SASARAN_KE_ATAS and k.id in berisi
        for u in k.indikator or (() if kosong else (None,)):
            yield _Baris(tujuan, sasaran, k, u)


def _di_atas(
    k: KotakRenstra, milik: Mapping[int, KotakRenstra], jenjang: str
) -> KotakRenstra | None:
    kini: KotakRenstra | None = k
    while kini is not None and kini.jenjang != jenjang:
        kini = milik.get(kini.induk) if kini.induk is not None else None
    return kini


def _tahunan(isi: IsiRenstra, baris: Sequence[_Baris]) -> Iterator[_Kolom]:
    for t in isi.tahun:
        grup = f"Tahun {t}"
        yield Kolom(f"target_{t}", "Target", grup), _target(baris, t)
        yield Kolom(f"rupiah_{t}", "Rp", grup), _uang(baris, _pada(t))
    yield Kolom("target_akhir", "Target", AKHIR), _target(baris, isi.tahun[-1])
    yield Kolom("rupiah_akhir", "Rp", AKHIR), _uang(baris, _seluruhnya)


def _pada(tahun: int) -> Callable[[KotakRenstra], int | None]:
    return lambda k: k.uang.get(tahun)


def _seluruhnya(k: KotakRenstra) -> int | None:
    return sum(k.uang.values()) if k.uang else None


def _uang(baris: Sequence[_Baris], nilai: Callable[[KotakRenstra], int | None]) -> tuple[Sel, ...]:
    """One amount per box, over the rows of its indicators."""
    hasil = []
    for mulai, rentang, k in _deret(baris):
        angka = nilai(k) if k.jenjang in UANG else None
        teks = KOSONG if angka is None else angka_id(angka)
        hasil.append(Sel(mulai, rentang, teks, angka=angka))
    return tuple(hasil)


def _target(baris: Sequence[_Baris], tahun: int) -> tuple[Sel, ...]:
    return _per_baris(baris, lambda u: u.target.get(tahun, ""))


def _per_baris(baris: Sequence[_Baris], teks: Callable[[UkuranRenstra], str]) -> tuple[Sel, ...]:
    return tuple(
        Sel(n, 1, (teks(b.ukuran) if b.ukuran else "") or KOSONG) for n, b in enumerate(baris)
    )


def _per_kotak(
    baris: Sequence[_Baris], teks: Callable[[KotakRenstra], str], *, label: bool = False
) -> tuple[Sel, ...]:
    return tuple(Sel(m, r, teks(k), label=label) for m, r, k in _deret(baris))


def _deret(baris: Sequence[_Baris]) -> Iterator[tuple[int, int, KotakRenstra]]:
    """Runs of rows of one box: first row, how many, the box."""
    mulai = 0
    for _, kelompok in groupby(baris, key=lambda b: b.kotak.id):
        daftar = list(kelompok)
        yield mulai, len(daftar), daftar[0].kotak
        mulai += len(daftar)


def _tergabung(
    baris: Sequence[_Baris], sebut: Callable[[_Baris], tuple[int, str]], *, label: bool
) -> tuple[Sel, ...]:
    """A goal over all rows that stand under it."""
    hasil, mulai = [], 0
    for (_, teks), kelompok in groupby(baris, key=sebut):
        rentang = len(list(kelompok))
        hasil.append(Sel(mulai, rentang, teks, label=label, markah=0))
        mulai += rentang
    return tuple(hasil)


def _sebut_tujuan(b: _Baris) -> tuple[int, str]:
    return (b.tujuan.id, b.tujuan.sebutan) if b.tujuan else (0, KOSONG)


def _sebut_sasaran(b: _Baris) -> tuple[int, str]:
    """Rows of a tujuan itself have no sasaran; those of another tujuan are not run together."""
    if b.sasaran:
        return b.sasaran.id, b.sasaran.sebutan
    return -(b.tujuan.id if b.tujuan else 0), KOSONG


def _nama_komponen(k: KotakRenstra) -> str:
    return k.sebutan if k.jenjang in UANG else KOSONG


def _nomor_tujuan(baris: Sequence[_Baris]) -> tuple[Sel, ...]:
    """Numbers of the goals, beside their cells."""
    return tuple(
        Sel(s.mulai, s.rentang, str(n))
        for n, s in enumerate(_tergabung(baris, _sebut_tujuan, label=False), start=1)
    )


def _nomor(banyak: int) -> tuple[Sel, ...]:
    return tuple(Sel(n, 1, str(n + 1)) for n in range(banyak))


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
