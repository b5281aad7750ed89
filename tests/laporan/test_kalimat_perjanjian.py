"""A pemda's own sentences replace ours, in what is not agreed yet."""

import pytest
from django.urls import reverse

from cascading.models import KalimatPerjanjian
from cascading.pembuatan_perjanjian import buat_perjanjian
from kinerja.pilihan import Peran
from laporan.naskah_perjanjian import naskah_beku, siap_cetak, susun_naskah
from tests.cascading.perjanjian_uji import TAHUN
from tests.factories import PADA, buat_pengguna
from tests.laporan.perjanjian_uji import HARI, akun, diajukan, disahkan, lengkap

SENDIRI = "Kami berjanji untuk {tahun}.\n\nDan mengevaluasi."


@pytest.fixture
def admin(dinas):
    return buat_pengguna("admin", Peran.ADMIN_PEMDA, di=dinas.pemda)


def simpan(client, admin, **isi):
    client.force_login(admin)
    kosong = {"pembuka": "", "janji": "", "janji_sepihak": ""}
    return client.post(reverse("kalimat-perjanjian"), kosong | isi)


def test_own_sentences_are_printed_and_ours_where_there_are_none(client, admin, kantor, perencana):
    p = lengkap(buat_perjanjian(kantor.jabatan["jf"], TAHUN, oleh=perencana, pada=PADA))
    baku = susun_naskah(siap_cetak(p, HARI), PADA)
    sidik = siap_cetak(p, HARI).sidik

    assert simpan(client, admin, janji=SENDIRI).status_code == 302

    sendiri = susun_naskah(siap_cetak(p, HARI), PADA)
    assert sendiri.janji == ("Kami berjanji untuk 2025.", "Dan mengevaluasi.")
    assert sendiri.pembuka == baku.pembuka
    assert siap_cetak(p, HARI).sidik != sidik


def test_agreed_agreements_keep_theirs(client, admin, kantor, perencana):
    dokumen = disahkan(diajukan(kantor, "kabid_a", perencana), akun(kantor, "kadis"))
    sebelum = naskah_beku(dokumen).janji

    simpan(client, admin, janji=SENDIRI)

    assert naskah_beku(dokumen).janji == sebelum


def test_too_long_is_refused_and_others_may_not(client, admin, perencana):
    assert simpan(client, admin, pembuka="x" * 4001).status_code == 422
    assert simpan(client, perencana).status_code == 403
    assert not KalimatPerjanjian.objects.exclude(pembuka="").exists()
