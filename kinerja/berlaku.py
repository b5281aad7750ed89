"""Typed values in force: of each year the row of the last stage that has one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kinerja.models import KlaimPagu, Pagu, Pohon, Simpul, Tahap, Target
from kinerja.models.anggaran import MURNI
from kinerja.pilihan import JenisKlaim, Triwulan

Tahapan = dict[int, int]
"""Stages that count: primary key to urutan."""


def tahapan_berlaku(pohon: Pohon, tahun: int, tahap: str = "") -> Tahapan:
    """The agency's stages; a named one hides the later ones of its year."""
    semua = list(
        Tahap.objects.filter(perangkat_daerah=pohon.perangkat_daerah_id).values_list(
            "pk", "tahun", "urutan", "kode"
        )
    )
    batas = min((u for _, t, u, k in semua if t == tahun and k == tahap), default=None)
    return {
        pk: urutan for pk, t, urutan, _ in semua if t != tahun or batas is None or urutan <= batas
    }


def terakhir(baris: Iterable[tuple[Any, ...]], tahapan: Tahapan) -> dict[Any, tuple[Any, ...]]:
    """Rows (kunci, tahap, …) by key: the one of the last stage that counts."""
    hasil: dict[Any, tuple[Any, ...]] = {}
    urutan: dict[Any, int] = {}
    for kunci, tahap, *isi in baris:
        ke = tahapan.get(tahap)
        if ke is not None and ke >= urutan.get(kunci, 0):
            urutan[kunci], hasil[kunci] = ke, tuple(isi)
    return hasil


def tahap_ditulis(pohon: Pohon, tahun: int, tahap: str = "") -> dict[int, str]:
    """The stage that an edit of each target year writes: the last one opened, MURNI when none.

    In ``tahun`` it is the named stage.
    """
    hasil = dict.fromkeys(pohon.periode.daftar_tahun(), MURNI)
    daftar = Tahap.objects.filter(perangkat_daerah=pohon.perangkat_daerah_id).order_by("urutan")
    for t, kode in daftar.values_list("tahun", "kode"):
        if t in hasil:
            hasil[t] = kode
    return hasil | ({tahun: tahap} if tahap else {})


def target_mentah(simpul: Simpul, tahapan: Tahapan) -> dict[int, dict[int, str]]:
    """Targets of a box as typed, {indikator: {tahun: mentah}}."""
    baris = Target.objects.filter(indikator__simpul=simpul, triwulan=Triwulan.SETAHUN)
    kolom = baris.values_list("indikator_id", "tahun", "tahap_id", "mentah")
    hasil: dict[int, dict[int, str]] = {}
    for (indikator, tahun), (mentah,) in terakhir(
        (((i, t), tahap, mentah) for i, t, tahap, mentah in kolom), tahapan
    ).items():
        hasil.setdefault(indikator, {})[tahun] = mentah
    return hasil


def uang_mentah(simpul: Simpul, tahun: int, tahapan: Tahapan) -> tuple[dict[str, str], str]:
    """Pagu of a box as typed by fund, and its claim."""
    pagu = Pagu.objects.filter(simpul=simpul, tahun=tahun).order_by("sumber_dana", "pk")
    klaim = KlaimPagu.objects.filter(simpul=simpul, tahun=tahun, jenis=JenisKlaim.PAGU)
    milik = terakhir(pagu.values_list("sumber_dana", "tahap_id", "mentah"), tahapan)
    tertulis = terakhir(klaim.values_list("jenis", "tahap_id", "mentah"), tahapan)
    return {s: m for s, (m,) in milik.items()}, tertulis.get(JenisKlaim.PAGU, ("",))[0]
