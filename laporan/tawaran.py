"""What the download page offers: the sets of the agency and the papers each of them fits on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.core.cache import cache

from cascading.matriks import susun
from cascading.matriks_pohon import baca_matriks
from cascading.models import set_tersedia
from cascading.set_kolom import DaftarKolom
from kinerja.models import Pohon
from laporan.pdf import huruf
from laporan.pdf.lebar import TataLetak, kertas_ditawarkan

SEJAM = 3600


@dataclass(frozen=True, slots=True)
class TawaranKertas:
    """A paper for a set: how many sheets side by side, and the size of type."""

    kertas: str
    lembar: int
    ukuran: float

    def __str__(self) -> str:
        ukuran = f"{self.ukuran:g}".replace(".", ",")
        lembar = "" if self.lembar == 1 else f", {self.lembar} lembar berhadapan"
        return f"{self.kertas}{lembar}, huruf {ukuran} pt"


@dataclass(frozen=True, slots=True)
class TawaranSet:
    """A set with its papers; ``baris`` and ``kolom`` as they would be printed."""

    nama: str
    judul: str
    kolom: int
    baris: int
    kertas: tuple[TawaranKertas, ...]
    baku: bool = True


def tawaran(pohon: Pohon, *, tahun: int, tahap: str) -> list[TawaranSet]:
    """Measured on the document as it is now; remembered until it changes.

    Raises AturanDilanggar (no cascading levels) and HurufTidakAda.
    """
    daftar = set_tersedia(pohon.perangkat_daerah)
    kunci = _kunci(pohon, tahun, tahap, daftar)
    hasil: list[TawaranSet] | None = cache.get(kunci)
    if hasil is None:
        isi = baca_matriks(pohon, tahun=tahun, tahap=tahap)
        hasil = [_satu(s, isi) for s in daftar.values()]
        cache.set(kunci, hasil, SEJAM)
    return hasil


def _satu(daftar: DaftarKolom, isi: object) -> TawaranSet:
    matriks = susun(isi, daftar)  # type: ignore[arg-type]
    kertas = tuple(_kertas(t) for t in kertas_ditawarkan(matriks))
    return TawaranSet(daftar.nama, daftar.judul, len(matriks.kolom), matriks.baris, kertas)


def _kertas(tata: TataLetak) -> TawaranKertas:
    return TawaranKertas(tata.kertas.nama, len(tata.lembar), tata.ukuran)


def _kunci(pohon: Pohon, tahun: int, tahap: str, daftar: dict[str, DaftarKolom]) -> str:
    sidik = hashlib.sha256(f"{daftar!r}{huruf.sidik()}".encode()).hexdigest()
    return f"tawaran:{pohon.pk}:{pohon.versi}:{tahun}:{tahap}:{sidik}"
