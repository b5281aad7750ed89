"""The ladder at the door of every address: guest, script, wrong role."""

import re

import pytest
from django.urls import URLResolver, get_resolver

from kinerja.akses import SIAPA_SAJA, YANG_MASUK
from kinerja.pilihan import Peran
from tests.factories import buat_pengguna

CONTOH = {
    "int": "1",
    "str": "x",
    "slug": "x",
    "path": "x",
    "uuid": "00000000-0000-0000-0000-000000000000",
}


def semua(pola=None, awalan="/"):
    """(address with sample arguments, view) of the whole site."""
    for satu in pola if pola is not None else get_resolver().url_patterns:
        alamat = awalan + re.sub(r"<(\w+):\w+>", lambda m: CONTOH[m[1]], str(satu.pattern))
        assert "<" not in alamat, alamat
        if isinstance(satu, URLResolver):
            yield from semua(satu.url_patterns, alamat)
        else:
            yield alamat, satu.callback


ALAMAT = sorted(semua(), key=lambda satu: satu[0])
TERTUTUP = [(alamat, view) for alamat, view in ALAMAT if SIAPA_SAJA not in view.peran]
BERPERAN = [(alamat, view) for alamat, view in TERTUTUP if YANG_MASUK not in view.peran]


def test_the_site_was_walked():
    assert len(ALAMAT) > 50
    assert {alamat for alamat, view in ALAMAT if SIAPA_SAJA in view.peran} >= {"/masuk/", "/sehat/"}


@pytest.mark.parametrize("alamat", [a for a, _ in TERTUTUP])
def test_guest_is_sent_to_the_login_page(db, client, alamat):
    for cara in (client.get, client.post):
        jawaban = cara(alamat)
        assert jawaban.status_code == 302
        assert jawaban["Location"].startswith("/masuk/?next=/")


@pytest.mark.parametrize("tanda", ["HTTP_HX_REQUEST", "HTTP_X_REQUESTED_WITH"])
def test_a_script_of_a_guest_gets_401(db, client, tanda):
    for alamat, _ in TERTUTUP:
        assert client.get(alamat, **{tanda: "true"}).status_code == 401


def test_roles_of_the_views_are_known():
    dikenal = {SIAPA_SAJA, YANG_MASUK, *Peran.values}

    assert [a for a, view in ALAMAT if not view.peran or set(view.peran) - dikenal] == []


@pytest.mark.parametrize("peran", Peran.values)
def test_wrong_role_is_refused_everywhere(dinas, client, peran):
    di = dinas.pemda if peran == Peran.ADMIN_PEMDA else dinas
    client.force_login(buat_pengguna("seseorang", peran, di=di))

    for alamat, view in BERPERAN:
        if peran not in view.peran:
            cara = (client.get, client.post, client.patch)
            jawaban = {satu(alamat).status_code for satu in cara}
            assert jawaban <= {403, 405}, alamat
            assert 403 in jawaban, alamat


def test_refusal_is_told_in_words(client, perencana):
    client.force_login(perencana)

    jawaban = client.get("/pengaturan/")

    assert jawaban.status_code == 403
    assert "tidak berwenang" in jawaban.content.decode()
    assert "tidak ditemukan" in client.get("/tidak-ada/").content.decode()


def test_a_crash_is_told_in_words_and_asks_nothing_of_the_database(client, monkeypatch):
    def jatuh(*isi, **lain):
        raise RuntimeError

    monkeypatch.setattr("kinerja.views.sehat.connection.cursor", jatuh)
    client.raise_request_exception = False

    jawaban = client.get("/sehat/")

    assert jawaban.status_code == 500
    assert "salah di pihak kami" in jawaban.content.decode()
