"""What stands before the tables: cover, contents, and the head of each page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from kinerja.gambar.ukur_teks import BOOKMAN, SANS, bungkus
from laporan.pdf.gaya_penjenjangan import BAWAH_KEPALA, JUDUL, SELA, SUB, TAHAP, TINGGI_ISI
from laporan.pdf.iku_bagian import lambang
from laporan.pdf.lebar import Kertas
from laporan.pdf.naskah_penjenjangan import NaskahPenjenjangan

UKURAN_SAMPUL = (27.0, 17.0)
JUDUL_ISI = "DAFTAR ISI"
SELA_ISI, MASUK_ISI, NOMOR_ISI = 1.6, 18.0, 30.0
GARIS_KEPALA = 5.6
"""The rule below a head, with the room above it."""


@dataclass(frozen=True)
class KepalaHalaman:
    """The head of a page: "TAHAP 3", the title of the stage, what this page adds to it."""

    tahap: int
    judul: str
    sub: str = ""

    def _baris(self, ruang: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        judul = bungkus(self.judul, ruang, JUDUL, "tebal", BOOKMAN)
        sub = bungkus(self.sub, ruang, SUB, "tebal", SANS) if self.sub else ()
        return judul, sub

    def tinggi(self, ruang: float) -> float:
        """The room below it included."""
        judul, sub = self._baris(ruang)
        teks = (TAHAP + len(judul) * JUDUL + len(sub) * SUB) * SELA
        return teks + GARIS_KEPALA + BAWAH_KEPALA

    def html(self, ruang: float, lama: KepalaHalaman) -> str:
        """Where a stage or a part begins, the outline of the file gets a line."""
        judul, sub = (escape("\n".join(b)) for b in self._baris(ruang))
        baru = lama.tahap != self.tahap
        satu = f' class="u" title="{escape(f"Tahap {self.tahap} {self.judul}")}"' if baru else ""
        dua = f' class="u" title="{escape(self.sub)}"' if baru or lama.sub != self.sub else ""
        isi = f"<p>TAHAP {self.tahap}</p><h2{satu}>{judul}</h2>"
        isi += f"<h3{dua}>{sub}</h3>" if sub else ""
        tinggi = self.tinggi(ruang) - BAWAH_KEPALA - 1.6
        return f'<div class="kt" style="height:{tinggi:.2f}pt">{isi}</div>'


@dataclass(frozen=True)
class DaftarIsi:
    """The contents, page by page: class, lines and the head that each entry leads to."""

    halaman: tuple[tuple[tuple[str, tuple[str, ...], KepalaHalaman], ...], ...]

    @classmethod
    def susun(cls, kepala: Sequence[KepalaHalaman], kertas: Kertas) -> DaftarIsi:
        batas = kertas.ruang_tinggi - 60
        hasil: list[list[tuple[str, tuple[str, ...], KepalaHalaman]]] = [[]]
        y, lama = 0.0, 0
        for satu in kepala:
            butir = [("t", f"TAHAP {satu.tahap}  {satu.judul}")] if satu.tahap != lama else []
            butir += [("r", satu.sub)] if satu.sub else []
            lama = satu.tahap
            for kelas, teks in butir:
                ruang = kertas.ruang - NOMOR_ISI - MASUK_ISI
                baris = bungkus(teks, ruang, TINGGI_ISI, "tebal")
                tinggi = len(baris) * TINGGI_ISI * SELA_ISI + 0.4
                if y + tinggi > batas and hasil[-1]:
                    hasil.append([])
                    y = 0.0
                hasil[-1].append((kelas, baris, satu))
                y += tinggi
        return cls(tuple(map(tuple, hasil)))

    @property
    def banyak_halaman(self) -> int:
        return len(self.halaman)

    def html(self, awal: Mapping[KepalaHalaman, int]) -> list[str]:
        """One section per page; ``awal`` is the page on which each head stands first."""
        tahap: dict[int, int] = {}
        for kepala, nomor in awal.items():
            tahap[kepala.tahap] = min(nomor, tahap.get(kepala.tahap, nomor))
        hasil = []
        for daftar in self.halaman:
            butir = "".join(
                f'<li class="{kelas}"><a href="#h{tahap[k.tahap] if kelas == "t" else awal[k]}">'
                f"{escape(chr(10).join(baris))}</a></li>"
                for kelas, baris, k in daftar
            )
            hasil.append(
                f'<section><h1 class="di" title="Daftar Isi">{JUDUL_ISI}</h1>'
                f'<ul class="isi">{butir}</ul></section>'
            )
        return hasil


def sampul(naskah: NaskahPenjenjangan, kertas: Kertas) -> str:
    """Arms, title lines, the pemda."""
    utama, *lain = naskah.judul
    isi = _baris(utama, "b", UKURAN_SAMPUL[0], kertas)
    isi += "".join(_baris(teks, "s", UKURAN_SAMPUL[1], kertas) for teks in (*lain, naskah.sampul))
    return (
        f'<section class="sampul">{lambang(naskah.kop)}{isi}'
        f'<div class="k">{escape(naskah.kop.pemda)}</div></section>'
    )


def _baris(teks: str, kelas: str, ukuran: float, kertas: Kertas) -> str:
    if not teks:
        return ""
    baris = bungkus(teks.upper(), kertas.ruang * 0.85, ukuran, "tebal", BOOKMAN)
    return f'<div class="{kelas}">{escape(chr(10).join(baris))}</div>'
