"""The IKU document as a Word file that stays editable: headings, contents, lists, tables."""

from __future__ import annotations

from collections.abc import Sequence

from docx.shared import Mm, Pt

from iku.aturan.isi import IsiBab, IsiIku
from iku.aturan.teks_bab import NOMOR, PARAGRAF, Blok
from iku.pilihan import BakuBab
from laporan.ekspor.docx_dasar import DESIMAL, HURUF_KECIL, TITIK, Penulis
from laporan.ekspor.iku_docx_tabel import (
    tabel_iku,
    tabel_keputusan,
    tabel_lampiran,
    tabel_matriks,
)
from laporan.pdf.cetak import Kemajuan
from laporan.pdf.iku import BAB, KONSEP
from laporan.pdf.iku_bagian import TITIK as GARIS_TITIK
from laporan.pdf.iku_bagian import daftar_komponen, huruf, kepala_komponen
from laporan.pdf.iku_keputusan import URUTAN
from laporan.pdf.kepala import cetak_nip
from laporan.pdf.naskah_iku import BUKU, NaskahIku

TEPI = (25.0, 20.0, 22.0, 25.0)
TEPI_LANSKAP = (12.0, 12.0, 15.0, 12.0)
A4, A3 = (210.0, 297.0), (420.0, 297.0)
LANSKAP_A4 = (297.0, 210.0)
TENGAH = Mm(75)
"""Where the signature block begins."""
RAPAT = Pt(1)


def cetak(naskah: NaskahIku, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The file."""
    tulis = _Buku(naskah)
    if naskah.bentuk == BUKU:
        tulis.buku()
    else:
        tulis.keputusan()
    return tulis.w.bytes()


class _Buku:
    """Writes the parts in order."""

    def __init__(self, naskah: NaskahIku) -> None:
        self.n = naskah
        self.w = Penulis(judul=" ".join(naskah.judul), penulis=naskah.lembaga)
        self._kertas(A4, TEPI)

    def buku(self) -> None:
        self._sampul()
        self._pengantar()
        self._daftar_isi()
        for bagian, nomor, judul, ke in BAB:
            self._bab(bagian, f"{nomor}\n{judul.upper()}", ke)
        self._tanda_tangan(self.n.tempat_bulan)
        self._lampiran()
        for satu in self.n.lampiran:
            lebar = LANSKAP_A4 if len(satu.matriks.kolom) <= 12 else A3
            self._kertas(lebar, TEPI_LANSKAP)
            self._judul_lampiran(satu.nomor, satu.judul, halaman_baru=False)
            tabel_matriks(self.w, satu.matriks, lebar[0] - TEPI_LANSKAP[1] - TEPI_LANSKAP[3])

    def keputusan(self) -> None:
        n, w = self.n, self.w
        kepala = n.isi.variabel["kepala"].upper()
        for teks, ukuran in ((n.kop.pemda, 13.0), (n.kop.nama, 16.0)):
            w.paragraf(teks, rata="center", tebal=True, ukuran=ukuran)
        for teks in n.kop.alamat:
            w.paragraf(teks, rata="center", ukuran=9.5)
        w.judul(f"KEPUTUSAN {kepala}\nNOMOR {n.nomor}", 1)
        for teks in ("TENTANG", "INDIKATOR KINERJA UTAMA", n.lembaga.upper(), f"TAHUN {n.masa}"):
            w.paragraf(teks, rata="center", tebal=True)
        self._butir("Menimbang:", n.isi.baku(BakuBab.MENIMBANG), HURUF_KECIL)
        self._butir("Mengingat:", n.isi.baku(BakuBab.LANDASAN_HUKUM), DESIMAL)
        w.paragraf("MEMUTUSKAN:", rata="center", tebal=True, atas=8)
        w.paragraf("Menetapkan:", rata="left", ikut=True)
        diktum = n.isi.baku(BakuBab.MENETAPKAN)
        for k, teks in enumerate(diktum.butir if diktum else ()):
            w.paragraf(f"{URUTAN[k] if k < len(URUTAN) else k + 1}: {teks}")
        self._tanda_tangan(f"Ditetapkan di {n.tempat}\npada tanggal {n.tanggal_keputusan}")
        self._butir("Tembusan:", n.isi.baku(BakuBab.TEMBUSAN), DESIMAL)
        w.judul("LAMPIRAN KEPUTUSAN", 1, halaman_baru=True)
        tabel_keputusan(w, n)
        tabel_iku(w, n)

    def _kertas(self, ukuran: tuple[float, float], tepi: Sequence[float]) -> None:
        bagian = self.w.bagian(*ukuran, tepi=tepi)
        self.w.kaki(bagian, self.n.kaki)
        self.w.kepala(bagian, KONSEP if self.n.konsep else "")

    def _sampul(self) -> None:
        judul, lembaga, tahun = self.n.judul
        self.w.paragraf(judul.upper(), rata="center", tebal=True, ukuran=24, atas=150)
        self.w.paragraf(lembaga.upper(), rata="center", tebal=True, ukuran=17, atas=24)
        self.w.paragraf(tahun.upper(), rata="center", tebal=True, ukuran=17, atas=12)
        self.w.paragraf(self.n.kop.pemda, rata="center", ukuran=13, atas=150)
        self.w.paragraf(self.n.tempat_bulan.rpartition(", ")[2], rata="center", ukuran=13)

    def _pengantar(self) -> None:
        self.w.judul("KATA PENGANTAR", 1, halaman_baru=True)
        if bab := self.n.isi.baku(BakuBab.PENGANTAR):
            self._blok(bab.blok)
        self._tanda_tangan(self.n.tempat_bulan)

    def _daftar_isi(self) -> None:
        self.w.judul("DAFTAR ISI", 1, halaman_baru=True)
        butir = [(1, "KATA PENGANTAR"), (1, "DAFTAR ISI")]
        for bagian, nomor, judul, ke in BAB:
            butir.append((1, f"{nomor} {judul.upper()}"))
            daftar = self.n.isi.bagian(bagian)
            if len(daftar) > 1:
                butir += [(2, f"{ke}.{k} {b.judul}") for k, b in enumerate(daftar, start=1)]
        butir += [(1, "LAMPIRAN I CARA PENGUKURAN IKU"), (1, "LAMPIRAN II SASARAN STRATEGIS")]
        butir += [(1, f"LAMPIRAN {x.nomor} {x.judul.upper()}") for x in self.n.lampiran]
        self.w.daftar_isi(butir)

    def _bab(self, bagian: str, judul: str, ke: int) -> None:
        self.w.judul(judul, 1, halaman_baru=True)
        daftar = self.n.isi.bagian(bagian)
        for k, bab in enumerate(daftar, start=1):
            if len(daftar) > 1:
                self.w.judul(f"{ke}.{k} {bab.judul}", 2)
            self._isi_bab(bab)
            if bab.baku == BakuBab.IKU:
                tabel_iku(self.w, self.n)
                for m, i in enumerate(self.n.isi.iku, start=1):
                    self._narasi(m, i)

    def _isi_bab(self, bab: IsiBab) -> None:
        if bab.berdaftar:
            self.w.daftar(bab.butir)
        else:
            self._blok(bab.blok)

    def _blok(self, daftar: Sequence[Blok]) -> None:
        for b in daftar:
            if b.jenis == PARAGRAF:
                self.w.paragraf(b.isi[0], masuk=11)
            else:
                self.w.daftar(b.isi, DESIMAL if b.jenis == NOMOR else TITIK)

    def _narasi(self, m: int, i: IsiIku) -> None:
        w = self.w
        w.judul(f"{huruf(m)}. {i.judul}", 3)
        for kata, isi in (("Tujuan", i.tujuan), ("Sasaran", i.sasaran)):
            if isi:
                w.paragraf(f"{kata}: {isi}")
        self._blok(i.uraian)
        if i.program:
            w.paragraf("Program yang mendukung:", rata="left", ikut=True)
            w.daftar(i.program)
        if i.komponen:
            w.paragraf(kepala_komponen(i), rata="left", ikut=True)
            w.daftar(daftar_komponen(i))
        if i.pecahan or i.rumus:
            w.paragraf("Rumus:", rata="left", ikut=True)
        if i.pecahan:
            w.pecahan(i.pecahan.pembilang, i.pecahan.penyebut, i.pecahan.pengali)
        for teks in i.rumus:
            w.paragraf(teks)

    def _lampiran(self) -> None:
        self._judul_lampiran("I", "Cara Pengukuran IKU")
        tabel_lampiran(self.w, self.n)
        self._judul_lampiran("II", "Sasaran Strategis")
        self.w.daftar(self.n.isi.sasaran)

    def _judul_lampiran(self, nomor: str, judul: str, *, halaman_baru: bool = True) -> None:
        self.w.judul(f"LAMPIRAN {nomor}\n{judul.upper()}", 1, halaman_baru=halaman_baru)

    def _butir(self, kata: str, bab: IsiBab | None, bentuk: str) -> None:
        if bab is not None and bab.butir:
            self.w.paragraf(kata, rata="left", ikut=True)
            self.w.daftar(bab.butir, bentuk)

    def _tanda_tangan(self, pembuka: str) -> None:
        """Kept together: each line stays with the next."""
        p = self.n.penanda
        bawah = [p.nama or GARIS_TITIK, p.pangkat, f"NIP. {cetak_nip(p.nip) or GARIS_TITIK[:28]}"]
        baris = [*pembuka.split("\n"), f"{p.jabatan},", "", "", "", *(b for b in bawah if b)]
        for k, teks in enumerate(baris):
            satu = self.w.paragraf(teks, rata="center", ikut=k < len(baris) - 1)
            satu.paragraph_format.left_indent = TENGAH
            satu.paragraph_format.space_after = RAPAT
            satu.runs[0].bold = (bool(p.nama) and teks == p.nama) or None
