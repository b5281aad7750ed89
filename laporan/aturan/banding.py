"""One indicator beside itself: what it says in each source, and where sources disagree. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.aturan.angka import baca_target
from kinerja.aturan.teks import kunci

PENUH = Decimal(100)


@dataclass(frozen=True)
class Isi:
    """What a source says of a year: a target, or with ``capaian`` what came of it."""

    teks: str
    alamat: str = ""
    keterangan: str = ""
    capaian: Decimal | None = None


@dataclass(frozen=True)
class Sumber:
    """One source of the indicator; ``hasil``: it holds realisations, not targets."""

    jenis: str
    nama: str
    alamat: str
    teks: str
    satuan: str
    isi: Mapping[int, Isi] = field(default_factory=dict)
    hasil: bool = False


@dataclass(frozen=True)
class Sel:
    """A cell of the table; ``tanda`` says in words what is wrong with it, "" for nothing."""

    tahun: int
    isi: Isi | None = None
    tanda: str = ""


@dataclass(frozen=True)
class Baris:
    """A source as a row; ``tanda`` where its words or its unit differ."""

    sumber: Sumber
    sel: tuple[Sel, ...]
    tanda: tuple[str, ...] = ()


@dataclass(frozen=True)
class Banding:
    """Rows over years. ``perbedaan`` counts the marks."""

    tahun: tuple[int, ...]
    baris: tuple[Baris, ...]

    @property
    def berisi(self) -> bool:
        """Does any source say a number?"""
        return any(s.isi is not None and s.isi.teks for b in self.baris for s in b.sel)

    @property
    def perbedaan(self) -> int:
        return sum(len(b.tanda) + sum(bool(s.tanda) for s in b.sel) for b in self.baris)


def bandingkan(sumber: Sequence[Sumber]) -> Banding:
    """The first source is what the others are compared with; in a year of which it says nothing,
    the first that says something.
    """
    tahun = tuple(sorted({t for s in sumber for t in s.isi}))
    acuan = {t: _acuan(sumber, t) for t in tahun}
    baris = []
    for s in sumber:
        sel = tuple(_sel(s, t, acuan[t]) for t in tahun)
        baris.append(Baris(s, sel, _tanda_kata(s, sumber[0])))
    return Banding(tahun, tuple(baris))


def sama(a: str, b: str) -> bool:
    """Equal as numbers, else as texts: 93,50 and 93,5 are one target."""
    if kunci(a) == kunci(b) and not any(c.isdigit() for c in a + b):
        return True
    x, y = baca_target(a).nilai, baca_target(b).nilai
    if x.angka is not None or y.angka is not None:
        return x.angka == y.angka
    if (x.minimum, x.maksimum) != (None, None) or (y.minimum, y.maksimum) != (None, None):
        return (x.minimum, x.maksimum) == (y.minimum, y.maksimum)
    return kunci(a) == kunci(b)


def _acuan(sumber: Sequence[Sumber], tahun: int) -> tuple[Sumber, str] | None:
    calon = ((s, s.isi[tahun].teks) for s in sumber if tahun in s.isi and not s.hasil)
    return next(((s, teks) for s, teks in calon if teks), None)


def _sel(s: Sumber, tahun: int, acuan: tuple[Sumber, str] | None) -> Sel:
    isi = s.isi.get(tahun)
    if isi is None:
        return Sel(tahun)
    if s.hasil:
        kurang = isi.capaian is not None and isi.capaian < PENUH
        return Sel(tahun, isi, "Di bawah target" if kurang else "")
    if acuan is None or acuan[0] is s or sama(isi.teks, acuan[1]):
        return Sel(tahun, isi)
    apa = f"{acuan[0].jenis}: {acuan[1]}"
    return Sel(tahun, isi, f"Berbeda dari {apa}" if isi.teks else f"Belum diisi; {apa}")


def _tanda_kata(s: Sumber, acuan: Sumber) -> tuple[str, ...]:
    tanda = []
    if s.teks and kunci(s.teks) != kunci(acuan.teks):
        tanda.append("Bunyinya berbeda")
    if s.satuan != acuan.satuan and kunci(s.satuan) != kunci(acuan.satuan):
        tanda.append(f"Satuannya berbeda dari “{acuan.satuan or 'belum diisi'}”")
    return tuple(tanda)
