"""Nobody gains power through the settings screens: what an admin cannot reach, give or take."""

from datetime import date

import pytest
from django.urls import reverse

from kinerja.models import Jabatan, Keanggotaan, Pegawai, Pejabat, Pengguna, Riwayat
from kinerja.pilihan import Peran
from tests.factories import buat_dinas, buat_pemda, buat_pengguna

HARI = date(2025, 1, 6)


def peran_baru(client, pengguna, lembaga, peran, **isi):
    alamat = reverse("keanggotaan-baru", args=[pengguna.pk, lembaga.pk])
    return client.post(alamat, {"peran": peran} | isi).status_code


def akun_baru(client, lembaga, peran, username="baru"):
    isi = {"username": username, "nama": "Baru", "perangkat_daerah": lembaga.pk, "peran": peran}
    return client.post(reverse("pengguna-baru"), isi).status_code


def tautan(client, pengguna):
    return client.post(reverse("pengguna-tautan-pembuatan", args=[pengguna.pk])).status_code


def pegang(lembaga, orang, nama="Kepala", **isi):
    jabatan = Jabatan.objects.create(perangkat_daerah=lembaga, jenis="JPT_PRATAMA", nama=nama)
    return Pejabat.objects.create(jabatan=jabatan, pegawai=orang, mulai=HARI, **isi)


PERAN_PEMDA_SAJA = ["ADMIN_PEMDA", "INSPEKTORAT", "BAPPEDA", "BAGIAN_ORGANISASI", "PIMPINAN_PEMDA"]


@pytest.mark.parametrize("peran", PERAN_PEMDA_SAJA)
def test_admin_pd_gives_no_role_of_the_pemda(client, admin_pd, perencana, dinas, peran):
    client.force_login(admin_pd)
    sebelum = Keanggotaan.objects.count()

    assert peran_baru(client, perencana, dinas, peran) == 422
    assert peran_baru(client, perencana, dinas.pemda, peran) == 404
    assert peran_baru(client, admin_pd, dinas.pemda, peran) == 404
    assert akun_baru(client, dinas, peran) == 422
    assert akun_baru(client, dinas.pemda, peran) == 422
    assert Keanggotaan.objects.count() == sebelum
    assert not Pengguna.objects.filter(username="baru").exists()


def test_even_the_pemda_admin_gives_a_pemda_role_only_at_the_pemda(
    client, admin_pemda, perencana, dinas
):
    client.force_login(admin_pemda)

    assert peran_baru(client, perencana, dinas, Peran.ADMIN_PEMDA) == 422
    assert akun_baru(client, dinas, Peran.INSPEKTORAT) == 422
    assert akun_baru(client, dinas.pemda, Peran.ADMIN_PD) == 422
    assert akun_baru(client, dinas.pemda, Peran.INSPEKTORAT) == 302


def test_admin_pd_works_in_his_own_agency_only(client, admin_pd, perencana, dinas, dinas_lain):
    client.force_login(admin_pd)

    assert akun_baru(client, dinas_lain, Peran.PERENCANA) == 422
    assert peran_baru(client, perencana, dinas_lain, Peran.PERENCANA) == 404
    assert akun_baru(client, dinas, Peran.PERENCANA) == 302


def test_somebody_elses_account_is_not_seen(client, admin_pd, perencana_lain, evaluator):
    client.force_login(admin_pd)

    for orang in (perencana_lain, evaluator):
        assert client.get(reverse("pengguna", args=[orang.pk])).status_code == 404
        assert tautan(client, orang) == 404
    assert "perencana_lain" not in client.get(reverse("pengguna-daftar")).content.decode()


def test_an_account_that_reaches_further_is_not_entered(
    client, admin_pd, dinas, dinas_lain, evaluator
):
    lintas = buat_pengguna("lintas", Peran.PERENCANA, di=dinas)
    Keanggotaan.objects.create(pengguna=lintas, perangkat_daerah=dinas_lain, peran="PERENCANA")
    Keanggotaan.objects.create(pengguna=evaluator, perangkat_daerah=dinas, peran="OPERATOR")
    client.force_login(admin_pd)

    for orang in (lintas, evaluator):
        alamat = reverse("pengguna", args=[orang.pk])
        assert "admin pemda" in client.get(alamat).content.decode()
        assert client.post(alamat, {"nama": "Diganti"}).status_code == 403
        assert client.post(reverse("pengguna-status", args=[orang.pk])).status_code == 403
        assert tautan(client, orang) == 403


def test_a_role_elsewhere_is_not_taken_away(client, admin_pd, dinas, dinas_lain):
    lintas = buat_pengguna("lintas", Peran.PERENCANA, di=dinas)
    asing = Keanggotaan.objects.create(
        pengguna=lintas, perangkat_daerah=dinas_lain, peran="PERENCANA"
    )
    client.force_login(admin_pd)

    assert client.post(reverse("keanggotaan-penghapusan", args=[asing.pk])).status_code == 403
    assert Keanggotaan.objects.filter(pk=asing.pk).exists()


def test_an_account_of_a_position_elsewhere_is_not_entered(
    client, admin_pd, perencana, dinas, dinas_lain
):
    orang = Pegawai.objects.create(nama="Kepala Dinas Lain")
    pegang(dinas, orang, "Staf", selesai=HARI)
    jauh = pegang(dinas_lain, orang)
    Pengguna.objects.filter(pk=perencana.pk).update(pegawai=orang)
    client.force_login(admin_pd)

    assert tautan(client, perencana) == 403
    Pejabat.objects.filter(pk=jauh.pk).update(selesai=HARI)
    assert tautan(client, perencana) == 302


def test_an_account_is_not_tied_to_a_position_elsewhere(
    client, admin_pd, perencana, dinas, dinas_lain
):
    bupati, kepala = (Pegawai.objects.create(nama=n) for n in ("Bupati", "Kepala"))
    pegang(dinas.pemda, bupati)
    pegang(dinas, bupati, "Ketua tim", selesai=HARI)
    pegang(dinas, kepala)
    client.force_login(admin_pd)
    alamat = reverse("pengguna", args=[perencana.pk])
    isi = {"nama": "Perencana", "initial-nama": "perencana", "initial-pegawai": ""}

    assert client.post(alamat, isi | {"pegawai": bupati.pk}).status_code == 422
    assert client.get(reverse("pegawai", args=[bupati.pk])).status_code == 404
    assert client.post(alamat, isi | {"pegawai": kepala.pk}).status_code == 302
    assert Pengguna.objects.get(pk=perencana.pk).pegawai == kepala


def test_nobody_changes_his_own_power(client, admin_pd, dinas):
    kepala = Pegawai.objects.create(nama="Kepala")
    pegang(dinas, kepala)
    client.force_login(admin_pd)
    alamat = reverse("pengguna", args=[admin_pd.pk])

    client.post(alamat, {"nama": "Admin", "pegawai": kepala.pk, "wajib_ganti_sandi": "on"})
    sendiri = client.post(reverse("pengguna-status", args=[admin_pd.pk]), {"aktif": "0"})
    peran = admin_pd.keanggotaan.get()
    client.post(reverse("keanggotaan-penghapusan", args=[peran.pk]))

    admin = Pengguna.objects.get(pk=admin_pd.pk)
    assert (admin.pegawai, admin.wajib_ganti_sandi, admin.is_active) == (None, False, True)
    assert sendiri.status_code == 403
    assert tautan(client, admin) == 403
    assert admin.keanggotaan.count() == 1


LAYAR = ["perangkat-daerah", "unit-daftar", "unit-baru", "jabatan-daftar", "jabatan-baru",
         "tahap-daftar", "tahap-baru", "sebutan-baru"]  # fmt: skip


@pytest.mark.parametrize("nama", LAYAR)
def test_screens_of_another_agency_are_not_there(client, admin_pd, dinas_lain, nama):
    client.force_login(admin_pd)
    alamat = reverse(nama, args=[dinas_lain.pk])

    assert client.get(alamat).status_code == 404
    assert client.post(alamat, {"nama": "X"}).status_code in (404, 405)


@pytest.mark.parametrize("nama", LAYAR)
def test_seeing_an_agency_is_not_managing_it(client, admin_pd, dinas_lain, nama):
    Keanggotaan.objects.create(pengguna=admin_pd, perangkat_daerah=dinas_lain, peran="PERENCANA")
    client.force_login(admin_pd)

    assert client.get(reverse(nama, args=[dinas_lain.pk])).status_code == 403


def test_a_pemda_role_held_at_an_agency_opens_nothing_of_the_pemda(client, dinas, dinas_lain):
    palsu = buat_pengguna("palsu", Peran.ADMIN_PEMDA, di=dinas)
    client.force_login(palsu)

    for nama in ("periode-daftar", "tampilan", "urusan-daftar", "perangkat-daerah-baru"):
        assert client.get(reverse(nama)).status_code == 403
    assert client.get(reverse("perangkat-daerah", args=[dinas_lain.pk])).status_code == 404


def test_pemda_admin_stays_in_his_pemda(client, admin_pemda, dinas):
    asing = buat_dinas(buat_pemda("Kota Lain", "62.71"), "Dinas Kota", "7.7")
    orang = buat_pengguna("orang-kota", Peran.PERENCANA, di=asing)
    client.force_login(admin_pemda)

    assert client.get(reverse("perangkat-daerah", args=[dinas.pk])).status_code == 200
    assert client.get(reverse("perangkat-daerah", args=[asing.pk])).status_code == 404
    assert tautan(client, orang) == 404
    assert akun_baru(client, asing, Peran.PERENCANA) == 422


def test_refused_attempts_leave_no_history(client, admin_pd, perencana, dinas):
    client.force_login(admin_pd)
    peran_baru(client, perencana, dinas, Peran.ADMIN_PEMDA)

    assert not Riwayat.objects.exists()
