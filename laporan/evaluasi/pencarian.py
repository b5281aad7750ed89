"""One box, results in groups: boxes, indicators, documents. A fixed number of queries, but for
documents whose findings nobody looked at yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from kinerja.aturan.mutu.katalog import NOMOR
from kinerja.models import Indikator, Pengguna, PerangkatDaerah, Simpul
from kinerja.mutu_lembaga import HasilDokumen, dokumen_diperiksa
from kinerja.mutu_pemda import hasil_tersedia
from laporan.aturan.pencarian import Pencarian, Potongan, sorot
from laporan.evaluasi.dokumen_dicari import baris_dokumen, dokumen_dicari
from laporan.evaluasi.teks_penuh import INDIKATOR, KOTAK, saring_kata

SEHALAMAN, SEKILAS = 25, 8
"""Rows of a group that is paged; of each group on the first page."""
JUDUL = {"kotak": "Kotak", "indikator": "Indikator", "dokumen": "Dokumen"}


@dataclass(frozen=True)
class Baris:
    """A box, or an indicator with its box."""

    simpul: Simpul
    teks: Potongan
    indikator: Indikator | None = None


@dataclass(frozen=True)
class Kelompok:
    """``baris`` are those of the page; ``banyak`` all that match."""

    kode: str
    halaman: Page[Any]
    baris: list[Any]

    @property
    def judul(self) -> str:
        return JUDUL[self.kode]

    @property
    def banyak(self) -> int:
        return int(self.halaman.paginator.count)


@dataclass(frozen=True)
class HasilCari:
    """``belum`` documents were not checked yet, so that a filter by finding passes them over."""

    kelompok: list[Kelompok]
    lembaga: list[PerangkatDaerah]
    tahun: list[int]
    belum: int = 0

    @property
    def banyak(self) -> int:
        return sum(k.banyak for k in self.kelompok)


class Pencari:
    """One search of one reader."""

    def __init__(self, pengguna: Pengguna, p: Pencarian, *, hari: date, halaman: str = ""):
        self.p, self.hari, self.halaman = p, hari, halaman
        terlihat = PerangkatDaerah.objects.terlihat_oleh(pengguna).defer("lambang")
        self.lembaga = list(terlihat.order_by("nama", "pk"))
        dipilih = [x for x in self.lembaga if p.lembaga in (0, x.pk)]
        semua = dokumen_diperiksa(dipilih)
        self.dipilih = dipilih
        self.tahun = sorted({t for d in semua for t in d.periode.daftar_tahun()})
        self.pohon = [d for d in semua if not p.tahun or p.tahun in d.periode.daftar_tahun()]
        self.belum = 0
        self._temuan: list[HasilDokumen] | None = None
        if p.temuan:
            self._saring_temuan()

    def hasil(self) -> HasilCari:
        kelompok: list[Kelompok] = []
        if not self.p.kosong:
            cara: dict[str, Callable[[], Kelompok | None]] = {
                "kotak": self._kotak, "indikator": self._indikator, "dokumen": self._dokumen,
            }  # fmt: skip
            dibuka = [self.p.bagian] if self.p.bagian else list(cara)
            kelompok = [k for nama in dibuka if (k := cara[nama]()) is not None]
        return HasilCari(kelompok, self.lembaga, self.tahun, self.belum)

    def _saring_temuan(self) -> None:
        """Only documents with the finding; what each box and indicator of them has."""
        tahun = self.p.tahun or self.hari.year
        ada = hasil_tersedia(self.pohon, tahun=tahun, pada=self.hari)
        self.belum = len(self.pohon) - len(ada)
        self._temuan = [
            h for h in ada.values() if any(NOMOR.get(t.kode) == self.p.temuan for t in h.berlaku)
        ]
        bertemuan = {h.pohon for h in self._temuan}
        self.pohon = [d for d in self.pohon if d.pk in bertemuan]

    def _bertemuan(self, medan: str) -> set[str]:
        """uids of the boxes, or indicators, that have the finding."""
        return {
            getattr(t.letak, medan)
            for h in self._temuan or ()
            for t in h.berlaku
            if NOMOR.get(t.kode) == self.p.temuan and getattr(t.letak, medan)
        }

    def _kotak(self) -> Kelompok:
        p = self.p
        daftar = Simpul.objects.tampak().filter(pohon__in=[d.pk for d in self.pohon])
        if p.jenjang:
            daftar = daftar.filter(jenjang=p.jenjang)
        if p.tahun:
            mulai = Q(tahun_mulai=None) | Q(tahun_mulai__lte=p.tahun)
            sampai = Q(tahun_sampai=None) | Q(tahun_sampai__gte=p.tahun)
            daftar = daftar.filter(mulai & sampai)
        if self._temuan is not None:
            daftar = daftar.filter(uid__in=self._bertemuan("simpul"))
        for kode in p.kode:
            daftar = daftar.filter(kode__startswith=kode)
        daftar = saring_kata(daftar, KOTAK, p.kata)
        urut = daftar.select_related("pohon__perangkat_daerah", "pohon__periode").order_by(
            "pohon__perangkat_daerah__nama", "pohon_id", "lft"
        )
        return self._kelompok("kotak", urut, lambda s: Baris(s, self._teks(s)))

    def _indikator(self) -> Kelompok | None:
        """A code names boxes, not indicators."""
        p = self.p
        if p.kode and not p.kata:
            return None
        daftar = Indikator.objects.filter(pohon__in=[d.pk for d in self.pohon])
        if p.jenjang:
            daftar = daftar.filter(simpul__jenjang=p.jenjang)
        if self._temuan is not None:
            daftar = daftar.filter(uid__in=self._bertemuan("indikator"))
        for kode in p.kode:
            daftar = daftar.filter(simpul__kode__startswith=kode)
        daftar = saring_kata(daftar, INDIKATOR, p.kata)
        urut = daftar.select_related(
            "simpul__pohon__perangkat_daerah", "simpul__pohon__periode"
        ).order_by("pohon__perangkat_daerah__nama", "pohon_id", "simpul__lft", "urutan", "pk")
        return self._kelompok(
            "indikator", urut, lambda i: Baris(i.simpul, sorot(i.teks, p.kata), i)
        )

    def _dokumen(self) -> Kelompok | None:
        """Levels and codes are of boxes."""
        if self.p.jenjang or self.p.kode:
            return None
        daftar = dokumen_dicari(self.p, self.dipilih, self.pohon)
        return self._kelompok("dokumen", daftar, lambda b: baris_dokumen(b, self.p))

    def _kelompok(
        self, kode: str, daftar: QuerySet[Any, Any], baris: Callable[[Any], Any]
    ) -> Kelompok:
        dibuka = self.p.bagian == kode
        pembagi = Paginator(daftar, SEHALAMAN if dibuka else SEKILAS)
        halaman = pembagi.get_page(self.halaman if dibuka else 1)
        return Kelompok(kode, halaman, [baris(satu) for satu in halaman])

    def _teks(self, s: Simpul) -> Potongan:
        """Name and sentence, marked."""
        return sorot(" · ".join(filter(None, (s.nama, s.kinerja))), self.p.kata)


def cari(pengguna: Pengguna, p: Pencarian, *, hari: date, halaman: str = "") -> HasilCari:
    return Pencari(pengguna, p, hari=hari, halaman=halaman).hasil()
