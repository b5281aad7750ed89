"""Annexes of an IKU document: ways of measuring, list of sasaran, the cascadings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from iku.aturan.isi import IsiIku
from laporan.pdf.gaya_iku import TINGGI_JUDUL, nama_halaman
from laporan.pdf.halaman import Halaman, Perencana, Ruang
from laporan.pdf.lebar import KERTAS, MM, Kertas, TataLetak, tata_letak
from laporan.pdf.naskah_iku import LampiranCascading, NaskahIku
from laporan.pdf.penutup import Penutup
from laporan.pdf.tabel import Tabel

LANSKAP = Kertas("A4 lanskap", 297 * MM, 210 * MM, 7.0)
PENGAMAN = 3.0
TUJUAN = "TUJUAN"


def lampiran_satu(naskah: NaskahIku) -> str:
    """How each IKU of a sasaran is measured, and its criteria."""
    kepala = "".join(
        f"<th>{k}</th>"
        for k in (
            "Indikator Kinerja Sasaran",
            f"Cara Pengukuran<br>{naskah.direviu.strip()}",
            f"Keterangan / Kriteria<br>{naskah.direviu.strip()}",
        )
    )
    baris = "".join(
        f"<tr><td>{n}. {escape(i.sebutan_lampiran)}</td><td>{escape(i.cara) or '-'}</td>"
        f"<td>{_kriteria(i.kriteria)}</td></tr>"
        for n, i in enumerate(iku_sasaran(naskah.isi.iku), start=1)
    )
    return (
        f'<section class="d" id="lampiran-1">{judul_lampiran("I", "Cara Pengukuran IKU", naskah)}'
        f"<table><thead><tr>{kepala}</tr></thead><tbody>{baris}</tbody></table></section>"
    )


def iku_sasaran(daftar: Sequence[IsiIku]) -> list[IsiIku]:
    """Annex I speaks of the indicators of sasaran; those of a tujuan stand in the table only."""
    return [i for i in daftar if i.jenjang != TUJUAN]


def lampiran_dua(naskah: NaskahIku) -> str:
    """The list of sasaran strategis."""
    butir = "".join(f"<li>{escape(s)}</li>" for s in naskah.isi.sasaran)
    return (
        f'<section class="t" id="lampiran-2">{judul_lampiran("II", "Sasaran Strategis", naskah)}'
        f"<ol>{butir}</ol></section>"
    )


def judul_lampiran(nomor: str, judul: str, naskah: NaskahIku) -> str:
    nama = f"Lampiran {nomor} {judul}"
    return (
        f'<h1 title="{escape(nama)}">LAMPIRAN {nomor}<br>{escape(judul.upper())}'
        f"<br>{escape(naskah.lembaga.upper())}</h1>"
    )


def _kriteria(daftar: Sequence[str]) -> str:
    if len(daftar) < 2:
        return escape("".join(daftar)) or "-"
    return f'<ul class="butir">{"".join(f"<li>{escape(k)}</li>" for k in daftar)}</ul>'


@dataclass(frozen=True)
class Cascading:
    """One cascading as planned pages on its own paper; ``urut`` tells its columns from others'."""

    lampiran: LampiranCascading
    urut: int

    @cached_property
    def tata(self) -> TataLetak:
        """A4 where all columns fit, else A3."""
        lanskap = tata_letak(self.lampiran.matriks, LANSKAP)
        return lanskap if lanskap.muat else tata_letak(self.lampiran.matriks, KERTAS["A3"])

    @cached_property
    def tabel(self) -> Tabel:
        matriks = self.lampiran.matriks
        tata = self.tata
        if len(tata.lembar) > 1:
            matriks = matriks.bernomor()
            tata = tata_letak(matriks, tata.kertas)
        return Tabel.ukur(matriks, tata, f"l{self.urut}")

    @cached_property
    def penutup(self) -> Penutup:
        return Penutup(self.tabel)

    @cached_property
    def rencana(self) -> list[Halaman]:
        kertas = self.tata.kertas
        penuh = kertas.ruang_tinggi - sum(self.tabel.tinggi_judul) - PENGAMAN
        ruang = Ruang(penuh - TINGGI_JUDUL, penuh, self.penutup.tinggi)
        return Perencana(self.tabel.kolom, self.tabel.matriks.baris, ruang).halaman()

    @property
    def jumlah_halaman(self) -> int:
        return len(self.rencana) * len(self.tabel.tata.lembar)

    @property
    def gaya(self) -> str:
        return f".u{self.urut} table {{ font-size: {self.tabel.tata.ukuran}pt }}{self.tabel.gaya}"

    def html(self, naskah: NaskahIku) -> str:
        """A section per page."""
        kelas = f"x u{self.urut} {nama_halaman(self.tata.kertas)}"
        hasil = []
        for i, halaman in enumerate(self.rencana):
            for lembar in range(len(self.tabel.tata.lembar)):
                jangkar = f' id="lampiran-{self.urut}"' if i == lembar == 0 else ""
                isi = self._halaman(naskah, halaman, lembar, pertama=i == 0)
                hasil.append(f'<section class="{kelas}"{jangkar}>{isi}</section>')
        return "".join(hasil)

    def _halaman(self, naskah: NaskahIku, halaman: Halaman, lembar: int, *, pertama: bool) -> str:
        atas = ""
        if pertama and lembar == 0:
            atas = judul_lampiran(self.lampiran.nomor, self.lampiran.judul, naskah)
        elif pertama:
            atas = f'<div style="height:{TINGGI_JUDUL}pt"></div>'
        if not halaman.penutup:
            return atas + self.tabel.html(halaman, lembar)
        terakhir = lembar == len(self.tabel.tata.lembar) - 1
        isi = atas + self.tabel.html(halaman, lembar, self.penutup.baris(lembar))
        return isi + (self.penutup.keterangan() if terakhir else "")
