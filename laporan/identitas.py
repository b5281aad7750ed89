"""Who a document speaks for on a day: names, letterhead, who signs. Reads, never writes."""

from __future__ import annotations

import base64
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from kinerja.aturan.tanggal import tanggal
from kinerja.models import Jabatan, Pejabat, PerangkatDaerah
from kinerja.pilihan import JenisJabatan, JenisPejabat, JenisPerangkatDaerah
from laporan.pdf.kop import Kop, Penanda

ALAMAT_TERBANYAK = 5
"""Lines of address; more would push the table off the first page."""
TITIK_TANGGAL = "." * 24


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
    pegawai, sebutan = pejabat.pegawai, f"{_awalan(pejabat)}{jabatan.nama}"
    if kepala_daerah:  # neither rank nor NIP is printed, so they are not in the data either
        return Penanda(sebutan, pegawai.nama, pembuka=pembuka, kepala_daerah=True)
    return Penanda(
        jabatan=sebutan,
        nama=pegawai.nama,
        pangkat=", ".join(b for b in (pegawai.pangkat, pegawai.golongan) if b),
        nip=pegawai.nip,
        pembuka=pembuka,
    )


def _awalan(pejabat: Pejabat) -> str:
    """ "Plt. " and its like; nothing for who holds the position itself."""
    definitif = pejabat.jenis == JenisPejabat.DEFINITIF
    return "" if definitif else f"{pejabat.get_jenis_display()} "


def waktu(pada: datetime) -> str:
    """2 Januari 2025 10.00 WIB."""
    setempat = timezone.localtime(pada)
    return f"{tanggal(setempat.date())} {setempat:%H.%M} {setempat:%Z}".strip()
