"""A printing asked for in tests."""

import pytest

from cascading.set_kolom import DINSOS_13
from laporan.naskah_cascading import Pesanan, cetakan_cascading
from laporan.pekerjaan import minta
from tests.factories import PADA


@pytest.fixture
def cetakan(pohon, jalur):
    """A small PDF that nobody has printed yet."""
    pesanan = Pesanan(pohon, DINSOS_13, 2025)
    return cetakan_cascading(pesanan, kertas="A3", akhiran="pdf", pada=PADA.date())


@pytest.fixture
def diminta(cetakan, dinas, perencana):
    """The job for it, waiting in the queue."""
    return minta(cetakan, perangkat_daerah=dinas, oleh=perencana, pada=PADA)
