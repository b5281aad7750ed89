"""The two admins and rows with numbers, beside the cast of tests/conftest.py."""

import pytest

from kinerja.models import KlaimPagu, Pagu, Target
from kinerja.pilihan import Jenjang, Peran
from tests.factories import PADA, buat_dinas, buat_pengguna
from tests.kinerja.ukur_uji import buat_terukur, ukur


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


@pytest.fixture
def terukur(pohon, jalur, perencana):
    """Three indicators of the program, one yearly; values of two quarters; money of one."""
    siapa = {"oleh": perencana}
    satu, dua = (buat_terukur(pohon, jalur, perencana, teks=f"Jumlah {n}") for n in "AB")
    tujuan = pohon.tambah_indikator(
        jalur[Jenjang.TUJUAN], teks="Indeks kota", satuan="Indeks", utama=True, pada=PADA, **siapa
    )
    for tahun, teks in ((2025, "60"), (2026, "62"), (2028, "65")):
        pohon.isi_target(tujuan, teks, tahun=tahun, pada=PADA, **siapa)
    ukur(pohon, satu, "20", **siapa)
    ukur(pohon, dua, "50", **siapa)
    ukur(pohon, satu, "25", triwulan=2, **siapa)
    sub = jalur[Jenjang.SUB_KEGIATAN]
    pohon.isi_pagu(sub, "1.000.000", tahun=2025, pada=PADA, **siapa)
    ukur(pohon, sub, "400.000", medan="anggaran", **siapa)
    return {"satu": satu, "dua": dua, "tujuan": tujuan, "sub": sub}
