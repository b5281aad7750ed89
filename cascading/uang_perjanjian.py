"""The money of one position in one document.

It is counted once, on the boxes of the lowest level. Each belongs to the position that answers for
it, else to that of the nearest box above; so the agreements of positions that share a program
together equal the program.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from cascading.isi_perjanjian import BarisUang, DokumenTugas, Kursi
from kinerja.aturan.anggaran import LAPIS
from kinerja.aturan.angka import format_rupiah
from kinerja.aturan.isi import IsiSimpul
from kinerja.aturan.temuan import Temuan, Tingkat

DISEBUT = 5
"""Boxes that findings name one by one."""
TAK_TERBACA = "tidak terbaca; betulkan di dokumen perencanaan."
BELUM_DIISI = "belum diisi; dihitung nol."


@dataclass(slots=True)
class _Petak:
    """A box of a printed level: what belongs here, what belongs to all, and the funds."""

    nilai: int = 0
    semua: int = 0
    ada: bool = False
    bagian_lain: bool = False
    dana: dict[str, None] = field(default_factory=dict)


class PetaUang:
    """``jumlah`` is what belongs to the position; findings go into ``temuan``."""

    def __init__(self, kursi: Kursi, dokumen: DokumenTugas, temuan: list[Temuan]):
        self.kursi = kursi
        self.dokumen = dokumen
        self.temuan = temuan
        self.simpul = {s.id: s for s in dokumen.isi.simpul}
        jenjang = {s.jenjang for s in dokumen.isi.simpul}
        self.terendah = next((j for j in reversed(LAPIS) if j in jenjang), "")
        self.petak: dict[int, _Petak] = {}
        self.jumlah = 0
        self.buta: list[IsiSimpul] = []
        self.kosong: list[IsiSimpul] = []
        if kursi.bentuk.uang:
            for s in dokumen.isi.simpul:
                if s.pagu or s.jenjang == self.terendah:
                    self._hitung(s)
            self._lapor_pagu()

    def baris(self) -> list[BarisUang]:
        """Rows in tree order, the first of two levels as headings."""
        jenjang = self.kursi.bentuk.uang
        hasil = []
        for s in self.dokumen.isi.simpul:
            p = self.petak.get(s.id)
            if s.jenjang in jenjang and p is not None and p.ada:
                hasil.append(self._satu(s, p, len(jenjang) == 2 and s.jenjang == jenjang[0]))
        return hasil

    def _satu(self, s: IsiSimpul, p: _Petak, kepala: bool) -> BarisUang:
        if s.jumlah is not None and s.jumlah.cocok is False:
            pesan = (
                f"{s.sebutan[:120]}: dokumen menulis {format_rupiah(s.jumlah.tertulis or 0)}, "
                f"jumlah turunannya {format_rupiah(s.jumlah.nilai)}; yang dicetak jumlahnya."
            )
            ringan = Tingkat.PERINGATAN
            self.temuan.append(Temuan(kode="PAGU_BEDA", pesan=pesan, tingkat=ringan))
        dari = p.semua if p.bagian_lain else None
        return BarisUang(
            s.uid, s.kode, s.sebutan, p.nilai, tuple(p.dana), kepala, dari,
            lembaga=self.dokumen.lembaga,
        )  # fmt: skip

    def _hitung(self, s: IsiSimpul) -> None:
        milik = self._milik(s)
        terbaca = [p.nilai for p in s.pagu if p.nilai is not None]
        nilai = sum(terbaca)
        if milik:
            self.jumlah += nilai
            self._periksa_pagu(s)
        for atas in self._naik(s):
            petak = self.petak.setdefault(atas.id, _Petak())
            petak.semua += nilai
            petak.bagian_lain |= not milik
            if milik:
                petak.nilai += nilai
                petak.ada = True
                petak.dana |= dict.fromkeys(p.sumber_dana for p in s.pagu if p.sumber_dana)

    def _milik(self, s: IsiSimpul) -> bool:
        if self.kursi.bentuk.seluruh:
            return True
        pemegang = self._pemegang(s)
        milik = bool(pemegang) and pemegang <= self.kursi.lingkup
        if not milik and self.kursi.jabatan in pemegang:
            pesan = (
                f"“{s.sebutan[:120]}” menjadi tanggung jawab beberapa jabatan; tetapkan satu "
                "penanggung jawab agar anggarannya masuk perjanjian."
            )
            self.temuan.append(Temuan(kode="BELUM_TERBAGI", pesan=pesan).di(simpul=s.uid))
        return milik

    def _pemegang(self, s: IsiSimpul) -> frozenset[int]:
        """Who answers for a box: the nearest that is named, of a chain the lowest of it."""
        for atas in self._naik(s):
            if daftar := self.dokumen.penanggung.get(atas.id):
                return _terbawah(daftar, self.kursi)
        return frozenset()

    def _naik(self, s: IsiSimpul) -> list[IsiSimpul]:
        """The box and those above it."""
        hasil = [s]
        while hasil[-1].induk is not None and hasil[-1].induk in self.simpul:
            hasil.append(self.simpul[hasil[-1].induk])
        return hasil

    def _periksa_pagu(self, s: IsiSimpul) -> None:
        if any(p.nilai is None for p in s.pagu):
            self.buta.append(s)
        elif not s.pagu:
            self.kosong.append(s)

    def _lapor_pagu(self) -> None:
        """Each by its name while they are few, else one sentence for all."""
        for kode, daftar, kata, tingkat in (
            ("PAGU_TAK_TERBACA", self.buta, TAK_TERBACA, Tingkat.GALAT),
            ("PAGU_KOSONG", self.kosong, BELUM_DIISI, Tingkat.PERINGATAN),
        ):
            banyak = len(daftar) > DISEBUT
            for s in daftar[:1] if banyak else daftar:
                siapa = f"{len(daftar)} kotak, antara lain " if banyak else ""
                pesan = f"Pagu {siapa}“{s.sebutan[:120]}” {kata}"
                self.temuan.append(Temuan(kode=kode, pesan=pesan, tingkat=tingkat).di(simpul=s.uid))


def _terbawah(daftar: Collection[int], kursi: Kursi) -> frozenset[int]:
    """Without those that stand above another of them."""
    di_atas: set[int] = set()
    for jabatan in daftar:
        atas = kursi.atasan.get(jabatan)
        while atas is not None and atas not in di_atas:
            di_atas.add(atas)
            atas = kursi.atasan.get(atas)
    return frozenset(daftar) - di_atas
