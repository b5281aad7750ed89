"""The penjenjangan document: five stages planned page by page -> HTML -> bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape

from kinerja.gambar.diagram_svg import jenjang_diagram
from kinerja.gambar.ukur_teks import bungkus
from laporan.pdf.awal import awal_html
from laporan.pdf.cetak import Kemajuan, cetak_pdf
from laporan.pdf.diagram import html_gambar, html_legenda
from laporan.pdf.diagram_rencana import Halaman
from laporan.pdf.gaya_penjenjangan import KETERANGAN, SELA, gaya_penjenjangan, nama_halaman
from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.lebar import KERTAS, Kertas
from laporan.pdf.naskah_penjenjangan import DAFTAR_TAHAP, NaskahPenjenjangan
from laporan.pdf.penjenjangan_alir import Lembaran, alirkan
from laporan.pdf.penjenjangan_depan import DaftarIsi, KepalaHalaman, sampul
from laporan.pdf.penjenjangan_isi import JUDUL_CATATAN, Susunan
from laporan.pdf.penjenjangan_pohon import judul_pohon, rencana_pohon
from laporan.pdf.penjenjangan_tabel import Penata

KONSEP = "KONSEP"
PENGAMAN = 4.0
"""Points left free at the foot of each page."""
BANYAK_BERTANDA = 250
"""Pages up to which the file is tagged for screen readers."""
TAHAP_POHON = 4
TINGGI_KOSONG = 100.0


@dataclass(frozen=True)
class Rencana:
    """One page behind the contents: its head, and tables or a drawing (None: nothing yet)."""

    kepala: KepalaHalaman
    isi: Lembaran | Halaman | None


@dataclass(frozen=True)
class DokumenPenjenjangan:
    """A document on a paper: planned first, printed as planned."""

    naskah: NaskahPenjenjangan
    kertas: str

    @classmethod
    def siapkan(cls, naskah: NaskahPenjenjangan, kertas: str) -> DokumenPenjenjangan:
        """Raises HurufTidakAda before anything is measured."""
        periksa_huruf()
        return cls(naskah, kertas)

    @property
    def lembar(self) -> Kertas:
        return KERTAS[self.kertas]

    @cached_property
    def susunan(self) -> Susunan:
        return Susunan(self.naskah, Penata(self.lembar))

    @cached_property
    def isi(self) -> DaftarIsi:
        """The contents, without the numbers: those are filled in by the renderer."""
        kepala = [k for tahap in DAFTAR_TAHAP for k in self._kepala_tahap(tahap)]
        return DaftarIsi.susun(kepala, self.lembar)

    @cached_property
    def tabel(self) -> dict[int, list[Lembaran]]:
        """The pages of tables by stage."""
        return {t: self._alirkan(t) for t in DAFTAR_TAHAP if t != TAHAP_POHON}

    @cached_property
    def pohon(self) -> list[Halaman]:
        """The drawn pages; they name each other by number."""
        di_depan = sum(max(len(self.tabel[t]), 1) for t in DAFTAR_TAHAP if t < TAHAP_POHON)
        tinggi = [k.tinggi(self.lembar.ruang) for k in self._kepala_tahap(TAHAP_POHON)]
        return rencana_pohon(
            self.naskah.kotak,
            self.naskah.tingkat_csf,
            self.lembar,
            tinggi_kepala=max(tinggi),
            tinggi_catatan=self._tinggi_catatan(self.lembar.ruang),
            halaman_pertama=1 + self.isi.banyak_halaman + di_depan + 1,
        )

    @cached_property
    def halaman(self) -> list[Rencana]:
        """The pages behind cover and contents."""
        hasil: list[Rencana] = []
        for tahap in DAFTAR_TAHAP:
            daftar: list[Lembaran] | list[Halaman] = (
                self.pohon if tahap == TAHAP_POHON else self.tabel[tahap]
            )
            for isi in daftar or [None]:
                sub = "" if isi is None else isi.judul if isinstance(isi, Halaman) else isi.sub
                hasil.append(Rencana(self._kepala(tahap, sub), isi))
        return hasil

    @property
    def jumlah_halaman(self) -> int:
        return 1 + self.isi.banyak_halaman + len(self.halaman)

    def _kepala(self, tahap: int, sub: str = "") -> KepalaHalaman:
        return KepalaHalaman(tahap, self.naskah.tahap[tahap - 1], sub)

    def _kepala_tahap(self, tahap: int) -> list[KepalaHalaman]:
        """The different heads of a stage, in order."""
        if tahap == TAHAP_POHON:
            sub = judul_pohon(self.naskah.kotak, self.naskah.tingkat_csf)
        else:
            sub = [lembaran.sub for lembaran in self.tabel[tahap]]
        return [self._kepala(tahap, s) for s in dict.fromkeys(sub)] or [self._kepala(tahap)]

    def _alirkan(self, tahap: int) -> list[Lembaran]:
        daftar = self.susunan.tahap(tahap)
        sub = {p.sub for p in daftar} or {""}
        tinggi = max(self._kepala(tahap, s).tinggi(self.lembar.ruang) for s in sub)
        ruang = max(self.lembar.ruang_tinggi - tinggi - PENGAMAN, TINGGI_KOSONG)
        return alirkan(daftar, ruang)

    # --- HTML ---

    def html(self) -> str:
        """The whole document; every section is one page."""
        awal: dict[KepalaHalaman, int] = {}
        pertama = 1 + self.isi.banyak_halaman + 1
        for nomor, rencana in enumerate(self.halaman, start=pertama):
            awal.setdefault(rencana.kepala, nomor)
        bagian = [sampul(self.naskah, self.lembar), *self.isi.html(awal)]
        lama = KepalaHalaman(0, "")
        for nomor, rencana in enumerate(self.halaman, start=pertama):
            bagian.append(self._halaman(nomor, rencana, lama))
            lama = rencana.kepala
        return f"{self._awal()}<body>{''.join(bagian)}</body></html>"

    def _halaman(self, nomor: int, rencana: Rencana, lama: KepalaHalaman) -> str:
        if isinstance(rencana.isi, Halaman):
            b = rencana.isi.muatan.bidang
            isi = html_gambar(rencana.isi, rencana.kepala.sub)
            isi += html_legenda(self._jenjang, b)
            isi += self._catatan(b.kertas) if rencana.isi is self.pohon[0] else ""
            gaya = f' style="height:{b.kertas.ruang_tinggi - 2:.2f}pt"'
            kelas = "" if b.kertas == self.lembar else f' class="{nama_halaman(b.kertas)}"'
            atas = rencana.kepala.html(b.kertas.ruang, lama)
            return f'<section id="h{nomor}"{kelas}{gaya}>{atas}{isi}</section>'
        isi = "".join(b.html() for b in rencana.isi.bagian) if rencana.isi else "<p>-</p>"
        return (
            f'<section id="h{nomor}">{rencana.kepala.html(self.lembar.ruang, lama)}{isi}</section>'
        )

    @cached_property
    def _jenjang(self) -> dict[str, str]:
        """The levels of the whole drawing, for the legend of every page."""
        hasil: dict[str, str] = {}
        for halaman in self.pohon:
            hasil |= jenjang_diagram(halaman.muatan.diagram)
        return hasil

    def _baris_catatan(self, ruang: float) -> list[str]:
        if not self.naskah.catatan:
            return []
        butir = (f"{n}. {teks}" for n, teks in enumerate(self.naskah.catatan, start=1))
        return [b for satu in butir for b in bungkus(satu, ruang - 16, KETERANGAN)]

    def _tinggi_catatan(self, ruang: float) -> float:
        banyak = len(self._baris_catatan(ruang))
        return (banyak + 1) * KETERANGAN * SELA + 10 if banyak else 0.0

    def _catatan(self, kertas: Kertas) -> str:
        """What becomes what: the note at the foot of the overview."""
        baris = "\n".join(escape(b) for b in self._baris_catatan(self.lembar.ruang))
        if not baris:
            return ""
        tinggi = self._tinggi_catatan(self.lembar.ruang)
        return (
            f'<div class="cp" style="bottom:0;height:{tinggi:.2f}pt"><b>{JUDUL_CATATAN}</b>\n'
            f"{baris}</div>"
        )

    def _awal(self) -> str:
        n = self.naskah
        kaki = f"{KONSEP} · {n.kaki}" if n.konsep else n.kaki
        lain = {h.muatan.bidang.kertas.nama: h.muatan.bidang.kertas for h in self.pohon}
        lain.pop(self.lembar.nama, None)
        air = KONSEP if n.konsep else ""
        css = gaya_penjenjangan(self.lembar, self.susunan.penata.ukuran, kaki, air, lain.values())
        css += "".join(dict.fromkeys(self._gaya_tabel()))
        return awal_html(n.nama, css, penulis=n.penulis, waktu=n.diubah)

    def _gaya_tabel(self) -> Iterator[str]:
        for daftar in self.tabel.values():
            for lembaran in daftar:
                yield from (b.potongan.tabel.gaya for b in lembaran.bagian)


def cetak(naskah: NaskahPenjenjangan, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The PDF. Raises HurufTidakAda."""
    dokumen = DokumenPenjenjangan.siapkan(naskah, kertas)
    html, halaman = dokumen.html(), dokumen.jumlah_halaman
    bertanda = halaman <= BANYAK_BERTANDA
    return cetak_pdf(html, bertanda=bertanda, halaman=halaman, kemajuan=kemajuan)
