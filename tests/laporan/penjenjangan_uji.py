"""The demo's penjenjangan, Dinas Sosial Kotawaringin Timur 2025, and nothing else of the demo."""

from __future__ import annotations

from cascading.contoh_penjenjangan import muat_penjenjangan
from cascading.contoh_tautan import muat_tautan
from cascading.models import Penjenjangan
from kinerja.contoh import fakta, orang
from kinerja.contoh.dokumen import muat_cascading, muat_rpjmd
from kinerja.contoh.nomenklatur import muat_nomenklatur
from kinerja.contoh.pohon_kinerja import muat_kondisi_2025
from laporan.naskah_penjenjangan import naskah_penjenjangan
from laporan.pdf.naskah_penjenjangan import NaskahPenjenjangan
from tests.factories import PADA


def muat_dokumen() -> Penjenjangan:
    """Both trees, tied together, with the items of Tahap 1."""
    isi, milik = fakta.dokumen(), orang.muat_perangkat_daerah()
    akun = orang.muat_akun(milik, orang.muat_jabatan(milik))
    siapa = {"periode": orang.muat_periode(), "pada": PADA}
    rpjmd = muat_rpjmd(isi, pemda=milik[orang.PEMDA], oleh=akun["bappeda"], **siapa)
    dinas, perencana = milik[orang.DINAS], akun["perencana"]
    muat_cascading(
        isi, dinas=dinas, versi=muat_nomenklatur(), rpjmd=rpjmd, oleh=perencana, **siapa
    )
    muat_kondisi_2025(fakta.penjenjangan(), dinas=dinas, oleh=perencana, **siapa)
    muat_tautan(milik, akun, PADA)
    muat_penjenjangan(milik, akun, PADA)
    return Penjenjangan.objects.lengkap().get()


def naskah(dokumen: Penjenjangan) -> NaskahPenjenjangan:
    return naskah_penjenjangan(dokumen, pada=PADA.date())
