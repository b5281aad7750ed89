"""The diagram page as one value: the drawing, cached, and the levels it can be opened to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter
from types import MappingProxyType
from zlib import crc32

from django.core.cache import caches
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from kinerja.aturan.angka import format_rupiah
from kinerja.aturan.isi import IsiIndikator, IsiPohon, IsiSimpul
from kinerja.aturan.terkait import pecah_terkait
from kinerja.baris import Kolom
from kinerja.gambar.diagram import tata
from kinerja.gambar.diagram_svg import svg
from kinerja.gambar.kotak import Kotak
from kinerja.isi_pohon import baca_isi
from kinerja.kaitan import Lapisan, lapisan
from kinerja.lembar_pohon import (
    LAMA_SIMPAN,
    SIMPANAN,
    Permintaan,
    kolom_dokumen,
    kunci_simpanan,
    langkah_buka,
)
from kinerja.models import Pohon
from kinerja.mutu_pohon import pengaturan_pemda
from kinerja.pilihan import JenisPohon, Jenjang

BANYAK_SEKALIGUS = 500
"""Above this many boxes the diagram opens to Program only."""
BERSUSUN = frozenset({Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN, Jenjang.AKTIVITAS})
"""What belongs to a box of these levels hangs below it."""
TINGKAT_BERSUSUN = 3
"""A condition of this depth has what follows from it below, not side by side."""


@dataclass(frozen=True)
class LembarDiagram:
    """``jenjang`` lists (step, words) of "open to", ``sampai`` is the step drawn; ``lipat``
    the boxes whose branch is open or closed against it, as in an address.
    """

    gambar: SafeString
    jenjang: tuple[tuple[int, str], ...]
    sampai: int
    lipat: str
    banyak: int
    tampil: int


def lembar_diagram(
    pohon: Pohon, minta: Permintaan, sampai: int | None = None, lipat: frozenset[int] = frozenset()
) -> LembarDiagram:
    """The document drawn down to a level; None is all of it, or Program where it is large.

    ``lipat``: boxes whose branch is open where the level closes it, or the other way round.
    """
    pengaturan = pengaturan_pemda(pohon.perangkat_daerah)
    dasar = kunci_simpanan("diagram", pohon, minta.tahun, minta.tahap)
    lapis = lapisan(pohon, minta.tahun, minta.tahap)
    luar = crc32(repr(sorted(lapis.items(), key=itemgetter(0))).encode())  # of other documents
    keadaan = f"{sampai}:{urai_lipat(lipat)}:{luar}"
    kunci = f"{dasar}:{pengaturan.versi if pengaturan else 0}:{keadaan}"
    if (lembar := caches[SIMPANAN].get(kunci)) is None:
        isi = baca_isi(pohon, tahun=minta.tahun, tahap=minta.tahap)
        kolom = kolom_dokumen(isi, minta, pengaturan)
        judul = f"Diagram {pohon.sebutan} {pohon.periode}"
        buka = Bukaan(lipat, minta.tahap)
        lembar = susun_diagram(isi, kolom, sampai, judul, lapis, buka)
        caches[SIMPANAN].set(kunci, lembar, LAMA_SIMPAN)
    return lembar


@dataclass(frozen=True)
class Bukaan:
    """``lipat``: boxes whose branch is open or closed against the level; ``tahap`` of the page."""

    lipat: frozenset[int] = frozenset()
    tahap: str = ""

    def alamat(self, tahun: int, sampai: int) -> str:
        """Of the page without its ``lipat``."""
        di_tahap = {"tahap": self.tahap} if self.tahap else {}
        return f"?{urlencode({'tahun': str(tahun), **di_tahap, 'sampai': str(sampai)})}"


def urai_lipat(lipat: Iterable[int]) -> str:
    """As it stands in an address: "12,45"."""
    return ",".join(map(str, sorted(lipat)))


def susun_diagram(
    isi: IsiPohon,
    kolom: Kolom,
    sampai: int | None,
    judul: str,
    lapis: Mapping[str, Lapisan] | None = None,
    buka: Bukaan = Bukaan(),
) -> LembarDiagram:
    """Draw the boxes up to a step of "open to"; ``lapis`` is what higher rooms add to them."""
    jenjang = langkah_buka(isi, kolom)
    terdalam = max((kolom.tingkat_buka(s) for s in isi.simpul), default=1)
    if sampai is None and len(isi.simpul) > BANYAK_SEKALIGUS:
        sampai = kolom.peringkat.get(Jenjang.PROGRAM, TINGKAT_BERSUSUN)
    sampai = min(sampai or terdalam, terdalam)
    lipat = buka.lipat & {s.id for s in isi.simpul if s.jumlah_anak}
    alamat = buka.alamat(isi.tahun, sampai)
    penyusun = PenyusunDiagram(isi, kolom, sampai, lapis or {}, lipat=lipat, alamat=alamat)
    diagram = tata(penyusun.hutan())
    return LembarDiagram(
        gambar=mark_safe(svg(diagram, judul)),  # noqa: S308  every text went through escape()
        jenjang=jenjang,
        sampai=sampai,
        lipat=urai_lipat(lipat),
        banyak=len(isi.simpul),
        tampil=sum(1 for _ in diagram.semua()),
    )


class PenyusunDiagram:
    """Turns the light rows of a document into boxes of the diagram.

    ``alamat`` is the address of the page without its ``lipat``; "" draws no buttons for branches.
    """

    def __init__(
        self,
        isi: IsiPohon,
        kolom: Kolom,
        sampai: int,
        lapis: Mapping[str, Lapisan] = MappingProxyType({}),
        *,
        lipat: frozenset[int] = frozenset(),
        alamat: str = "",
    ) -> None:
        self.isi, self.kolom, self.sampai, self.lapis = isi, kolom, sampai, lapis
        self.lipat, self.alamat = lipat, alamat
        self.anak: dict[int | None, list[IsiSimpul]] = {}
        for simpul in isi.simpul:
            self.anak.setdefault(simpul.induk, []).append(simpul)

    def hutan(self) -> list[Kotak]:
        """All topmost boxes, whatever their level: what would not be drawn could not be counted."""
        return [self._kotak(s) for s in self.anak.get(None, ())]

    def _tampak(self, simpul: IsiSimpul) -> bool:
        return self.kolom.tingkat_buka(simpul) <= self.sampai

    def _kotak(self, simpul: IsiSimpul) -> Kotak:
        bawah = self.anak.get(simpul.id, [])
        tampak = [s for s in bawah if self._tampak(s)]
        if simpul.id in self.lipat:
            tampak = [] if tampak else bawah
        tertutup = sum(self._banyak(s) for s in bawah if s not in tampak)
        anak = tuple(self._kotak(s) for s in tampak)
        lipat = self._alamat_lipat(simpul) if bawah and self.alamat else ""
        return replace(self._isi(simpul), tertutup=tertutup, anak=anak, lipat=lipat)

    def _alamat_lipat(self, simpul: IsiSimpul) -> str:
        """The same page with this branch the other way round, at the button it was asked with."""
        lipat = urai_lipat(self.lipat ^ {simpul.id})
        return f"{self.alamat}&lipat={lipat}#ld{simpul.id}"

    def _banyak(self, simpul: IsiSimpul) -> int:
        return 1 + sum(self._banyak(s) for s in self.anak.get(simpul.id, ()))

    def _isi(self, simpul: IsiSimpul) -> Kotak:
        kolom = self.kolom
        lapis = self.lapis.get(simpul.uid, Lapisan())
        uang = simpul.jumlah.nilai if simpul.jumlah is not None and simpul.ada_pagu else lapis.pagu
        return Kotak(
            id=f"d{simpul.id}",
            jenjang=simpul.golongan.lower(),
            nama_jenjang=kolom.nama_jenjang[simpul.golongan],
            nomor=simpul.kode or simpul.nomor,
            judul=simpul.sebutan,
            kalimat=simpul.kinerja if simpul.nama else "",
            indikator=tuple(self._indikator(i) for i in simpul.indikator),
            pelaksana=simpul.pelaksana if simpul.jenjang == Jenjang.KONDISI else "",
            program=lapis.program
            or tuple(p for teks in simpul.terkait for p in pecah_terkait(teks)),
            lintas=lapis.lintas,
            kaki="" if uang is None else format_rupiah(uang),
            alamat=kolom.alamat.replace("{id}", str(simpul.id)),
            susun=self._bersusun(simpul),
            tingkat=kolom.tingkat_buka(simpul),
        )

    def _bersusun(self, simpul: IsiSimpul) -> bool:
        if self.isi.jenis == JenisPohon.POHON_KINERJA:
            return simpul.tingkat >= TINGKAT_BERSUSUN
        return simpul.jenjang in BERSUSUN

    def _indikator(self, indikator: IsiIndikator) -> str:
        target = indikator.target.get(self.isi.tahun, "")
        if self.isi.jenis == JenisPohon.POHON_KINERJA and not target:
            return f"Indikator: {indikator.teks}"  # targets come with the component
        if not target:
            return f"{indikator.teks} (target {self.isi.tahun} belum diisi)"
        return f"{indikator.teks}: {target}\N{NO-BREAK SPACE}{indikator.satuan}".rstrip()
