"""The two admins, beside the cast of tests/conftest.py."""

import pytest

from kinerja.pilihan import Peran
from tests.factories import buat_dinas, buat_pengguna


@pytest.fixture
def admin_pd(dinas):
    """Admin of ``dinas`` alone."""
    return buat_pengguna("admin-pd", Peran.ADMIN_PD, di=dinas)


@pytest.fixture
def admin_pemda(dinas):
    return buat_pengguna("admin-pemda", Peran.ADMIN_PEMDA, di=dinas.pemda)


@pytest.fixture
def dinas_lain(dinas):
    """Another agency of the same pemda."""
    return buat_dinas(dinas.pemda, nama="Dinas Pendidikan", kode="1.01.01")
