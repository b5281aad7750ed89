"""Addresses that nobody links to get an answer on both databases, never a crash."""

import pytest

from kinerja.models import Pengaturan

ANEH = ("9" * 30, "9" * 12, "²", "٣", "-1", "\x00", "'\"><")


@pytest.mark.parametrize(
    "alamat",
    [
        "/evaluasi/cari/?q=a&lembaga={}&tahun={}&halaman={}",
        "/evaluasi/catatan/?lembaga={}&tahun={}&halaman={}",
        "/evaluasi/catatan/berkas/?lembaga={}",
        "/evaluasi/catatan/baru/?jenis=POHON&asal={}",
        "/evaluasi/catatan/baru/?jenis={}&asal=1",
        "/evaluasi/catatan/baru/?jenis=POHON&asal={pohon}&simpul={}",
        "/evaluasi/paket/?lembaga={}",
        "/lke/?tahun={}",
        "/penjenjangan/?pohon={}",
        "/penjenjangan/?lembaga={}",
        "/crosscutting/?status={}",
        "/dasbor/?tahun={}&pemda={}",
        "/pohon/{pohon}/pengukuran/?tahun={}&halaman={}&kotak={}",
        "/perjanjian/?tahun={}",
    ],
)
def test_odd_questions_are_answered(client, evaluator, pohon, alamat):
    client.force_login(evaluator)
    for aneh in ANEH:
        tanya = alamat.replace("{pohon}", str(pohon.pk)).replace("{}", aneh)
        jalur, _, isi = tanya.partition("?")
        data = dict(satu.split("=", 1) for satu in isi.split("&"))
        assert client.get(jalur, data).status_code < 500, tanya


def test_a_nul_is_in_no_address(client, evaluator):
    assert client.get("/publik/%00/").status_code == 404
    client.force_login(evaluator)
    assert client.get("/evaluasi/cari/?q=%00").status_code == 404
    assert client.get("/evaluasi/cari/?q=%2500").status_code == 200


@pytest.mark.parametrize("aneh", ["%00", "a%00b", "%22", "9" * 30, "%F0%9F%99%82"])
def test_odd_public_addresses_are_not_there(client, dinas, aneh):
    pemda = dinas.pemda
    Pengaturan.objects.create(pemda=pemda, halaman_publik=True)
    for jalur in (
        f"/publik/{aneh}/",
        f"/publik/{aneh}/katalog.json",
        f"/publik/{pemda.kode}/{aneh}/",
        f"/publik/{pemda.kode}/{dinas.kode}/capaian/{'9' * 30}/",
        f"/publik/{pemda.kode}/{dinas.kode}/capaian-40000.csv",
        f"/publik/{pemda.kode}/{dinas.kode}/capaian-2025.{aneh}",
        f"/publik/dokumen/{aneh}/data.json",
        f"/verifikasi/{aneh}/",
    ):
        assert client.get(jalur).status_code in (200, 404), jalur
