"""Periods, stages of the yearly numbers, affairs and the pemda's looks on screen."""

import pytest
from django.urls import reverse

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import BidangUrusan, Pagu, Pengaturan, Periode, Riwayat, Tahap
from tests.factories import PADA
from tests.kinerja.pengaturan_uji import galat, kirim


def periode_baru(client, **isi):
    bawaan = {"nama": "Renstra 2025-2029", "tahun_awal": "2025", "tahun_akhir": "2029"}
    return kirim(client, reverse("periode-baru"), **bawaan | isi)


def test_period_without_a_list_plans_every_year(client, admin_pemda, dinas):
    client.force_login(admin_pemda)

    periode_baru(client, tahun_baseline="2023 s.d. 2024")

    periode = Periode.objects.get()
    assert periode.tahun_target == [2025, 2026, 2027, 2028, 2029]
    assert periode.tahun_baseline == [2023, 2024]
    assert Riwayat.objects.get().perangkat_daerah == dinas.pemda


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"tahun_akhir": "2020"}, "sebelum tahun awal"),
        ({"tahun_target": "2025, 2031"}, "2031 berada di luar"),
        ({"tahun_target": "tahun depan"}, "empat angka"),
        ({"nama": ""}, "Isi dulu"),
        ({"nama": "Ada"}, "Sudah ada periode"),
    ],
)
def test_odd_periods_are_refused_in_words(client, admin_pemda, isi, kata):
    Periode.objects.create(nama="Ada", tahun_awal=2020, tahun_akhir=2024)
    client.force_login(admin_pemda)

    assert kata in galat(periode_baru(client, **isi))


def test_a_year_with_numbers_stays(client, admin_pemda, pohon, jalur, perencana):
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000", tahun=2026, oleh=perencana, pada=PADA)
    client.force_login(admin_pemda)
    alamat = reverse("periode", args=[pohon.periode_id])

    assert "2026 sudah berisi" in galat(kirim(client, alamat, tahun_target="2025, 2027"))
    assert kirim(client, alamat, tahun_target="2025-2027").status_code == 302
    hapus = client.post(reverse("periode-penghapusan", args=[pohon.periode_id]), follow=True)
    assert "masih dipakai" in hapus.content.decode()


def test_stage_opens_after_murni_and_takes_the_numbers(
    client, admin_pd, pohon, jalur, perencana, dinas
):
    client.force_login(admin_pd)
    isi = {"tahun": "2025", "nama": "Pergeseran 1", "nomor_dokumen": "DPPA/1"}

    assert kirim(client, reverse("tahap-baru", args=[dinas.pk]), **isi).status_code == 302

    daftar = dinas.tahap.order_by("urutan").values_list("kode", "urutan")
    assert list(daftar) == [("MURNI", 1), ("PERGESERAN_1", 2)]
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000", tahun=2025, oleh=perencana, pada=PADA)
    assert Pagu.objects.get().tahap.kode == "PERGESERAN_1"


def test_a_stage_is_opened_once(client, admin_pd, dinas):
    client.force_login(admin_pd)
    baru = reverse("tahap-baru", args=[dinas.pk])

    for status in (302, 422):
        assert kirim(client, baru, tahun="2025", nama="Perubahan").status_code == status
    assert kirim(client, baru, tahun="2026", nama="Murni").status_code == 302
    assert dinas.tahap.filter(tahun=2026).count() == 1


def test_locked_stage_takes_no_numbers_until_the_pemda_opens_it(
    client, admin_pd, admin_pemda, pohon, jalur, perencana
):
    isi = {"tahun": 2025, "oleh": perencana, "pada": PADA}
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000", **isi)
    tahap = Tahap.objects.get()
    client.force_login(admin_pd)
    client.post(reverse("tahap-penguncian", args=[tahap.pk]))

    with pytest.raises(AturanDilanggar):
        pohon.isi_pagu(jalur["SUB_KEGIATAN"], "2.000", **isi)
    assert client.post(reverse("tahap-pembukaan", args=[tahap.pk])).status_code == 403
    client.force_login(admin_pemda)
    client.post(reverse("tahap-pembukaan", args=[tahap.pk]))
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "2.000", **isi)

    kerja = Riwayat.objects.filter(kata_kerja="ubah tahap").order_by("nomor")
    assert [r.perubahan[0]["sesudah"] for r in kerja] == [
        {"terkunci": True},
        {"terkunci": False},
    ]


def test_document_of_a_stage_is_written_down(client, admin_pd, dinas):
    tahap = Tahap.ambil(dinas, 2025)
    client.force_login(admin_pd)

    kirim(client, reverse("tahap", args=[tahap.pk]), nomor_dokumen="DPA/1",
          tanggal_dokumen="2025-01-06")  # fmt: skip

    isi = client.get(reverse("tahap-daftar", args=[dinas.pk])).content.decode()
    assert "DPA/1, 6 Januari 2025" in isi


def test_colour_and_words_of_the_pemda(client, admin_pemda, dinas):
    client.force_login(admin_pemda)

    kirim(client, reverse("tampilan"), warna_merek="#146c43", label_SASARAN=" Sasaran  strategis ")

    pengaturan = Pengaturan.objects.get(pemda=dinas.pemda)
    assert pengaturan.warna_merek == "#146C43"
    assert pengaturan.label_jenjang == {"SASARAN": "Sasaran strategis"}
    assert pengaturan.versi == 2


@pytest.mark.parametrize("warna", ["biru", "#12345", "#0956C3;}body{", "url(x)"])
def test_what_is_no_colour_is_refused(client, admin_pemda, dinas, warna):
    client.force_login(admin_pemda)

    assert kirim(client, reverse("tampilan"), warna_merek=warna).status_code == 422
    assert Pengaturan.objects.get(pemda=dinas.pemda).warna_merek == "#0956C3"


def test_affairs_are_added_changed_and_deleted(client, admin_pemda, dinas):
    client.force_login(admin_pemda)
    kirim(client, reverse("urusan-baru"), kode="1.06", nama="Sosial")
    sosial = BidangUrusan.objects.get()

    assert "sudah dipakai" in galat(kirim(client, reverse("urusan-baru"), kode="1.06", nama="X"))
    kirim(client, reverse("urusan", args=[sosial.pk]), nama="Urusan Sosial")
    assert "Urusan Sosial" in client.get(reverse("urusan-daftar")).content.decode()
    client.post(reverse("urusan-penghapusan", args=[sosial.pk]))

    assert not BidangUrusan.objects.exists()
    assert Riwayat.objects.filter(perangkat_daerah=dinas.pemda).count() == 3
