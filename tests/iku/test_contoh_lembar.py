"""The demo shows one reference sheet with all its parts."""

import pytest

from iku.contoh_lembar import muat_lembar
from kinerja.contoh import orang
from kinerja.lembar_acuan import lembar_acuan
from kinerja.models import Indikator, Pengguna, PerangkatDaerah
from tests.factories import PADA
from tests.laporan.iku_uji import muat_dokumen

pytestmark = pytest.mark.django_db


def test_the_sheet_is_complete_and_loaded_once():
    muat_dokumen()
    milik = {p.kode: p for p in PerangkatDaerah.objects.all()}
    akun = {p.username: p for p in Pengguna.objects.all()}

    for _ in range(2):
        muat_lembar(milik, akun, PADA)

    (indikator,) = Indikator.objects.exclude(lembar={})
    acuan = lembar_acuan(indikator)
    assert indikator.pohon.perangkat_daerah.kode == orang.DINAS_PANDEGLANG
    assert (acuan.persen, acuan.kurang) == (100, [])
    assert acuan.penanggung == "Kepala Dinas Sosial Pandeglang"
    assert all(t.alasan for t in acuan.target)
    assert "bukan isi dokumen resmi" in acuan.lembar.keterbatasan
    assert len(acuan.versi) == 1
