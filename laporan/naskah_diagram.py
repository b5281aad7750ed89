"""A Pohon -> NaskahDiagram: its boxes, title and status. Reads, never writes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils import timezone

from cascading.matriks_pohon import nama_tahap
from kinerja.isi_pohon import baca_isi
from kinerja.kaitan import lapisan
from kinerja.lembar_diagram import PenyusunDiagram
from kinerja.lembar_pohon import Permintaan, kolom_dokumen
from kinerja.models import Pohon
from kinerja.mutu_pohon import pengaturan_pemda
from kinerja.pilihan import JenisPohon, Jenjang
from laporan.cetakan import Cetakan
from laporan.identitas import nama_lengkap, waktu
from laporan.pdf.diagram_kertas import GULUNGAN, KERTAS_SET, LEBIH_BESAR
from laporan.pdf.naskah_diagram import POSTER, SET, NaskahDiagram
from laporan.pohon_beku import keadaan_cetak

SEMUA_TINGKAT = 10_000
TINGKAT_KONDISI = 2
"""A condition of this depth gets pages of its own."""


@dataclass(frozen=True)
class PesananDiagram:
    """What was asked for: which document, year and stage, as poster or set."""

    pohon: Pohon
    tahun: int
    tahap: str = ""
    bentuk: str = SET


PILIHAN_KERTAS = {SET: tuple(KERTAS_SET), POSTER: (*LEBIH_BESAR[2:], GULUNGAN)}
"""Papers by form; a roll is a poster."""


def cetakan_diagram(pesanan: PesananDiagram, *, kertas: str, akhiran: str, pada: date) -> Cetakan:
    """The printing that was asked for, with the name of its file. A picture has no paper."""
    naskah = naskah_diagram(pesanan, pada=pada)
    pohon = pesanan.pohon
    if akhiran != "pdf":
        naskah, kertas = replace(naskah, bentuk=POSTER), ""
    edisi = f"edisi {pohon.edisi}" if pohon.edisi > 1 else ""
    bentuk = f"{pesanan.bentuk} {kertas.lower() if kertas == GULUNGAN else kertas}"
    nama = f"Diagram {bentuk if kertas else ''} {edisi} {naskah.nama}"
    alamat = reverse("cetak-diagram", args=[pohon.pk])
    return Cetakan("pohon", naskah, kertas, akhiran, nama, alamat)


def naskah_diagram(pesanan: PesananDiagram, *, pada: date) -> NaskahDiagram:
    """The diagram as it would be printed on that day. A fixed number of queries."""
    pohon = pesanan.pohon
    isi = baca_isi(pohon, tahun=pesanan.tahun, tahap=pesanan.tahap)
    minta = Permintaan(tahun=pesanan.tahun, tahap=pesanan.tahap)
    kolom = replace(kolom_dokumen(isi, minta, pengaturan_pemda(pohon.perangkat_daerah)), alamat="")
    lapis = lapisan(pohon, pesanan.tahun, pesanan.tahap)
    hutan = PenyusunDiagram(isi, kolom, SEMUA_TINGKAT, lapis).hutan()
    judul = _judul(pesanan, pada)
    konsep, status = keadaan_cetak(pohon)
    return NaskahDiagram(
        kotak=tuple(hutan),
        judul=judul,
        kaki=f"{' '.join(judul)} · {status} · data per {waktu(pohon.diubah_pada)}, "
        f"versi {pohon.versi}",
        bentuk=pesanan.bentuk,
        tingkat_halaman=kolom.peringkat.get(Jenjang.SASARAN, TINGKAT_KONDISI),
        konsep=konsep,
        diubah=timezone.localtime(pohon.diubah_pada).isoformat(timespec="seconds"),
        penulis=nama_lengkap(pohon.perangkat_daerah, pada),
    )


def _judul(pesanan: PesananDiagram, pada: date) -> tuple[str, ...]:
    """ "Pohon Kinerja Dinas Sosial Kabupaten … ", then year and stage."""
    pohon = pesanan.pohon
    nama = JenisPohon(pohon.jenis).label
    lembaga = nama_lengkap(pohon.perangkat_daerah, pada)
    utama = " ".join(filter(None, (str(nama), pohon.judul, lembaga)))
    tahap = nama_tahap(pohon, pesanan.tahun, pesanan.tahap)
    return utama, f"Tahun {pesanan.tahun}" + (f" ({tahap})" if tahap else "")
