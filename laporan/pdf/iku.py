"""The IKU document as a book: cover, foreword, contents, chapters, annexes -> HTML -> bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape

from iku.aturan.isi import IsiBab
from iku.pilihan import Bagian, BakuBab
from laporan.aturan.keaslian import naskah_baku
from laporan.pdf.awal import awal_html
from laporan.pdf.cap import html_cap
from laporan.pdf.cetak import Kemajuan, Lampiran, cetak_pdf
from laporan.pdf.gaya_iku import gaya_iku, gaya_kertas
from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.iku_bagian import (
    blok,
    isi_bab,
    lambang,
    narasi,
    tabel_iku,
    tanda_tangan,
)
from laporan.pdf.iku_keputusan import keputusan
from laporan.pdf.iku_lampiran import Cascading, lampiran_dua, lampiran_satu
from laporan.pdf.naskah_iku import BUKU, NaskahIku

KONSEP = "KONSEP"
BAB = (
    (Bagian.BAB_I, "BAB I", "Pendahuluan", 1),
    (Bagian.BAB_II, "BAB II", "Indikator Kinerja Utama", 2),
    (Bagian.BAB_III, "BAB III", "Penutup", 3),
)
HALAMAN_TEKS = 12
"""About how many pages the texts take: progress only."""


@dataclass(frozen=True)
class DokumenIkuCetak:
    """The document laid out; ``tanpa_catatan`` leaves the remarks of the checks away."""

    naskah: NaskahIku
    tanpa_catatan: bool = False

    @cached_property
    def cascading(self) -> list[Cascading]:
        return [Cascading(x, n) for n, x in enumerate(self.naskah.lampiran, start=3)]

    @property
    def jumlah_halaman(self) -> int:
        """About; only the annexes are planned."""
        return HALAMAN_TEKS + sum(c.jumlah_halaman for c in self.cascading)

    def html(self) -> str:
        isi = "".join(self._buku()) if self.naskah.bentuk == BUKU else "".join(self._keputusan())
        return f"{self._awal()}<body>{isi}{self._catatan()}</body></html>"

    def _buku(self) -> Iterator[str]:
        yield self._sampul()
        yield self._pengantar()
        yield self._daftar_isi()
        for bagian, nomor, judul, ke in BAB:
            yield self._bab(bagian, nomor, judul, ke)
        yield lampiran_satu(self.naskah)
        yield lampiran_dua(self.naskah)
        for c in self.cascading:
            yield c.html(self.naskah)

    def _keputusan(self) -> Iterator[str]:
        yield keputusan(self.naskah)
        yield lampiran_satu(self.naskah)

    def _sampul(self) -> str:
        judul, lembaga, tahun = (escape(b.upper()) for b in self.naskah.judul)
        pemda = escape(self.naskah.kop.pemda)
        bulan = escape(self.naskah.tempat_bulan.rpartition(", ")[2])
        return (
            f'<section class="sampul">{lambang(self.naskah.kop)}<div class="besar">{judul}</div>'
            f'<div class="sedang">{lembaga}</div><div class="sedang">{tahun}</div>'
            f'<div class="bawah">{pemda}<br>{bulan}</div>'
            "</section>"
        )

    def _pengantar(self) -> str:
        bab = self.naskah.isi.baku(BakuBab.PENGANTAR)
        isi = blok(bab.blok) if bab else ""
        ttd = tanda_tangan(self.naskah.penanda, escape(self.naskah.tempat_bulan))
        judul = '<h1 id="pengantar" title="Kata Pengantar">KATA PENGANTAR</h1>'
        return f'<section class="t">{judul}{isi}{ttd}</section>'

    def _daftar_isi(self) -> str:
        butir = "".join(
            f'<li class="{kelas}"><a href="#{jangkar}">{escape(teks)}</a></li>'
            for kelas, jangkar, teks in self._butir_isi()
        )
        judul = '<h1 id="isi" title="Daftar Isi">DAFTAR ISI</h1>'
        return f'<section class="t">{judul}<ul class="isi">{butir}</ul></section>'

    def _butir_isi(self) -> Iterator[tuple[str, str, str]]:
        yield "a", "pengantar", "KATA PENGANTAR"
        yield "a", "isi", "DAFTAR ISI"
        for bagian, nomor, judul, ke in BAB:
            yield "a", f"bab-{ke}", f"{nomor} {judul.upper()}"
            for n, bab in enumerate(self._sub(bagian), start=1):
                yield "b", f"sub-{ke}-{n}", f"{ke}.{n} {bab.judul}"
        yield "a", "lampiran-1", "LAMPIRAN I CARA PENGUKURAN IKU"
        yield "a", "lampiran-2", "LAMPIRAN II SASARAN STRATEGIS"
        for c in self.cascading:
            judul = f"LAMPIRAN {c.lampiran.nomor} {c.lampiran.judul.upper()}"
            yield "a", f"lampiran-{c.urut}", judul

    def _sub(self, bagian: str) -> tuple[IsiBab, ...]:
        """Numbered parts of a chapter; a chapter of one part has none."""
        daftar = self.naskah.isi.bagian(bagian)
        return daftar if len(daftar) > 1 else ()

    def _bab(self, bagian: str, nomor: str, judul: str, ke: int) -> str:
        kepala = (
            f'<h1 id="bab-{ke}" title="{nomor} {escape(judul)}">{nomor}<br>'
            f"{escape(judul.upper())}</h1>"
        )
        daftar = self.naskah.isi.bagian(bagian)
        bernomor = len(daftar) > 1
        isi = "".join(
            (self._judul_sub(bab, ke, n) if bernomor else "") + self._isi_sub(bab)
            for n, bab in enumerate(daftar, start=1)
        )
        akhir = ""
        if bagian == Bagian.BAB_III:
            akhir = tanda_tangan(self.naskah.penanda, escape(self.naskah.tempat_bulan))
            akhir += html_cap(self.naskah.cap)
        return f'<section class="t">{kepala}{isi}{akhir}</section>'

    def _judul_sub(self, bab: IsiBab, ke: int, n: int) -> str:
        return f'<h2 id="sub-{ke}-{n}"><span class="no">{ke}.{n}</span>{escape(bab.judul)}</h2>'

    def _isi_sub(self, bab: IsiBab) -> str:
        if bab.baku != BakuBab.IKU:
            return isi_bab(bab)
        uraian = "".join(narasi(n, i) for n, i in enumerate(self.naskah.isi.iku, start=1))
        return isi_bab(bab) + tabel_iku(self.naskah) + uraian

    def _catatan(self) -> str:
        """What the checks found: helps whoever reads a concept, no part of what is signed."""
        if self.tanpa_catatan or not (self.naskah.konsep and self.naskah.temuan):
            return ""
        butir = "".join(f"<li>{escape(t)}</li>" for t in self.naskah.temuan)
        return (
            '<section class="catatan"><h1 title="Catatan Pemeriksaan">CATATAN PEMERIKSAAN</h1>'
            "<p>Daftar ini membantu pembaca memeriksa isi dan tidak termasuk yang ditandatangani. "
            f"Dokumen dicetak seperti datanya.</p><ol>{butir}</ol></section>"
        )

    def _awal(self) -> str:
        n = self.naskah
        air = KONSEP if n.konsep else ""
        kaki = f"{KONSEP} · {n.kaki}" if n.konsep else n.kaki
        kertas = {c.tata.kertas.nama: c.tata.kertas for c in self.cascading}
        css = gaya_iku(kaki, air) + gaya_kertas(kertas.values(), air)
        css += "".join(c.gaya for c in self.cascading)
        return awal_html(" ".join(n.judul), css, penulis=n.lembaga, waktu=n.diubah)


def cetak(naskah: NaskahIku, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The PDF, tagged; of a frozen document with its data inside. Raises HurufTidakAda."""
    if naskah.cap is not None:
        return cetak_beku(naskah, json.loads(naskah.ke_json()))
    periksa_huruf()
    dokumen = DokumenIkuCetak(naskah)
    return cetak_pdf(
        dokumen.html(), bertanda=True, halaman=dokumen.jumlah_halaman, kemajuan=kemajuan
    )


def cetak_beku(naskah: NaskahIku, cuplikan: dict[str, object]) -> bytes:
    """The PDF of a frozen document: its data and its tables as a workbook lie inside."""
    from laporan.ekspor.iku_xlsx import cetak as cetak_xlsx

    periksa_huruf()
    lampiran = [
        Lampiran("iku.json", "Isi dokumen sebagai data", naskah_baku(cuplikan)),
        Lampiran("iku.xlsx", "Isi dokumen sebagai tabel", cetak_xlsx(naskah, "A4")),
    ]
    html = DokumenIkuCetak(naskah).html()
    return cetak_pdf(html, bertanda=True, lampiran=lampiran, waktu=naskah.diubah)
