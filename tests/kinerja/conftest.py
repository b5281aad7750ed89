"""The two admins and rows with numbers, beside the cast of tests/conftest.py."""

import pytest

from kinerja.models import KlaimPagu, Pagu, Target
from kinerja.pilihan import Peran
from tests.factories import PADA, buat_dinas, buat_pengguna


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


@pytest.fixture
def berangka(pohon, jalur, perencana):
    """Pagu, claim and target of 2025 in the stage MURNI; answers the rows by table."""
    siapa = {"tahun": 2025, "oleh": perencana, "pada": PADA}
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000.000", **siapa)
    pohon.isi_klaim(jalur["PROGRAM"], "1.000.000", **siapa)
    indikator = pohon.tambah_indikator(jalur["PROGRAM"], teks="Jumlah", oleh=perencana, pada=PADA)
    pohon.isi_target(indikator, "93,59", **siapa)
    return {"pagu": Pagu.objects, "klaimpagu": KlaimPagu.objects, "target": Target.objects}
