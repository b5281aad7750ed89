"""Reads a document into light rows with six queries, whatever its size.

``baca_isi`` is the only way from the tables to ``IsiPohon``: tree page, matrix and commands use it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value

from kinerja.aturan.anggaran import jumlahkan
from kinerja.aturan.angka import baca_target, format_angka
from kinerja.aturan.isi import (
    IsiIndikator,
    IsiPagu,
    IsiPohon,
    IsiSimpul,
    RinciIndikator,
    Triwulanan,
)
from kinerja.berlaku import tahapan_berlaku
from kinerja.isi_baris import KOLOM, KOLOM_LABEL, KOLOM_LEMBAGA, kotak_dari_baris
from kinerja.models import (
    Baseline,
    Indikator,
    KlaimPagu,
    Pagu,
    PenanggungJabatan,
    PenanggungLembaga,
    Penugasan,
    Pohon,
    Simpul,
    Target,
)
from kinerja.models.tahapan import KartuTahap, Tahapan, terakhir
from kinerja.pilihan import JenisKlaim, JenisNilai, PeranTugas, Triwulan

SEMUA = Q()
_Target = dict[tuple[int, int], tuple[str, str, Decimal | None]]
"""By year and quarter (0: the year): as printed, as typed, as a number."""
KOLOM_TARGET = ("tahun", "triwulan", "tahap_id", "jenis", "mentah", "nilai")
KOLOM_INDIKATOR = ("uid", "teks", "satuan", "agregasi")
KOLOM_RINCI = (
    *("arah", "frekuensi", "formulasi", "definisi", "sumber_data", "penanggung_jawab", "utama"),
    "ditanggung",
)
"""Fields of RinciIndikator."""
DITANGGUNG = Exists(PenanggungJabatan.objects.filter(indikator=OuterRef("pk"))) | Exists(
    PenanggungLembaga.objects.filter(indikator=OuterRef("pk"))
)
KONDISI_AWAL = -1
"""Stands for a quarter in rows that are start values."""


def baca_isi(
    pohon: Pohon, *, tahun: int, tahap: str = "", kartu: KartuTahap | None = None
) -> IsiPohon:
    """The document in one year. The stage caps that year only; "" is the last one opened.

    ``kartu``: the agency's stages, where they have been read already.
    """
    tahapan = kartu.berlaku(tahun, tahap) if kartu else tahapan_berlaku(pohon, tahun, tahap)
    akar, daftar = _simpul(pohon)
    milik = {simpul.id: simpul for simpul in (akar, *daftar)}
    _pasang_indikator(pohon, milik, tahapan)
    _pasang_uang(pohon, milik, tahun, tahapan)
    isi = _isi(pohon, tahun, akar, daftar)
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


def baca_sebagian(
    pohon: Pohon,
    pk: Collection[int],
    *,
    tahun: int,
    tahap: str = "",
    atas: bool = False,
    cabang: bool = False,
    kartu: KartuTahap | None = None,
) -> tuple[IsiPohon, IsiPohon]:
    """Some boxes of a document, with ``atas`` those above them too; four queries at any size.

    Answers all boxes with their sums but without indicators, and the asked ones complete.
    ``cabang`` reads the asked boxes and what is below them only: enough where no sum moved.
    """
    kartu = kartu or KartuTahap.baca(pohon.perangkat_daerah_id)
    tahapan = kartu.berlaku(tahun, tahap)
    akar, daftar = _simpul(pohon, _di_cabang(pk) if cabang else SEMUA)
    milik = {simpul.id: simpul for simpul in (akar, *daftar)}
    _pasang_uang(pohon, milik, tahun, tahapan, cabang=cabang)
    semua = _isi(pohon, tahun, akar, daftar)
    _jumlahkan(semua)
    diminta = _dengan_atas(milik, pk) if atas else set(pk)
    sebagian = [simpul for simpul in daftar if simpul.id in diminta]
    _pasang_indikator_dari(milik, diminta, tahapan)
    return semua, _isi(pohon, tahun, akar, sebagian)


def teks_nilai(jenis: str, mentah: str, nilai: Decimal | None) -> str:
    """A stored value as it is printed: numbers in Indonesian form, with the decimals typed."""
    if jenis != JenisNilai.ANGKA or nilai is None:
        return mentah
    tertulis = baca_target(mentah).nilai.angka  # the column drops the last zero of "95,50"
    return format_angka(tertulis if tertulis == nilai else nilai.normalize())


def _isi(pohon: Pohon, tahun: int, akar: IsiSimpul, daftar: list[IsiSimpul]) -> IsiPohon:
    return IsiPohon(
        jenis=pohon.jenis,
        tahun=tahun,
        daftar_tahun=pohon.periode.daftar_tahun(),
        simpul=daftar,
        akar=akar,
    )


def _dengan_atas(milik: dict[int, IsiSimpul], pk: Collection[int]) -> set[int]:
    """The boxes with all above them."""
    hasil: set[int] = set()
    for satu in pk:
        atas: int | None = satu
        while atas is not None and atas not in hasil and atas in milik:
            hasil.add(atas)
            atas = milik[atas].induk
    return hasil


def _di_cabang(pk: Collection[int]) -> Q:
    """The hidden root, and boxes at or below some."""
    di_atas = Simpul.objects.filter(
        pk__in=pk, tree_id=OuterRef("tree_id"), lft__lte=OuterRef("lft"), rght__gte=OuterRef("rght")
    )
    return Q(level=0) | Q(Exists(di_atas.order_by()))


def _simpul(pohon: Pohon, hanya: Q = SEMUA) -> tuple[IsiSimpul, list[IsiSimpul]]:
    tugas = Penugasan.objects.filter(simpul=OuterRef("pk"), peran=PeranTugas.PENANGGUNG_JAWAB)
    daftar_simpul = Simpul.objects.filter(hanya, pohon=pohon).order_by(
        "lft", *KOLOM_LABEL[1:], KOLOM_LEMBAGA
    )
    daftar_simpul = daftar_simpul.annotate(dijawab=Exists(tugas.order_by()))
    akar, *daftar = kotak_dari_baris(daftar_simpul.values_list(*KOLOM))
    milik = {simpul.id: simpul for simpul in daftar}
    for simpul in (akar, *daftar):
        simpul.uid, simpul.unit = str(simpul.uid), simpul.unit or ""
    for simpul in daftar:
        if simpul.induk == akar.id:
            simpul.induk = None
        elif simpul.induk in milik:
            milik[simpul.induk].jumlah_anak += 1
    return akar, daftar


def _pasang_indikator(pohon: Pohon, milik: dict[int, IsiSimpul], tahapan: Tahapan) -> None:
    """With their start values, read together with the targets."""
    target = Target.objects.filter(indikator__pohon=pohon)
    awal = Baseline.objects.filter(indikator__pohon=pohon, nilai__isnull=False)
    awal = awal.annotate(triwulan=Value(KONDISI_AWAL), tahap_id=Value(0))
    kolom = ("indikator_id", *KOLOM_TARGET)
    baris = list(target.values_list(*kolom).union(awal.values_list(*kolom), all=True))
    nilai = _target((b for b in baris if b[2] != KONDISI_AWAL), tahapan)
    mulai: dict[int, list[tuple[int, Decimal]]] = {}
    for pk, tahun, masa, *_, angka in baris:
        if masa == KONDISI_AWAL:
            mulai.setdefault(pk, []).append((tahun, angka))
    daftar = Indikator.objects.filter(pohon=pohon).order_by("simpul_id", "urutan", "pk")
    daftar = daftar.annotate(ditanggung=DITANGGUNG)
    banyak = len(KOLOM_INDIKATOR)
    for simpul, pk, *isi in daftar.values_list("simpul_id", "pk", *KOLOM_INDIKATOR, *KOLOM_RINCI):
        indikator = _indikator(pk, isi[:banyak], nilai.get(pk, {}))
        isi_rinci: dict[str, Any] = dict(zip(KOLOM_RINCI, isi[banyak:], strict=True))
        isi_rinci["formulasi"] = tuple(map(str, isi_rinci["formulasi"]))
        awal_urut = tuple(sorted(mulai.get(pk, ())))
        indikator.rinci = RinciIndikator(**isi_rinci, baseline=awal_urut)
        milik[simpul].indikator.append(indikator)


def _pasang_indikator_dari(
    milik: dict[int, IsiSimpul], pk: Collection[int], tahapan: Tahapan
) -> None:
    """The same for a few boxes, indicators and targets in one query."""
    daftar = Indikator.objects.filter(simpul__in=pk).order_by("simpul_id", "urutan", "pk")
    kolom = ("simpul_id", "pk", *KOLOM_INDIKATOR)
    banyak = len(kolom)
    baris: list[Any] = list(daftar.values_list(*kolom, *(f"target__{m}" for m in KOLOM_TARGET)))
    nilai = ((b[1], *b[banyak:]) for b in baris if b[banyak] is not None)
    target = _target(nilai, tahapan)
    for simpul, i, *isi in dict.fromkeys(b[:banyak] for b in baris):
        milik[simpul].indikator.append(_indikator(i, isi, target.get(i, {})))


def _indikator(pk: int, isi: list[Any], target: _Target) -> IsiIndikator:
    """``isi`` in the order of KOLOM_INDIKATOR."""
    uid, teks, satuan, agregasi = isi
    setahun = {tahun: nilai for (tahun, masa), nilai in target.items() if masa == Triwulan.SETAHUN}
    return IsiIndikator(
        pk,
        str(uid),
        teks,
        satuan,
        {tahun: tercetak for tahun, (tercetak, _, _) in setahun.items()},
        {tahun: mentah for tahun, (tercetak, mentah, _) in setahun.items() if mentah != tercetak},
        agregasi,
        _triwulan(target) if len(setahun) < len(target) else {},
        {tahun: angka for tahun, (_, _, angka) in setahun.items() if angka is not None},
    )


def _triwulan(target: _Target) -> dict[int, Triwulanan]:
    """The numbers of the years that have quarters."""
    hasil: dict[int, Triwulanan] = {}
    for (tahun, masa), (_, _, angka) in target.items():
        if masa != Triwulan.SETAHUN and angka is not None:
            hasil.setdefault(tahun, Triwulanan()).nilai[masa] = angka
    for tahun, milik in hasil.items():
        milik.setahun = target.get((tahun, int(Triwulan.SETAHUN)), ("", "", None))[2]
    return hasil


def _target(baris: Iterable[tuple[Any, ...]], tahapan: Tahapan) -> dict[int, _Target]:
    """Targets in force by indicator, from its id and the columns of KOLOM_TARGET."""
    berlaku = terakhir((((i, t, m), *isi) for i, t, m, *isi in baris), tahapan)
    tercetak: dict[tuple[Any, ...], str] = {}
    hasil: dict[int, _Target] = {}
    for (indikator, tahun, masa), isi in berlaku.items():
        if isi not in tercetak:
            tercetak[isi] = teks_nilai(*isi)
        hasil.setdefault(indikator, {})[tahun, masa] = (tercetak[isi], *isi[1:])
    return hasil


def _pasang_uang(
    pohon: Pohon,
    milik: dict[int, IsiSimpul],
    tahun: int,
    tahapan: Tahapan,
    *,
    cabang: bool = False,
) -> None:
    """Pagu of each fund and the claim of each box, as in force."""
    di = Q(simpul__in=list(milik)) if cabang else Q(simpul__pohon=pohon)
    pagu = Pagu.objects.filter(di, tahun=tahun)
    klaim = KlaimPagu.objects.filter(di, tahun=tahun, jenis=JenisKlaim.PAGU)
    baris = _uang(pagu, "sumber_dana", 0).union(_uang(klaim, "jenis", 1), all=True)
    berlaku = terakhir((((s, k, p), *isi) for s, k, p, *isi in sorted(baris, key=_urutan)), tahapan)
    for (simpul, adalah_klaim, sumber_dana), (mentah, nilai) in berlaku.items():
        if adalah_klaim:
            milik[simpul].klaim = IsiPagu(mentah, nilai)
        else:
            milik[simpul].pagu.append(IsiPagu(mentah, nilai, sumber_dana))


def _uang(baris: QuerySet[Any], pembeda: str, klaim: int) -> QuerySet[Any]:
    daftar = baris.annotate(klaim=Value(klaim), pembeda=F(pembeda))
    return daftar.values_list("simpul_id", "klaim", "pembeda", "tahap_id", "mentah", "nilai")


def _urutan(baris: tuple[Any, ...]) -> tuple[Any, ...]:
    return baris[:4]


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
