"""The positions of an agency in the order of their tree, each with who holds it today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kinerja.models import Jabatan, Pejabat, PerangkatDaerah
from kinerja.pilihan import JenisPejabat


@dataclass(frozen=True)
class BarisJabatan:
    """``tingkat`` 0 answers to nobody inside the agency."""

    jabatan: Jabatan
    tingkat: int
    pejabat: list[Pejabat]


def susun_jabatan(lembaga: PerangkatDaerah, pada: date) -> list[BarisJabatan]:
    """Two queries at any size. Rows of a broken chain stand at the top, none is lost."""
    jabatan = list(
        lembaga.jabatan.select_related("unit", "atasan").order_by("-kepala", "nama", "pk")
    )
    milik = {j.pk for j in jabatan}
    anak: dict[int | None, list[Jabatan]] = {}
    for j in jabatan:
        anak.setdefault(j.atasan_id if j.atasan_id in milik else None, []).append(j)
    pejabat = pejabat_pada(pada, jabatan__perangkat_daerah=lembaga)
    hasil: list[BarisJabatan] = []
    dilihat: set[int] = set()
    for mulai in [*anak.get(None, []), *jabatan]:
        for j, tingkat in _turun(mulai, anak, dilihat):
            hasil.append(BarisJabatan(j, tingkat, pejabat.get(j.pk, [])))
    return hasil


def _turun(
    mulai: Jabatan, anak: dict[int | None, list[Jabatan]], dilihat: set[int]
) -> Iterator[tuple[Jabatan, int]]:
    tumpukan = [(mulai, 0)]
    while tumpukan:
        jabatan, tingkat = tumpukan.pop()
        if jabatan.pk in dilihat:
            continue
        dilihat.add(jabatan.pk)
        yield jabatan, tingkat
        tumpukan += [(j, tingkat + 1) for j in reversed(anak.get(jabatan.pk, []))]


def pejabat_pada(pada: date, **milik: Any) -> dict[int, list[Pejabat]]:
    """Who holds positions on a day, by position; the one who acts stands first.

    ``milik`` narrows the positions: ``jabatan__perangkat_daerah=…``, ``jabatan__in=…``.
    """
    daftar = Pejabat.objects.belum_selesai(pada).filter(mulai__lte=pada, **milik)
    hasil: dict[int, list[Pejabat]] = {}
    for p in daftar.select_related("pegawai").order_by("-mulai", "-pk"):
        hasil.setdefault(p.jabatan_id, []).append(p)
    for satu in hasil.values():
        satu.sort(key=lambda p: p.jenis != JenisPejabat.PLH)
    return hasil
