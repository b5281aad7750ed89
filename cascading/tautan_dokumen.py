"""The links of a document with the boxes that they name, in the edition that counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from cascading.models.tautan import KOMPONEN, Tautan
from kinerja.aturan.edisi import Edisi, berlaku
from kinerja.aturan.terkait import KATA
from kinerja.isi_pohon import baca_isi
from kinerja.models import PerangkatDaerah, Pohon, Simpul
from kinerja.pilihan import JenisPohon, Jenjang

TINGKAT_PROGRAM = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)


@dataclass(frozen=True)
class TautanDokumen:
    """``milik`` lists, by uid of a box of the document, the boxes at the other end."""

    pohon: Pohon
    milik: Mapping[UUID, tuple[Simpul, ...]] = field(default_factory=dict)

    @property
    def lain(self) -> dict[int, Simpul]:
        """Every box at the other end once, by key."""
        return {s.pk: s for daftar in self.milik.values() for s in daftar}


def tautan_dokumen(pohon: Pohon, uid: Collection[UUID] | None = None) -> TautanDokumen:
    """All links of a pohon kinerja or a cascading (or of some boxes of it). Two queries."""
    kondisi = pohon.jenis == JenisPohon.POHON_KINERJA
    sini, sana = "kondisi_uid", "komponen_uid"
    if not kondisi:
        sini, sana = sana, sini
    milik = Simpul.objects.tampak().filter(pohon=pohon).values("uid") if uid is None else uid
    pasang = list(Tautan.objects.filter(**{f"{sini}__in": milik}).values_list(sini, sana))
    if not pasang:
        return TautanDokumen(pohon)
    jenis = JenisPohon.CASCADING if kondisi else JenisPohon.POHON_KINERJA
    kotak = kotak_berlaku(pohon.perangkat_daerah, {b for _, b in pasang}, [jenis])
    hasil: dict[UUID, list[Simpul]] = {}
    for a, b in pasang:
        hasil.setdefault(a, []).extend(kotak.get(b, ()))
    urut = {a: tuple(sorted(d, key=lambda s: (s.pohon_id, s.lft))) for a, d in hasil.items() if d}
    return TautanDokumen(pohon, urut)


def kotak_berlaku(
    lembaga: PerangkatDaerah, uid: Iterable[UUID], jenis: Collection[str]
) -> dict[UUID, list[Simpul]]:
    """The boxes of a pemda with these uids, each document in the edition in force. One query."""
    pemda = lembaga.pemda_id or lembaga.pk
    serumah = Q(pohon__perangkat_daerah=pemda) | Q(pohon__perangkat_daerah__pemda=pemda)
    daftar = Simpul.objects.filter(serumah, uid__in=uid, pohon__jenis__in=jenis)
    daftar = daftar.filter(pohon__diarsipkan_pada=None).select_related(
        "pohon__perangkat_daerah__pemda", "pohon__periode"
    )
    edisi: dict[tuple[object, ...], list[Simpul]] = {}
    for s in daftar.defer("pohon__perangkat_daerah__lambang"):
        p = s.pohon
        edisi.setdefault((s.uid, p.perangkat_daerah_id, p.periode_id, p.judul), []).append(s)
    hasil: dict[UUID, list[Simpul]] = {}
    for satu in edisi.values():
        kini = berlaku(Edisi(s.pohon.edisi, s.pohon.status) for s in satu)
        s = next(s for s in satu if kini is None or s.pohon.edisi == kini.nomor)
        hasil.setdefault(s.uid, []).append(s)
    return hasil


def jalur_program(komponen: Iterable[Simpul]) -> dict[int, tuple[tuple[str, str], ...]]:
    """Program, kegiatan and sub kegiatan of each component as lines. One query."""
    daftar = list(komponen)
    if not daftar:
        return {}
    di_bawah = Simpul.objects.filter(
        pk__in=[s.pk for s in daftar], tree_id=OuterRef("tree_id"),
        lft__gte=OuterRef("lft"), rght__lte=OuterRef("rght"),
    )  # fmt: skip
    atas = list(
        Simpul.objects.filter(Exists(di_bawah.order_by()), jenjang__in=TINGKAT_PROGRAM).order_by(
            "tree_id", "lft"
        )
    )
    kata = dict(zip(TINGKAT_PROGRAM, KATA, strict=True))
    return {
        s.pk: tuple(
            (kata[Jenjang(a.jenjang)], a.sebutan)
            for a in atas
            if a.tree_id == s.tree_id and a.lft <= s.lft and a.rght >= s.rght
        )
        for s in daftar
    }


@dataclass(frozen=True)
class PaguTertaut:
    """Money of the components that serve the boxes; each sub kegiatan counts once, everywhere."""

    menurut: Mapping[UUID, int]
    jumlah: int


def pagu_tertaut(tautan: TautanDokumen, *, tahun: int, tahap: str = "") -> PaguTertaut:
    """Of each condition with all below it, and of the whole document."""
    pohon = {s.pohon_id: s.pohon for s in tautan.lain.values()}
    uang: dict[int, int] = {}
    letak: dict[int, set[int]] = {pk: set() for pk in tautan.lain}
    for dokumen in pohon.values():
        if tahun not in dokumen.periode.daftar_tahun():
            continue
        isi = baca_isi(dokumen, tahun=tahun, tahap=tahap)
        induk = {s.id: s.induk for s in isi.simpul}
        for s in isi.simpul:
            nilai = sum(p.nilai or 0 for p in s.pagu)
            if s.pagu:
                uang[s.id] = nilai
                _pada_atas(s.id, induk, letak)
    sendiri = {
        uid: set().union(*(letak[s.pk] for s in daftar)) for uid, daftar in tautan.milik.items()
    }
    menurut: dict[UUID, set[int]] = {}
    baris = Simpul.objects.tampak().filter(pohon=tautan.pohon).order_by("lft")
    semua = list(baris.values_list("uid", "lft", "rght"))
    for uid, lft, rght in semua:
        bawah = [u for u, kiri, kanan in semua if lft <= kiri and kanan <= rght and u in sendiri]
        if bawah:
            menurut[uid] = set().union(*(sendiri[u] for u in bawah))
    seluruh = set().union(*sendiri.values()) if sendiri else set()
    return PaguTertaut(
        {uid: sum(uang[pk] for pk in isi) for uid, isi in menurut.items() if isi},
        sum(uang[pk] for pk in seluruh),
    )


def _pada_atas(pk: int, induk: Mapping[int, int | None], letak: dict[int, set[int]]) -> None:
    """Give the money of a box to each linked box at or above it."""
    kini: int | None = pk
    while kini is not None:
        if kini in letak:
            letak[kini].add(pk)
        kini = induk[kini]


def calon_komponen(pohon: Pohon) -> list[Simpul]:
    """Components that a condition of this document may be linked with, drafts included."""
    lembaga = pohon.perangkat_daerah
    daftar = Simpul.objects.filter(
        pohon__perangkat_daerah=lembaga, pohon__periode=pohon.periode, pohon__diarsipkan_pada=None,
        pohon__jenis=JenisPohon.CASCADING, jenjang__in=KOMPONEN,
    )  # fmt: skip
    kini: dict[UUID, Simpul] = {}
    for s in daftar.select_related("pohon__perangkat_daerah__pemda", "pohon__periode").order_by(
        "pohon__judul", "pohon__edisi", "lft"
    ):
        kini[s.uid] = s
    return list(kini.values())
