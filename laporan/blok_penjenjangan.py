"""A component as a block of labels and values: the labels are those that the import reads."""

from __future__ import annotations

from collections.abc import Iterator

from cascading.aturan.penjenjangan.isi import Komponen, Ukuran
from cascading.matriks_sel import dengan_satuan
from kinerja.aturan.angka import baca_target, format_angka
from kinerja.pilihan import Jenjang
from laporan.pdf.naskah_penjenjangan import Blok, Isian

SEBUTAN = {
    Jenjang.PROGRAM: "Program",
    Jenjang.KEGIATAN: "Kegiatan",
    Jenjang.SUB_KEGIATAN: "Sub Kegiatan",
}
SASARAN, INDIKATOR, TARGET, ANGGARAN = "Sasaran", "Indikator", "Target", "Anggaran"


def blok_komponen(k: Komponen, tahun: int) -> Blok:
    """Name, sentence, each indicator with its target of the year, money."""
    return Blok((*_kepala(k), *_ukuran(k, tahun), _anggaran(k)))


def _kepala(k: Komponen) -> Iterator[Isian]:
    yield Isian(SEBUTAN[Jenjang(k.jenjang)], k.sebutan)
    if k.nama:
        yield Isian(SASARAN, k.kinerja)


def _ukuran(k: Komponen, tahun: int) -> Iterator[Isian]:
    for u in k.indikator or (Ukuran(""),):
        yield Isian(INDIKATOR, u.teks)
        yield _target(u, tahun)


def _target(u: Ukuran, tahun: int) -> Isian:
    """Printed with its unit; the workbook takes what was typed, and the unit beside it."""
    tercetak = u.target.get(tahun, "")
    mentah = u.tertulis.get(tahun, tercetak)
    if not u.satuan and baca_target(mentah).nilai.satuan:
        mentah = tercetak  # a unit inside the value is not that of the indicator
    return Isian(TARGET, dengan_satuan(tercetak, u.satuan), (), mentah, u.satuan)


def _anggaran(k: Komponen) -> Isian:
    """Above sub kegiatan the sum is printed; the workbook takes what was typed there."""
    mentah = " + ".join(k.tertulis)
    if k.jenjang == Jenjang.SUB_KEGIATAN:
        return _pagu(k, mentah)
    if k.jumlah is None:
        return Isian(ANGGARAN, "", _tertulis(k, mentah), mentah)
    return Isian(ANGGARAN, format_angka(k.jumlah.nilai), _tertulis(k, mentah), mentah)


def _pagu(k: Komponen, mentah: str) -> Isian:
    if k.jumlah is None or not k.tertulis:
        return Isian(ANGGARAN, "")
    if k.jumlah.tak_terbaca:
        return Isian(ANGGARAN, mentah, ("tidak terbaca",), mentah)
    satu = len(k.tertulis) == 1
    return Isian(ANGGARAN, format_angka(k.jumlah.nilai), (), mentah if satu else "")


def _tertulis(k: Komponen, mentah: str) -> tuple[str, ...]:
    """The claim that differs, and how many amounts the sum left out."""
    hasil = []
    if k.jumlah is not None and k.jumlah.tertulis is not None and not k.jumlah.cocok:
        hasil.append(f"tertulis {format_angka(k.jumlah.tertulis)}")
    elif mentah and (k.jumlah is None or k.jumlah.tertulis is None):
        hasil.append(f"tertulis {mentah} tidak terbaca")
    if k.jumlah is not None and k.jumlah.tak_terbaca:
        hasil.append(f"{k.jumlah.tak_terbaca} pagu tidak terbaca")
    return tuple(hasil)
