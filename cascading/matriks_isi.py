"""What a matrix is made from: plain nodes in tree order. No ORM."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from cascading.matriks_catatan import CatatanPemeriksaan
from cascading.set_kolom import TINGKAT


class Jumlah(Protocol):
    """A rolled-up amount, as ``kinerja.aturan.anggaran.jumlahkan`` gives it."""

    @property
    def nilai(self) -> int: ...
    @property
    def tak_terbaca(self) -> int: ...
    @property
    def tertulis(self) -> int | None: ...
    @property
    def cocok(self) -> bool | None: ...


@dataclass(frozen=True, slots=True)
class IndikatorIsi:
    """An indicator. ``target``: the printed value per year, without its unit; ``formulasi``: one
    formula per paragraph; ``nomor``: the number glued to its text.
    """

    id: str
    teks: str
    satuan: str = ""
    formulasi: str = ""
    target: Mapping[int, str] = field(default_factory=dict)
    nomor: str = ""


@dataclass(frozen=True, slots=True)
class SimpulIsi:
    """One node. ``tingkat`` is a key of TINGKAT, ``mendukung`` one of ``IsiMatriks.rujukan``."""

    id: str
    induk: str | None
    tingkat: str
    nama: str = ""
    kinerja: str = ""
    kode: str = ""
    nomor: str = ""
    unit: str = ""
    pengampu: str = ""
    unggulan: str = ""
    indikator: tuple[IndikatorIsi, ...] = ()
    indikator_induk: str | None = None
    mendukung: str | None = None
    mulai: int | None = None
    sampai: int | None = None
    dicoret: bool = False


@dataclass(frozen=True, slots=True)
class PaguIsi:
    """Typed money of one node: the texts of its rows and how many of them could be read."""

    mentah: tuple[str, ...]
    terbaca: int


@dataclass(frozen=True)
class IsiMatriks:
    """All that one table says. ``jumlah`` also has the hidden root under ``akar``;
    ``penggantian`` the successors of boxes that are printed struck out.
    """

    simpul: tuple[SimpulIsi, ...]
    tahun: int
    akar: str = ""
    perangkat_daerah: str = ""
    rujukan: Mapping[str, SimpulIsi] = field(default_factory=dict)
    jumlah: Mapping[str, Jumlah] = field(default_factory=dict)
    pagu: Mapping[str, PaguIsi] = field(default_factory=dict)
    klaim_mentah: Mapping[str, str] = field(default_factory=dict)
    penggantian: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    catatan: tuple[CatatanPemeriksaan, ...] = ()


@dataclass(frozen=True, slots=True)
class Baris:
    """One printed row: the node of each level above and at its end, and which indicator of it.

    A row that only says what replaced the rows above it has ``penanda``, its level beside it.
    ``teratas`` is the topmost printed node, ``urut_teratas`` its place.
    """

    urut: int
    jalur: Mapping[str, SimpulIsi]
    ujung: SimpulIsi
    indikator: int = 0
    penanda: str = ""
    tingkat_penanda: str = ""
    teratas: SimpulIsi | None = None
    urut_teratas: int = 0


def susun_baris(
    isi: IsiMatriks, tingkat: frozenset[str], per_indikator: frozenset[str]
) -> list[Baris]:
    """Rows per lowest printed node, in tree order.

    ``tingkat`` are the levels that the set prints; a node of the levels in ``per_indikator`` that
    ends a row gets one sub-row per indicator, so that each unit and target stands beside its own.
    """
    simpul = {s.id: s for s in isi.simpul}
    berisi = _punya_cetak(isi, simpul, tingkat)
    hasil: list[Baris] = []
    urut = 0
    atas: dict[str, int] = {}
    for s in isi.simpul:
        if s.tingkat not in tingkat or s.id in berisi:
            continue
        urut += 1
        jalur = _jalur(s, simpul, isi.rujukan)
        if hasil and isi.penggantian:
            hasil += _penanda(hasil[-1], jalur, isi, tingkat)
        banyak = len(s.indikator) if s.tingkat in per_indikator else 1
        teratas = next((a for t, a in jalur.items() if t in tingkat), None)
        ke = atas.setdefault(teratas.id, len(atas) + 1) if teratas else 0
        hasil += [
            Baris(urut, jalur, s, i, teratas=teratas, urut_teratas=ke)
            for i in range(max(1, banyak))
        ]
    return hasil


def _penanda(
    kiri: Baris, jalur: Mapping[str, SimpulIsi], isi: IsiMatriks, tingkat: frozenset[str]
) -> list[Baris]:
    """A row between what was replaced and its successor: "TH. 2019-2022 program dihapus …"."""
    for nama in (t for t in TINGKAT if t in tingkat):
        lama, baru = kiri.jalur.get(nama), jalur.get(nama)
        if lama is None or baru is None or lama.id == baru.id:
            continue
        if baru.id not in isi.penggantian.get(lama.id, ()) or lama.induk != baru.induk:
            return []
        tahun = "-".join(str(t) for t in (baru.mulai, baru.sampai) if t)
        teks = f"TH. {tahun} {TINGKAT[nama].lower()} dihapus dan diganti yg bawah"
        atas = {t: s for t, s in jalur.items() if t in list(TINGKAT)[: list(TINGKAT).index(nama)]}
        return [
            Baris(
                0, atas, lama, penanda=teks, tingkat_penanda=nama,
                teratas=kiri.teratas if kiri.teratas in atas.values() else None,
                urut_teratas=kiri.urut_teratas,
            )
        ]  # fmt: skip
    return []


def terisi(isi: IsiMatriks) -> frozenset[str]:
    """Nodes with a readable amount on or below them: there a sum of zero is a zero."""
    induk = {s.id: s.induk for s in isi.simpul}
    hasil: set[str] = set()
    for id_simpul, pagu in isi.pagu.items():
        kini: str | None = id_simpul if pagu.terbaca else None
        while kini is not None and kini not in hasil:
            hasil.add(kini)
            kini = induk.get(kini)
    return frozenset(hasil)


def _punya_cetak(
    isi: IsiMatriks, simpul: Mapping[str, SimpulIsi], tingkat: frozenset[str]
) -> set[str]:
    """Nodes with a printed node somewhere below them."""
    berisi: set[str] = set()
    for s in isi.simpul:
        if s.tingkat not in tingkat:
            continue
        induk = s.induk
        while induk is not None and induk in simpul and induk not in berisi:
            berisi.add(induk)
            induk = simpul[induk].induk
    return berisi


def _jalur(
    ujung: SimpulIsi, simpul: Mapping[str, SimpulIsi], rujukan: Mapping[str, SimpulIsi]
) -> dict[str, SimpulIsi]:
    """The node of each level on the way up; levels of the RPJMD through ``mendukung``."""
    jalur: dict[str, SimpulIsi] = {}
    mendukung: str | None = None
    s: SimpulIsi | None = ujung
    while s is not None:
        jalur.setdefault(s.tingkat, s)
        mendukung = mendukung or s.mendukung
        s = simpul.get(s.induk) if s.induk else None
    atas = rujukan.get(mendukung) if mendukung else None
    while atas is not None:
        nama = f"{atas.tingkat}_daerah" if atas.tingkat in ("tujuan", "sasaran") else atas.tingkat
        jalur.setdefault(nama, atas)
        atas = rujukan.get(atas.induk) if atas.induk else None
    return {t: jalur[t] for t in TINGKAT if t in jalur}
