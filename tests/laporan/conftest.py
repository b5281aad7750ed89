"""A printing asked for in tests."""

import pytest

from cascading.pembuatan_perjanjian import buat_perjanjian
from cascading.set_kolom import DINSOS_13
from laporan.naskah_cascading import Pesanan, cetakan_cascading
from laporan.pekerjaan import minta
from tests.cascading.perjanjian_uji import TAHUN, isi_kantor
from tests.factories import PADA
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
