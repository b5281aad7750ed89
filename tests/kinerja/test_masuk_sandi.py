"""Passwords: one's own, the forced first change, the link that an admin makes."""

from datetime import datetime, timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import get_user
from django.contrib.auth.hashers import identify_hasher, make_password
from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from kinerja.models import Pengaturan, Pengguna, Riwayat

LAMA, BARU = "sandi-uji-2025", "jendela-kayu-biru-7"
GANTI = "/sandi/"


def isian(lama=LAMA, satu=BARU, dua=None):
    return {"old_password": lama, "new_password1": satu, "new_password2": dua or satu}


def tautan(pengguna):
    kunci = urlsafe_base64_encode(force_bytes(pengguna.pk))
    return reverse("sandi-baru", args=[kunci, default_token_generator.make_token(pengguna)])


def segar(pengguna):
    return Pengguna.objects.get(pk=pengguna.pk)


def test_password_changes_and_stays_logged_in(client, perencana):
    client.force_login(perencana)
    di_tempat_lain = Client()
    di_tempat_lain.force_login(perencana)

    assert client.post(GANTI, isian())["Location"] == "/"
    assert segar(perencana).check_password(BARU)
    assert get_user(client).is_authenticated
    assert not get_user(di_tempat_lain).is_authenticated


def test_change_is_recorded_without_the_password(client, perencana):
    client.force_login(perencana)
    client.post(GANTI, isian())

    riwayat = Riwayat.objects.get(kata_kerja="sandi pengguna")
    assert riwayat.oleh == perencana
    assert riwayat.perubahan[0]["sesudah"] is None
    assert BARU not in str(riwayat.__dict__)


def test_a_password_is_no_reason_to_draw_pages_anew(client, perencana):
    client.force_login(perencana)
    client.post(GANTI, isian())

    assert not Pengaturan.objects.exists()


def test_somebody_without_an_agency_changes_his_password_too(client, db):
    orang = Pengguna.objects.create_user("tanpa-peran", password=LAMA, nama="Tanpa Peran")
    client.force_login(orang)

    assert client.post(GANTI, isian()).status_code == 302
    assert segar(orang).check_password(BARU)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (isian(lama="salah"), "Sandi sekarang tidak cocok"),
        (isian(satu=LAMA), "harus lain"),
        (isian(satu="pendek1"), "8"),
        (isian(satu="4820175639"), "angka"),
        (isian(satu="perencana1"), "mirip"),
        (isian(dua="jendela-kayu-biru-8"), "tidak sama"),
    ],
)
def test_weak_or_wrong_passwords_are_refused_in_words(client, perencana, isi, kata):
    client.force_login(perencana)

    jawaban = client.post(GANTI, isi)

    assert jawaban.status_code == 422
    assert kata in str(jawaban.context["form"].errors)
    assert segar(perencana).check_password(LAMA)


@pytest.mark.parametrize("satu", ["pendek1", "4820175639", "perencana1", "password1"])
def test_a_weak_password_is_marked_where_it_was_typed_first(client, perencana, satu):
    galat = client.post(tautan(perencana), isian(satu=satu)).context["form"].errors

    assert set(galat) == {"new_password1"}
    assert "kata sandi" not in str(galat).lower()


@pytest.fixture
def baru(perencana):
    Pengguna.objects.filter(pk=perencana.pk).update(wajib_ganti_sandi=True)
    return segar(perencana)


def test_a_given_password_must_be_changed_first(client, baru):
    client.force_login(baru)

    for alamat in ("/", reverse("pohon-daftar")):
        assert client.get(alamat)["Location"] == GANTI
    assert client.get("/", HTTP_HX_REQUEST="true").status_code == 403
    assert client.get("/merek.css").status_code == 200
    assert "sendiri" in client.get(GANTI).content.decode()
    client.post(GANTI, isian())
    assert not segar(baru).wajib_ganti_sandi
    assert client.get("/").status_code == 200


def test_somebody_who_must_change_may_leave(client, baru):
    client.force_login(baru)

    assert client.post("/keluar/")["Location"] == "/masuk/"


def test_link_gives_a_password_once(client, perencana):
    alamat = tautan(perencana)
    assert "perencana" in client.get(alamat).content.decode()

    assert client.post(alamat, isian())["Location"] == "/masuk/"

    assert segar(perencana).check_password(BARU)
    assert client.get(alamat).status_code == 410
    assert client.post(alamat, isian(satu="lain-sekali-99")).status_code == 410
    assert segar(perencana).check_password(BARU)


def test_link_sets_an_account_free_at_once(client, perencana):
    for _ in range(5):
        client.post("/masuk/", {"username": "perencana", "password": "salah"})

    client.post(tautan(perencana), isian())

    assert not AccessAttempt.objects.exists()
    masuk = client.post("/masuk/", {"username": "perencana", "password": BARU})
    assert masuk.status_code == 302


def test_link_ends_after_some_days(client, perencana, monkeypatch):
    alamat = tautan(perencana)
    for hari, status in ((2.9, 200), (3.1, 410)):
        lewat = datetime.now() + timedelta(days=hari)
        monkeypatch.setattr(default_token_generator, "_now", lambda lewat=lewat: lewat)
        assert client.get(alamat).status_code == status


def test_link_of_another_or_a_closed_account_is_dead(client, perencana, pejabat):
    milik = tautan(perencana).split("/")
    orang_lain = urlsafe_base64_encode(force_bytes(pejabat.pk))
    Pengguna.objects.filter(pk=perencana.pk).update(is_active=False)

    for kunci in (milik[3], orang_lain, "xx", urlsafe_base64_encode(b"9" * 40), "%F0"):
        assert client.get(f"/sandi/baru/{kunci}/{milik[4]}/").status_code == 410


def test_the_link_page_is_kept_in_no_cache(client, perencana):
    assert "no-store" in client.get(tautan(perencana))["Cache-Control"]


def test_passwords_are_kept_with_argon2(settings):
    from config import settings as asli

    settings.PASSWORD_HASHERS = asli.PASSWORD_HASHERS

    assert identify_hasher(make_password("x")).algorithm == "argon2"
