"""A cascading per jabatan -> NaskahJabatan: a map as typed, or what a document assigns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from kinerja.gambar.jabatan import BarisJabatan, hutan_jabatan
from kinerja.lembar_diagram_jabatan import baris_peta, baris_tugas
from kinerja.models import PetaJabatan, Pohon, Riwayat
from kinerja.pilihan import StatusPohon
from laporan.cetakan import Cetakan
from laporan.identitas import nama_lengkap, waktu
from laporan.naskah_diagram import PILIHAN_KERTAS
from laporan.pdf.diagram_kertas import GULUNGAN
from laporan.pdf.naskah_diagram import POSTER, SET, NaskahDiagram
from laporan.pdf.naskah_jabatan import NaskahJabatan

KERTAS = tuple(k for daftar in PILIHAN_KERTAS.values() for k in daftar)


def cetakan_peta(peta: PetaJabatan, *, kertas: str, akhiran: str, pada: date) -> Cetakan:
    """The printing of a map, with the name of its file."""
    alamat = reverse("peta-jabatan", args=[peta.pk])
    return _cetakan(naskah_peta(peta, pada=pada), kertas, akhiran, alamat)


def cetakan_tugas(
    pohon: Pohon, *, tahun: int, tahap: str, kertas: str, akhiran: str, pada: date
) -> Cetakan:
    """The printing of who answers for what in a document."""
    alamat = reverse("pohon-jabatan", args=[pohon.pk])
    naskah = naskah_tugas(pohon, tahun=tahun, tahap=tahap, pada=pada)
    return _cetakan(naskah, kertas, akhiran, alamat)


def _cetakan(naskah: NaskahJabatan, kertas: str, akhiran: str, alamat: str) -> Cetakan:
    if akhiran != "pdf":
        kertas = ""
    bentuk = SET if kertas in PILIHAN_KERTAS[SET] else POSTER
    naskah = replace(naskah, diagram=replace(naskah.diagram, bentuk=bentuk))
    sebut = kertas.lower() if kertas == GULUNGAN else kertas
    nama = f"{naskah.diagram.judul[0]} {sebut} {' '.join(naskah.diagram.judul[1:])}"
    return Cetakan("jabatan", naskah, kertas, akhiran, nama, alamat)


def naskah_peta(peta: PetaJabatan, *, pada: date) -> NaskahJabatan:
    """The boxes of a map as typed. A fixed number of queries."""
    lembaga = nama_lengkap(peta.perangkat_daerah, pada)
    utama = " ".join(filter(None, ("Cascading per Jabatan", peta.judul, lembaga)))
    rantai = Riwayat.objects.filter(perangkat_daerah=peta.perangkat_daerah, pohon=None)
    saat = rantai.aggregate(saat=Max("pada"))["saat"] or timezone.now()
    judul = (utama, f"Periode {peta.periode}")
    status = f"status {peta.get_status_display()} · data per {waktu(saat)}"
    konsep = peta.status != StatusPohon.DISETUJUI
    return _naskah(baris_peta(peta), judul, status, lembaga, saat, konsep=konsep)


def naskah_tugas(pohon: Pohon, *, tahun: int, tahap: str, pada: date) -> NaskahJabatan:
    """The positions of an agency with what each answers for. About a dozen queries."""
    baris = baris_tugas(pohon, tahun=tahun, tahap=tahap, pada=pada)
    lembaga = nama_lengkap(pohon.perangkat_daerah, pada)
    utama = " ".join(filter(None, ("Cascading per Jabatan", pohon.judul, lembaga)))
    status = str(pohon.get_status_display())
    kaki = f"status {status} · data per {waktu(pohon.diubah_pada)}, versi {pohon.versi}"
    return _naskah(baris, (utama, f"Tahun {tahun}"), kaki, lembaga, pohon.diubah_pada)


def _naskah(
    baris: Sequence[BarisJabatan], judul: tuple[str, ...], kaki: str, penulis: str, saat: datetime,
    *, konsep: bool = True,
) -> NaskahJabatan:  # fmt: skip
    """``konsep``: an approved map is none; assignments of a document always are."""
    diagram = NaskahDiagram(
        kotak=hutan_jabatan(baris),
        judul=judul,
        kaki=f"{' '.join(judul)} · {kaki}",
        konsep=konsep,
        diubah=timezone.localtime(saat).isoformat(timespec="seconds"),
        penulis=penulis,
    )
    return NaskahJabatan(diagram, tuple(baris))
