"""A small document with results, as plain data."""

from __future__ import annotations

from cascading.isi_laporan import IndikatorLaporan, IsiLaporan, KotakLaporan
from kinerja.aturan.angka import baca_target
from kinerja.aturan.seri import Seri
from kinerja.pilihan import CaraKetik

TAHUN = 2025


def nilai(teks):
    return baca_target(str(teks)).nilai


def seri(setahun, target=(), realisasi=(), *, agregasi="JUMLAH", arah="NAIK", kumulatif=False):
    """Targets and results of the quarters from the first; None leaves one empty."""
    cara = CaraKetik.KUMULATIF if kumulatif else CaraKetik.TRIWULAN
    hasil = {n: nilai(r) for n, r in enumerate(realisasi, 1) if r is not None}
    return Seri(
        arah=arah, agregasi=agregasi, realisasi=hasil, cara=dict.fromkeys(hasil, cara),
        target={n: nilai(t) for n, t in enumerate(target, 1) if t is not None},
        setahun=None if setahun is None else nilai(setahun),
    )  # fmt: skip


def indikator(teks="Jumlah orang", satuan="Orang", *, lalu=None, **isi):
    """``lalu``: series of other years."""
    lain = {m: isi.pop(m) for m in ("catatan", "bukti", "frekuensi", "utama") if m in isi}
    return IndikatorLaporan(teks, satuan, seri={TAHUN: seri(**isi), **(lalu or {})}, **lain)


def kotak(id_, induk, jenjang, *daftar, pagu=None, uang=None, **isi):
    """``uang``: rupiah by quarter of the year, or by year and quarter."""
    bertahun = uang if uang and all(t > 4 for t in uang) else {TAHUN: uang or {}}
    return KotakLaporan(id_, str(id_), induk, jenjang, isi.pop("kode", ""), f"{jenjang} {id_}",
                        daftar, pagu, bertahun, **isi)  # fmt: skip


def isi_laporan(*daftar, akar=None, **isi):
    akar = akar or kotak(0, None, "AKAR", pagu=1000, uang={1: 100})
    return IsiLaporan(TAHUN, tuple(range(2023, 2028)), daftar, akar, **isi)


def sel(matriks, judul, grup=""):
    """The cells of the column with that heading."""
    n = next(i for i, k in enumerate(matriks.kolom) if (k.judul, k.grup) == (judul, grup))
    return matriks.sel[n]


def teks(matriks, judul, grup=""):
    return [s.teks for s in sel(matriks, judul, grup)]
