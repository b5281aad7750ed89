"""The year and stage of a page: asked, remembered, or this year."""

from datetime import date

import pytest
from django.test import RequestFactory

from kinerja.models import Pengguna
from kinerja.views import tahun as modul
from kinerja.views.tahun import tahun_tahap


@pytest.fixture
def minta(pohon, perencana, monkeypatch):
    monkeypatch.setattr(modul.timezone, "localdate", lambda: date(2027, 3, 1))

    def panggil(**tanya):
        request = RequestFactory().get("/", tanya)
        request.user = Pengguna.objects.get(pk=perencana.pk)
        return tahun_tahap(request, pohon)

    return panggil


def test_this_year_is_the_default(minta):
    assert minta() == (2027, "")


def test_the_address_decides_and_is_remembered(minta):
    assert minta(tahun="2026", tahap="MURNI") == (2026, "MURNI")
    assert minta() == (2026, "MURNI")


def test_another_year_forgets_the_stage(minta):
    minta(tahun="2026", tahap="MURNI")

    assert minta(tahun="2028") == (2028, "")


@pytest.mark.parametrize("salah", ["1999", "abc", "²", "9" * 30])
def test_a_year_outside_the_period_is_ignored(minta, salah):
    assert minta(tahun=salah) == (2027, "")
    assert minta() == (2027, "")


def test_what_one_remembers_is_not_anothers(minta, pohon, pejabat):
    minta(tahun="2026", tahap="MURNI")

    request = RequestFactory().get("/")
    request.user = pejabat

    assert tahun_tahap(request, pohon) == (2027, "")


def test_asking_the_same_again_writes_nothing(minta, django_assert_num_queries):
    minta(tahun="2026")

    with django_assert_num_queries(1):  # the account itself
        minta(tahun="2026")
