"""The list at the end of the document: everything the tree page counts, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.aturan.isi import IsiPohon, IsiSimpul
from kinerja.aturan.jenjang import label
from kinerja.aturan.pemeriksaan import RINGKASAN, periksa

BATAS_SEBUTAN = 160
_URUTAN = {kode: n for n, kode in enumerate(RINGKASAN)}


@dataclass(frozen=True, slots=True)
class CatatanPemeriksaan:
    """One line: what kind of oddity, where, and what it is."""

    jenis: str
    letak: str
    isi: str


def susun_catatan(isi: IsiPohon) -> tuple[CatatanPemeriksaan, ...]:
    """The findings of the whole document: kinds in the order of the findings bar, boxes in tree
    order within a kind.
    """
    letak = {s.uid: sebutan_letak(s) for s in isi.simpul} | {isi.akar.uid: "Baris JUMLAH"}
    temuan = sorted(periksa(isi), key=lambda t: _URUTAN[t.kode])
    return tuple(
        CatatanPemeriksaan(_jenis(t.kode, isi.tahun), letak[t.letak.simpul], t.pesan)
        for t in temuan
    )


def _jenis(kode: str, tahun: int) -> str:
    teks = RINGKASAN[kode].format(tahun=tahun)
    return teks[:1].upper() + teks[1:]


def sebutan_letak(s: IsiSimpul) -> str:
    """ "Kegiatan 2.1 Rehabilitasi sosial …": level, number or code, name."""
    nama = s.sebutan
    if len(nama) > BATAS_SEBUTAN:
        nama = nama[:BATAS_SEBUTAN].rsplit(" ", 1)[0] + " …"
    return " ".join(b for b in (label(s.jenjang), s.nomor or s.kode, nama) if b)
