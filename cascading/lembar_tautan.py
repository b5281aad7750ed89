"""The page of a document's links: its boxes, what they are linked with, what sounds alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cascading.aturan.saran_tautan import saran_tautan
from cascading.tautan_dokumen import PaguTertaut, calon_komponen, pagu_tertaut, tautan_dokumen
from kinerja.models import Pohon, Simpul
from kinerja.pilihan import JenisPohon

BELUM = "belum"


@dataclass(frozen=True)
class BarisTautan:
    """A box with the boxes at the other end; ``saran`` are offered where there is none yet."""

    simpul: Simpul
    tautan: tuple[Simpul, ...]
    pagu: int | None
    saran: tuple[Simpul, ...] = ()


@dataclass(frozen=True)
class LembarTautan:
    """``bertaut`` of ``banyak`` boxes have a link; ``pagu`` counts each sub kegiatan once."""

    baris: tuple[BarisTautan, ...]
    banyak: int
    bertaut: int
    pagu: PaguTertaut | None


def lembar_tautan(pohon: Pohon, *, tahun: int, tahap: str, saring: str = "") -> LembarTautan:
    """All boxes of a pohon kinerja; of a cascading those that are linked."""
    tautan = tautan_dokumen(pohon)
    kondisi = pohon.jenis == JenisPohon.POHON_KINERJA
    semua = list(Simpul.objects.tampak().filter(pohon=pohon).order_by("lft"))
    pagu = pagu_tertaut(tautan, tahun=tahun, tahap=tahap) if kondisi else None
    calon = Calon(calon_komponen(pohon) if kondisi else [])
    baris = []
    for s in semua:
        milik = tautan.milik.get(s.uid, ())
        if (saring == BELUM and milik) or (not kondisi and not milik):
            continue
        jumlah = pagu.menurut.get(s.uid) if pagu else None
        baris.append(BarisTautan(s, milik, jumlah, () if milik else calon.mirip(s)))
    bertaut = sum(1 for s in semua if s.uid in tautan.milik)
    return LembarTautan(tuple(baris), len(semua), bertaut, pagu)


class Calon:
    """Boxes that may be linked with, searched by likeness."""

    def __init__(self, daftar: Sequence[Simpul]):
        self.daftar = daftar
        self.teks = [(s.nama, s.kinerja) for s in daftar]

    def mirip(self, simpul: Simpul) -> tuple[Simpul, ...]:
        """Those that sound most like a box, the best first."""
        saran = saran_tautan(simpul.sebutan, simpul.program_terkait, self.teks)
        return tuple(self.daftar[ke] for ke, _ in saran)

    def cari(self, kata: str) -> tuple[Simpul, ...]:
        """Those that have all words in code, name or sentence."""
        dicari = kata.casefold().split()
        return tuple(
            s
            for s in self.daftar
            if all(k in f"{s.kode} {s.nama} {s.kinerja}".casefold() for k in dicari)
        )
