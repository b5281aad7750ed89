"""Logging in and out: throttled, without telling who has an account, safe about ``next``."""

from datetime import UTC, datetime, timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from kinerja.models import Pengguna
from kinerja.views.akun import sisa_tunggu

SANDI = "sandi-uji-2025"
MASUK = "/masuk/"


def coba(client, username="perencana", sandi=SANDI, **lain):
    return client.post(MASUK, {"username": username, "password": sandi} | lain)


def test_login_leads_to_the_page_asked_for(client, perencana):
    jawaban = coba(client, next="/pohon/")

    assert (jawaban.status_code, jawaban["Location"]) == (302, "/pohon/")
    assert get_user(client) == perencana


@pytest.mark.parametrize(
    "lanjut", ["https://jahat.example/", "//jahat.example", "javascript:alert(1)", "http:///x", ""]
)
def test_next_never_leaves_the_site(client, perencana, lanjut):
    assert coba(client, next=lanjut)["Location"] == "/"


def test_a_capital_from_a_phone_does_no_harm(client, perencana):
    assert coba(client, username="Perencana ").status_code == 302


def test_session_key_changes_at_login(client, perencana):
    client.get(MASUK)
    client.session["x"] = 1
    sebelum = client.session.session_key
    coba(client)

    assert client.session.session_key != sebelum


def test_wrong_unknown_and_closed_answer_alike(client, perencana, pejabat):
    Pengguna.objects.filter(pk=pejabat.pk).update(is_active=False)
    isi = [("perencana", "salah"), ("tidak-ada", SANDI), ("pejabat", SANDI)]

    jawaban = [coba(client, *satu).context["form"].errors.as_json() for satu in isi]

    assert len(set(jawaban)) == 1
    assert "tidak cocok" in jawaban[0]


def test_somebody_logged_in_skips_the_page(client, perencana):
    client.force_login(perencana)

    assert client.get(MASUK + "?next=/pohon/")["Location"] == "/pohon/"


def test_lockout_says_how_long_and_holds_even_the_right_password(client, perencana):
    jawaban = [coba(client, sandi="salah").status_code for _ in range(5)]
    akhir = coba(client)

    assert jawaban == [422, 422, 422, 422, 429]
    assert akhir.status_code == 429
    assert "Tunggu <b>15 menit</b>" in akhir.content.decode()
    assert 0 < int(akhir["Retry-After"]) <= 900
    assert not get_user(client).is_authenticated


def test_trying_during_the_lockout_does_not_lengthen_it(client, perencana):
    for _ in range(5):
        coba(client, sandi="salah")
    tiga = datetime.now(UTC) - timedelta(minutes=12, seconds=5)
    AccessAttempt.objects.update(attempt_time=tiga)

    assert "Tunggu <b>3 menit</b>" in coba(client).content.decode()
    AccessAttempt.objects.update(attempt_time=tiga - timedelta(minutes=4))
    assert coba(client).status_code == 302


def test_another_desk_is_not_locked_out(client, perencana):
    for _ in range(5):
        coba(client, sandi="salah")

    assert coba(Client(REMOTE_ADDR="10.0.0.9")).status_code == 302


def test_lockout_counts_the_visitor_behind_a_proxy(settings, perencana):
    settings.JUMLAH_PROKSI = 1
    satu, dua = (Client(HTTP_X_FORWARDED_FOR=f"6.6.6.6, 10.0.0.{n}") for n in (1, 2))
    for _ in range(5):
        coba(satu, sandi="salah")

    assert coba(satu).status_code == 429
    assert coba(dua).status_code == 302


def test_lockout_works_when_no_address_is_known(perencana):
    soket = Client(REMOTE_ADDR="")
    for _ in range(5):
        coba(soket, sandi="salah")

    assert coba(soket).status_code == 429


def test_password_is_not_kept_with_the_failed_attempt(client, perencana):
    coba(client, sandi="rahasia-ketikan")

    isi = AccessAttempt.objects.get()
    assert "rahasia-ketikan" not in isi.post_data + isi.get_data


def test_logging_out_takes_a_post(client, perencana):
    client.force_login(perencana)

    assert client.get("/keluar/").status_code == 405
    assert client.post("/keluar/")["Location"] == MASUK
    assert not get_user(client).is_authenticated


def test_pages_after_login_are_kept_in_no_cache(client, perencana):
    client.force_login(perencana)

    assert "no-store" in client.get(reverse("sandi-ganti"))["Cache-Control"]
    assert client.get("/tidak-ada/")["Cache-Control"] == "private, no-store"


def test_form_without_token_is_refused_in_words(perencana):
    jawaban = coba(Client(enforce_csrf_checks=True))

    assert jawaban.status_code == 403
    assert "terlalu lama terbuka" in jawaban.content.decode()


KINI = datetime(2025, 1, 6, 8, 0, tzinfo=UTC)
LAMA = timedelta(minutes=15)


@pytest.mark.parametrize(
    ("percobaan", "menit"),
    [
        ([(2, 5)], 13),
        ([(14, 1), (2, 4)], 1),
        ([(14, 4), (2, 5)], 13),
        ([(2, 1), (14, 3), (10, 1)], 1),
        ([(16, 5)], 0),
        ([], 0),
    ],
)
def test_waiting_ends_when_enough_failures_are_old(percobaan, menit):
    daftar = [(KINI - timedelta(minutes=lalu), kali) for lalu, kali in percobaan]

    sisa = sisa_tunggu(daftar, batas=5, lama=LAMA, kini=KINI)

    assert sisa == timedelta(minutes=menit)
