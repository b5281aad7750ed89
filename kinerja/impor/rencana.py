"""What applying a workbook would do to a document: a pure diff, the preview and the apply share it.

Intent of an import: add and update. What the workbook leaves empty or does not mention stays.
The same workbook again changes nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kinerja.aturan.nomenklatur import BedaResmi, banding
from kinerja.aturan.temuan import Temuan
from kinerja.impor.pemulung import tanpa_pemulung
from kinerja.impor.pencocokan import BarisBuku, Pencocokan, cocokkan
from kinerja.impor.potret import AKAR_BARU, Potret
from kinerja.impor.rencana_bagian import bagian_dokumen, periksa_bagian
from kinerja.impor.rencana_isi import PenyusunIndikator
from kinerja.impor.rencana_kaitan import PenyusunKaitan
from kinerja.impor.rencana_lepas import tempatkan
from kinerja.impor.rencana_nilai import teks_beda
from kinerja.impor.rencana_periksa import periksa_berdana, periksa_rencana
from kinerja.impor.rencana_simpul import PenyusunSimpul
from kinerja.impor.rencana_tanya import tanyakan, tukar
from kinerja.impor.rencana_uang import PenyusunUang
from kinerja.impor.unit_baru import siapkan_unit
from kinerja.models.perubahan import Isi, Perubahan
from kinerja.pilihan import MaksudImpor

if TYPE_CHECKING:
    from kinerja.impor.bacaan import HasilBaca, TabelBaca

BARU, BERUBAH, DIPINDAH, SAMA = "BARU", "BERUBAH", "DIPINDAH", "SAMA"
BASI, DILEWATI = "BASI", "DILEWATI"
"""Changed in the document meanwhile, and so not written; changed, but not meant to be written."""


@dataclass(frozen=True)
class PilihanRencana:
    """What the planner chose beside the workbook. ``benih`` makes the uids of new rows stable.

    ``tahun`` stands for values whose column names no year; ``keputusan`` answers, by the cell of
    the name, whether a box of a similar name is the same one (SAMA, BARU); ``alasan`` says of
    cells whose text was replaced why. ``maksud`` is asked of a workbook
    that we gave out ourselves; other workbooks add and update.
    """

    benih: str
    tahun: int | None = None
    tahap: str = ""
    induk: str = ""
    keputusan: Mapping[str, str] = field(default_factory=dict)
    daftar_tahun: tuple[int, ...] = ()
    alasan: Mapping[str, str] = field(default_factory=dict)
    maksud: str = MaksudImpor.PERBARUI


@dataclass(frozen=True, slots=True)
class Beda:
    """One field before and after, as a person reads it."""

    medan: str
    lama: str
    baru: str


@dataclass(slots=True)
class BarisRencana:
    """One row of the workbook, what becomes of its box, and where the official list reads
    otherwise.
    """

    buku: BarisBuku
    uid: str
    nasib: str
    beda: list[Beda] = field(default_factory=list)
    resmi: list[BedaResmi] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hilang:
    """What the workbook held when it was given out and no longer holds. ``dihapus``: it goes."""

    apa: str
    sebutan: str
    dihapus: bool
    alasan: str = ""


@dataclass(frozen=True)
class Ringkasan:
    """Boxes counted by what becomes of them; ``tidak_disebut`` are left as they are."""

    baru: int = 0
    berubah: int = 0
    dipindah: int = 0
    sama: int = 0
    tidak_disebut: int = 0
    basi: int = 0
    dilewati: int = 0
    dihapus: int = 0


@dataclass
class Rencana:
    """The changes in tree order, each row's fate and what stands in the way. ``unit_baru``: units
    to register first, by the key that stands for them in the changes.
    """

    perubahan: list[Perubahan] = field(default_factory=list)
    baris: list[BarisRencana] = field(default_factory=list)
    jumlah: list[Beda] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    hilang: list[Hilang] = field(default_factory=list)
    ringkasan: Ringkasan = field(default_factory=Ringkasan)
    akar: str = AKAR_BARU
    unit_baru: dict[int, str] = field(default_factory=dict)

    @cached_property
    def sidik(self) -> str:
        """Fingerprint of the changes; kept with a session, so it is made where one asks."""
        return sidik(self.perubahan, self.akar)


def susun(hasil: HasilBaca, potret: Potret, pilihan: PilihanRencana) -> Rencana:
    """Compare a reading with the tree. ``potret`` is used up: it ends as the tree would look."""
    with tanpa_pemulung():
        if hasil.buku_kerja is not None:
            from kinerja.impor.buku_kerja.rencana import susun_buku_kerja  # builds on this module

            return susun_buku_kerja(hasil.buku_kerja, hasil.tabel[0], potret, pilihan)
        return _susun(hasil, potret, pilihan)


def _susun(hasil: HasilBaca, potret: Potret, pilihan: PilihanRencana) -> Rencana:
    bagian = bagian_dokumen(hasil, potret.jenis)
    baris = bagian.baris = tukar(bagian.baris, pilihan.keputusan)
    banyak_lama, akar = len(potret.simpul) - 1, potret.akar
    unit_baru = siapkan_unit(baris, potret)
    cocok = cocokkan(baris, potret, induk=pilihan.induk, keputusan=pilihan.keputusan)
    penyusun = _Penyusun(potret, pilihan, cocok, hasil.asal)
    lepas = tempatkan(bagian.lepas, potret, pilihan)
    rencana = penyusun.susun([*baris, *lepas.baris], hasil.tabel)
    rencana.temuan = lepas.temuan + periksa_rencana(
        [*baris, *lepas.baris], penyusun.simpul.uid, rencana.perubahan, potret, pilihan, cocok
    )
    rencana.temuan += [*periksa_bagian(bagian, potret), *tanyakan(baris, pilihan.keputusan)]
    rencana.temuan += periksa_berdana(penyusun.uang.berdana)
    dipakai = len({*cocok.pasangan.values(), *(b.uid for b in lepas.baris)})
    rencana.ringkasan = ringkas(rencana.baris, banyak_lama - dipakai)
    rencana.akar, rencana.unit_baru = akar, unit_baru
    return rencana


def sidik(perubahan: list[Perubahan], akar: str) -> str:
    """Fingerprint of what would be written; the same before and after the document is made.

    A new neighbour moves nobody's place in the plan, so left siblings do not count.
    """
    isi = [
        (p.jenis, p.kunci, _tanpa_letak(p.sebelum), _tanpa_letak(p.sesudah))
        if p.jenis == "simpul"
        else (p.jenis, p.kunci, p.sebelum, p.sesudah)
        for p in perubahan
    ]
    # Plain texts, numbers, lists and dicts: repr is exact, and quicker than JSON.
    teks = repr(isi).replace(akar, AKAR_BARU)
    return hashlib.blake2b(teks.encode(), digest_size=32).hexdigest()


def _tanpa_letak(isi: Isi | None) -> Isi | None:
    return {k: v for k, v in isi.items() if k != "setelah"} if isi and "setelah" in isi else isi


class _Penyusun:
    """Walks the rows once; boxes, their contents and the total row write to one list."""

    def __init__(
        self,
        potret: Potret,
        pilihan: PilihanRencana,
        cocok: Pencocokan,
        asal: Mapping[str, str],
    ):
        self.perubahan: list[Perubahan] = []
        self.indikator = PenyusunIndikator(potret, pilihan, self.perubahan, asal)
        indikator = self.indikator.uid
        self.simpul = PenyusunSimpul(potret, pilihan, cocok, self.perubahan, indikator)
        self.kaitan = PenyusunKaitan(potret, self.simpul.uid, self.perubahan)
        self.uang = PenyusunUang(potret, pilihan, self.perubahan, asal)

    def susun(self, baris: list[BarisBuku], tabel: list[TabelBaca]) -> Rencana:
        hasil = [self._baris(b) for b in baris]
        jumlah = [Beda(n, teks_beda(a), teks_beda(b)) for n, a, b in self.uang.jumlah(tabel)]
        return Rencana(perubahan=self.perubahan, baris=hasil, jumlah=jumlah)

    def _baris(self, b: BarisBuku) -> BarisRencana:
        uid, baru, pindah, beda = self.simpul.tulis(b)
        resmi = beda_resmi(self.simpul.potret, b, uid)
        if baru:
            self.indikator.tulis_baru(b, uid)
            self.uang.tulis_baru(b, uid)
            self.kaitan.tulis(b, uid)
            return BarisRencana(b, uid, BARU, resmi=resmi)
        beda += self.indikator.tulis(b, uid) + self.uang.tulis(b, uid) + self.kaitan.tulis(b, uid)
        daftar = [Beda(nama, teks_beda(lama), teks_beda(kini)) for nama, lama, kini in beda]
        nasib = DIPINDAH if pindah else BERUBAH if daftar else SAMA
        return BarisRencana(b, uid, nasib, daftar, resmi)


def beda_resmi(potret: Potret, b: BarisBuku, uid: str) -> list[BedaResmi]:
    """What the workbook writes otherwise than the official list."""
    resmi = potret.nomenklatur.menurut_id(potret.simpul[uid].get("nomenklatur_id"))
    if resmi is None:
        return []
    s = b.simpul
    indikator = {i.teks: i.satuan for i in s.indikator if i.teks}
    return banding(resmi, nama=s.nama, kinerja=s.kinerja, indikator=indikator)


def ringkas(
    baris: list[BarisRencana], tidak_disebut: int, *, hilang: Sequence[Hilang] = ()
) -> Ringkasan:
    """Count the rows by their fate."""
    banyak = Counter(b.nasib for b in baris)
    return Ringkasan(
        baru=banyak[BARU],
        berubah=banyak[BERUBAH],
        dipindah=banyak[DIPINDAH],
        sama=banyak[SAMA],
        tidak_disebut=tidak_disebut,
        basi=banyak[BASI],
        dilewati=banyak[DILEWATI],
        dihapus=sum(h.dihapus for h in hilang),
    )
