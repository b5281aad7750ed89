"""What a page that shows a document must draw anew after some events: the answer as JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.utils.safestring import SafeString

from kinerja.aturan.isi import IsiPohon
from kinerja.aturan.lingkup import SELURUHNYA
from kinerja.aturan.pemeriksaan import periksa
from kinerja.baris import Kolom, render_simpul
from kinerja.isi_pohon import baca_sebagian
from kinerja.lembar_pohon import Permintaan, kolom_dokumen, lembar_pohon
from kinerja.models import Pohon, Simpul
from kinerja.models.tahapan import KartuTahap
from kinerja.mutu_pohon import pengaturan_pemda
from kinerja.tanda_kotak import tanda_kotak

UANG = frozenset({"pagu", "klaim"})
BENTUK = frozenset({"induk", "setelah", "jenjang"})
BARIS_PALING_BANYAK = 400
"""Beyond this many boxes the whole table comes anew."""
BANYAK_CABANG = 20
"""Up to this many boxes are read with their branches only."""

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
    """``baris``: rows drawn anew by box; with ``susunan`` when the shape changed; or ``tabel``:
    all rows, when too much changed or who may edit what.

    ``kotak``: the boxes that changed, where the caller knows them, ``tambah``: others to draw
    anew with them; ``muat`` asks for all rows.
    """
    daftar = list(perubahan)
    bentuk = [p for p in daftar if _mengubah_bentuk(p)]
    seluruh = SELURUHNYA in minta.lingkup or not minta.lingkup
    if not muat and (seluruh or not bentuk) and all(p["jenis"] != "pohon" for p in daftar):
        if kotak is None:
            kotak = kotak_berubah(pohon, daftar, _induk(bentuk))
        kotak |= tambah or set()
        if len(kotak) <= BARIS_PALING_BANYAK:
            return {"versi": pohon.versi} | _sebagian(pohon, daftar, bentuk, minta, kotak, kartu)
    return {"versi": pohon.versi, "tabel": lembar_pohon(pohon, minta).baris}


def baris_berubah(
    pohon: Pohon,
    pk: Collection[int],
    minta: Permintaan,
    *,
    atas: bool = False,
    kartu: KartuTahap | None = None,
) -> dict[int, SafeString]:
    """The rows of some boxes, with ``atas`` those above them too, drawn anew without the rest.

    A row keeps the step of "open to" (data-j) it has on the page: it depends on all boxes. So do
    the quality rules: their codes come with the next news.
    """
    sedikit = not atas and len(pk) <= BANYAK_CABANG and SELURUHNYA in minta.lingkup
    return _gambar(*_baca(pohon, pk, minta, atas=atas, cabang=sedikit, kartu=kartu))


def kotak_berubah(
    pohon: Pohon, daftar: list[Baris], tambah: frozenset[str] = frozenset()
) -> set[int]:
    """The boxes that the rows stand in, and those with the uids ``tambah``.

    An indicator that is gone names its box itself.
    """
    uid = {str(p["kunci"][0]) for p in daftar if p["jenis"] != "pohon"} | tambah
    uid |= {isi["simpul"] for p in daftar if p["jenis"] == "indikator"
            for isi in (p["sebelum"], p["sesudah"]) if isi and "simpul" in isi}  # fmt: skip
    milik = Simpul.objects.tampak().filter(pohon=pohon)
    pk = milik.filter(Q(uid__in=uid) | Q(indikator__uid__in=uid)).values_list("pk", flat=True)
    return set(pk)


def _sebagian(
    pohon: Pohon,
    daftar: list[Baris],
    bentuk: list[Baris],
    minta: Permintaan,
    kotak: set[int],
    kartu: KartuTahap | None,
) -> dict[str, Any]:
    if not bentuk:
        atas = any(p["jenis"] in UANG for p in daftar)
        baris = baris_berubah(pohon, kotak, minta, atas=atas, kartu=kartu) if kotak else {}
        return {"baris": baris}
    semua, isi, kolom = _baca(pohon, kotak, minta, atas=True, kartu=kartu)
    return {"baris": _gambar(semua, isi, kolom), "susunan": _susunan(semua, bentuk, kolom)}


def _susunan(semua: IsiPohon, bentuk: list[Baris], kolom: Kolom) -> dict[str, Any]:
    """``urutan``: by box (0: the document) the boxes below it, where they changed; ``pindah``:
    the boxes that are new or elsewhere; ``langkah``: the step of "open to" by jenjang.
    """
    anak: dict[int, list[int]] = {}
    for s in semua.simpul:
        anak.setdefault(s.induk or 0, []).append(s.id)
    pk = {s.uid: s.id for s in semua.simpul} | {semua.akar.uid: 0}
    return {
        "urutan": {pk[uid]: anak.get(pk[uid], []) for uid in _induk(bentuk) if uid in pk},
        "pindah": [pk[p["kunci"][0]] for p in bentuk if p["kunci"][0] in pk],
        "langkah": kolom.peringkat,
    }


def _baca(
    pohon: Pohon, pk: Collection[int], minta: Permintaan, **cara: Any
) -> tuple[IsiPohon, IsiPohon, Kolom]:
    """All boxes with their sums, the asked ones complete, what their rows share."""
    semua, isi = baca_sebagian(pohon, pk, tahun=minta.tahun, tahap=minta.tahap, **cara)
    pengaturan = pengaturan_pemda(pohon.perangkat_daerah)
    return semua, isi, kolom_dokumen(semua, minta, pengaturan, tanda_kotak(pohon))


def _gambar(semua: IsiPohon, isi: IsiPohon, kolom: Kolom) -> dict[int, SafeString]:
    kode: dict[str, list[str]] = {}
    for t in periksa(isi):
        kode.setdefault(t.letak.simpul, []).append(t.kode)
    return {s.id: render_simpul(s, kolom, dict.fromkeys(kode.get(s.uid, ()))) for s in isi.simpul}


def _induk(bentuk: list[Baris]) -> frozenset[str]:
    """Uids of the boxes that lost or got some below them, or whose order changed."""
    isi = (isi for p in bentuk for isi in (p["sebelum"], p["sesudah"]) if isi)
    return frozenset(satu["induk"] for satu in isi if satu.get("induk"))


def _mengubah_bentuk(p: Baris) -> bool:
    if p["jenis"] != "simpul":
        return False
    return p["sebelum"] is None or p["sesudah"] is None or bool(BENTUK & p["sesudah"].keys())
