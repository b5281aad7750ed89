"""What closes the table: the total, what it counts, what "tertulis" means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape

from cascading.matriks_sel import angka_id
from kinerja.gambar.ukur_teks import bungkus
from laporan.pdf.kaki_tabel import KakiTabel
from laporan.pdf.tabel import Tabel
from laporan.pdf.ukuran import SELA, tinggi_sel

TERTULIS = (
    "“tertulis …” adalah angka pada dokumen asal yang berbeda dari jumlah turunannya; "
    "yang berlaku adalah jumlah di atasnya."
)


@dataclass(frozen=True)
class Penutup:
    """Closing row and explanations under the last table."""

    tabel: Tabel

    @cached_property
    def kaki(self) -> KakiTabel:
        """Closing rows across the table, on the first of facing sheets."""
        lembar = self.tabel.tata.lembar[0]
        return KakiTabel(self.tabel.matriks.kaki, lembar.lebar, self.tabel.tata.ukuran)

    @cached_property
    def _catatan(self) -> tuple[str, ...]:
        """Notes of the total, broken in the column of the amount."""
        jumlah = self.tabel.matriks.jumlah
        if jumlah.kolom is None:
            return jumlah.catatan
        ruang, ukuran = self.tabel.kolom[jumlah.kolom].ruang, self.tabel.tata.ukuran
        return tuple(b for c in jumlah.catatan for b in bungkus(c, ruang, ukuran, "miring"))

    @cached_property
    def _keterangan(self) -> tuple[str, ...]:
        matriks = self.tabel.matriks
        baris = [self._ringkasan] if matriks.ringkasan else []
        catatan = [c for kolom in matriks.sel for s in kolom for c in s.catatan]
        if any(c.startswith("tertulis") for c in [*catatan, *matriks.jumlah.catatan]):
            baris.append(TERTULIS)
        ruang = self.tabel.tata.kertas.ruang
        return tuple(b for t in baris for b in bungkus(t, ruang, self.tabel.tata.ukuran))

    @property
    def _ringkasan(self) -> str:
        """What the table counts; the total in one line where its column is narrow."""
        matriks, jumlah = self.tabel.matriks, self.tabel.matriks.jumlah
        if jumlah.kolom is None:
            return f"{matriks.ringkasan}."
        catatan = f" ({'; '.join(jumlah.catatan)})" if jumlah.catatan else ""
        return f"{matriks.ringkasan}; jumlah pagu Rp {angka_id(jumlah.angka)}{catatan}."

    @property
    def tinggi(self) -> float:
        baris = self.tabel.tata.ukuran * SELA
        kosong = 0 if self.tabel.matriks.baris else tinggi_sel(1, baris)
        kosong += self.kaki.tinggi
        if not self.tabel.matriks.jumlah.tercetak:
            return kosong + self._tinggi_keterangan
        return kosong + tinggi_sel(1 + len(self._catatan), baris) + self._tinggi_keterangan

    @property
    def _tinggi_keterangan(self) -> float:
        if not self._keterangan:
            return 0.0
        return len(self._keterangan) * self.tabel.tata.ukuran * SELA + 3

    def baris(self, lembar: int) -> str:
        """The closing rows of one sheet."""
        kolom = self.tabel.tata.lembar[lembar].kolom
        kosong = ""
        if not self.tabel.matriks.baris:
            kosong = f'<tr><td colspan="{len(kolom)}" class="c">Belum ada isi.</td></tr>'
        berjumlah = self.tabel.matriks.jumlah.tercetak
        jumlah = self._jumlah(kolom, lembar) if berjumlah else ""
        return kosong + jumlah + ("" if lembar else self.kaki.html)

    def _jumlah(self, kolom: tuple[int, ...], lembar: int) -> str:
        jumlah = self.tabel.matriks.jumlah
        catatan = "".join(f"\n<i>{escape(c)}</i>" for c in self._catatan)
        judul = escape(jumlah.teks)
        if jumlah.kolom is None:
            if lembar:
                return ""
            teks = f"{judul}: Rp {angka_id(jumlah.angka)}{catatan}"
            return f'<tr class="j"><td colspan="{len(kolom)}">{teks}</td></tr>'
        if jumlah.kolom not in kolom:
            return ""
        kiri = kolom.index(jumlah.kolom)
        kanan = len(kolom) - kiri - 1
        return (
            f'<tr class="j">{_td(kiri, judul)}'
            f'<td class="n">{angka_id(jumlah.angka)}{catatan}</td>{_td(kanan, "")}</tr>'
        )

    def keterangan(self) -> str:
        """Lines under the table."""
        teks = escape("\n".join(self._keterangan), quote=False)
        return f'<p class="ket">{teks}</p>' if teks else ""


def _td(rentang: int, teks: str) -> str:
    return f'<td colspan="{rentang}" class="c">{teks}</td>' if rentang else ""
