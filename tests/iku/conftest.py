"""One IKU document and who works on it."""

import pytest

from tests.factories import PADA
from tests.iku.iku_uji import buat_dokumen_iku, buat_iku


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def indikator(pohon, jalur, perencana):
    return buat_iku(pohon, jalur["SASARAN"], perencana)


@pytest.fixture
def dokumen(pohon, indikator, perencana):
    return buat_dokumen_iku(pohon, perencana)
