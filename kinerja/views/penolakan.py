"""Why edited cells were refused, cell by cell: 409 with both values, 422 with the finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import JsonResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from kinerja.jejak_kotak import peristiwa_menyebut
from kinerja.models import BentrokSel, Pohon, Suntingan, SuntinganDitolak

PERISTIWA_DICARI = 50
TABEL = {"indikator_baru": "indikator"}


def penolakan(pohon: Pohon, daftar: Sequence[Suntingan], ditolak: SuntinganDitolak) -> JsonResponse:
    """``sel`` by its place in what was sent: ``kini``, ``oleh`` and ``kapan``, or ``pesan``."""
    bentrok = [daftar[k] for k, s in ditolak.sel.items() if isinstance(s, BentrokSel)]
    penulis = _penulis(pohon, bentrok)
    sel: dict[int, dict[str, str]] = {}
    for ke, sebab in ditolak.sel.items():
        if isinstance(sebab, BentrokSel):
            sel[ke] = {"kini": sebab.kini, **penulis.get(daftar[ke], {})}
        else:
            sel[ke] = {"kode": sebab[0].kode, "pesan": " ".join(t.pesan for t in sebab)}
    isi = {"sel": sel, "pesan": " ".join(t.pesan for t in ditolak.umum)}
    return JsonResponse(isi, status=409 if ditolak.bentrok else 422)


def _penulis(pohon: Pohon, bentrok: Sequence[Suntingan]) -> dict[Suntingan, dict[str, str]]:
    """Who wrote what stands in these cells, and when: the newest event that names each."""
    if not bentrok:
        return {}
    hasil: dict[Suntingan, dict[str, str]] = {}
    daftar = peristiwa_menyebut(pohon.pk, {s.uid for s in bentrok})
    terbaru = daftar.select_related("oleh").order_by("-nomor")
    for riwayat in terbaru[:PERISTIWA_DICARI]:
        for s in bentrok:
            if s not in hasil and any(_menyentuh(p, s) for p in riwayat.perubahan):
                kapan = date_format(localtime(riwayat.pada), "j M Y H.i")
                hasil[s] = {"oleh": str(riwayat.oleh), "kapan": kapan}
    return hasil


def _menyentuh(p: Mapping[str, Any], s: Suntingan) -> bool:
    if p["jenis"] != TABEL.get(s.milik, s.milik):
        return False
    sesudah = p["sesudah"] or {}
    if s.milik == "indikator_baru":
        return bool(sesudah.get("simpul") == s.uid)
    if p["kunci"][0] != s.uid:
        return False
    return p["kunci"][1] == s.tahun if s.tahun else s.medan in sesudah
