"""A large page starts with its rows down to Program; the rest comes by branch or all at once."""

import re

import pytest
from django.urls import reverse

from kinerja import lembar_pohon
from kinerja.pilihan import Jenjang, Peran
from tests.factories import PADA, buat_dinas, buat_pengguna
from tests.kinerja.test_halaman_pohon import TAHUN, buka, isi_besar
from tests.peramban.pohon_uji import isi_pohon

BARIS = re.compile(r'<tr role="row" id="s(\d+)"')


@pytest.fixture
def besar(client, monkeypatch, pohon, jalur, perencana):
    """A document that counts as large; logged in."""
    monkeypatch.setattr(lembar_pohon, "BUKA_BILA_BANYAK", 3)
    isi_pohon(pohon, jalur, perencana)
    client.force_login(perencana)
    return pohon


def minta(client, pohon, **tanya):
    tanya = {"tahun": TAHUN, "versi": pohon.versi} | tanya
    return client.get(
        reverse("pohon-baris", args=[pohon.pk]), tanya, headers={"X-Requested-With": "fetch"}
    )


def kotak(jawaban) -> set[int]:
    return {int(pk) for pk in BARIS.findall(jawaban.content.decode())}


def jenjang_dari(pohon, pk) -> set[str]:
    return set(pohon.simpul.filter(pk__in=pk).values_list("jenjang", flat=True))


def test_the_page_has_the_rows_down_to_program(client, besar):
    jawaban = buka(client, besar)

    assert jenjang_dari(besar, kotak(jawaban)) == {"TUJUAN", "SASARAN", "PROGRAM"}
    assert 'data-sebagian="3"' in jawaban.content.decode()


def test_a_small_page_is_whole(client, besar, monkeypatch):
    monkeypatch.setattr(lembar_pohon, "BUKA_BILA_BANYAK", 7)

    jawaban = buka(client, besar)

    assert len(kotak(jawaban)) == 7
    assert b"data-sebagian" not in jawaban.content


def test_without_javascript_a_link_shows_everything(client, besar):
    assert b"&amp;semua=1" in buka(client, besar).content

    jawaban = buka(client, besar, semua="1")

    assert len(kotak(jawaban)) == 7
    assert b"data-sebagian" not in jawaban.content


@pytest.mark.parametrize("tanya", [{"cari": "sandang"}, {"temuan": "PAGU_TIDAK_TERBACA"}])
def test_what_the_server_filters_is_whole_as_far_as_it_matches(client, besar, tanya):
    jawaban = buka(client, besar, **tanya)

    assert Jenjang.SUB_KEGIATAN in jenjang_dari(besar, kotak(jawaban))
    assert b"data-sebagian" not in jawaban.content


def test_page_and_branches_together_are_the_whole_to_the_letter(client, besar):
    penuh = buka(client, besar, semua="1").content.decode()
    awal, sisa = buka(client, besar), minta(client, besar)

    assert kotak(awal) | kotak(sisa) == set(map(int, BARIS.findall(penuh)))
    assert not kotak(awal) & kotak(sisa)
    for baris in sisa.content.decode().split("<tr ")[1:]:
        assert baris.split("</tbody>")[0].strip() in penuh


def test_a_branch_is_found_by_any_box_in_it(client, besar, jalur):
    program, sub = jalur[Jenjang.PROGRAM], jalur[Jenjang.SUB_KEGIATAN]

    dari_atas = minta(client, besar, kotak=program.pk)
    dari_bawah = minta(client, besar, kotak=sub.pk)

    assert dari_atas.content == dari_bawah.content
    assert f'<tbody data-di="{program.pk}">'.encode() in dari_atas.content
    assert sub.pk in kotak(dari_atas)


def test_rows_of_another_version_are_not_given(client, besar, jalur, perencana):
    lama = besar.versi
    besar.ubah(jalur[Jenjang.TUJUAN], {"nomor": "9"}, oleh=perencana, pada=PADA)

    assert minta(client, besar, versi=lama).status_code == 409
    assert minta(client, besar, versi=lama + 1).status_code == 200


@pytest.mark.parametrize("salah", [{"kotak": "x"}, {"tahun": "1999"}, {"kotak": "9" * 30}])
def test_what_no_script_sends_is_refused(client, besar, salah):
    assert minta(client, besar, **salah).status_code == 400


def test_an_unknown_box_and_another_agency_are_not_found(client, besar, dinas):
    assert minta(client, besar, kotak=10**9).status_code == 404

    lain = buat_dinas(dinas.pemda, kode="9.99")
    client.force_login(buat_pengguna("perencana_lain", Peran.PERENCANA, di=lain))
    assert minta(client, besar).status_code == 404


def test_a_guest_is_told_that_the_session_ended(client, besar):
    client.logout()

    assert minta(client, besar).status_code == 401


def test_the_rows_cost_the_same_at_any_size(
    client, pohon, perencana, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(lembar_pohon, "BUKA_BILA_BANYAK", 30)
    isi_besar(pohon, perencana, 400)
    client.force_login(perencana)

    with django_assert_max_num_queries(14):
        jawaban = minta(client, pohon)

    assert len(kotak(jawaban)) == 400 - len(kotak(buka(client, pohon)))
