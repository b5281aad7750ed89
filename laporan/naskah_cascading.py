"""A Pohon -> Naskah: letterhead, title, table, signatures, status. Reads, never writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from cascading.matriks import Matriks
from cascading.matriks_pohon import matriks_pohon, nama_tahap
from cascading.set_kolom import DaftarKolom
from kinerja.models import Pohon
from laporan.cetakan import Cetakan
from laporan.identitas import TITIK_TANGGAL, kop, nama_lengkap, penanda, waktu
from laporan.pdf.naskah import Naskah
from laporan.pohon_beku import keadaan_cetak


@dataclass(frozen=True)
class Pesanan:
    """What was asked for: which document, in which columns, year and stage; ``seluruh``: of the
    whole periode, with the boxes that others replaced.
    """

    pohon: Pohon
    daftar: DaftarKolom
    tahun: int
    tahap: str = ""
    seluruh: bool = False


def cetakan_cascading(pesanan: Pesanan, *, kertas: str, akhiran: str, pada: date) -> Cetakan:
    """The printing that was asked for, with the name of its file."""
    naskah = naskah_cascading(pesanan, pada=pada)
    pohon = pesanan.pohon
    edisi = f"edisi {pohon.edisi}" if pohon.edisi > 1 else ""
    kepala = f"Cascading {pesanan.daftar.nama} {kertas} {edisi} {pohon.judul}"
    nama = f"{kepala} {' '.join(naskah.judul[1:])}"
    return Cetakan(
        "cascading", naskah, kertas, akhiran, nama, reverse("cascading", args=[pohon.pk])
    )


def naskah_cascading(pesanan: Pesanan, *, pada: date) -> Naskah:
    """The document as it would be printed on that day. A fixed number of queries."""
    p = pesanan
    matriks = matriks_pohon(p.pohon, p.daftar, tahun=p.tahun, tahap=p.tahap, seluruh=p.seluruh)
    return susun_naskah(pesanan, matriks, pada=pada)


def susun_naskah(pesanan: Pesanan, matriks: Matriks, *, pada: date) -> Naskah:
    """The frame around a table that is already there."""
    pohon = pesanan.pohon
    lembaga = pohon.perangkat_daerah
    tahap = nama_tahap(pohon, pesanan.tahun, pesanan.tahap)
    judul = (
        _judul(matriks.judul, pohon.judul),
        nama_lengkap(lembaga, pada),
        _masa(pesanan) + (f" ({tahap})" if tahap else ""),
    )
    kiri, kanan = penanda(lembaga, pada)
    tempat = lembaga.tempat or lembaga.pemda_atau_diri().tempat or TITIK_TANGGAL
    konsep, status = keadaan_cetak(pohon)
    return Naskah(
        matriks=matriks,
        kop=kop(lembaga, pada),
        judul=judul,
        kaki=f"{' '.join(judul)} · {status} · data per {waktu(pohon.diubah_pada)}, "
        f"versi {pohon.versi}",
        tempat_tanggal=f"{tempat}, {TITIK_TANGGAL} {pesanan.tahun}",
        kiri=kiri,
        kanan=kanan,
        konsep=konsep,
        status=str(pohon.get_status_display()),
        diubah=timezone.localtime(pohon.diubah_pada).isoformat(timespec="seconds"),
        penulis=judul[1],
    )


def _masa(pesanan: Pesanan) -> str:
    """The year, or the years of a table that also prints what no longer holds."""
    if not pesanan.seluruh:
        return f"Tahun {pesanan.tahun}"
    periode = pesanan.pohon.periode
    return f"Tahun {periode.tahun_awal}-{periode.tahun_akhir}"


def _judul(baku: str, judul: str) -> str:
    """The set's heading and what tells this document from its sisters, not said twice."""
    return baku if judul.lower() in baku.lower() else f"{baku} {judul}"
