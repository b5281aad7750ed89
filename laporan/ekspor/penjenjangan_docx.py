"""The penjenjangan as a Word file that stays editable: headings, contents, tables; the drawings of
Tahap 4 are pictures, each with its boxes as a table.
"""

from __future__ import annotations

from collections.abc import Iterator

from docx.shared import Pt

from laporan.ekspor.diagram import gambar_png
from laporan.ekspor.docx_dasar import Penulis
from laporan.ekspor.docx_tabel import tampak
from laporan.ekspor.penjenjangan_docx_tabel import (
    JARAK,
    LEBAR,
    tabel_blok,
    tabel_csf,
    tabel_kondisi,
    tabel_kotak,
    tabel_matriks,
    tabel_outcome,
    tabel_target,
)
from laporan.jenis_cetak import Kemajuan
from laporan.pdf.diagram import svg_muatan
from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.lebar import KERTAS, MM
from laporan.pdf.naskah_penjenjangan import Blok, NaskahPenjenjangan
from laporan.pdf.penjenjangan_isi import (
    CATATAN,
    JUDUL_CATATAN,
    KEGIATAN,
    MATRIKS,
    SUB,
    TARGET,
    berpasangan,
    judul_bagian,
    judul_csf,
    judul_kegiatan,
    judul_kondisi,
    judul_sub,
    judul_target,
)
from laporan.pdf.penjenjangan_pohon import rencana_pohon

TEPI = (15.0, 15.0, 18.0, 15.0)
TINGGI_GAMBAR = 118.0
TITIK_PER_MM = 6.0
"""Pixels of a picture for each millimetre of its width."""
KONSEP = "KONSEP"
GAMBAR = "gambar 4.{}"


def cetak(naskah: NaskahPenjenjangan, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The file. Raises HurufTidakAda."""
    periksa_huruf()
    tulis = _Dokumen(naskah)
    tulis.tulis()
    return tulis.w.bytes()


class _Dokumen:
    """Writes the parts in order; always F4 landscape, the paper that every office has."""

    def __init__(self, naskah: NaskahPenjenjangan) -> None:
        self.n = naskah
        self.w = Penulis(judul=naskah.nama, penulis=naskah.penulis)
        kertas = KERTAS["F4"]
        bagian = self.w.bagian(kertas.lebar / MM, kertas.tinggi / MM, tepi=TEPI)
        bagian.different_first_page_header_footer = True
        self.w.kaki(bagian, naskah.kaki)
        self.w.kepala(bagian, KONSEP if naskah.konsep else "")

    def tulis(self) -> None:
        self._sampul()
        self._daftar_isi()
        self._tahap(1)
        tabel_outcome(self.w, self.n)
        self._tahap(2)
        tabel_csf(self.w, self.n)
        self._tahap(3)
        self._kondisi()
        self._tahap(4)
        self._pohon()
        self._tahap(5)
        self._target()
        self._kegiatan()
        self._sub()
        self._matriks()
        self._penutup()
        self.w.sela(1)

    def _sampul(self) -> None:
        utama, *lain = self.n.judul
        self.w.paragraf(utama.upper(), rata="center", tebal=True, ukuran=26, atas=120)
        for teks in (*lain, self.n.sampul):
            if teks:
                self.w.paragraf(teks.upper(), rata="center", tebal=True, ukuran=17, atas=14)
        self.w.paragraf(self.n.kop.pemda, rata="center", ukuran=13, atas=80)

    def _daftar_isi(self) -> None:
        self.w.judul("DAFTAR ISI", 1, halaman_baru=True)
        self.w.daftar_isi([*self._butir_isi()])

    def _butir_isi(self) -> Iterator[tuple[int, str]]:
        for tahap, judul in enumerate(self.n.tahap, start=1):
            yield 1, f"TAHAP {tahap} {judul}"
            if tahap == 3:
                yield from ((2, judul_csf(c)) for c in self._csf())
            if tahap == 5:
                yield from ((2, judul_bagian(self.n, b)) for b in (TARGET, KEGIATAN, SUB, MATRIKS))

    def _csf(self) -> list[int]:
        return list(dict.fromkeys(t.csf for t in self.n.kondisi))

    def _tahap(self, nomor: int) -> None:
        self.w.judul(f"TAHAP {nomor}\n{self.n.tahap[nomor - 1]}", 1, halaman_baru=True)

    def _takaran(self, teks: str, *, halaman_baru: bool = False) -> None:
        """The line over a table or a picture."""
        if teks or halaman_baru:
            p = self.w.paragraf(teks, rata="left", tebal=True, ukuran=9.5, ikut=True, atas=6)
            p.paragraph_format.space_after = Pt(2)
            p.paragraph_format.page_break_before = halaman_baru
        else:
            self.w.sela(JARAK)

    def _kondisi(self) -> None:
        lama = 0
        for ke, tabel in enumerate(self.n.kondisi, start=1):
            if tabel.csf != lama:
                self.w.judul(judul_csf(tabel.csf), 2)
                lama = tabel.csf
            self._takaran(judul_kondisi(ke))
            tabel_kondisi(self.w, tabel)

    def _pohon(self) -> None:
        halaman = rencana_pohon(
            self.n.kotak, self.n.tingkat_csf, KERTAS["F4"], halaman_pertama=1, sebutan=GAMBAR
        )
        for ke, h in enumerate(halaman, start=1):
            judul = f"{GAMBAR.format(ke).capitalize()} {h.judul}"
            gambar = gambar_png(tampak(svg_muatan(h.muatan, h.judul, "")), LEBAR * TITIK_PER_MM)
            lebar = min(LEBAR, h.muatan.diagram.lebar * h.muatan.skala / MM)
            self._takaran(judul, halaman_baru=ke > 1)
            self.w.gambar(gambar, lebar, TINGGI_GAMBAR, judul)
            tabel_kotak(self.w, h)
            if ke == 1:
                self._catatan()

    def _catatan(self) -> None:
        if self.n.catatan:
            self.w.paragraf(JUDUL_CATATAN, rata="left", tebal=True, ikut=True)
            self.w.daftar(self.n.catatan)

    def _bagian(self, bagian: int, *, halaman_baru: bool = True) -> None:
        self.w.judul(judul_bagian(self.n, bagian), 2, halaman_baru=halaman_baru)

    def _target(self) -> None:
        self._bagian(TARGET, halaman_baru=False)
        for ke, tabel in enumerate(self.n.target, start=1):
            self._takaran(judul_target(ke))
            tabel_target(self.w, self.n, tabel)

    def _kegiatan(self) -> None:
        self._bagian(KEGIATAN)
        for ke, satu in enumerate(self.n.kegiatan, start=1):
            self._blok(judul_kegiatan(ke), satu.program, satu.kegiatan)

    def _sub(self) -> None:
        self._bagian(SUB)
        for ke, satu in enumerate(self.n.sub_kegiatan, start=1):
            for nomor, (kiri, kanan) in enumerate(berpasangan(satu.sub)):
                self._blok("" if nomor else judul_sub(ke, satu), kiri, kanan)

    def _blok(self, judul: str, kiri: Blok, kanan: Blok | None) -> None:
        self._takaran(judul)
        tabel_blok(self.w, kiri, kanan)

    def _penutup(self) -> None:
        if self.n.penutup:
            self.w.judul(CATATAN, 2)
            for teks in self.n.penutup.split("\n"):
                self.w.paragraf(teks)

    def _matriks(self) -> None:
        self._bagian(MATRIKS)
        for ke, lembar in enumerate(self.n.matriks):
            self._takaran(lembar.judul, halaman_baru=ke > 0)
            tabel_matriks(self.w, lembar, len(self.n.program))
