"""The short road for edits of text: the node's own row is read and written, not the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import F

from kinerja.aturan import pohon as aturan
from kinerja.aturan.temuan import Temuan
from kinerja.models.perubahan import Isi, Perubahan, aman, beda
from kinerja.models.simpul import Simpul
from kinerja.models.susunan import MEDAN_SIMPUL

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

BERBENTUK = frozenset({"induk", "setelah", "jenjang", "kode", "unit_id", "tahun_mulai"})
"""Fields whose check needs the parent or the siblings."""


def hanya_teks(daftar: Sequence[Perubahan]) -> bool:
    """No node comes, goes or moves, and no field changes that siblings have a say in."""
    return all(
        p.sebelum is not None and p.sesudah is not None and not BERBENTUK & set(beda(p))
        for p in daftar
    )


def baca_isi_simpul(pohon: Pohon, uid: Sequence[str]) -> dict[str, Isi]:
    """State of some nodes by uid, with ``induk`` but without ``setelah``."""
    if pohon.terbaca is None:
        return _baca(pohon, uid)
    ingat = frozenset(uid)
    if ingat not in pohon.terbaca.isi_simpul:
        pohon.terbaca.isi_simpul[ingat] = _baca(pohon, uid)
    hasil: dict[str, Isi] = pohon.terbaca.isi_simpul[ingat]
    return hasil


def _baca(pohon: Pohon, uid: Sequence[str]) -> dict[str, Isi]:
    kolom = ("indikator_induk__uid", "induk__uid", *MEDAN_SIMPUL)
    nama = ("indikator_induk", "induk", *MEDAN_SIMPUL)
    daftar = Simpul.objects.filter(pohon=pohon, uid__in=uid).values_list("uid", *kolom)
    return {
        str(u): dict(zip(nama, (aman(nilai) for nilai in isi), strict=True)) for u, *isi in daftar
    }


def periksa_teks(kini: Mapping[str, Isi], daftar: Sequence[Perubahan]) -> tuple[bool, list[Temuan]]:
    """Are the rows still as the changes expect, and what is wrong with them afterwards?"""
    temuan: list[Temuan] = []
    for p in daftar:
        isi = kini.get(p.kunci[0])
        if isi is None or not _masih_sama(isi, p.sebelum or {}):
            return False, []
        if isi["induk"] is None:
            return True, [aturan.AKAR_TETAP]
        temuan += [
            t.di(simpul=p.kunci[0], medan=t.letak.medan)
            for t in aturan.periksa_simpul(isi | (p.sesudah or {}))
        ]
    return True, temuan


def tulis_teks(pohon: Pohon, daftar: Sequence[Perubahan]) -> None:
    """Write the changed columns; ``indikator_induk`` is set by the caller."""
    for p in daftar:
        kolom: dict[str, Any] = {k: v for k, v in beda(p).items() if k in MEDAN_SIMPUL}
        milik = Simpul._base_manager.filter(pohon=pohon, uid=p.kunci[0])
        milik.update(**kolom, versi=F("versi") + 1)


def _masih_sama(kini: Isi, sebelum: Isi) -> bool:
    return all(kini.get(k) == v for k, v in sebelum.items())
