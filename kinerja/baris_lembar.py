"""The drawn rows of a sheet, box by box: all of them, or those that a large page starts with.

A large document opens down to Program. What hangs below comes by branch when it is first opened,
or all at once where something needs every row; the same strings, drawn once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from kinerja.aturan.isi import IsiSimpul
from kinerja.baris import Kolom, kelompokkan, render_simpul


class BarisKotak(NamedTuple):
    """One box: its ``banyak`` rows, and the box of the first page that it hangs below (0: none)."""

    pk: int
    html: str
    banyak: int
    pangkal: int = 0


@dataclass(frozen=True)
class BarisLembar:
    """In tree order."""

    kotak: tuple[BarisKotak, ...]

    def semua(self) -> SafeString:
        return _kelompok(self.kotak)

    def halaman(self, *, semua: bool) -> tuple[SafeString, int]:
        """What a page starts with, unless it wants all, and how many boxes it starts without."""
        awal = [k for k in self.kotak if semua or not k.pangkal]
        return _kelompok(awal), len(self.kotak) - len(awal)

    def cabang(self, pk: int | None = None) -> SafeString | None:
        """The other rows, one <tbody> per branch; of one branch when ``pk`` names a box in it.

        None when the document has no such box.
        """
        cabang: dict[int, list[str]] = {}
        satu = next((k.pangkal or k.pk for k in self.kotak if k.pk == pk), None)
        if pk is not None and satu is None:
            return None
        for k in self.kotak:
            if k.pangkal and (satu is None or k.pangkal == satu):
                cabang.setdefault(k.pangkal, []).append(k.html)
        isi = (f'<tbody data-di="{di}">{"".join(baris)}</tbody>' for di, baris in cabang.items())
        return mark_safe("\n".join(isi))  # noqa: S308  joins what the renderer escaped


def gambar_baris(
    daftar: Iterable[IsiSimpul],
    kolom: Kolom,
    temuan: Mapping[str, Iterable[str]],
    buka: int | None = None,
) -> BarisLembar:
    """Draw the boxes. ``buka`` is the step down to which a large page has them, None: all."""
    pangkal: dict[int, int] = {}
    for s in daftar:
        di_atas = pangkal.get(s.induk or 0, 0)
        dalam = buka is not None and s.induk and kolom.tingkat_buka(s) > buka
        pangkal[s.id] = di_atas or (s.induk or 0 if dalam else 0)
    return BarisLembar(
        tuple(
            BarisKotak(
                s.id,
                render_simpul(s, kolom, temuan.get(s.uid, ())),
                max(1, len(s.indikator)),
                pangkal[s.id],
            )
            for s in daftar
        )
    )


def _kelompok(kotak: Iterable[BarisKotak]) -> SafeString:
    isi = kelompokkan((k.html, k.banyak) for k in kotak)
    return mark_safe("\n".join(isi))  # noqa: S308  joins what the renderer escaped
