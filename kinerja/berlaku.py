"""Typed values in force: of each year the row of the last stage that has one."""

from __future__ import annotations

from kinerja.models import Baseline, KlaimPagu, Pagu, Pohon, Simpul, Target
from kinerja.models.tahapan import KartuTahap, Tahapan, terakhir
from kinerja.pilihan import JenisKlaim

Masa = tuple[int, int]
"""Year and quarter, 0 for the year."""


def tahapan_berlaku(pohon: Pohon, tahun: int, tahap: str = "") -> Tahapan:
    """The agency's stages; a named one hides the later ones of its year."""
    return KartuTahap.baca(pohon.perangkat_daerah_id).berlaku(tahun, tahap)


def tahap_ditulis(pohon: Pohon, tahun: int, tahap: str = "") -> dict[int, str]:
    """The stage that an edit of each target year writes: the last one opened, MURNI when none.

    In ``tahun`` it is the named stage.
    """
    kartu = KartuTahap.baca(pohon.perangkat_daerah_id)
    hasil = {t: kartu.ditulis(t) for t in pohon.periode.daftar_tahun()}
    return hasil | ({tahun: tahap} if tahap else {})


def target_mentah(simpul: Simpul, tahapan: Tahapan) -> dict[int, dict[Masa, str]]:
    """Targets of a box as typed, {indikator: {(tahun, triwulan): mentah}}."""
    baris = Target.objects.filter(indikator__simpul=simpul)
    kolom = baris.values_list("indikator_id", "tahun", "triwulan", "tahap_id", "mentah")
    hasil: dict[int, dict[Masa, str]] = {}
    for (indikator, *masa), (mentah,) in terakhir(
        (((i, t, m), tahap, mentah) for i, t, m, tahap, mentah in kolom), tahapan
    ).items():
        tahun, triwulan = masa
        hasil.setdefault(indikator, {})[tahun, triwulan] = mentah
    return hasil


def awal_mentah(simpul: Simpul) -> dict[int, dict[int, str]]:
    """Start values of a box as typed, {indikator: {tahun: mentah}}."""
    hasil: dict[int, dict[int, str]] = {}
    baris = Baseline.objects.filter(indikator__simpul=simpul)
    for indikator, tahun, mentah in baris.values_list("indikator_id", "tahun", "mentah"):
        hasil.setdefault(indikator, {})[tahun] = mentah
    return hasil


def uang_mentah(simpul: Simpul, tahun: int, tahapan: Tahapan) -> tuple[dict[str, str], str]:
    """Pagu of a box as typed by fund, and its claim."""
    pagu = Pagu.objects.filter(simpul=simpul, tahun=tahun).order_by("sumber_dana", "pk")
    klaim = KlaimPagu.objects.filter(simpul=simpul, tahun=tahun, jenis=JenisKlaim.PAGU)
    milik = terakhir(pagu.values_list("sumber_dana", "tahap_id", "mentah"), tahapan)
    tertulis = terakhir(klaim.values_list("jenis", "tahap_id", "mentah"), tahapan)
    return {s: m for s, (m,) in milik.items()}, tertulis.get(JenisKlaim.PAGU, ("",))[0]
