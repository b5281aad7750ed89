"""A cascading per jabatan as boxes of a diagram: a position each, with headed lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinerja.gambar.kotak import Kotak

KELAS = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
"""Colours from the top, those of the levels of a tree."""
NAMA_TINGKAT = ("Pimpinan", "Jabatan tingkat 2", "Jabatan tingkat 3", "Jabatan tingkat 4",
                "Jabatan di bawahnya")  # fmt: skip
LEBAR_PUNCAK = 270
KINERJA, INDIKATOR = "Kinerja Utama :", "Indikator Kinerja :"


@dataclass(frozen=True, slots=True)
class BarisJabatan:
    """One box in reading order. ``induk`` is the ``id`` of the box above, "" at the top;
    ``alamat`` the page that it leads to.
    """

    id: str
    induk: str
    tingkat: str
    nama: str
    kinerja_utama: tuple[str, ...]
    indikator: tuple[str, ...]
    nama_dugaan: bool = False
    induk_dugaan: bool = False
    alamat: str = ""


def hutan_jabatan(baris: Sequence[BarisJabatan]) -> tuple[Kotak, ...]:
    """The boxes from the top; what belongs to the second level hangs below it."""
    anak: dict[str, list[BarisJabatan]] = {}
    for b in baris:
        anak.setdefault(b.induk, []).append(b)
    return tuple(_kotak(b, 0, anak, _kelas(baris)) for b in anak.get("", ()))


def _kelas(baris: Iterable[BarisJabatan]) -> dict[str, str]:
    """A colour for each level as it is written, in the order in which they come."""
    nama = dict.fromkeys(b.tingkat for b in baris if b.tingkat)
    return {satu: KELAS[min(n, len(KELAS) - 1)] for n, satu in enumerate(nama)}


def _kotak(
    b: BarisJabatan, dalam: int, anak: dict[str, list[BarisJabatan]], kelas: dict[str, str]
) -> Kotak:
    letak = min(dalam, len(KELAS) - 1)
    nama = b.nama or "Jabatan tidak disebut"
    daftar = ((KINERJA, b.kinerja_utama), (INDIKATOR, b.indikator))
    return Kotak(
        id=f"j{b.id}",
        jenjang=kelas.get(b.tingkat, KELAS[letak]),
        nama_jenjang=b.tingkat or NAMA_TINGKAT[letak],
        judul=f"{nama} (dugaan)" if b.nama_dugaan else nama,
        daftar=tuple((kepala, butir) for kepala, butir in daftar if butir),
        alamat=b.alamat,
        susun=dalam >= 1,
        tingkat=dalam + 1,
        lebar=LEBAR_PUNCAK if dalam == 0 else 0,
        anak=tuple(_kotak(a, dalam + 1, anak, kelas) for a in anak.get(b.id, ())),
    )
