"""What tells two documents apart, box by box: two editions, or a copy and its origin. No ORM."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kinerja.aturan.jenjang import label


class JenisBeda(StrEnum):
    """Kinds of difference, in the order they are listed."""

    BARU = "BARU"
    HILANG = "HILANG"
    PINDAH = "PINDAH"
    UBAH = "UBAH"
    ANGKA = "ANGKA"


@dataclass(frozen=True)
class Ukuran:
    """An indicator: its fields and its numbers as printed, by what they are called."""

    uid: str
    asal: str
    sebutan: str
    isi: Mapping[str, str] = field(default_factory=dict)
    angka: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Kotak:
    """A box as it is compared. ``asal`` is the uid that it was copied from, "" none.

    ``rujukan`` holds what a field refers to as {uid: what it is called}: another name for the same
    thing is no difference.
    """

    uid: str
    asal: str
    induk: str
    jenjang: str
    sebutan: str
    kode: str = ""
    isi: Mapping[str, str] = field(default_factory=dict)
    angka: Mapping[str, str] = field(default_factory=dict)
    rujukan: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    indikator: tuple[Ukuran, ...] = ()

    @property
    def nama_jenjang(self) -> str:
        return label(self.jenjang)


@dataclass(frozen=True)
class BedaMedan:
    """One field or number, before and after; "" is empty."""

    medan: str
    lama: str
    baru: str


@dataclass(frozen=True)
class BedaKotak:
    """One box and what is different about it."""

    kotak: Kotak
    baris: tuple[BedaMedan, ...] = ()


Beda = dict[JenisBeda, list[BedaKotak]]


def bandingkan(lama: Sequence[Kotak], baru: Sequence[Kotak]) -> Beda:
    """Both in tree order. Rows belong together by uid, else by the uid they were copied from."""
    pasang = pasangkan(lama, baru)
    dulu = {k.uid: k for k in lama}
    hasil: Beda = {jenis: [] for jenis in JenisBeda}
    bergeser = _bergeser(lama, baru, pasang)
    nama = {k.uid: k.sebutan for k in (*lama, *baru)}
    kenal = pasang | pasangkan(*([i for k in d for i in k.indikator] for d in (lama, baru)))
    for kotak in baru:
        if kotak.uid not in pasang:
            hasil[JenisBeda.BARU].append(BedaKotak(kotak))
            continue
        asal = dulu[pasang[kotak.uid]]
        for jenis, baris in (
            (JenisBeda.PINDAH, _letak(asal, kotak, pasang, bergeser, nama)),
            (JenisBeda.UBAH, (*_beda_isi(asal, kotak), *_beda_rujukan(asal, kotak, kenal))),
            (JenisBeda.ANGKA, _beda_angka(asal, kotak)),
        ):
            if semua := tuple(baris):
                hasil[jenis].append(BedaKotak(kotak, semua))
    tetap = set(pasang.values())
    hasil[JenisBeda.HILANG] = [BedaKotak(k) for k in lama if k.uid not in tetap]
    return hasil


def pasangkan(
    lama: Sequence[Kotak] | Sequence[Ukuran], baru: Sequence[Kotak] | Sequence[Ukuran]
) -> dict[str, str]:
    """uid of a new row to the old one that it continues; each old one once."""
    ada = {k.uid for k in lama}
    asal_lama = {k.asal: k.uid for k in lama if k.asal}
    hasil: dict[str, str] = {}
    terpakai: set[str] = set()
    for k in baru:
        calon = next((u for u in (k.uid, k.asal) if u in ada), asal_lama.get(k.uid, ""))
        calon = calon or asal_lama.get(k.asal, "")  # two copies of one origin
        if calon and calon not in terpakai:
            hasil[k.uid] = calon
            terpakai.add(calon)
    return hasil


def _letak(
    lama: Kotak, baru: Kotak, pasang: Mapping[str, str], bergeser: set[str], nama: Mapping[str, str]
) -> Iterator[BedaMedan]:
    if _induk(baru, pasang) != lama.induk:
        yield BedaMedan("induk", nama.get(lama.induk, "dokumen"), nama.get(baru.induk, "dokumen"))
    elif baru.uid in bergeser:
        yield BedaMedan("urutan", "", "berpindah di antara saudaranya")


def _induk(kotak: Kotak, pasang: Mapping[str, str]) -> str:
    """The parent by its old uid; a new parent keeps its own."""
    return pasang.get(kotak.induk, kotak.induk)


def _bergeser(lama: Sequence[Kotak], baru: Sequence[Kotak], pasang: Mapping[str, str]) -> set[str]:
    """As few boxes as explain another order among siblings that stayed together."""
    urutan = {k.uid: n for n, k in enumerate(lama)}
    induk = {k.uid: k.induk for k in lama}
    saudara: dict[str, list[str]] = {}
    for k in baru:
        if k.uid in pasang and _induk(k, pasang) == induk[pasang[k.uid]]:
            saudara.setdefault(k.induk, []).append(k.uid)
    return {
        uid
        for daftar in saudara.values()
        for uid in set(daftar) - _naik_terpanjang(daftar, urutan, pasang)
    }


def _naik_terpanjang(
    daftar: Sequence[str], urutan: Mapping[str, int], pasang: Mapping[str, str]
) -> set[str]:
    """The longest run that kept its order (patience sorting)."""
    puncak: list[int] = []
    letak: list[int] = []
    sebelum: list[int] = []
    for n, uid in enumerate(daftar):
        dulu = urutan[pasang[uid]]
        ke = bisect_left(puncak, dulu)
        sebelum.append(letak[ke - 1] if ke else -1)
        puncak[ke : ke + 1], letak[ke : ke + 1] = [dulu], [n]
    hasil: set[str] = set()
    kini = letak[-1] if letak else -1
    while kini >= 0:
        hasil.add(daftar[kini])
        kini = sebelum[kini]
    return hasil


def _beda_isi(lama: Kotak, baru: Kotak) -> Iterator[BedaMedan]:
    yield from _beda(lama.isi, baru.isi)
    pasang = pasangkan(lama.indikator, baru.indikator)
    dulu = {i.uid: i for i in lama.indikator}
    for i in baru.indikator:
        if i.uid not in pasang:
            yield BedaMedan("indikator", "", i.sebutan)
        else:
            for b in _beda(dulu[pasang[i.uid]].isi, i.isi):
                medan = "indikator" if b.medan == "indikator" else f"“{i.sebutan}”: {b.medan}"
                yield BedaMedan(medan, b.lama, b.baru)
    tetap = set(pasang.values())
    for i in lama.indikator:
        if i.uid not in tetap:
            yield BedaMedan("indikator", i.sebutan, "")


def _beda_rujukan(lama: Kotak, baru: Kotak, kenal: Mapping[str, str]) -> Iterator[BedaMedan]:
    for medan in dict.fromkeys((*lama.rujukan, *baru.rujukan)):
        dulu, kini = lama.rujukan.get(medan, {}), baru.rujukan.get(medan, {})
        if set(dulu) != {kenal.get(uid, uid) for uid in kini}:
            yield BedaMedan(medan, "; ".join(dulu.values()), "; ".join(kini.values()))


def _beda_angka(lama: Kotak, baru: Kotak) -> Iterator[BedaMedan]:
    pasang = pasangkan(lama.indikator, baru.indikator)
    dulu = {i.uid: i for i in lama.indikator}
    for i in baru.indikator:
        if i.uid in pasang:
            for b in _beda(dulu[pasang[i.uid]].angka, i.angka):
                yield BedaMedan(f"{b.medan} “{i.sebutan}”", b.lama, b.baru)
    yield from _beda(lama.angka, baru.angka)


def _beda(lama: Mapping[str, str], baru: Mapping[str, str]) -> Iterator[BedaMedan]:
    for medan in dict.fromkeys((*lama, *baru)):
        if lama.get(medan, "") != baru.get(medan, ""):
            yield BedaMedan(medan, lama.get(medan, ""), baru.get(medan, ""))
