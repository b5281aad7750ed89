"""A Pohon -> Naskah: letterhead, title, table, signatures, status. Reads, never writes."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from cascading.matriks import Matriks
from cascading.matriks_pohon import matriks_pohon, nama_tahap
from cascading.set_kolom import DaftarKolom
from kinerja.models import Jabatan, Pejabat, PerangkatDaerah, Pohon
from kinerja.pilihan import JenisJabatan, JenisPejabat, JenisPerangkatDaerah
from laporan.pdf.naskah import Kop, Naskah, Penanda

BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
ALAMAT_TERBANYAK = 5
"""Lines of address; more would push the table off the first page."""
TITIK_TANGGAL = "." * 24


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
    status = str(pohon.get_status_display())
    return Naskah(
        matriks=matriks,
        kop=kop(lembaga, pada),
        judul=judul,
        kaki=f"{' '.join(judul)} · status {status} · data per {waktu(pohon.diubah_pada)}, "
        f"versi {pohon.versi}",
        tempat_tanggal=f"{tempat}, {TITIK_TANGGAL} {pesanan.tahun}",
        kiri=kiri,
        kanan=kanan,
        konsep=True,  # until approval exists
        status=status,
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


def nama_lengkap(lembaga: PerangkatDaerah, pada: date) -> str:
    """ "Dinas Sosial Kabupaten Kotawaringin Timur", with the name it had that day."""
    nama = lembaga.sebutan_pada(pada).nama
    if lembaga.pemda is None:
        return nama
    pemda = lembaga.pemda.sebutan_pada(pada).nama
    return nama if pemda.lower() in nama.lower() else f"{nama} {pemda}"


def kop(lembaga: PerangkatDaerah, pada: date) -> Kop:
    """The letterhead; without a lambang of its own the agency prints the pemda's."""
    pemda = lembaga.pemda_atau_diri()
    nama = pemda.sebutan_pada(pada).nama.upper()
    if not nama.startswith("PEMERINTAH"):
        nama = f"PEMERINTAH {nama}"
    sendiri = lembaga.jenis == JenisPerangkatDaerah.PEMDA
    berlambang = lembaga if lembaga.lambang else pemda
    return Kop(
        pemda=nama,
        nama="" if sendiri else lembaga.sebutan_pada(pada).nama.upper(),
        alamat=tuple(b.strip() for b in lembaga.alamat.splitlines() if b.strip())[
            :ALAMAT_TERBANYAK
        ],
        lambang=_data(berlambang.lambang, berlambang.jenis_lambang),
    )


def _data(isi: Any, jenis: str) -> str:
    if not isi:
        return ""
    return f"data:{jenis or 'image/png'};base64,{base64.b64encode(bytes(isi)).decode()}"


def penanda(lembaga: PerangkatDaerah, pada: date) -> tuple[Penanda | None, Penanda]:
    """Left who the head answers to, right the head; what is not known stays a dotted line."""
    kepala = Jabatan.objects.filter(perangkat_daerah=lembaga, kepala=True).first()
    if kepala is None:
        return None, Penanda(jabatan=f"Kepala {lembaga.nama}")
    atasan = kepala.atasan
    if atasan is None and lembaga.pemda is not None:
        atasan = Jabatan.objects.filter(perangkat_daerah=lembaga.pemda, kepala=True).first()
    kiri = _penanda(atasan, pada, "Mengetahui,") if atasan else None
    return kiri, _penanda(kepala, pada)


def _penanda(jabatan: Jabatan, pada: date, pembuka: str = "") -> Penanda:
    pejabat = jabatan.pejabat_pada(pada)
    kepala_daerah = jabatan.jenis == JenisJabatan.KEPALA_DAERAH
    if pejabat is None:
        return Penanda(jabatan.nama, pembuka=pembuka, kepala_daerah=kepala_daerah)
    pegawai = pejabat.pegawai
    return Penanda(
        jabatan=f"{_awalan(pejabat)}{jabatan.nama}",
        nama=pegawai.nama,
        pangkat=", ".join(b for b in (pegawai.pangkat, pegawai.golongan) if b),
        nip=pegawai.nip,
        pembuka=pembuka,
        kepala_daerah=kepala_daerah,
    )


def _awalan(pejabat: Pejabat) -> str:
    """ "Plt. " and its like; nothing for who holds the position itself."""
    definitif = pejabat.jenis == JenisPejabat.DEFINITIF
    return "" if definitif else f"{pejabat.get_jenis_display()} "


def tanggal(hari: date) -> str:
    """2 Januari 2025."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def waktu(pada: datetime) -> str:
    """2 Januari 2025 10.00 WIB."""
    setempat = timezone.localtime(pada)
    return f"{tanggal(setempat.date())} {setempat:%H.%M} {setempat:%Z}".strip()
