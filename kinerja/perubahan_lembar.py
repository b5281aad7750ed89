"""What a page that shows a document must draw anew after some events: the answer as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q

from kinerja.lembar_pohon import Permintaan, baris_berubah, lembar_pohon
from kinerja.models import Pohon, Simpul
from kinerja.models.tahapan import KartuTahap

UANG = frozenset({"pagu", "klaim"})
BENTUK = frozenset({"induk", "setelah", "jenjang"})
BARIS_PALING_BANYAK = 400
"""Beyond this many boxes the whole table comes anew."""

Baris = Mapping[str, Any]
"""A row change as the history keeps it: jenis, kunci, sebelum, sesudah."""


def jawaban(
    pohon: Pohon,
    perubahan: Iterable[Baris],
    minta: Permintaan,
    *,
    kotak: set[int] | None = None,
    tambah: set[int] | None = None,
    kartu: KartuTahap | None = None,
    muat: bool = False,
) -> dict[str, Any]:
    """``baris``: rows drawn anew by box; or ``tabel``: all of them, when the shape changed.

    ``kotak``: the boxes that changed, where the caller knows them, ``tambah``: others to draw
    anew with them; ``muat`` asks for all rows.
    """
    daftar = list(perubahan)
    if not muat and not any(_mengubah_bentuk(p) for p in daftar):
        kotak = kotak_berubah(pohon, daftar) if kotak is None else kotak
        kotak |= tambah or set()
        if len(kotak) <= BARIS_PALING_BANYAK:
            atas = any(p["jenis"] in UANG for p in daftar)
            baris = baris_berubah(pohon, kotak, minta, atas=atas, kartu=kartu) if kotak else {}
            return {"versi": pohon.versi, "baris": baris}
    return {"versi": pohon.versi, "tabel": lembar_pohon(pohon, minta).baris}


def _mengubah_bentuk(p: Baris) -> bool:
    """Another shape, or a step of the ladder: then other rows may be edited."""
    if p["jenis"] != "simpul":
        return bool(p["jenis"] == "pohon")
    return p["sebelum"] is None or p["sesudah"] is None or bool(BENTUK & p["sesudah"].keys())


def kotak_berubah(pohon: Pohon, daftar: list[Baris]) -> set[int]:
    """The boxes that the rows stand in; an indicator that is gone names its box itself."""
    uid = {str(p["kunci"][0]) for p in daftar if p["jenis"] != "pohon"}
    uid |= {isi["simpul"] for p in daftar if p["jenis"] == "indikator"
            for isi in (p["sebelum"], p["sesudah"]) if isi and "simpul" in isi}  # fmt: skip
    milik = Simpul.objects.tampak().filter(pohon=pohon)
    pk = milik.filter(Q(uid__in=uid) | Q(indikator__uid__in=uid)).values_list("pk", flat=True)
    return set(pk)
