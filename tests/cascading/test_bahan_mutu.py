"""Q15: an IKU that no agreement of the year promises."""

import pytest

from cascading.bahan_mutu import bahan_perjanjian
from cascading.pembuatan_perjanjian import buat_perjanjian
from kinerja.models import Indikator
from kinerja.mutu_lembaga import lembar_mutu
from tests.cascading.perjanjian_uji import TAHUN, isi_kantor
from tests.factories import PADA


@pytest.fixture
def kantor(pohon, perencana):
    kantor = isi_kantor(pohon, perencana)
    for nama in ("Sasaran", "Kegiatan B"):
        Indikator.objects.filter(simpul=kantor.simpul[nama]).update(utama=True)
    return kantor


def q15(dinas):
    lembar = lembar_mutu(dinas, tahun=TAHUN, pada=PADA.date())
    return [b.letak for b in lembar.baris if b.butir.temuan.kode == "Q15"]


def test_without_agreements_nothing_is_missing(kantor, dinas, pohon):
    assert bahan_perjanjian(dinas, [pohon], TAHUN).dokumen == ()
    assert q15(dinas) == []


def test_an_iku_that_nobody_promised_is_told_at_its_box(kantor, dinas, perencana):
    buat_perjanjian(kantor.jabatan["kadis"], TAHUN, oleh=perencana, pada=PADA)

    assert q15(dinas) == ["Kegiatan Kegiatan B"]


def test_agreements_of_another_year_say_nothing(kantor, dinas, pohon, perencana):
    buat_perjanjian(kantor.jabatan["kadis"], TAHUN, oleh=perencana, pada=PADA)

    assert bahan_perjanjian(dinas, [pohon], TAHUN + 1).dokumen == ()
