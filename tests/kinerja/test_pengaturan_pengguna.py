"""Accounts on screen: opened with a link, given roles, closed."""

import re

from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from kinerja.models import Keanggotaan, Pegawai, Pejabat, Pengguna, Riwayat, Unit
from kinerja.pilihan import Peran
from tests.factories import buat_pengguna
from tests.kinerja.pengaturan_uji import galat, kirim
from tests.kinerja.test_pengaturan_jabatan import HARI, kursi

SANDI = "jendela-kayu-biru-7"


def buka(client, dinas, username="Budi.Kerja", peran="PERENCANA"):
    isi = {"nama": "Budi", "perangkat_daerah": dinas.pk, "peran": peran}
    return kirim(client, reverse("pengguna-baru"), username=username, **isi)


def halaman_tautan(client):
    jawaban = client.get(reverse("pengguna-tautan"))
    cocok = re.search(r'value="http://testserver(/sandi/baru/[^"]+)"', jawaban.content.decode())
    return jawaban, cocok and cocok[1]


def test_new_account_starts_with_a_link_that_is_shown_once(client, admin_pd, dinas):
    client.force_login(admin_pd)

    assert buka(client, dinas)["Location"] == reverse("pengguna-tautan")
    jawaban, tautan = halaman_tautan(client)
    assert "3 hari" in jawaban.content.decode()
    assert "no-store" in jawaban["Cache-Control"]
    assert halaman_tautan(client)[0].status_code == 410

    pemilik = Client()
    pemilik.post(tautan, {"new_password1": SANDI, "new_password2": SANDI})
    pemilik.post("/masuk/", {"username": "budi.kerja", "password": SANDI})
    assert get_user(pemilik).keanggotaan.get().peran == Peran.PERENCANA


def test_opening_an_account_is_recorded_without_its_link(client, admin_pd, dinas):
    client.force_login(admin_pd)
    buka(client, dinas)
    tautan = halaman_tautan(client)[1]

    semua = list(Riwayat.objects.order_by("nomor"))
    assert [r.kata_kerja for r in semua] == [
        "tambah pengguna", "tambah keanggotaan", "sandi pengguna"
    ]  # fmt: skip
    assert {r.oleh for r in semua} == {admin_pd}
    assert tautan.split("/")[-2] not in str([r.__dict__ for r in semua])


def test_account_without_password_cannot_log_in(client, admin_pd, dinas):
    client.force_login(admin_pd)
    buka(client, dinas)

    jawaban = Client().post("/masuk/", {"username": "budi.kerja", "password": ""})

    assert jawaban.status_code == 422


def test_a_name_in_use_and_an_odd_name_are_refused(client, admin_pd, dinas, perencana):
    client.force_login(admin_pd)

    assert "sudah dipakai; pilih yang lain" in galat(buka(client, dinas, "PERENCANA"))
    assert "nama pengguna" in galat(buka(client, dinas, "dua kata")).lower()
    assert Pengguna.objects.count() == 2


def test_new_link_for_a_forgotten_password(client, admin_pd, perencana):
    client.force_login(admin_pd)

    client.post(reverse("pengguna-tautan-pembuatan", args=[perencana.pk]))

    assert Client().get(halaman_tautan(client)[1]).status_code == 200


def test_list_finds_names_and_shows_roles(client, admin_pd, perencana, pejabat):
    client.force_login(admin_pd)

    isi = client.get(reverse("pengguna-daftar"), {"cari": "PEREN"}).content.decode()

    assert "Perencana" in isi
    assert reverse("pengguna", args=[pejabat.pk]) not in isi


def test_list_costs_the_same_for_many(client, admin_pd, dinas, django_assert_max_num_queries):
    for n in range(30):
        buat_pengguna(f"orang-{n}", Peran.OPERATOR, di=dinas)
    client.force_login(admin_pd)

    with django_assert_max_num_queries(10):
        client.get(reverse("pengguna-daftar"))


def test_a_role_is_given_once_and_taken_again(client, admin_pd, dinas, perencana):
    unit = Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama="Bidang")
    client.force_login(admin_pd)
    pilih = client.get(reverse("keanggotaan-pilih", args=[perencana.pk]))
    baru = reverse("keanggotaan-baru", args=[perencana.pk, dinas.pk])
    assert pilih["Location"] == baru

    assert kirim(client, baru, peran="OPERATOR", unit=unit.pk).status_code == 302
    assert "sudah memegang" in galat(kirim(client, baru, peran="OPERATOR", unit=unit.pk))
    operator = perencana.keanggotaan.get(peran="OPERATOR")
    client.post(reverse("keanggotaan-penghapusan", args=[operator.pk]))

    assert perencana.keanggotaan.get().peran == "PERENCANA"
    assert Riwayat.objects.filter(kata_kerja="hapus keanggotaan").count() == 1


def test_pemda_admin_chooses_where_a_role_is_held(client, admin_pemda, dinas, perencana):
    client.force_login(admin_pemda)
    alamat = reverse("keanggotaan-pilih", args=[perencana.pk])

    assert client.get(alamat).status_code == 200
    assert client.get(alamat, {"perangkat_daerah": dinas.pemda_id})["Location"] == reverse(
        "keanggotaan-baru", args=[perencana.pk, dinas.pemda_id]
    )


def test_last_role_stays(client, admin_pd, perencana):
    client.force_login(admin_pd)
    satu = perencana.keanggotaan.get()

    jawaban = client.post(reverse("keanggotaan-penghapusan", args=[satu.pk]), follow=True)

    assert "peran terakhir" in jawaban.content.decode()
    assert Keanggotaan.objects.filter(pk=satu.pk).exists()


def test_a_closed_account_is_out_at_once_and_comes_back(client, admin_pd, perencana):
    pemilik = Client()
    pemilik.force_login(perencana)
    client.force_login(admin_pd)
    alamat = reverse("pengguna-status", args=[perencana.pk])

    client.post(alamat, {"aktif": "0"})
    assert pemilik.get("/").status_code == 302
    client.post(alamat, {"aktif": "1"})

    assert Pengguna.objects.get(pk=perencana.pk).is_active


def test_a_pegawai_has_one_account(client, admin_pd, dinas, perencana, pejabat):
    orang = Pegawai.objects.create(nama="Kepala Bidang")
    Pejabat.objects.create(jabatan=kursi(dinas, "Kepala Bidang"), pegawai=orang, mulai=HARI)
    client.force_login(admin_pd)

    satu = kirim(client, reverse("pengguna", args=[perencana.pk]), pegawai=orang.pk)
    dua = kirim(client, reverse("pengguna", args=[pejabat.pk]), pegawai=orang.pk)

    assert satu.status_code == 302
    assert "sudah mempunyai akun lain" in galat(dua)


def test_admin_may_ask_for_a_new_password_at_the_next_login(client, admin_pd, perencana):
    client.force_login(admin_pd)
    kirim(client, reverse("pengguna", args=[perencana.pk]), wajib_ganti_sandi="on")

    client.post("/keluar/")
    client.post("/masuk/", {"username": "perencana", "password": "sandi-uji-2025"})

    assert client.get("/")["Location"] == "/sandi/"
