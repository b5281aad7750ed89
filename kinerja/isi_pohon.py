"""Reads a document into light rows with six queries, whatever its size.

``baca_isi`` is the only way from the tables to ``IsiPohon``: tree page, matrix and commands use it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from kinerja.aturan.anggaran import jumlahkan
from kinerja.aturan.angka import baca_target, format_angka
from kinerja.aturan.isi import IsiIndikator, IsiPagu, IsiPohon, IsiSimpul
from kinerja.berlaku import Tahapan, tahapan_berlaku, terakhir
from kinerja.models import Indikator, KlaimPagu, Pagu, Pohon, Simpul, Target
from kinerja.pilihan import JenisKlaim, JenisNilai, Triwulan

KOLOM_SIMPUL = (
    *("id", "uid", "induk_id", "level", "jenjang", "kode", "nomor"),
    *("nama", "kinerja", "unit__nama", "unit_id", "tahun_mulai", "varian"),
)
"""In the order of the fields of IsiSimpul."""


def baca_isi(pohon: Pohon, *, tahun: int, tahap: str = "") -> IsiPohon:
    """The document in one year. The stage caps that year only; "" is the last one opened."""
    tahapan = tahapan_berlaku(pohon, tahun, tahap)
    akar, daftar = _simpul(pohon)
    milik = {simpul.id: simpul for simpul in (akar, *daftar)}
    _pasang_indikator(pohon, milik, tahapan)
    _pasang_uang(pohon, milik, tahun, tahapan)
    isi = IsiPohon(
        jenis=pohon.jenis,
        tahun=tahun,
        daftar_tahun=pohon.periode.daftar_tahun(),
        simpul=daftar,
        akar=akar,
    )
    _jumlahkan(isi)
    return isi


def baca_isi_per_tahun(pohon: Pohon) -> Iterator[IsiPohon]:
    """The document in each target year in turn; its boxes are the same rows, with other money."""
    daftar_tahun = pohon.periode.daftar_tahun()
    isi = baca_isi(pohon, tahun=daftar_tahun[0])
    yield isi
    tahapan = tahapan_berlaku(pohon, daftar_tahun[0])
    semua = {simpul.id: simpul for simpul in (isi.akar, *isi.simpul)}
    for tahun in daftar_tahun[1:]:
        for simpul in semua.values():
            simpul.pagu, simpul.klaim, simpul.ada_pagu = [], None, False
        _pasang_uang(pohon, semua, tahun, tahapan)
        isi.tahun = tahun
        _jumlahkan(isi)
        yield isi


def teks_nilai(jenis: str, mentah: str, nilai: Decimal | None) -> str:
    """A stored value as it is printed: numbers in Indonesian form, with the decimals typed."""
    if jenis != JenisNilai.ANGKA or nilai is None:
        return mentah
    tertulis = baca_target(mentah).nilai.angka  # the column drops the last zero of "95,50"
    return format_angka(tertulis if tertulis == nilai else nilai.normalize())


def _simpul(pohon: Pohon) -> tuple[IsiSimpul, list[IsiSimpul]]:
    baris = Simpul.objects.filter(pohon=pohon).order_by("lft").values_list(*KOLOM_SIMPUL)
    akar, *daftar = [IsiSimpul(*kolom) for kolom in baris]
    milik = {simpul.id: simpul for simpul in daftar}
    for simpul in (akar, *daftar):
        simpul.uid, simpul.unit = str(simpul.uid), simpul.unit or ""
    for simpul in daftar:
        if simpul.induk == akar.id:
            simpul.induk = None
        elif simpul.induk is not None:
            milik[simpul.induk].jumlah_anak += 1
    return akar, daftar


def _pasang_indikator(pohon: Pohon, milik: dict[int, IsiSimpul], tahapan: Tahapan) -> None:
    target = _target(pohon, tahapan)
    daftar = Indikator.objects.filter(pohon=pohon).order_by("simpul_id", "urutan", "pk")
    for simpul, pk, uid, teks, satuan in daftar.values_list(
        "simpul_id", "pk", "uid", "teks", "satuan"
    ):
        milik[simpul].indikator.append(IsiIndikator(pk, str(uid), teks, satuan, target.get(pk, {})))


def _target(pohon: Pohon, tahapan: Tahapan) -> dict[int, dict[int, str]]:
    """Printed targets as {indikator: {tahun: teks}}."""
    baris = Target.objects.filter(indikator__pohon=pohon, triwulan=Triwulan.SETAHUN).values_list(
        "indikator_id", "tahun", "tahap_id", "jenis", "mentah", "nilai"
    )
    berlaku = terakhir((((i, t), *isi) for i, t, *isi in baris), tahapan)
    tercetak: dict[tuple[Any, ...], str] = {}
    hasil: dict[int, dict[int, str]] = {}
    for (indikator, tahun), isi in berlaku.items():
        if isi not in tercetak:
            tercetak[isi] = teks_nilai(*isi)
        hasil.setdefault(indikator, {})[tahun] = tercetak[isi]
    return hasil


def _pasang_uang(pohon: Pohon, milik: dict[int, IsiSimpul], tahun: int, tahapan: Tahapan) -> None:
    """Pagu of each fund and the claim of each box, as in force."""
    pagu = _uang(Pagu.objects.filter(simpul__pohon=pohon, tahun=tahun), "sumber_dana", tahapan)
    for (simpul, sumber_dana), (mentah, nilai) in pagu.items():
        milik[simpul].pagu.append(IsiPagu(mentah, nilai, sumber_dana))
    klaim = KlaimPagu.objects.filter(simpul__pohon=pohon, tahun=tahun, jenis=JenisKlaim.PAGU)
    for (simpul, _), (mentah, nilai) in _uang(klaim, "jenis", tahapan).items():
        milik[simpul].klaim = IsiPagu(mentah, nilai)


def _uang(baris: QuerySet[Any], pembeda: str, tahapan: Tahapan) -> dict[Any, tuple[Any, ...]]:
    daftar = baris.order_by("simpul_id", pembeda, "pk").values_list(
        "simpul_id", pembeda, "tahap_id", "mentah", "nilai"
    )
    return terakhir((((s, p), *isi) for s, p, *isi in daftar), tahapan)


def _jumlahkan(isi: IsiPohon) -> None:
    """Roll the amounts up; the hidden root holds the total."""
    semua = [isi.akar, *isi.simpul]
    induk = {s.id: s.induk or isi.akar.id for s in isi.simpul}
    jumlah = jumlahkan(
        [(s.id, induk.get(s.id), s.jenjang) for s in semua],
        {s.id: [p.nilai for p in s.pagu] for s in semua if s.pagu},
        {s.id: s.klaim.nilai for s in semua if s.klaim},
    )
    milik = {s.id: s for s in semua}
    for simpul in reversed(semua):
        simpul.jumlah = jumlah[simpul.id]
        simpul.ada_pagu = simpul.ada_pagu or bool(simpul.pagu)
        if simpul.ada_pagu and (atas := milik.get(induk.get(simpul.id, 0))):
            atas.ada_pagu = True
