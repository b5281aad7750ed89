"""What the page of the printed diagram offers: each paper with its pages and smallest text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.core.cache import caches

from kinerja.aturan.angka import format_angka
from kinerja.lembar_pohon import LAMA_SIMPAN, SIMPANAN
from laporan import tembolok
from laporan.naskah_diagram import PILIHAN_KERTAS, PesananDiagram, naskah_diagram
from laporan.pdf.diagram import DokumenDiagram
from laporan.pdf.diagram_kertas import GULUNGAN
from laporan.pdf.naskah_diagram import POSTER, SET, NaskahDiagram

PEMISAH = ":"
JUDUL_BENTUK = {
    SET: ("Set halaman", "Ikhtisar, lalu halaman tiap Sasaran; dipecah sampai terbaca."),
    POSTER: ("Poster selembar", "Seluruh pohon pada satu lembar, untuk dipajang."),
}
NAMA_KERTAS = {GULUNGAN: "Gulungan 91,4 cm"}


@dataclass(frozen=True)
class TawaranKertas:
    """One choice, as the form sends it, and in words."""

    nilai: str
    nama: str
    keterangan: str
    terbaca: bool


@dataclass(frozen=True)
class TawaranBentuk:
    """A form with its papers."""

    judul: str
    keterangan: str
    kertas: tuple[TawaranKertas, ...]


def tawaran_diagram(pesanan: PesananDiagram, *, pada: date) -> tuple[TawaranBentuk, ...]:
    """Set and poster; nothing for a document without boxes. Raises HurufTidakAda."""
    naskah = naskah_diagram(pesanan, pada=pada)
    if not naskah.kotak:
        return ()
    kunci = f"tawaran-diagram:{tembolok.kunci(naskah.ke_json())}"
    hasil: tuple[TawaranBentuk, ...] | None = caches[SIMPANAN].get(kunci)
    if hasil is None:
        hasil = tuple(_bentuk(naskah, bentuk) for bentuk in PILIHAN_KERTAS)
        caches[SIMPANAN].set(kunci, hasil, LAMA_SIMPAN)
    return hasil


def _bentuk(naskah: NaskahDiagram, bentuk: str) -> TawaranBentuk:
    naskah = replace(naskah, bentuk=bentuk)
    kertas = tuple(_kertas(naskah, k) for k in PILIHAN_KERTAS[bentuk])
    return TawaranBentuk(*JUDUL_BENTUK[bentuk], kertas)


def _kertas(naskah: NaskahDiagram, kertas: str) -> TawaranKertas:
    dokumen = DokumenDiagram.siapkan(naskah, kertas)
    terbaca = all(h.muatan.terbaca for h in dokumen.halaman)
    keterangan = f"huruf terkecil {ukuran_huruf(dokumen)} pt"
    if naskah.bentuk == SET:
        keterangan = f"{dokumen.jumlah_halaman} halaman, {keterangan}"
    if kertas == GULUNGAN:
        panjang = dokumen.halaman[0].muatan.bidang.kertas.lebar / 72 * 2.54
        keterangan = f"panjang {format_angka(round(panjang))} cm, {keterangan}"
    nama = NAMA_KERTAS.get(kertas, kertas)
    return TawaranKertas(f"{naskah.bentuk}{PEMISAH}{kertas}", nama, keterangan, terbaca)


def ukuran_huruf(dokumen: DokumenDiagram) -> str:
    """The smallest text in points, cut to one decimal: never said larger than it is."""
    return format_angka(Decimal(int(dokumen.huruf_terkecil * 10)) / 10)
