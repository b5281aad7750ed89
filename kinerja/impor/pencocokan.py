"""Which row of a workbook is which box of the tree.

By uid, then kode (+ unit), then (level, parent, name), then a unique (level, name) elsewhere, which
is a move. A name at least 90 % alike under the same parent is a question to the planner.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from kinerja.aturan.nomenklatur import kunci_kode_kotak
from kinerja.aturan.teks import kunci
from kinerja.impor.potret import Potret
from kinerja.models.perubahan import Isi
from kinerja.pilihan import AksiImpor

if TYPE_CHECKING:
    from kinerja.impor.bacaan import SimpulBaca

MIRIP = 0.9
PASANGAN_TERBANYAK = 250_000
"""Beyond so many pairs below one parent no likeness is looked for."""

KunciNama = tuple[str, str, str]


class BarisBuku(NamedTuple):
    """One row of the workbook that becomes a box, with what its table says for all rows.

    ``induk`` is the row of the parent box; rows of levels that a document does not hold are none.
    ``daerah`` are the goals of the region right above it, the lowest first, and ``titipan`` what
    stands beside those. ``uid`` is the box itself where the table prints none.
    """

    simpul: SimpulBaca
    lembar: str
    tahun: int | None = None
    induk: str | None = None
    jenjang: str = ""
    daerah: tuple[SimpulBaca, ...] = ()
    titipan: Mapping[str, object] = MappingProxyType({})
    uid: str = ""

    @property
    def pengampu(self) -> str:
        """Who answers for the row, as written."""
        return str(self.sebut("pengampu") or self.sebut("opd") or "")

    def sebut(self, medan: str) -> Any:
        """What stands beside the row: its own, else what was left to it."""
        return self.simpul.lain.get(medan) or self.titipan.get(medan)

    def alamat(self, medan: str = "") -> str:
        """ "LEMBAR!SEL" of a field, by default of the name; keys decisions and corrections."""
        sel = self.simpul.sel
        letak = sel.get(medan) or sel.get("nama") or sel.get("kinerja")
        return f"{self.lembar}!{letak or next(iter(sel.values()), '')}"


@dataclass
class Pencocokan:
    """``pasangan`` maps a row id to the uid of its box; ``mirip`` holds the open questions."""

    pasangan: dict[str, str] = field(default_factory=dict)
    mirip: dict[str, str] = field(default_factory=dict)
    sebutan_lama: dict[str, str] = field(default_factory=dict)
    saudara: dict[str | None, list[BarisBuku]] = field(default_factory=dict)

    def kanan(self, b: BarisBuku, ada: set[str]) -> str | None:
        """The first box of ``ada`` that belongs to a row below ``b`` under the same parent."""
        daftar = self.saudara.get(b.induk, [])
        letak = next((i for i, lain in enumerate(daftar) if lain is b), len(daftar))
        milik = (self.pasangan.get(lain.simpul.id) for lain in daftar[letak + 1 :])
        return next((uid for uid in milik if uid in ada), None)


def kunci_nama(jenjang: str, isi: Mapping[str, Any]) -> KunciNama:
    """What tells boxes of a level apart by text: the name, else the sentence."""
    if isi.get("nama"):
        return (jenjang, "nama", kunci(isi["nama"]))
    return (jenjang, "kinerja", kunci(isi.get("kinerja") or ""))


def cocokkan(
    baris: Iterable[BarisBuku], potret: Potret, *, induk: str = "", keputusan: Mapping[str, str]
) -> Pencocokan:
    """Pair rows with boxes. ``induk`` is where rows without a printed parent are to hang."""
    pencocok = _Pencocok(list(baris), potret, induk, keputusan)
    if len(potret.simpul) == 1:  # an empty document: nothing to pair with
        return pencocok.hasil
    pencocok.menurut_uid()
    pencocok.menurut_kode()
    pencocok.menurun()
    return pencocok.hasil


class _Pencocok:
    def __init__(
        self, baris: list[BarisBuku], potret: Potret, induk: str, keputusan: Mapping[str, str]
    ):
        self.potret, self.induk, self.keputusan = potret, induk, keputusan
        self.hasil = Pencocokan()
        self.terpakai: set[str] = {potret.akar}
        self.anak: dict[str | None, list[BarisBuku]] = defaultdict(list)
        self.baris = baris
        for b in baris:
            self.anak[b.induk].append(b)
        self.hasil.saudara = self.anak
        self.ada_kode: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.ada_nama: dict[KunciNama, list[str]] = defaultdict(list)
        for uid, isi in potret.simpul.items():
            self.ada_nama[kunci_nama(isi["jenjang"], isi)].append(uid)
            if isi.get("kode"):
                self.ada_kode[_kode(isi["jenjang"], isi["kode"])].append(uid)
        self.banyak_nama = Counter(self._nama(b) for b in baris) if len(potret.simpul) > 1 else {}

    @staticmethod
    def _nama(b: BarisBuku) -> KunciNama:
        return kunci_nama(b.jenjang, {"nama": b.simpul.nama, "kinerja": b.simpul.kinerja})

    def _pasangkan(self, b: BarisBuku, uid: str) -> None:
        self.hasil.pasangan[b.simpul.id] = uid
        self.terpakai.add(uid)

    def _pasangkan_pertama(self, b: BarisBuku, calon: Iterable[str]) -> None:
        for uid in calon:
            if self._boleh(b, uid):
                self._pasangkan(b, uid)
                return

    def _belum(self, daftar: Iterable[BarisBuku]) -> Iterator[BarisBuku]:
        return (b for b in daftar if b.simpul.id not in self.hasil.pasangan)

    def _boleh(self, b: BarisBuku, uid: str) -> bool:
        return uid not in self.terpakai and cocok_unit(b, self.potret.simpul[uid], self.potret)

    def menurut_uid(self) -> None:
        for b in self.baris:
            uid = str(b.simpul.lain.get("uid") or "")
            if uid in self.potret.simpul and uid not in self.terpakai:
                self._pasangkan(b, uid)

    def menurut_kode(self) -> None:
        """A kode that stands once in the workbook and once in the tree names the same box."""
        if not self.ada_kode:
            return
        kode = {b.simpul.id: _kode(b.jenjang, b.simpul.kode) for b in self.baris}
        banyak = Counter((kode[b.simpul.id], kunci(b.simpul.unit)) for b in self.baris)
        for b in self._belum(self.baris):
            milik_baris = kode[b.simpul.id]
            if b.simpul.kode and banyak[milik_baris, kunci(b.simpul.unit)] == 1:
                calon = self.ada_kode.get(milik_baris, ())
                milik = [u for u in calon if self._boleh(b, u)]
                if len(milik) == 1:
                    self._pasangkan(b, milik[0])

    def menurun(self) -> None:
        """From the top: the children of a paired row are looked for under its box first."""
        antrean: list[str | None] = [None]
        while antrean:
            saudara = self.anak[antrean.pop()]
            induk = self._induk(saudara[0]) if saudara else None
            if induk is not None:
                self._di_bawah(saudara, induk)
            self._di_tempat_lain(saudara)
            if induk is not None:
                self._tanyakan(saudara, induk)
            antrean += [b.simpul.id for b in saudara if b.simpul.id in self.anak]

    def _induk(self, b: BarisBuku) -> str | None:
        """The box that stands for the row's parent; None when that one is new."""
        if b.induk is None:
            return self.induk if self.induk in self.potret.simpul else self.potret.akar
        return self.hasil.pasangan.get(b.induk)

    def _di_bawah(self, saudara: list[BarisBuku], induk: str) -> None:
        anak = [u for u in self.potret.anak.get(induk, ()) if u not in self.terpakai]
        if not anak:
            return
        kode, nama = defaultdict(list), defaultdict(list)
        for uid in anak:
            isi = self.potret.simpul[uid]
            kode[_kode(isi["jenjang"], isi.get("kode") or "")].append(uid)
            nama[kunci_nama(isi["jenjang"], isi)].append(uid)
        for b in self._belum(saudara):
            calon = kode.get(_kode(b.jenjang, b.simpul.kode), ()) if b.simpul.kode else ()
            self._pasangkan_pertama(b, calon)
        for b in self._belum(saudara):
            self._pasangkan_pertama(b, nama.get(self._nama(b), ()))

    def _di_tempat_lain(self, saudara: list[BarisBuku]) -> None:
        """A name that stands once on both sides was moved."""
        for b in self._belum(saudara):
            nama = self._nama(b)
            calon = self.ada_nama.get(nama, ())
            if len(calon) == 1 and self.banyak_nama[nama] == 1 and self._boleh(b, calon[0]):
                self._pasangkan(b, calon[0])

    def _tanyakan(self, saudara: list[BarisBuku], induk: str) -> None:
        """The most similar free box of the same level, unless the planner says it is another."""
        bebas = [u for u in self.potret.anak.get(induk, ()) if u not in self.terpakai]
        belum = list(self._belum(saudara))
        if not bebas or len(bebas) * len(belum) > PASANGAN_TERBANYAK:
            return
        for b in belum:
            jawaban = self.keputusan.get(b.alamat(), "")
            calon = [u for u in bebas if self._boleh(b, u)] if jawaban != AksiImpor.BARU else []
            if uid := self._paling_mirip(b, calon):
                self._pasangkan(b, uid)
                if jawaban != AksiImpor.SAMA:
                    isi = self.potret.simpul[uid]
                    self.hasil.mirip[b.simpul.id] = uid
                    self.hasil.sebutan_lama[uid] = isi.get("nama") or isi.get("kinerja") or ""

    def _paling_mirip(self, b: BarisBuku, calon: list[str]) -> str | None:
        jenjang, medan, teks = self._nama(b)
        nilai: dict[str, float] = {}
        for uid in calon:
            isi = self.potret.simpul[uid]
            lain = kunci_nama(isi["jenjang"], isi)
            if lain[:2] == (jenjang, medan):
                nilai[uid] = kemiripan(teks, lain[2])
        terbaik = max(nilai, key=lambda u: nilai[u], default=None)
        return terbaik if terbaik is not None and nilai[terbaik] >= MIRIP else None


def _kode(jenjang: str, kode: str) -> tuple[str, str]:
    """A code however many digits it is written with."""
    return jenjang, kunci_kode_kotak(jenjang, kode)


def cocok_unit(b: BarisBuku, isi: Isi, potret: Potret) -> bool:
    """Rows that print no unit may stand for any; others only for a box of the same unit."""
    if not b.simpul.unit or potret.lembaga_sendiri(b.simpul.unit):
        return True
    unit = potret.unit.get(kunci(b.simpul.unit))
    if unit is not None:
        return isi.get("unit_id") in (unit, None)
    return isi.get("unit_id") is None


def kemiripan(a: str, b: str) -> float:
    """0 to 1; cheap bounds first, the real comparison only where it may reach MIRIP."""
    if not a or not b or 2 * min(len(a), len(b)) < MIRIP * (len(a) + len(b)):
        return 0.0
    banding = SequenceMatcher(None, a, b, autojunk=False)
    if banding.real_quick_ratio() < MIRIP or banding.quick_ratio() < MIRIP:
        return 0.0
    return banding.ratio()
