"""Documents from before the system: filed once, kept for ever, verified as what they are."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from laporan.models import BerkasDokumen, Dokumen
from laporan.pemeriksaan import periksa_dokumen

PDF = b"%PDF-1.4 perjanjian 2022"


@pytest.fixture
def alamat(dinas):
    return reverse("arsip-baru", args=[dinas.pk])


def isi(berkas=PDF, **lain):
    bungkus = SimpleUploadedFile("pk-2022.pdf", berkas)
    return {"tahun": 2022, "judul": "Perjanjian Kinerja 2022", "tanggal": "2022-01-10",
            "berkas": bungkus} | lain  # fmt: skip


def test_planner_files_an_old_agreement(client, alamat, perencana, dinas):
    client.force_login(perencana)

    assert client.get(alamat).status_code == 200
    assert client.post(alamat, isi()).status_code == 302

    dokumen = Dokumen.objects.get()
    assert (dokumen.jenis, dokumen.tahun, dokumen.asal) == ("ARSIP", 2022, None)
    assert bytes(BerkasDokumen.objects.get().isi) == PDF
    assert list(periksa_dokumen()) == []
    daftar = client.get(reverse("perjanjian-daftar", args=[dinas.pk]), {"tahun": 2022})
    assert "Perjanjian Kinerja 2022" in daftar.content.decode()
    client.logout()
    halaman = client.get(reverse("verifikasi-kode", args=[dokumen.kode])).content.decode()
    assert "Dokumen lama yang terdaftar" in halaman
    assert "terdaftar dan berlaku" not in halaman


@pytest.mark.parametrize("lain", [{"judul": " "}, {"berkas": b"MZ"}])
def test_what_is_no_scan_or_has_no_name_is_refused(client, alamat, perencana, lain):
    client.force_login(perencana)

    assert client.post(alamat, isi(**lain)).status_code == 422
    assert Dokumen.objects.count() == 0


def test_others_may_not(client, alamat, evaluator, perencana_lain):
    assert client.post(alamat, isi()).status_code == 302
    client.force_login(evaluator)
    assert client.post(alamat, isi()).status_code == 403
    client.force_login(perencana_lain)
    assert client.post(alamat, isi()).status_code == 404
    assert Dokumen.objects.count() == 0
