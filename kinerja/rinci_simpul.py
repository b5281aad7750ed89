"""Everything one box says, for the drawer beside the tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from kinerja.aturan.mutu.terima import Butir, butir
from kinerja.aturan.perbaikan import kalimat_perbaikan
from kinerja.berlaku import tahapan_berlaku
from kinerja.gambar.batang import batang
from kinerja.isi_pohon import teks_nilai
from kinerja.jejak_kotak import JejakKotak, jejak_kotak
from kinerja.lembar_pohon import CatatanSimpul, catatan_simpul
from kinerja.models import (
    Baseline,
    Indikator,
    KlaimPagu,
    Pagu,
    Simpul,
    Target,
)
from kinerja.models.tahapan import terakhir
from kinerja.penanggung import nama_penanggung, teks_penanggung
from kinerja.pilihan import JenisKlaim, Triwulan
from kinerja.rinci_resmi import RinciResmi, rinci_resmi

Nilai = tuple[Any, ...]
"""A typed value as stored: (tahun, jenis, mentah, nilai, asal, alasan)."""
KOLOM = ("jenis", "mentah", "nilai", "asal", "alasan")
KOSONG = ("", "", None, "", "")


@dataclass(frozen=True)
class RinciIndikator:
    """An indicator and its values as printed: (tahun, teks) of the start and of the targets.

    ``triwulan`` are (name, text) of the quarters of the page's year, where there are some.
    ``gambar`` are bars over the first columns, ``perbaikan`` says which values the source wrote
    otherwise: (column, sentence).
    """

    indikator: Indikator
    penanggung: str
    perbaikan: tuple[tuple[str, str], ...]
    baseline: tuple[tuple[int, str], ...]
    target: tuple[tuple[int, str], ...]
    triwulan: tuple[tuple[str, str], ...]
    gambar: SafeString


@dataclass(frozen=True)
class RinciSimpul:
    """``jalur`` are the boxes above, from the top; ``uang`` the rows typed in this year;
    ``indikatif`` the ceiling that an earlier plan set.
    """

    simpul: Simpul
    tahun: int
    jalur: tuple[Simpul, ...]
    indikator: tuple[RinciIndikator, ...]
    uang: tuple[Pagu, ...]
    klaim: KlaimPagu | None
    indikatif: KlaimPagu | None
    selisih: int
    catatan: CatatanSimpul
    temuan: tuple[Butir, ...]
    resmi: RinciResmi | None
    jejak: JejakKotak


def rinci_simpul(simpul: Simpul, *, tahun: int, tahap: str = "") -> RinciSimpul:
    """Read one box with everything that hangs on it."""
    pohon = simpul.pohon
    daftar = list(simpul.indikator.order_by("urutan", "pk"))
    catatan = catatan_simpul(pohon, tahun, tahap)[str(simpul.uid)]
    jalur = tuple(simpul.get_ancestors().tampak())
    jumlah, klaim = catatan.jumlah, _klaim(simpul, tahun, tahap)
    return RinciSimpul(
        simpul=simpul,
        tahun=tahun,
        jalur=jalur,
        indikator=tuple(_indikator(daftar, simpul, tahun, tahap)),
        uang=tuple(
            simpul.pagu.filter(tahun=tahun)
            .select_related("tahap")
            .order_by("tahap__urutan", "sumber_dana", "pk")
        ),
        klaim=klaim.get(JenisKlaim.PAGU),
        indikatif=klaim.get(JenisKlaim.INDIKATIF),
        selisih=jumlah.nilai - (jumlah.tertulis or 0) if jumlah else 0,
        catatan=catatan,
        temuan=tuple(butir(t) for t in catatan.temuan),
        resmi=rinci_resmi(simpul, jalur, daftar),
        jejak=jejak_kotak(simpul),
    )


def _indikator(
    daftar: list[Indikator], simpul: Simpul, tahun: int, tahap: str
) -> list[RinciIndikator]:
    tahapan = tahapan_berlaku(simpul.pohon, tahun, tahap)
    target = Target.objects.filter(indikator__simpul=simpul)
    kolom = target.values_list("indikator_id", "tahun", "triwulan", "tahap_id", *KOLOM)
    berlaku = terakhir((((i, t, m), *isi) for i, t, m, *isi in kolom), tahapan)
    baseline = Baseline.objects.filter(indikator__simpul=simpul).order_by("tahun")
    awal: dict[int, list[Nilai]] = {}
    for pk, *isi in baseline.values_list("indikator_id", "tahun", *KOLOM):
        awal.setdefault(pk, []).append(tuple(isi))
    masa = [(t, Triwulan.SETAHUN) for t in simpul.pohon.periode.daftar_tahun()]
    masa += [(tahun, m) for m in Triwulan if m]
    nama = nama_penanggung([i.pk for i in daftar])
    return [
        _satu_indikator(
            i,
            nama.get(i.pk, []),
            awal.get(i.pk, []),
            [(*m, *berlaku.get((i.pk, *m), KOSONG)) for m in masa],
        )
        for i in daftar
    ]


def _satu_indikator(
    indikator: Indikator, penanggung: list[str], awal: list[Nilai], target: list[Nilai]
) -> RinciIndikator:
    """``target``: (tahun, triwulan, …) of each year, then of the quarters."""
    setahun = [(t, *isi) for t, m, *isi in target if m == Triwulan.SETAHUN]
    triwulan = [(str(Triwulan(m).label), *isi) for _, m, *isi in target if m != Triwulan.SETAHUN]
    gambar = batang([nilai for _, _, _, nilai, *_ in (*awal, *setahun)])
    berjudul = [(f"Kondisi awal {t}", *isi) for t, *isi in awal]
    berjudul += [(f"Target {t}", *isi) for t, *isi in setahun] + triwulan
    return RinciIndikator(
        indikator=indikator,
        penanggung=teks_penanggung(indikator.penanggung_jawab, penanggung),
        perbaikan=tuple(
            (judul, kalimat_perbaikan(asal, alasan)) for judul, *_, asal, alasan in berjudul if asal
        ),
        baseline=_tercetak(awal),
        target=_tercetak(setahun),
        triwulan=_tercetak(triwulan) if any(mentah for _, _, mentah, *_ in triwulan) else (),
        gambar=mark_safe(gambar),  # noqa: S308  numbers only
    )


def _tercetak(daftar: list[Nilai]) -> tuple[tuple[Any, str], ...]:
    return tuple((judul, teks_nilai(*isi)) for judul, *isi, _, _ in daftar)


def _klaim(simpul: Simpul, tahun: int, tahap: str) -> dict[str, KlaimPagu]:
    """What is in force of each kind."""
    tahapan = tahapan_berlaku(simpul.pohon, tahun, tahap)
    daftar = simpul.klaim_pagu.filter(tahun=tahun, tahap__in=tahapan)
    return {k.jenis: k for k in daftar.order_by("tahap__urutan")}
