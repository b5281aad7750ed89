"""Signing adds files: scans, PAdES with a .p12, and what comes signed from outside."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Tahap
from laporan.models import BerkasDokumen
from laporan.pdf.tanda_tangan import SertifikatDitolak, baca_tanda_tangan, tandatangani
from laporan.pengesahan import pastikan_cetakan
from laporan.tanda_tangan import simpan_bertanda_tangan, tandatangani_perjanjian
from tests.cascading.perjanjian_uji import TAHUN
from tests.factories import PADA
from tests.laporan.perjanjian_uji import akun, diajukan, disahkan, lengkap
from tests.laporan.sertifikat_uji import SANDI, buat_p12

PNG = b"\x89PNG\r\n\x1a\n pindaian"


@pytest.fixture
def perjanjian(kantor, perencana):
    p = diajukan(kantor, "kabid_a", perencana)
    disahkan(p, akun(kantor, "kadis"))
    return lengkap(p)


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def cetakan(perjanjian):
    from laporan.models import Dokumen

    return pastikan_cetakan(Dokumen.objects.get())


@pytest.fixture(scope="module")
def sertifikat():
    return buat_p12()


@pytest.fixture
def dipercaya(sertifikat, settings, tmp_path):
    folder = tmp_path / "jangkar"
    folder.mkdir()
    (folder / "ca.pem").write_bytes(sertifikat[1])
    settings.TTE_JANGKAR = str(folder)


def tolak(perbuatan):
    with pytest.raises(AturanDilanggar) as ditolak:
        perbuatan()
    return ditolak.value.temuan[0].kode


def ttd(isi, sertifikat):
    return tandatangani(bytes(isi), sertifikat[0], SANDI, alasan="Uji", tempat="Sampit")


def test_scan_puts_the_agreement_in_force(perjanjian, cetakan, siapa, kantor):
    berkas = simpan_bertanda_tangan(perjanjian, PNG, nama="ttd.png", **siapa)

    assert (berkas.jenis, berkas.tipe) == ("PINDAIAN", "image/png")
    assert lengkap(perjanjian).status == "BERLAKU"
    assert Tahap.objects.get(perangkat_daerah=kantor.dinas, tahun=TAHUN).terkunci
    assert bytes(BerkasDokumen.objects.get(pk=cetakan.pk).isi) == bytes(cetakan.isi)


def test_signed_twice_keeps_both_signatures_and_the_print(perjanjian, cetakan, siapa, sertifikat,
                                                          dipercaya):  # fmt: skip
    tandatangani_perjanjian(perjanjian, sertifikat[0], SANDI, **siapa)
    kedua, _ = buat_p12("Kepala Dinas")
    berkas = tandatangani_perjanjian(lengkap(perjanjian), kedua, SANDI, **siapa)

    hasil = baca_tanda_tangan(bytes(berkas.isi))
    assert [(t.nama, t.utuh) for t in hasil] == [("Kepala Bidang", True), ("Kepala Dinas", True)]
    assert bytes(berkas.isi).startswith(bytes(cetakan.isi))
    assert lengkap(perjanjian).status == "BERLAKU"
    assert berkas.keterangan["kalimat"][-1] == "Pencabutan sertifikat tidak diperiksa."


def test_file_signed_outside_is_verified_against_the_anchors(perjanjian, cetakan, siapa,
                                                             sertifikat, dipercaya):  # fmt: skip
    isi = ttd(cetakan.isi, sertifikat)

    berkas = simpan_bertanda_tangan(perjanjian, isi, nama="tte.pdf", **siapa)

    assert berkas.jenis == "TTE"
    assert berkas.keterangan["kalimat"][0] == (
        "Ditandatangani Kepala Bidang, isi utuh, rantai sertifikat dipercaya."
    )


def test_issuer_that_can_not_be_asked_is_said(perjanjian, cetakan, siapa, sertifikat, dipercaya,
                                               settings):  # fmt: skip
    settings.TTE_DARING = True  # the certificate names no place to ask

    berkas = simpan_bertanda_tangan(
        perjanjian, ttd(cetakan.isi, sertifikat), nama="tte.pdf", **siapa
    )

    assert berkas.keterangan["kalimat"] == [
        "Ditandatangani Kepala Bidang, isi utuh, rantai sertifikat dipercaya.",
        "Pencabutan sertifikat tidak diperiksa.",
    ]


def test_stranger_and_broken_signature_are_refused(perjanjian, cetakan, siapa, sertifikat,
                                                   dipercaya):  # fmt: skip
    asing = ttd(cetakan.isi, buat_p12("Orang lain", "Otoritas asing"))
    isi = ttd(cetakan.isi, sertifikat)
    tengah = bytes(cetakan.isi).rindex(b"endobj")
    rusak = isi[: tengah - 40] + bytes([isi[tengah - 40] ^ 1]) + isi[tengah - 39 :]
    judul = isi.index(b"/Lang")
    diubah = isi[: judul + 6] + b"X" + isi[judul + 7 :]

    simpan = lambda b: simpan_bertanda_tangan(perjanjian, b, nama="x.pdf", **siapa)  # noqa: E731

    assert tolak(lambda: simpan(asing)) == "TTE_TIDAK_DIPERCAYA"
    assert tolak(lambda: simpan(rusak)) == "TTE_RUSAK"
    assert tolak(lambda: simpan(diubah)) == "TTE_RUSAK"
    assert lengkap(perjanjian).status == "DISETUJUI"


def test_without_anchors_the_page_says_what_was_not_checked(perjanjian, cetakan, siapa, sertifikat):
    berkas = simpan_bertanda_tangan(
        perjanjian, ttd(cetakan.isi, sertifikat), nama="tte.pdf", **siapa
    )

    assert "jangkar kepercayaan belum diatur" in berkas.keterangan["kalimat"][0]


def test_another_signed_file_says_that_it_is_no_continuation(perjanjian, cetakan, siapa,
                                                             sertifikat, dipercaya):  # fmt: skip
    from laporan.pdf.cetak import cetak_pdf

    lain = ttd(cetak_pdf("<p>lain</p>", bertanda=True), sertifikat)

    berkas = simpan_bertanda_tangan(perjanjian, lain, nama="lain.pdf", **siapa)

    assert (
        "Bukan kelanjutan cetakan yang dibekukan; bandingkan isinya."
        in (berkas.keterangan["kalimat"])
    )


def test_wrong_password_or_no_certificate_is_said(cetakan, sertifikat):
    for p12, sandi in ((sertifikat[0], "salah"), (b"bukan p12", SANDI)):
        with pytest.raises(SertifikatDitolak, match="periksa berkas"):
            tandatangani(bytes(cetakan.isi), p12, sandi, alasan="x", tempat="")


def test_only_the_two_parties_sign_with_a_certificate(client, perjanjian, cetakan, sertifikat,
                                                      perencana, kantor, settings):  # fmt: skip
    alamat = reverse("perjanjian-penandatanganan", args=[perjanjian.pk])

    def kirim(sandi):
        berkas = SimpleUploadedFile("a.p12", sertifikat[0])
        return client.post(alamat, {"berkas": berkas, "sandi": sandi})

    client.force_login(perencana)
    assert kirim(SANDI).status_code == 403
    client.force_login(akun(kantor, "kabid_a"))
    assert kirim("salah").status_code == 422
    assert kirim(SANDI).status_code == 302
    assert lengkap(perjanjian).status == "BERLAKU"
    simpanan = b"".join(bytes(b.isi) for b in BerkasDokumen.objects.all())
    assert sertifikat[0] not in simpanan


def test_a_draft_takes_no_signature(kantor, perencana, siapa):
    p = diajukan(kantor, "kabid_b", perencana)

    assert tolak(lambda: simpan_bertanda_tangan(p, PNG, nama="a.png", **siapa)) == (
        "BELUM_DISETUJUI"
    )


def test_upload_through_the_page(client, perjanjian, perencana):
    client.force_login(perencana)
    alamat = reverse("perjanjian-berkas", args=[perjanjian.pk])

    assert client.post(alamat).status_code == 422
    salah = SimpleUploadedFile("a.pdf", b"MZ")
    assert client.post(alamat, {"berkas": salah}).status_code == 422
    assert client.post(alamat, {"berkas": SimpleUploadedFile("a.png", PNG)}).status_code == 302
    assert "Pindaian" in client.get(f"/perjanjian/{perjanjian.pk}/").content.decode()
