"""In which capacity somebody takes the steps of an agreement on a day."""

from __future__ import annotations

from datetime import date

from cascading.aturan.perjanjian import Pelaku
from cascading.models import PerjanjianKinerja
from kinerja.models import Jabatan, Pejabat, Pengguna, PerangkatDaerah
from kinerja.pilihan import JenisJabatan, JenisPerangkatDaerah, Peran

VERIFIKATOR = frozenset({Peran.BAPPEDA, Peran.BAGIAN_ORGANISASI})
"""Held at the pemda: they verify agreements where the pemda wants it."""


def jabatan_penyetuju(perjanjian: PerjanjianKinerja) -> Jabatan | None:
    """The superior position; a kepala daerah agrees with himself."""
    jabatan = perjanjian.jabatan
    if jabatan.jenis == JenisJabatan.KEPALA_DAERAH:
        return jabatan
    return jabatan.atasan


def penyetuju(perjanjian: PerjanjianKinerja, hari: date) -> Pejabat | None:
    """Who holds it that day, a Plh. before the one he stands in for."""
    jabatan = jabatan_penyetuju(perjanjian)
    return jabatan.pejabat_pada(hari) if jabatan else None


def perlu_dicatat(perjanjian: PerjanjianKinerja, pejabat: Pejabat | None) -> bool:
    """Does the superior agree outside the system? Without an account, or as kepala daerah."""
    if pejabat is None:
        return False
    jabatan = jabatan_penyetuju(perjanjian)
    if jabatan is not None and jabatan.jenis == JenisJabatan.KEPALA_DAERAH:
        return True
    return not Pengguna.objects.filter(pegawai=pejabat.pegawai_id, is_active=True).exists()


def menyusun_perjanjian(pengguna: Pengguna, lembaga: PerangkatDaerah) -> bool:
    """Does the user prepare agreements here? At the pemda Bagian Organisasi and Bappeda do too."""
    peran = {Peran.PERENCANA}
    if lembaga.jenis == JenisPerangkatDaerah.PEMDA:
        peran |= {Peran.BAGIAN_ORGANISASI, Peran.BAPPEDA}
    return pengguna.punya_peran(peran, lembaga)


def pelaku(pengguna: Pengguna, perjanjian: PerjanjianKinerja, hari: date) -> frozenset[Pelaku]:
    """The capacities that the user has for this agreement that day."""
    lembaga = perjanjian.perangkat_daerah
    hasil = set()
    perencana = menyusun_perjanjian(pengguna, lembaga)
    kursi = perjanjian.jabatan.pejabat_pada(hari)
    sendiri = kursi is not None and kursi.pegawai_id == pengguna.pegawai_id
    if perencana or sendiri:
        hasil.add(Pelaku.PENGAJU)
    if pengguna.punya_peran(VERIFIKATOR, lembaga.pemda_atau_diri()):
        hasil.add(Pelaku.VERIFIKATOR)
    atasan = penyetuju(perjanjian, hari)
    if atasan is not None and atasan.pegawai_id == pengguna.pegawai_id:
        hasil.add(Pelaku.PENYETUJU)
    pencatat = perencana or pengguna.punya_peran(
        {Peran.BAGIAN_ORGANISASI}, lembaga.pemda_atau_diri()
    )
    if pencatat and perlu_dicatat(perjanjian, atasan):
        hasil.add(Pelaku.PENCATAT)
    return frozenset(hasil)
