"""A printing asked for in tests."""

import pytest

from cascading.models import Penjenjangan
from cascading.pembuatan_perjanjian import buat_perjanjian
from cascading.set_kolom import DINSOS_13
from kinerja.pilihan import JenisPohon, Jenjang, PeranKondisi
from laporan.naskah_cascading import Pesanan, cetakan_cascading
from laporan.pekerjaan import minta
from tests.cascading.perjanjian_uji import TAHUN, isi_kantor
from tests.factories import PADA, buat_pohon
from tests.laporan.perjanjian_uji import akun, diajukan, lengkap


@pytest.fixture
def cetakan(pohon, jalur):
    """A small PDF that nobody has printed yet."""
    pesanan = Pesanan(pohon, DINSOS_13, 2025)
    return cetakan_cascading(pesanan, kertas="A3", akhiran="pdf", pada=PADA.date())


@pytest.fixture
def diminta(cetakan, dinas, perencana):
    """The job for it, waiting in the queue."""
    return minta(cetakan, perangkat_daerah=dinas, oleh=perencana, pada=PADA)


@pytest.fixture
def kantor(pohon, perencana):
    return isi_kantor(pohon, perencana)


@pytest.fixture
def kadis(kantor):
    return akun(kantor, "kadis")


@pytest.fixture
def draf(kantor, perencana):
    return lengkap(buat_perjanjian(kantor.jabatan["kabid_a"], TAHUN, oleh=perencana, pada=PADA))


@pytest.fixture
def tunggu(kantor, perencana):
    return diajukan(kantor, "kabid_a", perencana)


@pytest.fixture
def milik_dinas(dinas, pohon, jalur, perencana):
    """A small penjenjangan of the perencana's own agency."""
    kondisi = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    kondisi.tambah(
        induk=kondisi.akar(), jenjang=Jenjang.KONDISI, peran=PeranKondisi.OUTCOME,
        kinerja="Terlindunginya warga", oleh=perencana, pada=PADA,
    )  # fmt: skip
    baru = Penjenjangan(
        perangkat_daerah=dinas, periode=pohon.periode, tahun=2025, pohon_kinerja=kondisi,
        cascading=pohon, diubah_pada=PADA,
    )  # fmt: skip
    baru.daftarkan(oleh=perencana, pada=PADA)
    return baru
