"""The public page: everybody may ask, nobody learns more than what was signed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from kinerja.pembekuan import PENGGANTI_ALAMAT, alamat_periksa
from laporan import verifikasi
from laporan.models import BerkasDokumen, Dokumen
from laporan.pilihan import SebabGanti
from tests.laporan.dokumen_uji import CUPLIKAN, ISI, bekukan


@pytest.fixture
def dokumen(dinas, perencana):
    return bekukan(dinas, perencana)


def alamat(dokumen):
    return reverse("verifikasi-kode", args=[dokumen.kode_tercetak])


def kirim(client, ke, isi):
    return client.post(ke, {"berkas": SimpleUploadedFile("a.pdf", isi)})


@pytest.mark.parametrize("situs", ["", "https://kinerja.contoh.go.id"])
def test_the_printed_address_is_that_of_the_site(rf, settings, situs):
    settings.ALAMAT_SITUS = situs
    printed = alamat_periksa(rf.get("/")).replace(PENGGANTI_ALAMAT, "K7QP")
    assert printed == f"{situs or 'http://testserver'}{reverse('verifikasi-kode', args=['K7QP'])}"


def test_guest_reads_what_who_and_when(client, dokumen, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        halaman = client.get(alamat(dokumen)).content.decode()

    assert "terdaftar dan berlaku" in halaman
    assert "Kepala Dinas" in halaman
    assert "Dinas Sosial" in halaman
    assert CUPLIKAN["nip"] not in halaman


def test_code_is_taken_as_typed(client, dokumen):
    tertulis = f" {dokumen.kode.lower()} "

    jawab = client.get(reverse("verifikasi"), {"kode": tertulis})

    assert jawab.status_code == 302
    assert jawab["Location"] == alamat(dokumen)
    assert client.get(reverse("verifikasi"), {"kode": "7F3K"}).status_code == 422


def test_unknown_code_is_404_in_words(client, db):
    jawab = client.get(reverse("verifikasi-kode", args=["0000-0000-0000"]))

    assert jawab.status_code == 404
    assert "tidak terdaftar" in jawab.content.decode()


def test_a_file_is_compared_and_not_kept(client, dokumen, settings):
    asli = kirim(client, alamat(dokumen), ISI + b"1").content.decode()
    ubahan = kirim(client, alamat(dokumen), ISI + b"2").content.decode()

    assert "Berkas itu asli" in asli
    assert "tidak dikenal" in ubahan
    assert BerkasDokumen.objects.count() == 1
    assert not settings.MEDIA_ROOT.exists() or not list(settings.MEDIA_ROOT.iterdir())


def test_a_file_leads_to_its_document(client, dokumen, dinas, perencana):
    lain = bekukan(dinas, perencana, asal=2, judul="Yang lain")

    assert kirim(client, reverse("verifikasi"), ISI + b"1")["Location"] == alamat(dokumen)
    assert "Yang lain" in kirim(client, alamat(dokumen), ISI + b"2").content.decode()
    assert client.post(alamat(lain)).status_code == 422


@pytest.mark.parametrize(
    ("sebab", "kata"),
    [
        (SebabGanti.PERUBAHAN, "Sudah digantikan"),
        (SebabGanti.PEJABAT_BARU, "Berlaku sampai pejabat berganti"),
    ],
)
def test_an_older_document_names_the_newer(client, dokumen, dinas, perencana, sebab, kata):
    isi = {"menggantikan": dokumen, "sebab_ganti": sebab, "judul": "Perubahan"}
    baru = bekukan(dinas, perencana, asal=2, **isi)

    halaman = client.get(alamat(dokumen)).content.decode()

    assert kata in halaman
    assert alamat(baru) in halaman
    assert baru.versi == 2
    assert "terdaftar dan berlaku" in client.get(alamat(baru)).content.decode()


def test_a_changed_row_is_not_trusted(client, dokumen):
    with connection.cursor() as kursor:
        kursor.execute("INSERT INTO penjaga_mati (sebab) VALUES ('pengubah')")
    Dokumen.objects.update(cuplikan={"jumlah": 2})

    assert "Jangan dipercaya" in client.get(alamat(dokumen)).content.decode()


def test_who_tries_codes_is_slowed_down(client, db, monkeypatch):
    monkeypatch.setattr(verifikasi, "PERTANYAAN_SEMENIT", 3)
    ke = reverse("verifikasi-kode", args=["0000-0000-0000"])

    assert [client.get(ke).status_code for _ in range(4)] == [404, 404, 404, 429]
