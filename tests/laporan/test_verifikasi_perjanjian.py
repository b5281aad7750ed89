"""Agreements where the pemda verifies: nobody agrees before Bappeda or Bagian Organisasi looked."""

import pytest
from django.urls import reverse

from kinerja.models import Pemberitahuan, Pengaturan, Riwayat
from kinerja.pilihan import Peran
from tests.cascading.perjanjian_uji import TAHUN
from tests.factories import PADA, buat_pengguna
from tests.laporan.perjanjian_uji import akun, buka, diajukan, ke, kirim, status


@pytest.fixture
def organisasi(dinas):
    return buat_pengguna("organisasi", Peran.BAGIAN_ORGANISASI, di=dinas.pemda)


@pytest.fixture
def wajib(dinas):
    Pengaturan.objects.create(pemda=dinas.pemda, perlu_verifikasi=True)


def kotak(client, pengguna):
    client.force_login(pengguna)
    isi = client.get(reverse("perjanjian-saya")).context
    return [m.perjanjian.pk for m, _ in isi["daftar"]], [p.pk for p in isi["verifikasi"]]


def test_the_superior_comes_after_the_verifier(client, wajib, draf, kadis, organisasi, perencana):
    client.force_login(perencana)
    kirim(client, draf, "pengajuan")
    assert Pemberitahuan.objects.get().penerima == organisasi
    assert (kotak(client, kadis), kotak(client, organisasi)) == (([], []), ([], [draf.pk]))
    client.force_login(kadis)
    jawab = kirim(client, draf, "persetujuan")
    assert (jawab.status_code, status(draf)) == (422, "DIAJUKAN")
    assert "itu hanya dari Diverifikasi" in jawab.text

    client.force_login(organisasi)
    assert kirim(client, draf, "verifikasi").status_code == 302

    assert status(draf) == "DIVERIFIKASI"
    assert Pemberitahuan.objects.filter(penerima=kadis, teks__endswith="diverifikasi.").exists()
    assert kotak(client, kadis) == ([draf.pk], [])
    assert kirim(client, draf, "persetujuan").status_code == 302
    verba = Riwayat.objects.filter(kata_kerja__endswith=" perjanjiankinerja").order_by("nomor")
    assert [v.split()[0] for v in verba.values_list("kata_kerja", flat=True)] == [
        "tambah", "ajukan", "verifikasi", "setujui",
    ]  # fmt: skip


def test_the_verifier_returns_with_a_reason(client, wajib, tunggu, organisasi):
    client.force_login(organisasi)

    assert kirim(client, tunggu, "pengembalian", alasan="").status_code == 422
    assert kirim(client, tunggu, "pengembalian", alasan="Target rendah").status_code == 302

    assert status(tunggu) == "DIKEMBALIKAN"


def test_what_changed_after_it_was_seen_is_not_verified(
    client, wajib, tunggu, organisasi, kantor, perencana
):
    client.force_login(organisasi)
    _, sidik = buka(client, tunggu)
    kantor.pohon.isi_pagu(kantor.simpul["Alat bantu"], "1.000", tahun=TAHUN, sumber_dana="DAU",
                          oleh=perencana, pada=PADA)  # fmt: skip

    assert client.post(ke(tunggu, "verifikasi"), {"dilihat": sidik}).status_code == 409
    assert status(tunggu) == "DIAJUKAN"


def test_many_at_once_waits_for_the_verifier_too(client, wajib, kantor, kadis, perencana):
    p = diajukan(kantor, "kabid_a", perencana)
    client.force_login(kadis)
    buka(client, p)

    client.post(reverse("perjanjian-persetujuan-banyak"), {"perjanjian": [p.pk]})

    assert status(p) == "DIAJUKAN"


def test_where_nobody_verifies_the_step_is_nobodys(client, tunggu, organisasi, perencana, kantor):
    for siapa in (organisasi, perencana, akun(kantor, "kabid_b")):
        client.force_login(siapa)
        assert client.post(ke(tunggu, "verifikasi")).status_code in (403, 404)
    client.logout()
    assert client.post(ke(tunggu, "verifikasi")).status_code == 302
    assert status(tunggu) == "DIAJUKAN"
