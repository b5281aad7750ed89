"""The cascading document: naskah -> planned pages -> HTML -> bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from laporan.pdf.awal import awal_html
from laporan.pdf.catatan import html_catatan, rencana_catatan
from laporan.pdf.cetak import Kemajuan, cetak_pdf
from laporan.pdf.gaya import gaya
from laporan.pdf.halaman import Halaman, Perencana, Ruang
from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.kepala import html_kepala, html_tanda_tangan, tinggi_kepala, tinggi_tanda_tangan
from laporan.pdf.lebar import KERTAS, TataLetak, tata_letak
from laporan.pdf.naskah import Naskah
from laporan.pdf.penutup import Penutup
from laporan.pdf.tabel import Tabel

PENGAMAN = 3.0
"""Points left free at the foot of each page."""
KONSEP = "KONSEP"


@dataclass(frozen=True)
class Dokumen:
    """A cascading on a paper: planned first, printed as planned."""

    naskah: Naskah
    kertas: str

    @classmethod
    def siapkan(cls, naskah: Naskah, kertas: str) -> Dokumen:
        """Raises HurufTidakAda before anything is measured."""
        periksa_huruf()
        return cls(naskah, kertas)

    @cached_property
    def tata(self) -> TataLetak:
        return tata_letak(self.naskah.matriks, KERTAS[self.kertas])

    @cached_property
    def tabel(self) -> Tabel:
        matriks = self.naskah.matriks
        if len(self.tata.lembar) == 1:
            return Tabel.ukur(matriks, self.tata)
        matriks = matriks.bernomor()
        return Tabel.ukur(matriks, tata_letak(matriks, KERTAS[self.kertas]))

    @cached_property
    def penutup(self) -> Penutup:
        return Penutup(self.tabel)

    @cached_property
    def rencana(self) -> list[Halaman]:
        """The pages of the table; each is printed once per sheet."""
        kertas = self.tata.kertas
        penuh = kertas.ruang_tinggi - sum(self.tabel.tinggi_judul) - PENGAMAN
        penutup = self.penutup.tinggi + tinggi_tanda_tangan(self.naskah)
        ruang = Ruang(penuh - tinggi_kepala(self.naskah, kertas.ruang), penuh, penutup)
        return Perencana(self.tabel.kolom, self.tabel.matriks.baris, ruang).halaman()

    @cached_property
    def catatan(self) -> tuple[Tabel, list[Halaman]] | None:
        return rencana_catatan(self.naskah.matriks.catatan, self.tata.kertas)

    @property
    def jumlah_halaman(self) -> int:
        """Planned sheets, the list of findings included."""
        akhir = len(self.catatan[1]) if self.catatan else 0
        return len(self.rencana) * len(self.tabel.tata.lembar) + akhir

    @property
    def bertanda(self) -> bool:
        """Small enough for a tagged file (screen readers); beyond it costs too much."""
        return self.naskah.matriks.baris <= 1000

    def html(self) -> str:
        """The whole document; every section is one page."""
        bagian = [
            f"<section>{self._halaman(h, n, i)}</section>"
            for i, h in enumerate(self.rencana)
            for n in range(len(self.tabel.tata.lembar))
        ]
        if self.catatan:
            bagian += html_catatan(*self.catatan)
        return f"{self._awal()}<body>{''.join(bagian)}</body></html>"

    def _halaman(self, halaman: Halaman, lembar: int, urut: int) -> str:
        ruang = self.tata.kertas.ruang
        atas = ""
        if urut == 0 and lembar == 0:
            atas = html_kepala(self.naskah, ruang)
        elif urut == 0:
            atas = self._sela(lembar)
        if not halaman.penutup:
            return atas + self.tabel.html(halaman, lembar)
        isi = atas + self.tabel.html(halaman, lembar, self.penutup.baris(lembar))
        terakhir = lembar == len(self.tabel.tata.lembar) - 1
        isi += self.penutup.keterangan() if terakhir else ""
        return isi + (html_tanda_tangan(self.naskah) if terakhir else "")

    def _sela(self, lembar: int) -> str:
        """Facing sheets start their rows at the height of the first."""
        tinggi = tinggi_kepala(self.naskah, self.tata.kertas.ruang)
        banyak = len(self.tabel.tata.lembar)
        teks = f"{self.naskah.judul[0].upper()} (lembar {lembar + 1} dari {banyak})"
        return f'<div class="sela" style="height:{tinggi:.2f}pt"><h1>{escape(teks)}</h1></div>'

    def _awal(self) -> str:
        n = self.naskah
        kaki = f"{KONSEP} · {n.kaki}" if n.konsep else n.kaki
        css = gaya(self.tata.kertas, self.tabel.tata.ukuran, kaki, KONSEP if n.konsep else "")
        css += self.tabel.gaya + (self.catatan[0].gaya if self.catatan else "")
        return awal_html(judul_dokumen(n.judul), css, penulis=n.penulis, waktu=n.diubah)


def cetak(naskah: Naskah, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The PDF. Raises HurufTidakAda."""
    dokumen = Dokumen.siapkan(naskah, kertas)
    html, halaman = dokumen.html(), dokumen.jumlah_halaman
    return cetak_pdf(html, bertanda=dokumen.bertanda, halaman=halaman, kemajuan=kemajuan)


def judul_dokumen(judul: Sequence[str]) -> str:
    """The title lines as one line."""
    return " ".join(j for j in judul if j)
