"""Reads a Pohon into the matrix: a constant number of queries, whatever the tree's size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from cascading.matriks import Matriks, susun
from cascading.matriks_catatan import susun_catatan
from cascading.matriks_isi import IndikatorIsi, IsiMatriks, PaguIsi, SimpulIsi
from cascading.set_kolom import TINGKAT, DaftarKolom
from kinerja.aturan.isi import IsiIndikator, IsiPohon, IsiSimpul
from kinerja.aturan.temuan import tolak
from kinerja.isi_pohon import baca_isi
from kinerja.models import (
    Indikator,
    Penggantian,
    Pohon,
    Simpul,
    SimpulLabel,
    SimpulPengampu,
    Tahap,
)
from kinerja.pilihan import JenisPohon

UNGGULAN = "unggulan"
"""Labels whose kind has this word are printed in the column Program Unggulan."""

_KOLOM_LAIN = (
    *("indikator_induk_id", "mendukung_id", "pengampu_tertulis"),
    *("tahun_mulai", "tahun_sampai"),
)
_KOLOM_RUJUKAN = ("id", "induk_id", "jenjang", "kode", "nama", "kinerja", "pengampu_tertulis")


def matriks_pohon(
    pohon: Pohon, daftar: DaftarKolom, *, tahun: int, tahap: str = "", seluruh: bool = False
) -> Matriks:
    """The cascading table of a document in one column set, year and stage; ``seluruh``: with
    boxes that do not hold in that year, the replaced ones struck out.
    """
    isi = baca_matriks(pohon, tahun=tahun, tahap=tahap, seluruh=seluruh)
    return susun(isi, daftar, judul_jumlah=judul_jumlah(pohon, tahun, tahap))


def judul_jumlah(pohon: Pohon, tahun: int, tahap: str = "") -> str:
    """What stands before the total."""
    nama = nama_tahap(pohon, tahun, tahap)
    return f"JUMLAH PAGU TAHUN {tahun}" + (f" ({nama.upper()})" if nama else "")


def nama_tahap(pohon: Pohon, tahun: int, tahap: str = "") -> str:
    """The stage as printed: the named one, else the last one opened in the year."""
    daftar = Tahap.objects.sampai(pohon.perangkat_daerah, tahun, tahap)
    terakhir = daftar.last()
    return terakhir.nama if terakhir else ""


def ada_pengganti(pohon: Pohon) -> bool:
    """Does a box of the document replace another one?"""
    return Penggantian.objects.filter(pengganti__pohon=pohon).exists()


def baca_matriks(pohon: Pohon, *, tahun: int, tahap: str = "", seluruh: bool = False) -> IsiMatriks:
    """Everything a cascading table can print of a document. One reading serves all sets.

    Raises AturanDilanggar for a document of conditions, which has no such levels.
    """
    if pohon.jenis == JenisPohon.POHON_KINERJA:
        pesan = (
            "Pohon kinerja berisi kondisi, bukan program dan kegiatan; "
            "cetak tabel cascading dari dokumen Cascading atau RPJMD."
        )
        raise tolak("BUKAN_CASCADING", pesan)
    isi = baca_isi(pohon, tahun=tahun, tahap=tahap)
    lain = _baca_lain(pohon)
    tertulis = Indikator.objects.filter(pohon=pohon).values_list("pk", "formulasi", "nomor")
    rumus = {pk: (formulasi, nomor) for pk, formulasi, nomor in tertulis}
    ganti = _penggantian(pohon) if seluruh else {}
    dicoret = _dicoret(isi.simpul, ganti)
    pengampu = _pengampu(SimpulPengampu.objects.filter(simpul__pohon=pohon))
    unggulan = _unggulan(pohon)
    simpul = tuple(
        replace(
            _simpul(s, lain[s.id], rumus, pengampu.get(s.id, ""), unggulan.get(s.id, "")),
            dicoret=s.id in dicoret,
        )
        for s in (isi.simpul if seluruh else _berlaku(isi.simpul, lain, tahun))
        if s.jenjang.lower() in TINGKAT
    )
    return _isi_matriks(pohon, isi, simpul, tahun, ganti)


def _penggantian(pohon: Pohon) -> dict[int, tuple[str, ...]]:
    """The successors of each replaced box."""
    hasil: dict[int, tuple[str, ...]] = {}
    daftar = Penggantian.objects.filter(lama__pohon=pohon).order_by("pk")
    for lama, baru in daftar.values_list("lama_id", "pengganti_id"):
        hasil[lama] = (*hasil.get(lama, ()), str(baru))
    return hasil


def _dicoret(daftar: Iterable[IsiSimpul], ganti: Mapping[int, object]) -> set[int]:
    """Replaced boxes and all below them."""
    hasil: set[int] = set()
    for s in daftar:
        if s.id in ganti or s.induk in hasil:
            hasil.add(s.id)
    return hasil


def _isi_matriks(
    pohon: Pohon,
    isi: IsiPohon,
    simpul: tuple[SimpulIsi, ...],
    tahun: int,
    ganti: Mapping[int, tuple[str, ...]],
) -> IsiMatriks:
    semua = [isi.akar, *isi.simpul]
    return IsiMatriks(
        simpul=simpul,
        tahun=tahun,
        akar=str(isi.akar.id),
        perangkat_daerah=pohon.perangkat_daerah.nama,
        rujukan=_rujukan({s.mendukung for s in simpul if s.mendukung}),
        jumlah={str(s.id): s.jumlah for s in semua if s.jumlah},
        pagu={str(s.id): _pagu(s) for s in semua if s.pagu},
        klaim_mentah={str(s.id): s.klaim.mentah for s in semua if s.klaim},
        catatan=susun_catatan(isi),
        penggantian={str(lama): baru for lama, baru in ganti.items()},
    )


def _pagu(s: IsiSimpul) -> PaguIsi:
    mentah = tuple(p.mentah for p in s.pagu)
    return PaguIsi(mentah, sum(p.nilai is not None for p in s.pagu))


def _baca_lain(pohon: Pohon) -> dict[int, tuple[Any, ...]]:
    daftar = Simpul.objects.filter(pohon=pohon).values_list("id", *_KOLOM_LAIN)
    return {pk: tuple(isi) for pk, *isi in daftar}


def _berlaku(
    daftar: Iterable[IsiSimpul], lain: Mapping[int, tuple[Any, ...]], tahun: int
) -> list[IsiSimpul]:
    """Without what does not hold in that year; what has money in it is never left out."""
    lewat: set[int] = set()
    hasil = []
    for s in daftar:
        *_, mulai, sampai = lain[s.id]
        di_luar = (mulai is not None and tahun < mulai) or (sampai is not None and tahun > sampai)
        if (di_luar or s.induk in lewat) and not s.ada_pagu:
            lewat.add(s.id)
        else:
            hasil.append(s)
    return hasil


def _simpul(
    s: IsiSimpul,
    lain: tuple[Any, ...],
    rumus: Mapping[int, tuple[list[str], str]],
    pengampu: str,
    unggulan: str,
) -> SimpulIsi:
    indikator_induk, mendukung, tertulis, mulai, sampai = lain
    return SimpulIsi(
        id=str(s.id),
        induk=str(s.induk) if s.induk else None,
        tingkat=s.jenjang.lower(),
        nama=s.nama,
        kinerja=s.kinerja,
        kode=s.kode,
        nomor=s.nomor,
        unit=s.unit,
        pengampu=pengampu or tertulis,
        unggulan=unggulan,
        indikator=tuple(_indikator(i, *rumus.get(i.id, ([], ""))) for i in s.indikator),
        indikator_induk=str(indikator_induk) if indikator_induk else None,
        mendukung=str(mendukung) if mendukung else None,
        mulai=mulai,
        sampai=sampai,
    )


def _indikator(i: IsiIndikator, formulasi: Iterable[str], nomor: str) -> IndikatorIsi:
    rumus = "\n\n".join(str(f) for f in formulasi if f)
    return IndikatorIsi(str(i.id), i.teks, i.satuan, rumus, i.target, nomor)


def _pengampu(baris: Any) -> dict[int, str]:
    daftar = baris.order_by("simpul_id", "pk").values_list("simpul_id", "perangkat_daerah__nama")
    return _gabung(daftar, "; ")


def _unggulan(pohon: Pohon) -> dict[int, str]:
    daftar = SimpulLabel.objects.filter(simpul__pohon=pohon, label__jenis__icontains=UNGGULAN)
    return _gabung(daftar.order_by("simpul_id", "pk").values_list("simpul_id", "label__nama"), "\n")


def _gabung(pasangan: Iterable[tuple[int, str]], pemisah: str) -> dict[int, str]:
    hasil: dict[int, list[str]] = {}
    for kunci, teks in pasangan:
        hasil.setdefault(kunci, []).append(teks)
    return {kunci: pemisah.join(teks) for kunci, teks in hasil.items()}


def _rujukan(mendukung: set[str]) -> dict[str, SimpulIsi]:
    """The RPJMD simpul that are supported, with all above them: three queries."""
    if not mendukung:
        return {}
    dokumen = Simpul.objects.filter(pk__in=mendukung).values("pohon_id")
    baris = Simpul.objects.filter(pohon__in=dokumen, induk__isnull=False)
    indikator: dict[int, list[IndikatorIsi]] = {}
    for pk, simpul, teks, satuan, rumus in (
        Indikator.objects.filter(pohon__in=dokumen)
        .order_by("simpul_id", "urutan", "pk")
        .values_list("pk", "simpul_id", "teks", "satuan", "formulasi")
    ):
        isi = IndikatorIsi(str(pk), teks, satuan, "\n\n".join(rumus))
        indikator.setdefault(simpul, []).append(isi)
    pengampu = _pengampu(SimpulPengampu.objects.filter(simpul__pohon__in=dokumen))
    return {
        str(pk): SimpulIsi(
            str(pk), str(induk), jenjang.lower(), nama, kinerja, kode,
            pengampu=pengampu.get(pk, "") or tertulis, indikator=tuple(indikator.get(pk, ())),
        )
        for pk, induk, jenjang, kode, nama, kinerja, tertulis in baris.values_list(*_KOLOM_RUJUKAN)
    }  # fmt: skip
