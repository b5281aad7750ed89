"""The download page, the job page, and who may open them."""

import pytest
from django.urls import reverse

from kinerja.models import Pekerjaan
from kinerja.pilihan import JenisPohon
from kinerja.pilihan import StatusPekerjaan as Status
from laporan.pekerjaan import kerjakan
from tests.factories import buat_pohon

PILIHAN = {"susunan": "dinsos-13:A3", "format": "pdf", "tahun": 2025, "tahap": ""}


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def minta(client, pohon, **lain):
    return client.get(reverse("cascading-berkas", args=[pohon.pk]), PILIHAN | lain)


def test_the_page_offers_each_set_with_the_papers_it_fits_on(masuk, pohon, jalur):
    isi = masuk.get(reverse("cascading", args=[pohon.pk]), {"tahun": 2025}).content.decode()

    for nama in ("lengkap", "dinsos-13", "belanja-dasar-12", "belanja-wajib-24"):
        assert f'value="{nama}:A3"' in isi
    assert "A3, huruf 8 pt" in isi
    assert 'name="format" value="xlsx"' in isi


def test_a_new_printing_goes_through_a_job_and_then_comes_from_the_cache(masuk, pohon, jalur):
    pertama = minta(masuk, pohon)
    pekerjaan = Pekerjaan.objects.get()
    assert pertama.url == reverse("pekerjaan", args=[pekerjaan.uid])

    kerjakan.call(pekerjaan.pk)
    kedua = minta(masuk, pohon)

    assert kedua["Content-Type"] == "application/pdf"
    assert "attachment; filename=" in kedua["Content-Disposition"]
    assert b"".join(kedua.streaming_content).startswith(b"%PDF-")
    assert Pekerjaan.objects.count() == 1
    lagi = masuk.get(kedua.request["PATH_INFO"], PILIHAN, headers={"If-None-Match": kedua["ETag"]})
    assert lagi.status_code == 304


def test_the_job_page_polls_while_it_works_and_stops_when_done(masuk, diminta):
    alamat = reverse("pekerjaan", args=[diminta.uid])
    halaman = masuk.get(alamat).content.decode()
    assert 'hx-trigger="every 1s"' in halaman
    assert '<noscript><meta http-equiv="refresh"' in halaman

    kerjakan.call(diminta.pk)
    bagian = masuk.get(alamat, headers={"HX-Request": "true"}).content.decode()

    assert bagian.lstrip().startswith("<section")
    assert "hx-trigger" not in bagian
    assert reverse("pekerjaan-berkas", args=[diminta.uid]) in bagian


def test_a_finished_job_gives_its_file(masuk, diminta):
    alamat = reverse("pekerjaan-berkas", args=[diminta.uid])
    assert masuk.get(alamat).status_code == 302

    kerjakan.call(diminta.pk)

    assert masuk.get(alamat)["Content-Type"] == "application/pdf"


def test_a_result_that_was_cleaned_up_is_said(masuk, diminta, cetakan):
    kerjakan.call(diminta.pk)
    cetakan.berkas().unlink()

    assert (
        "lebih dari tujuh hari"
        in masuk.get(reverse("pekerjaan", args=[diminta.uid])).content.decode()
    )


def test_the_one_who_asked_may_cancel(masuk, diminta):
    jawab = masuk.post(reverse("pekerjaan-pembatalan", args=[diminta.uid]))

    assert jawab.status_code == 302
    diminta.refresh_from_db()
    assert diminta.status == Status.DIBATALKAN


def test_a_reader_may_not_cancel_the_job_of_another(client, evaluator, diminta):
    client.force_login(evaluator)

    assert client.get(reverse("pekerjaan", args=[diminta.uid])).status_code == 200
    jawab = client.post(reverse("pekerjaan-pembatalan", args=[diminta.uid]))
    assert jawab.status_code == 403


@pytest.mark.parametrize(
    "lain",
    [{"susunan": "hilang:A3"}, {"susunan": "lengkap:A0"}, {"format": "exe"}, {"tahun": 1900}],
)
def test_a_wrong_choice_is_answered_with_the_page_and_422(masuk, pohon, jalur, lain):
    jawab = minta(masuk, pohon, **lain)

    assert jawab.status_code == 422
    assert not Pekerjaan.objects.exists()


def test_a_tree_of_conditions_says_why_it_has_no_table(masuk, dinas, perencana):
    kondisi = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)

    isi = masuk.get(reverse("cascading", args=[kondisi.pk])).content.decode()

    assert "berisi kondisi" in isi
    assert minta(masuk, kondisi).status_code == 422


@pytest.mark.parametrize("nama", ["cascading", "cascading-berkas"])
def test_another_agency_finds_nothing_and_a_guest_logs_in(client, perencana_lain, pohon, nama):
    alamat = reverse(nama, args=[pohon.pk])
    assert client.get(alamat).status_code == 302

    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404


def test_jobs_of_another_agency_are_not_there(client, perencana_lain, diminta):
    client.force_login(perencana_lain)

    for nama in ("pekerjaan", "pekerjaan-berkas"):
        assert client.get(reverse(nama, args=[diminta.uid])).status_code == 404
    assert client.post(reverse("pekerjaan-pembatalan", args=[diminta.uid])).status_code == 404
