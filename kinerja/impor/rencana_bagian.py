"""Which part of a reading a document takes: its own levels, or the region's goals for an RPJMD."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kinerja.aturan.jenjang import jenjang_sah
from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.impor.pencocokan import BarisBuku
from kinerja.pilihan import JenisPohon, Jenjang

if TYPE_CHECKING:
    from kinerja.impor.bacaan import HasilBaca, SimpulBaca, TabelBaca
    from kinerja.impor.potret import Potret

DAERAH = {"tujuan_daerah": Jenjang.TUJUAN, "sasaran_daerah": Jenjang.SASARAN}
"""Levels of a form that prints goals twice: those of the RPJMD."""
SEMUA = {str(j).lower(): str(j) for j in Jenjang.values if j != Jenjang.AKAR}
_PESAN_DILEWATI = "{} baris {} tidak dimuat karena bukan kotak dokumen {}."
_PESAN_RPJMD = (
    "Bagian RPJMD di berkas ini ({}) tidak dimuat ke dokumen ini dan belum ada dokumen RPJMD pemda "
    "yang memuatnya. Impor berkas yang sama sebagai dokumen RPJMD, lalu impor berkas ini lagi agar "
    "tujuannya tercatat mendukung RPJMD itu."
)


@dataclass
class Bagian:
    """``baris`` become boxes, ``daerah`` are the goals of the region that only an RPJMD takes,
    ``lepas`` hold indicators that belong to boxes of the document.
    """

    baris: list[BarisBuku] = field(default_factory=list)
    daerah: list[SimpulBaca] = field(default_factory=list)
    dilewati: list[SimpulBaca] = field(default_factory=list)
    lepas: list[tuple[SimpulBaca, TabelBaca]] = field(default_factory=list)


def bagian_dokumen(hasil: HasilBaca, jenis: str) -> Bagian:
    """The rows of all tables that become boxes, in order. What a document has no level for
    (urusan, jabatan) is passed over; its children move up.
    """
    bagian = Bagian()
    for tabel in hasil.tabel:
        _Pemilah(tabel, jenis, bagian).pilah()
    return bagian


def peta_jenjang(tabel: TabelBaca, jenis: str) -> Mapping[str, str]:
    """Levels of a table -> levels of a document of this kind."""
    ada = {s.level or "" for s in tabel.simpul}
    berdaerah = ada & DAERAH.keys()
    if jenis == JenisPohon.RPJMD:
        milik = {j.lower(): j for j in jenjang_sah(jenis)}
        if berdaerah:
            milik = {j: milik[j] for j in ("visi", "misi")} | DAERAH
        return milik if ada & milik.keys() else SEMUA
    return {j: v for j, v in SEMUA.items() if j not in ("visi", "misi")} if berdaerah else SEMUA


class _Pemilah:
    """Sorts the rows of one table."""

    def __init__(self, tabel: TabelBaca, jenis: str, bagian: Bagian):
        self.tabel, self.bagian = tabel, bagian
        self.peta = peta_jenjang(tabel, jenis)
        self.turun = self.peta.keys() & DAERAH.keys() == set()
        self.dititipkan: set[str] = set()
        self.lewat: set[str] = set()

    def pilah(self) -> None:
        milik = {s.id: s for s in self.tabel.simpul}
        for s in self.tabel.simpul:
            jenjang = self.peta.get(s.level or "")
            if s.level is None and s.indikator and not s.sebutan:
                self.bagian.lepas.append((s, self.tabel))
                continue
            if jenjang is None:
                self.lewat.add(s.id)
                daerah = self.turun and s.level in (*DAERAH, "visi", "misi")
                (self.bagian.daerah if daerah else self.bagian.dilewati).append(s)
                continue
            jalur = self._jalur(s, milik)
            induk = jalur[-1].induk if jalur else s.induk
            atas = tuple(a for a in jalur if a.level in DAERAH)
            titipan = self._titipan(jalur)
            self.bagian.baris.append(
                BarisBuku(s, self.tabel.lembar, self.tabel.tahun, induk, jenjang, atas, titipan)
            )

    def _jalur(self, s: SimpulBaca, milik: Mapping[str, SimpulBaca]) -> list[SimpulBaca]:
        """What is passed over right above a row, the lowest first."""
        jalur: list[SimpulBaca] = []
        induk = s.induk
        while induk is not None and induk in self.lewat:
            jalur.append(milik[induk])
            induk = milik[induk].induk
        return jalur

    def _titipan(self, jalur: Sequence[SimpulBaca]) -> Mapping[str, object]:
        """What the lowest of them says beside itself goes to the first row below it."""
        if not jalur or jalur[0].level not in DAERAH or jalur[0].id in self.dititipkan:
            return {}
        self.dititipkan.add(jalur[0].id)
        return {m: jalur[0].lain[m] for m in ("opd", "label") if m in jalur[0].lain}


def kunci_daerah(atas: Sequence[SimpulBaca]) -> tuple[str, ...]:
    """How a goal of the region is found: its tujuan, then its sasaran."""
    return tuple(kunci(a.kinerja or a.nama) for a in reversed(atas))


def periksa_bagian(bagian: Bagian, potret: Potret) -> Iterator[Temuan]:
    """Rows that a document has no place for are told, by level; so is an RPJMD that is missing."""
    nama = {JenisPohon.RPJMD: "RPJMD"}.get(JenisPohon(potret.jenis), "perencanaan")
    for jenjang, n in _banyak(bagian.dilewati).items():
        pesan = _PESAN_DILEWATI.format(n, jenjang, nama)
        yield Temuan(kode="BARIS_TIDAK_DIMUAT", pesan=pesan, tingkat=Tingkat.PERINGATAN)
    yield from _program_terkait(bagian.baris)
    lepas = [b for b in bagian.baris if b.daerah and not potret.didukung(kunci_daerah(b.daerah))]
    if lepas:
        banyak = ", ".join(f"{n} {jenjang}" for jenjang, n in _banyak(bagian.daerah).items())
        pesan = _PESAN_RPJMD.format(banyak)
        temuan = Temuan(kode="RPJMD_BELUM_ADA", pesan=pesan, tingkat=Tingkat.PERINGATAN)
        atas = lepas[0].daerah[0]
        yield temuan.di(lembar=lepas[0].lembar, sel=atas.sel.get("kinerja", ""))
    yield from _dicoret(bagian.baris)


def _program_terkait(baris: Sequence[BarisBuku]) -> Iterator[Temuan]:
    """Boxes of conditions name the programs that serve them; those are kept as lines of text."""
    menyebut = [b for b in baris if b.simpul.lain.get("program_terkait")]
    if menyebut:
        pesan = (
            f"{len(menyebut)} kotak menyebut program, kegiatan, atau sub kegiatan. Itu dimuat "
            "sebagai baris program terkait; hubungkan dengan kotak cascading di halaman Tautan."
        )
        temuan = Temuan(kode="PROGRAM_TERKAIT", pesan=pesan, tingkat=Tingkat.INFO)
        lembar, _, sel = menyebut[0].alamat().rpartition("!")
        yield temuan.di(lembar=lembar, sel=sel)


def _banyak(daftar: Sequence[SimpulBaca]) -> Counter[str]:
    return Counter((s.level or "tanpa jenjang").replace("_", " ") for s in daftar)


def _dicoret(baris: Sequence[BarisBuku]) -> Iterator[Temuan]:
    """Struck-out rows whose end nobody wrote: they count for the whole periode."""
    lama = {b.simpul.id for b in baris if "tahun_sampai" in b.simpul.lain}
    milik = {b.simpul.id: b for b in baris}
    tanpa = [b for b in baris if b.simpul.lain.get("dicoret") and not _di_bawah(b, milik, lama)]
    if tanpa:
        pesan = (
            f"{len(tanpa)} baris dicoret tanpa keterangan tahun; dimuat tanpa batas masa berlaku. "
            "Isi masa berlakunya di halaman dokumen."
        )
        temuan = Temuan(kode="CORETAN_TANPA_TAHUN", pesan=pesan, tingkat=Tingkat.PERINGATAN)
        lembar, _, sel = tanpa[0].alamat().rpartition("!")
        yield temuan.di(lembar=lembar, sel=sel)


def _di_bawah(b: BarisBuku, milik: Mapping[str, BarisBuku], lama: set[str]) -> bool:
    kini: BarisBuku | None = b
    while kini is not None:
        if kini.simpul.id in lama:
            return True
        kini = milik.get(kini.induk or "")
    return False
