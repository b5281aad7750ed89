"""After an expired session: where login leads, what it says; addresses that take no GET."""

import pytest
from django.urls import reverse

from kinerja.alamat_lanjut import halaman_terdekat, menerima_get
from kinerja.pilihan import Peran
from tests.factories import buat_pengguna
from tests.kinerja.test_akses import ALAMAT

BERAKHIR = "Sesi Anda berakhir; masuk lagi untuk melanjutkan."
BERKAS = "pilih berkasnya lagi"


def lanjut(client, alamat, **lain) -> str:
    return client.post(alamat, **lain)["Location"]


def test_a_form_of_a_guest_leads_back_to_its_page(db, client):
    asal = "http://testserver/impor/9/?halaman=2"

    tujuan = lanjut(client, "/impor/9/keputusan/", headers={"referer": asal})

    assert tujuan == "/masuk/?next=/impor/9/%3Fhalaman%3D2&sesi=unggahan"
    assert client.get(tujuan).context["lanjut"] == "/impor/9/?halaman=2"


@pytest.mark.parametrize(
    "asal", ["", "https://jahat.example/pohon/", "http://testserver/impor/9/usul/", "//x", "http:"]
)
def test_without_a_page_to_go_back_to_the_nearest_is_taken(db, client, asal):
    tujuan = lanjut(client, "/impor/9/keputusan/", headers={"referer": asal})

    assert client.get(tujuan).context["lanjut"] == "/impor/9/"


def test_the_login_page_says_why_it_is_there(db, client):
    isian = {"content_type": "application/x-www-form-urlencoded"}
    biasa = client.get(lanjut(client, "/impor/9/usul/", data="a=1", **isian)).content.decode()
    unggahan = client.get(lanjut(client, "/impor/")).content.decode()

    assert BERAKHIR in biasa
    assert BERKAS not in biasa
    assert BERAKHIR in unggahan
    assert BERKAS in unggahan
    assert BERAKHIR not in client.get(client.get("/pohon/")["Location"]).content.decode()


def test_an_old_link_to_an_action_opens_its_page(client, perencana):
    client.force_login(perencana)

    assert client.get("/masuk/?next=/impor/9/keputusan/")["Location"] == "/impor/9/"


@pytest.mark.parametrize(
    ("alamat", "halaman"),
    [("/keluar/", "/"), ("/pohon/3/?tahun=2025", "/pohon/3/?tahun=2025"), ("/x/y/", "/")],
)
def test_nearest_page(alamat, halaman):
    assert halaman_terdekat(alamat) == halaman


def test_what_takes_a_get_is_known_of_every_address(dinas, client):
    client.force_login(buat_pengguna("semua", Peran.ADMIN_PEMDA, di=dinas.pemda))
    tertutup = {alamat for alamat, view in ALAMAT if not menerima_get(view)}

    assert tertutup == {alamat for alamat, _ in ALAMAT if client.get(alamat).status_code == 405}
    assert "/keluar/" in tertutup


def test_405_is_told_in_words_with_the_way_back(client, perencana):
    client.force_login(perencana)

    jawaban = client.get(reverse("impor-keputusan", args=[9]))

    assert (jawaban.status_code, jawaban["Allow"]) == (405, "POST")
    assert "tidak dapat dibuka langsung" in jawaban.content.decode()
    assert 'href="/impor/9/"' in jawaban.content.decode()


def test_a_script_gets_405_without_a_page(client, perencana):
    client.force_login(perencana)

    assert client.get("/keluar/", headers={"x-requested-with": "fetch"}).content == b""
